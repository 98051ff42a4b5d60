#include "sync/courses/checked_code.h"

#include "domain/py_value.h"

#include <QRegularExpression>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostCases = 200;
constexpr qsizetype kLongestCase = 20'000;

/// `add` of `add(1, 2)`; empty when it is no call of a plain name.
QString calledIn(const QString &input)
{
    static const QRegularExpression call(u"\\A([A-Za-z_][A-Za-z0-9_]*)\\(.*\\)\\z"_s);
    const QString text = input.trimmed();
    const auto match = call.match(text);
    return match.hasMatch() && !text.contains(u'\n') ? match.captured(1) : QString();
}

QString functionOf(const std::vector<CodeCase> &cases, const QString &code)
{
    const QString name = calledIn(cases.front().input);
    const bool all = !name.isEmpty()
        && std::all_of(cases.begin(), cases.end(),
                       [&name](const CodeCase &each) { return calledIn(each.input) == name; });
    const QRegularExpression definition(u"^def\\s+%1\\s*\\("_s.arg(name),
                                        QRegularExpression::MultilineOption);
    return all && code.contains(definition) ? name : QString();
}

/// As Python writes it: the platform compares `str()` of the value, so that a text stands there without
/// quotation marks.
QString literal(const QString &expected)
{
    const QString text = expected.trimmed();
    if (!text.isEmpty() && parsePyLiteral(text)) {
        return text;
    }
    QString quoted = expected;
    quoted.replace(u'\\', "\\\\"_L1)
        .replace(u'\'', "\\'"_L1)
        .replace(u'\n', "\\n"_L1)
        .replace(u'\t', "\\t"_L1);
    return u'\'' + quoted + u'\'';
}

} // namespace

std::optional<CheckedCode> CheckedCode::from(const std::vector<CodeCase> &cases, const QString &solution,
                                             const QString &starter)
{
    CheckedCode code;
    for (const CodeCase &each : cases) {
        if (code.m_cases.size() < kMostCases && each.input.size() < kLongestCase
            && each.expected.size() < kLongestCase) {
            code.m_cases.push_back(
                {cleanText(each.input), cleanText(each.expected), cleanLine(each.name, 80), each.hidden});
        }
    }
    if (code.m_cases.empty()) {
        return {};
    }
    code.m_function = functionOf(code.m_cases, solution + u'\n' + starter);
    return code;
}

void CheckedCode::write(YamlText &yaml) const
{
    if (!m_function.isEmpty()) {
        yaml.key("function").text(m_function);
    }
    yaml.key("cases").beginList();
    for (const CodeCase &each : m_cases) {
        yaml.beginMap();
        if (!each.name.isEmpty()) {
            yaml.key("name").text(each.name);
        }
        if (each.hidden) {
            yaml.key("hidden").flag(true);
        }
        if (m_function.isEmpty()) {
            if (!each.input.isEmpty()) {
                yaml.key("input").text(each.input);
            }
            yaml.key("output").text(each.expected);
        } else {
            yaml.key("call").text(each.input.trimmed()).key("gives").text(literal(each.expected));
        }
        yaml.endMap();
    }
    yaml.endList();
}

} // namespace studio::sync
