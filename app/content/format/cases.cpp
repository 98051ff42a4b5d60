#include "content/format/parts.h"
#include "content/words.h"
#include "domain/py_value.h"

#include <QRegularExpression>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

QStringList readArguments(MapReader &map, Scope &scope)
{
    QStringList arguments;
    if (const auto *items = map.list(u"arguments"_s)) {
        for (const YamlNode &item : *items) {
            if (const auto text = textOf(item, scope.problems, true)) {
                arguments.append(*text);
            }
        }
    }
    return arguments;
}

ProgramCase readProgramCase(const YamlNode &node, const OutputRule &rule, Scope &scope)
{
    MapReader map(node, scope.problems, u"a case"_s);
    ProgramCase each;
    each.place = node.place;
    each.name = map.text(u"name"_s).value_or(QString());
    each.hidden = map.truth(u"hidden"_s, false);
    each.input = map.anyText(u"input"_s).value_or(QString());
    each.arguments = readArguments(map, scope);
    const YamlNode *output = map.require(u"output"_s, u"output: what the program must print"_s);
    if (output) {
        each.output = textOf(*output, scope.problems, true).value_or(QString());
        checkExpectedOutput(output, rule, scope);
    }
    map.finish();
    return each;
}

void checkGives(const QString &gives, const SourcePlace &place, Scope &scope)
{
    if (const auto value = parsePyLiteral(gives); !value) {
        scope.problems.error(place,
                             u"%1 is no Python literal: %2"_s.arg(quoted(gives), value.error().message),
                             u"a value as Python writes it, e.g. \"[1, 2]\" or \"'text'\""_s);
    }
}

void checkRaises(const QString &raises, const SourcePlace &place, Scope &scope)
{
    for (const QString &part : raises.split(u'.')) {
        if (!isPythonName(part)) {
            scope.problems.error(place, u"%1 is no name of an exception"_s.arg(quoted(raises)),
                                 u"a name, e.g. ValueError"_s);
            return;
        }
    }
}

FunctionCase readFunctionCase(const YamlNode &node, const OutputRule &rule, Scope &scope)
{
    MapReader map(node, scope.problems, u"a case"_s);
    FunctionCase each;
    each.place = node.place;
    each.name = map.text(u"name"_s).value_or(QString());
    each.hidden = map.truth(u"hidden"_s, false);
    each.call = map.requireText(u"call"_s);
    each.input = map.anyText(u"input"_s).value_or(QString());
    if ((each.gives = map.anyText(u"gives"_s))) {
        checkGives(*each.gives, map.placeOf(u"gives"_s), scope);
    }
    if ((each.prints = map.anyText(u"prints"_s))) {
        checkExpectedOutput(map.find(u"prints"_s), rule, scope);
    }
    if ((each.raises = map.text(u"raises"_s))) {
        checkRaises(*each.raises, map.placeOf(u"raises"_s), scope);
    }
    map.finish();
    if (map.isMap() && !map.has(u"gives"_s) && !map.has(u"prints"_s) && !map.has(u"raises"_s)) {
        scope.problems.error(node.place, u"the case expects nothing"_s, u"gives:, prints: or raises:"_s);
    }
    if (each.gives && each.raises) {
        scope.problems.error(map.placeOf(u"raises"_s), u"a call that raises gives nothing back"_s,
                             u"gives: or raises:, not both"_s);
    }
    return each;
}

const std::vector<YamlNode> *casesOf(MapReader &map, bool required, Scope &scope)
{
    if (required && !map.has(u"cases"_s)) {
        map.require(u"cases"_s, u"cases: a list of at least one case"_s);
        return nullptr;
    }
    const auto *items = map.list(u"cases"_s);
    if (required && items && items->empty()) {
        scope.problems.error(map.placeOf(u"cases"_s), u"there are no cases"_s, u"at least one case"_s);
    }
    return items;
}

const QRegularExpression kBlank(u"\\{\\{(BLANK_[1-9][0-9]{0,2})\\}\\}"_s);

Blank readBlank(const YamlEntry &entry, bool mayBeEmpty, Scope &scope)
{
    Blank blank;
    blank.name = entry.key;
    const YamlNode *accept = &entry.value;
    std::optional<MapReader> map;
    if (entry.value.kind == YamlNode::Kind::Map) {
        map.emplace(entry.value, scope.problems, u"a blank"_s);
        accept = map->find(u"accept"_s);
        blank.ignoreCase = map->truth(u"ignore_case"_s, false);
        blank.width = map->integer(u"width"_s, 1, 60).value_or(blank.width);
        map->finish();
    }
    if (accept && accept->kind == YamlNode::Kind::Sequence) {
        for (const YamlNode &item : accept->items) {
            const auto text = textOf(item, scope.problems, true);
            if (text && (text->trimmed().isEmpty() || text->contains(u'\n'))) {
                scope.problems.error(item.place, u"a blank can't be filled with %1"_s.arg(quoted(*text)),
                                     u"a piece of one line"_s);
            } else if (text) {
                blank.accepted.append(*text);
            }
        }
    } else if (accept && accept->kind != YamlNode::Kind::Null) {
        scope.problems.error(accept->place, u"%1 for a blank"_s.arg(describe(*accept)),
                             u"a list of what is right, e.g. [\"n\"]"_s);
    }
    const bool listed = accept && accept->kind == YamlNode::Kind::Sequence && !accept->items.empty();
    if (!listed && !mayBeEmpty
        && (!accept || accept->kind == YamlNode::Kind::Sequence || accept->kind == YamlNode::Kind::Null)) {
        scope.problems.error(entry.place, u"nothing is right for the blank %1"_s.arg(entry.key),
                             u"a list of what is right, e.g. [\"n\"]"_s);
    }
    return blank;
}

/// Reports blanks that stand twice, are written otherwise or aren't described; gives those that stand there.
QStringList checkTemplate(const SourceText &code, const std::vector<Blank> &blanks, Scope &scope)
{
    static const QRegularExpression alike(u"\\{\\{\\s*blank[^{}\\n]*\\}\\}"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QStringList seen;
    for (auto all = alike.globalMatch(code.text); all.hasNext();) {
        const auto match = all.next();
        const SourcePlace place = code.at(match.capturedStart());
        const auto exact = kBlank.match(match.captured());
        const QString name = exact.captured(1);
        if (!exact.hasMatch()) {
            scope.problems.error(place, u"%1 is no blank"_s.arg(quoted(match.captured())), u"{{BLANK_1}}"_s);
        } else if (seen.contains(name)) {
            scope.problems.error(place, u"the blank %1 is here twice"_s.arg(name), u"each blank once"_s);
        } else {
            seen.append(name);
            const bool described = std::any_of(blanks.begin(), blanks.end(),
                                               [&name](const Blank &blank) { return blank.name == name; });
            if (!described) {
                scope.problems.error(place, u"the blank %1 is not described"_s.arg(name),
                                     u"%1: […] below \"blanks\""_s.arg(name));
            }
        }
    }
    return seen;
}

} // namespace

std::vector<ProgramCase> readProgramCases(MapReader &map, const OutputRule &rule, bool required, Scope &scope)
{
    std::vector<ProgramCase> cases;
    if (const auto *items = casesOf(map, required, scope)) {
        for (const YamlNode &item : *items) {
            cases.push_back(readProgramCase(item, rule, scope));
        }
    }
    return cases;
}

std::vector<FunctionCase> readFunctionCases(MapReader &map, const OutputRule &rule, Scope &scope)
{
    std::vector<FunctionCase> cases;
    if (const auto *items = casesOf(map, true, scope)) {
        for (const YamlNode &item : *items) {
            cases.push_back(readFunctionCase(item, rule, scope));
        }
    }
    return cases;
}

FillBlanksSpec readFillBlanks(MapReader &map, const SourceText &codeTemplate, Scope &scope)
{
    static const QRegularExpression name(u"\\ABLANK_[1-9][0-9]{0,2}\\z"_s);
    FillBlanksSpec spec;
    spec.codeTemplate = codeTemplate.text;
    spec.rule = readOutputRule(map, scope);
    spec.cases = readProgramCases(map, spec.rule, false, scope);
    const YamlNode *blanks = map.require(u"blanks"_s, u"blanks: what is right for each blank"_s);
    if (blanks && blanks->kind != YamlNode::Kind::Map) {
        scope.problems.error(blanks->place, u"%1 as \"blanks\""_s.arg(describe(*blanks)),
                             u"BLANK_1: […], one line for each blank"_s);
        return spec;
    }
    for (const YamlEntry &entry : blanks ? blanks->entries : std::vector<YamlEntry>()) {
        if (name.match(entry.key).hasMatch()) {
            spec.blanks.push_back(readBlank(entry, !spec.cases.empty(), scope));
        } else {
            scope.problems.error(entry.place, u"%1 is no name of a blank"_s.arg(quoted(entry.key)),
                                 u"BLANK_1, BLANK_2, …"_s);
        }
    }
    const QStringList seen = checkTemplate(codeTemplate, spec.blanks, scope);
    for (const YamlEntry &entry : blanks ? blanks->entries : std::vector<YamlEntry>()) {
        if (name.match(entry.key).hasMatch() && !seen.contains(entry.key)) {
            scope.problems.error(entry.place, u"the blank %1 is not in the code"_s.arg(entry.key),
                                 u"{{%1}} in the code"_s.arg(entry.key));
        }
    }
    if (blanks && blanks->entries.empty()) {
        scope.problems.error(blanks->place, u"there are no blanks"_s, u"BLANK_1: […]"_s);
    }
    return spec;
}

QString filledTemplate(const FillBlanksSpec &spec)
{
    QString code = spec.codeTemplate;
    for (const Blank &blank : spec.blanks) {
        if (!blank.accepted.isEmpty()) {
            code.replace(u"{{%1}}"_s.arg(blank.name), blank.accepted.first());
        }
    }
    return code;
}

bool fitsTemplate(const QString &code, const QString &codeTemplate)
{
    QString pattern = u"\\A"_s;
    qsizetype from = 0;
    const QString text = codeTemplate.trimmed();
    for (auto all = kBlank.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        pattern += QRegularExpression::escape(text.mid(from, match.capturedStart() - from)) % u"[^\\n]*?"_s;
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(from)) % u"\\z"_s;
    return QRegularExpression(pattern).match(code.trimmed()).hasMatch();
}

} // namespace studio::content
