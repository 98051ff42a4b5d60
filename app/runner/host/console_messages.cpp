#include "runner/host/console_messages.h"

#include "runner/host/worker_process.h"

#include <utility>

namespace studio::runner {

namespace {

constexpr std::size_t kMostCompletions = 200;
constexpr std::size_t kMostVariables = 500;
constexpr std::size_t kMostChildren = 100;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kLongestValue = 400;
constexpr qsizetype kLongestDoc = 10'000;

/// Without the control characters that could make a row of a table look like several.
QString oneLine(const Json &object, const char *key, qsizetype most)
{
    QString text = QString::fromStdString(textField(object, key)).left(most);
    for (QChar &each : text) {
        if (each.category() == QChar::Other_Control || each == QChar::LineSeparator
            || each == QChar::ParagraphSeparator) {
            each = QChar::ReplacementCharacter;
        }
    }
    return text;
}

template<typename Kind, std::size_t count>
Kind kindFrom(const Json &object, const char *key, const std::pair<const char *, Kind> (&kinds)[count],
              Kind fallback)
{
    const std::string told = textField(object, key);
    for (const auto &[name, kind] : kinds) {
        if (told == name) {
            return kind;
        }
    }
    return fallback;
}

const Json &arrayField(const Json &object, const char *key)
{
    static const Json none = Json::array();
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

ConsoleHelp helpFrom(const Json &object)
{
    using Kind = ConsoleHelp::Kind;
    static constexpr std::pair<const char *, Kind> kKinds[]
        = {{"keyword", Kind::Keyword},   {"module", Kind::Module},       {"class", Kind::Class},
           {"function", Kind::Function}, {"attribute", Kind::Attribute}, {"value", Kind::Value}};
    ConsoleHelp help;
    help.kind = kindFrom(object, "kind", kKinds, Kind::Unknown);
    help.name = oneLine(object, "name", kLongestName);
    help.type = oneLine(object, "type", kLongestName);
    help.signature = oneLine(object, "signature", 2000);
    help.value = oneLine(object, "value", kLongestValue);
    help.doc = QString::fromStdString(textField(object, "doc")).left(kLongestDoc);
    return help;
}

Variable variableFrom(const Json &object)
{
    using Kind = Variable::Kind;
    using Place = Variable::Place;
    static constexpr std::pair<const char *, Kind> kKinds[]
        = {{"function", Kind::Function}, {"class", Kind::Class}};
    static constexpr std::pair<const char *, Place> kPlaces[] = {{"item", Place::Item},
                                                                 {"entry", Place::Item},
                                                                 {"element", Place::Element},
                                                                 {"attribute", Place::Attribute}};
    Variable variable;
    variable.name = oneLine(object, "name", kLongestName);
    variable.type = oneLine(object, "of", kLongestName);
    variable.value = oneLine(object, "value", kLongestValue);
    variable.length = std::max(-1LL, numberField(object, "length", -1));
    variable.children = std::max(0LL, numberField(object, "children"));
    variable.handle = static_cast<quint64>(std::max(0LL, numberField(object, "handle")));
    variable.kind = kindFrom(object, "kind", kKinds, Kind::Value);
    variable.place = kindFrom(object, "place", kPlaces, Place::Name);
    return variable;
}

std::vector<Variable> variablesIn(const Json &list, std::size_t most)
{
    std::vector<Variable> variables;
    for (const Json &each : list) {
        if (variables.size() < most && each.is_object()) {
            variables.push_back(variableFrom(each));
        }
    }
    return variables;
}

} // namespace

ConsoleAnswer consoleAnswerFrom(const Json &message)
{
    using State = ConsoleAnswer::State;
    static constexpr std::pair<const char *, State> kStates[]
        = {{"error", State::Raised}, {"incomplete", State::Incomplete}};
    ConsoleAnswer answer;
    answer.state = kindFrom(message, "state", kStates, State::Done);
    if (const auto error = message.find("error"); error != message.end() && error->is_object()) {
        answer.error = runErrorFrom(*error);
    }
    if (const auto help = message.find("help"); help != message.end() && help->is_object()) {
        answer.help = helpFrom(*help);
    }
    return answer;
}

CompletionList completionsFrom(const Json &message)
{
    using Kind = Completion::Kind;
    static constexpr std::pair<const char *, Kind> kKinds[]
        = {{"function", Kind::Function},   {"class", Kind::Class},     {"module", Kind::Module},
           {"attribute", Kind::Attribute}, {"keyword", Kind::Keyword}, {"parameter", Kind::Parameter}};
    CompletionList list;
    list.prefix = oneLine(message, "prefix", kLongestName);
    for (const Json &each : arrayField(message, "items")) {
        if (!each.is_object() || list.items.size() == kMostCompletions) {
            continue;
        }
        Completion completion{oneLine(each, "text", kLongestName),
                              kindFrom(each, "kind", kKinds, Kind::Value)};
        if (completion.text.startsWith(list.prefix) && completion.text != list.prefix) {
            list.items.push_back(std::move(completion));
        }
    }
    list.more = flagField(message, "more");
    return list;
}

VariableList variablesFrom(const Json &message)
{
    return {variablesIn(arrayField(message, "items"), kMostVariables), flagField(message, "more")};
}

VariableChildren childrenFrom(const Json &message)
{
    return {static_cast<quint64>(std::max(0LL, numberField(message, "handle"))),
            std::max(0LL, numberField(message, "from")),
            variablesIn(arrayField(message, "items"), kMostChildren)};
}

} // namespace studio::runner
