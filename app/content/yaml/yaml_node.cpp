#include "content/yaml/yaml_node.h"

#include "content/words.h"
#include "content/yaml/yaml_builder.h"

#include <QRegularExpression>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <sstream>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

struct Explanation
{
    QLatin1StringView message; ///< As the parser puts it.
    QStringView what;
    QStringView expected;
};

const std::array<Explanation, 13> kExplanations = {{
    {"end of map not found"_L1, u"this line doesn't fit the ones above",
     u"\"key: value\", with as many spaces before it as the keys beside it; a text with \": \" or \" #\" in "
     u"it "
     u"needs quotation marks"},
    {"end of map flow not found"_L1, u"the closing } is missing", u"{key: value, key: value}"},
    {"end of sequence not found"_L1, u"this line doesn't fit the list above",
     u"\"- item\", with as many spaces before it as the items beside it"},
    {"end of sequence flow not found"_L1, u"the closing ] is missing", u"[item, item]"},
    {"illegal map key"_L1, u"a key can't stand here", u"a key at the start of its own line"},
    {"illegal map value"_L1, u"\": \" can't stand here",
     u"a \":\" behind the key in the line above, or quotation marks around a text with \": \" in it"},
    {"the referenced anchor is not defined"_L1, u"an alias (*name)",
     u"the value itself, written out; quotation marks around a text that begins with *"},
    {"illegal block entry"_L1, u"a list item can't stand here", u"a list item at the start of its own line"},
    {"illegal EOF in scalar"_L1, u"the closing quotation mark is missing", u"a text in quotation marks"},
    {"illegal document indicator in scalar"_L1, u"the closing quotation mark is missing",
     u"a text in quotation marks"},
    {"illegal flow end"_L1, u"a closing bracket without an opening one", u"brackets in pairs"},
    {"unknown token"_L1, u"this character can't begin a text",
     u"quotation marks around a text that begins with `, @, % or the like"},
    {"illegal tab when looking for indentation"_L1, u"a tab in the indentation", u"spaces"},
}};

void reportParserError(const YAML::Exception &error, YamlBuilder &builder, ProblemList &problems)
{
    SourcePlace place = error.mark.is_null() ? builder.source().atLine(1) : builder.placeOf(error.mark);
    const QString message = QString::fromStdString(error.msg);
    if (message.endsWith("flow not found"_L1)) { // the end may be far away; the beginning is where to look
        place = builder.openBracket().value_or(place);
    }
    for (const Explanation &each : kExplanations) {
        if (message == each.message) {
            problems.error(place, each.what.toString(), each.expected.toString());
            return;
        }
    }
    problems.error(place, u"not YAML: %1"_s.arg(message), u"a text that follows the rules of YAML"_s);
}

/// A tab in an indentation makes the parser fail at some later place; this is the place that has to change.
std::optional<qsizetype> tabInIndentation(const QString &text)
{
    static const QRegularExpression tab(u"^ *(\\t)"_s, QRegularExpression::MultilineOption);
    const auto match = tab.match(text);
    return match.hasMatch() ? std::optional(match.capturedStart(1)) : std::nullopt;
}

} // namespace

SourceText YamlNode::source() const
{
    if (block) {
        return *block;
    }
    SourceText source;
    source.file = place.file;
    source.text = text;
    source.only = place;
    return source;
}

QString describe(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return u"nothing"_s;
    case YamlNode::Kind::Sequence:
        return u"a list"_s;
    case YamlNode::Kind::Map:
        return u"a map of keys"_s;
    case YamlNode::Kind::Scalar:
        break;
    }
    switch (node.type) {
    case ScalarType::Text:
        return u"the text %1"_s.arg(quoted(node.text));
    case ScalarType::Integer:
    case ScalarType::Float:
        return u"the number %1"_s.arg(node.text);
    case ScalarType::Bool:
        return u"the truth value %1"_s.arg(node.text);
    case ScalarType::Null:
        return u"nothing"_s;
    case ScalarType::Other:
        return u"the date %1"_s.arg(node.text);
    }
    Q_UNREACHABLE();
}

std::optional<YamlNode> parseYaml(const SourceText &source, ProblemList &problems)
{
    YamlBuilder builder(source, problems);
    try {
        std::istringstream stream(source.text.toStdString());
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) {
            problems.error(source.atLine(1), u"there is nothing here"_s, u"keys and values"_s);
            return std::nullopt;
        }
        parser.HandleNextDocument(builder); // a second one is refused by the builder
    } catch (const YAML::Exception &error) {
        if (const auto tab = tabInIndentation(source.text)) {
            problems.error(source.at(*tab), u"a tab in the indentation"_s, u"spaces"_s);
        } else {
            reportParserError(error, builder, problems);
        }
        return std::nullopt;
    } catch (const YamlRefused &refused) {
        problems.error(refused.place, refused.what, refused.expected);
        return std::nullopt;
    }
    return builder.takeRoot();
}

} // namespace studio::content
