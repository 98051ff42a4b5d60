#include "content/format/parts.h"

#include "content/words.h"

#include <QRegularExpression>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

const QStringList kConstructs
    = {u"for"_s,           u"while"_s,    u"if"_s,       u"if-expression"_s, u"elif"_s,
       u"else"_s,          u"def"_s,      u"class"_s,    u"lambda"_s,        u"try"_s,
       u"with"_s,          u"import"_s,   u"global"_s,   u"nonlocal"_s,      u"recursion"_s,
       u"comprehension"_s, u"f-string"_s, u"return"_s,   u"yield"_s,         u"raise"_s,
       u"assert"_s,        u"break"_s,    u"continue"_s, u"pass"_s,          u"del"_s,
       u"match"_s,         u"slice"_s,    u"index"_s,    u"list"_s,          u"dict"_s,
       u"set"_s,           u"tuple"_s,    u"await"_s,    u"walrus"_s,        u"augmented-assignment"_s};

const QStringList kOperators
    = {u"+"_s,  u"-"_s, u"*"_s,  u"/"_s, u"//"_s,  u"%"_s,  u"**"_s,     u"@"_s,  u"<<"_s,
       u">>"_s, u"&"_s, u"|"_s,  u"^"_s, u"and"_s, u"or"_s, u"not"_s,    u"~"_s,  u"=="_s,
       u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s,  u"is"_s, u"is not"_s, u"in"_s, u"not in"_s};

Hint readHint(const YamlNode &node, Scope &scope)
{
    MapReader map(node, scope.problems, u"a hint"_s);
    Hint hint;
    hint.text = requireRich(map, u"text"_s, scope);
    if (const YamlNode *after = map.find(u"after"_s)) {
        MapReader when(*after, scope.problems, u"\"after\""_s);
        hint.afterAttempts = when.integer(u"attempts"_s, 1, 1000).value_or(0);
        if (const auto seconds = when.integer(u"seconds"_s, 1, 86400)) {
            hint.afterTime = std::chrono::seconds(*seconds);
        }
        when.finish();
    }
    map.finish();
    return hint;
}

std::vector<ConstructRule> readRules(MapReader &map, const QString &key, bool required, Scope &scope)
{
    std::vector<ConstructRule> rules;
    const auto *items = map.list(key);
    if (!items) {
        return rules;
    }
    for (const YamlNode &item : *items) {
        MapReader each(item, scope.problems, u"an entry of %1"_s.arg(quoted(key)));
        ConstructRule rule;
        rule.construct = each.requireText(u"construct"_s);
        rule.message = readRich(each, u"message"_s, scope);
        if (required) {
            rule.atLeast = each.integer(u"at_least"_s, 1, 1000).value_or(1);
        }
        each.finish();
        if (rule.construct.isEmpty()
            || !checkConstruct(rule.construct, each.placeOf(u"construct"_s), scope)) {
            continue;
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

RichText readRichNode(const YamlNode &node, Scope &scope)
{
    return textOf(node, scope.problems, true) ? readRichText(node.source(), scope) : RichText();
}

RichText readRich(MapReader &map, const QString &key, Scope &scope)
{
    const YamlNode *node = map.find(key);
    return node && textOf(*node, scope.problems) ? readRichText(node->source(), scope) : RichText();
}

RichText requireRich(MapReader &map, const QString &key, Scope &scope)
{
    const QString text = map.requireText(key);
    return text.isEmpty() ? RichText() : readRichText(map.find(key)->source(), scope);
}

std::vector<Hint> readHints(MapReader &map, Scope &scope)
{
    std::vector<Hint> hints;
    if (const auto *items = map.list(u"hints"_s)) {
        for (const YamlNode &item : *items) {
            hints.push_back(readHint(item, scope));
        }
    }
    return hints;
}

bool checkConstruct(const QString &construct, const SourcePlace &place, Scope &scope)
{
    const qsizetype colon = construct.indexOf(u':');
    const QString prefix = construct.left(std::max<qsizetype>(colon, 0));
    const QString rest = construct.mid(colon + 1);
    const bool named
        = (prefix == "call"_L1 || prefix == "method"_L1 || prefix == "import"_L1) && isPythonName(rest);
    const bool known = colon < 0 ? kConstructs.contains(construct)
                                 : named || (prefix == "operator"_L1 && kOperators.contains(rest));
    if (!known) {
        scope.problems.error(
            place, u"unknown construct %1"_s.arg(quoted(construct)) % didYouMean(construct, kConstructs),
            u"call:NAME, method:NAME, import:MODULE, operator:SYMBOL, or one of: %1"_s.arg(
                kConstructs.join(u", "_s)));
    }
    return known;
}

ConstructRules readConstructs(MapReader &map, Scope &scope)
{
    return {readRules(map, u"forbid"_s, false, scope), readRules(map, u"require"_s, true, scope)};
}

ExerciseLimits readLimits(MapReader &map, Scope &scope)
{
    ExerciseLimits limits;
    if (const YamlNode *node = map.find(u"limits"_s)) {
        MapReader each(*node, scope.problems, u"\"limits\""_s);
        if (const auto seconds = each.number(u"seconds"_s, 0.1, 120)) {
            limits.time = std::chrono::milliseconds(qRound64(*seconds * 1000));
        }
        limits.memoryMegabytes = each.integer(u"megabytes"_s, 16, 4096);
        each.finish();
    }
    return limits;
}

OutputRule readOutputRule(MapReader &map, Scope &scope, bool values)
{
    OutputRule rule;
    const QString name
        = map.word(u"compare"_s, {u"trailing-space"_s, u"exact"_s, u"numbers"_s, u"pattern"_s});
    rule.kind = name == "exact"_L1 ? OutputRule::Kind::Exact
        : name == "numbers"_L1     ? OutputRule::Kind::Numbers
        : name == "pattern"_L1     ? OutputRule::Kind::Pattern
                                   : OutputRule::Kind::TrailingSpace;
    rule.ignoreCase = map.truth(u"ignore_case"_s, false);
    if (const auto tolerance = map.number(u"tolerance"_s, 0, 1e300)) {
        rule.tolerance = *tolerance;
        if (rule.kind != OutputRule::Kind::Numbers && !values) {
            scope.problems.warning(map.placeOf(u"tolerance"_s), u"\"tolerance\" does nothing here"_s,
                                   u"compare: numbers"_s);
        }
    } else if (values && rule.kind != OutputRule::Kind::Numbers) {
        rule.tolerance = 0;
    }
    return rule;
}

void checkPattern(const QString &pattern, const SourcePlace &place, Scope &scope)
{
    const QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        scope.problems.error(place,
                             u"the regular expression %1 is wrong at character %2: %3"_s.arg(quoted(pattern))
                                 .arg(expression.patternErrorOffset() + 1)
                                 .arg(expression.errorString()),
                             u"a regular expression"_s);
    }
}

void checkExpectedOutput(const YamlNode *output, const OutputRule &rule, Scope &scope)
{
    if (output && output->kind == YamlNode::Kind::Scalar && rule.kind == OutputRule::Kind::Pattern) {
        checkPattern(output->text, output->place, scope);
    }
}

QString withoutLastLineEnd(QString text)
{
    if (text.endsWith(u'\n')) {
        text.chop(1);
    }
    return text;
}

} // namespace studio::content
