#include "content/format/parts.h"
#include "content/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOptions = 26;

QString readOptionId(MapReader &map, std::size_t index, const ChoiceSpec &choice, Scope &scope)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9_-]{0,31}\\z"_s);
    const QString letter(QChar(static_cast<char16_t>(u'a' + std::min<std::size_t>(index, kMostOptions - 1))));
    const QString id = map.text(u"id"_s).value_or(letter);
    if (!form.match(id).hasMatch()) {
        scope.problems.error(map.placeOf(u"id"_s), u"%1 is no id of an option"_s.arg(quoted(id)),
                             u"letters, digits, - and _, at most 32"_s);
    }
    const bool taken = std::any_of(choice.options.begin(), choice.options.end(),
                                   [&id](const ChoiceOption &option) { return option.id == id; });
    if (taken) {
        scope.problems.error(map.placeOf(u"id"_s), u"the id %1 is here twice"_s.arg(quoted(id)),
                             u"another id for each option"_s);
    }
    return id;
}

ChoiceOption readOption(const YamlNode &node, const ChoiceSpec &choice, Scope &scope)
{
    MapReader map(node, scope.problems, u"an option"_s);
    ChoiceOption option;
    option.id = readOptionId(map, choice.options.size(), choice, scope);
    if (const YamlNode *text = map.require(u"text"_s, u"text: what can be chosen"_s)) {
        option.text = readRichNode(*text, scope);
    }
    option.right = map.truth(u"right"_s, false);
    option.because = readRich(map, u"because"_s, scope);
    map.finish();
    return option;
}

void checkOptions(const ChoiceSpec &choice, const SourcePlace &place, Scope &scope)
{
    const auto right = std::count_if(choice.options.begin(), choice.options.end(),
                                     [](const ChoiceOption &option) { return option.right; });
    const int count = static_cast<int>(choice.options.size());
    if (count < 2 || count > kMostOptions) {
        scope.problems.error(place, u"%1 options"_s.arg(count), u"2 to %1 options"_s.arg(kMostOptions));
    }
    if (right == 0) {
        scope.problems.error(place, u"no option is right"_s, u"right: true for one of them"_s);
    } else if (right > 1 && !choice.many) {
        scope.problems.error(place, u"%1 options are right"_s.arg(right),
                             u"one right option, or many: true"_s);
    }
}

} // namespace

ChoiceSpec readChoice(MapReader &map, Scope &scope)
{
    ChoiceSpec choice;
    choice.many = map.truth(u"many"_s, false);
    choice.shuffle = map.truth(u"shuffle"_s, true);
    choice.code = withoutLastLineEnd(map.text(u"code"_s).value_or(QString()));
    if (!map.has(u"options"_s)) {
        map.require(u"options"_s, u"options: a list of what can be chosen"_s);
        return choice;
    }
    if (const auto *items = map.list(u"options"_s)) {
        for (const YamlNode &item : *items) {
            choice.options.push_back(readOption(item, choice, scope));
        }
        checkOptions(choice, map.placeOf(u"options"_s), scope);
    }
    return choice;
}

QString rightAnswer(const ChoiceSpec &choice)
{
    QStringList ids;
    for (const ChoiceOption &option : choice.options) {
        if (option.right) {
            ids.append(option.id);
        }
    }
    return ids.join(u'\n');
}

} // namespace studio::content
