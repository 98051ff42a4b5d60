#include "domain/output_rule.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

int codePoints(QStringView text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

QString withoutLastNewline(QString text)
{
    if (text.endsWith(u'\n')) {
        text.chop(1);
    }
    return text;
}

QString withoutTrailingSpace(const QString &line)
{
    qsizetype end = line.size();
    while (end > 0 && (line[end - 1] == u' ' || line[end - 1] == u'\t' || line[end - 1] == u'\r')) {
        --end;
    }
    return line.left(end);
}

/// The lines that count under a rule.
QStringList linesOf(const QString &text, const OutputRule &rule)
{
    QStringList lines = withoutLastNewline(text).split(u'\n');
    if (rule.kind != OutputRule::Kind::Exact) {
        for (QString &line : lines) {
            line = withoutTrailingSpace(line);
        }
        while (!lines.isEmpty() && lines.last().isEmpty()) {
            lines.removeLast();
        }
    }
    return lines;
}

struct NumberAt
{
    bool found = false;
    double value = 0;
    qsizetype end = 0;
};

NumberAt numberAt(const QString &line, qsizetype from)
{
    static const QRegularExpression number(u"[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"_s);
    const auto match = number.match(line, from, QRegularExpression::NormalMatch,
                                    QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch()) {
        return {};
    }
    return {true, match.captured().toDouble(), match.capturedEnd()};
}

bool isWordBefore(const QString &line, qsizetype at)
{
    return at > 0 && (line[at - 1].isLetterOrNumber() || line[at - 1] == u'_');
}

bool near(double one, double other, double tolerance)
{
    return std::abs(one - other) <= tolerance * std::max({1.0, std::abs(one), std::abs(other)});
}

/// The offset in `actual` where the lines begin to differ, or -1 when they are equal.
qsizetype firstDifference(const QString &actual, const QString &expected, const OutputRule &rule)
{
    qsizetype a = 0;
    qsizetype e = 0;
    while (a < actual.size() && e < expected.size()) {
        if (rule.kind == OutputRule::Kind::Numbers && !isWordBefore(actual, a)
            && !isWordBefore(expected, e)) {
            const NumberAt mine = numberAt(actual, a);
            const NumberAt theirs = numberAt(expected, e);
            if (mine.found && theirs.found) {
                if (!near(mine.value, theirs.value, rule.tolerance)) {
                    return a;
                }
                a = mine.end;
                e = theirs.end;
                continue;
            }
        }
        const bool same = rule.ignoreCase ? actual[a].toCaseFolded() == expected[e].toCaseFolded()
                                          : actual[a] == expected[e];
        if (!same) {
            return a;
        }
        ++a;
        ++e;
    }
    return a < actual.size() || e < expected.size() ? a : -1;
}

OutputComparison comparePattern(const QString &actual, const QString &expected, const OutputRule &rule)
{
    QRegularExpression::PatternOptions options
        = QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, rule.ignoreCase);
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(withoutLastNewline(expected)),
                                     options);
    if (pattern.match(withoutLastNewline(actual)).hasMatch()) {
        return {true, {}};
    }
    return {false, {1, 1, actual.section(u'\n', 0, 0), expected.section(u'\n', 0, 0), false, false}};
}

} // namespace

OutputComparison compareOutput(const QString &actual, const QString &expected, const OutputRule &rule)
{
    if (rule.kind == OutputRule::Kind::Pattern) {
        return comparePattern(actual, expected, rule);
    }
    const QStringList mine = linesOf(actual, rule);
    const QStringList theirs = linesOf(expected, rule);
    const qsizetype common = qMin(mine.size(), theirs.size());
    for (qsizetype i = 0; i < common; ++i) {
        const qsizetype at = firstDifference(mine[i], theirs[i], rule);
        if (at >= 0) {
            Difference difference;
            difference.line = static_cast<int>(i) + 1;
            difference.column = codePoints(QStringView(mine[i]).left(at)) + 1;
            difference.actualLine = mine[i];
            difference.expectedLine = theirs[i];
            return {false, difference};
        }
    }
    if (mine.size() == theirs.size()) {
        return {true, {}};
    }
    Difference difference;
    difference.line = static_cast<int>(common) + 1;
    difference.column = 1;
    difference.actualLine = mine.value(common);
    difference.expectedLine = theirs.value(common);
    difference.actualEnded = mine.size() < theirs.size();
    difference.expectedEnded = !difference.actualEnded;
    return {false, difference};
}

} // namespace studio
