#include "content/yaml/map_reader.h"

#include "content/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

std::optional<QString> textOf(const YamlNode &node, ProblemList &problems, bool any)
{
    if (node.kind == YamlNode::Kind::Scalar && (any || node.type == ScalarType::Text)) {
        return node.text;
    }
    const bool scalar = node.kind == YamlNode::Kind::Scalar;
    problems.error(node.place, u"%1, where a text belongs"_s.arg(describe(node)),
                   scalar ? u"\"%1\", in quotation marks"_s.arg(node.text) : u"a text"_s);
    return std::nullopt;
}

MapReader::MapReader(const YamlNode &node, ProblemList &problems, QString what)
    : m_node(node)
    , m_problems(problems)
    , m_what(std::move(what))
    , m_isMap(node.kind == YamlNode::Kind::Map)
{
    if (!m_isMap) {
        problems.error(node.place, u"%1 instead of %2"_s.arg(describe(node), m_what), u"keys and values"_s);
    }
}

const YamlEntry *MapReader::entry(const QString &key) const
{
    const auto found = std::find_if(m_node.entries.begin(), m_node.entries.end(),
                                    [&key](const YamlEntry &each) { return each.key == key; });
    return found == m_node.entries.end() ? nullptr : &*found;
}

bool MapReader::has(const QString &key) const
{
    return entry(key) != nullptr;
}

SourcePlace MapReader::placeOf(const QString &key) const
{
    const YamlEntry *found = entry(key);
    return found ? found->value.place : m_node.place;
}

const YamlNode *MapReader::find(const QString &key)
{
    m_known.append(key);
    const YamlEntry *found = entry(key);
    if (!found) {
        return nullptr;
    }
    if (found->value.kind == YamlNode::Kind::Null) {
        m_problems.error(found->place, u"nothing stands after the key %1"_s.arg(quoted(key)),
                         u"a value, or not the key either"_s);
        return nullptr;
    }
    return &found->value;
}

const YamlNode *MapReader::require(const QString &key, const QString &expected)
{
    const YamlNode *found = find(key);
    if (!found && m_isMap && !has(key)) {
        m_problems.error(m_node.place, u"%1 lacks the key %2"_s.arg(m_what, quoted(key)), expected);
    }
    return found;
}

std::optional<QString> MapReader::text(const QString &key)
{
    const YamlNode *found = find(key);
    return found ? textOf(*found, m_problems) : std::nullopt;
}

std::optional<QString> MapReader::anyText(const QString &key)
{
    const YamlNode *found = find(key);
    return found ? textOf(*found, m_problems, true) : std::nullopt;
}

QString MapReader::requireText(const QString &key)
{
    const YamlNode *found = require(key, u"%1: a text"_s.arg(key));
    const QString text = found ? textOf(*found, m_problems).value_or(QString()) : QString();
    if (found && found->kind == YamlNode::Kind::Scalar && found->text.trimmed().isEmpty()) {
        m_problems.error(found->place, u"%1 is empty"_s.arg(quoted(key)), u"a text"_s);
    }
    return text;
}

std::optional<int> MapReader::integer(const QString &key, int least, int most)
{
    const YamlNode *found = find(key);
    if (!found) {
        return std::nullopt;
    }
    bool ok = found->kind == YamlNode::Kind::Scalar && found->type == ScalarType::Integer;
    const int value = ok ? found->text.toInt(&ok) : 0;
    if (!ok || value < least || value > most) {
        m_problems.error(found->place, u"%1 as %2"_s.arg(describe(*found), quoted(key)),
                         u"a whole number from %1 to %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return value;
}

std::optional<double> MapReader::number(const QString &key, double least, double most)
{
    const YamlNode *found = find(key);
    if (!found) {
        return std::nullopt;
    }
    bool ok = found->kind == YamlNode::Kind::Scalar
        && (found->type == ScalarType::Integer || found->type == ScalarType::Float);
    const double value = ok ? found->text.toDouble(&ok) : 0;
    if (!ok || !(value >= least && value <= most)) {
        m_problems.error(found->place, u"%1 as %2"_s.arg(describe(*found), quoted(key)),
                         u"a number from %1 to %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return value;
}

bool MapReader::truth(const QString &key, bool otherwise)
{
    const YamlNode *found = find(key);
    if (!found) {
        return otherwise;
    }
    if (found->kind != YamlNode::Kind::Scalar || found->type != ScalarType::Bool) {
        m_problems.error(found->place, u"%1 as %2"_s.arg(describe(*found), quoted(key)), u"true or false"_s);
        return otherwise;
    }
    const QString word = found->text.toLower();
    return word == "true"_L1 || word == "yes"_L1 || word == "on"_L1;
}

const std::vector<YamlNode> *MapReader::list(const QString &key)
{
    const YamlNode *found = find(key);
    if (!found) {
        return nullptr;
    }
    if (found->kind != YamlNode::Kind::Sequence) {
        m_problems.error(found->place, u"%1 as %2"_s.arg(describe(*found), quoted(key)), u"a list"_s);
        return nullptr;
    }
    return &found->items;
}

QStringList MapReader::texts(const QString &key)
{
    QStringList all;
    if (const auto *items = list(key)) {
        for (const YamlNode &item : *items) {
            if (const auto text = textOf(item, m_problems)) {
                all.append(*text);
            }
        }
    }
    return all;
}

QString MapReader::word(const QString &key, const QStringList &words)
{
    const YamlNode *found = find(key);
    if (!found) {
        return words.first();
    }
    const QString text = found->kind == YamlNode::Kind::Scalar ? found->text : QString();
    if (!words.contains(text)) {
        m_problems.error(found->place,
                         u"%1 as %2"_s.arg(describe(*found), quoted(key)) % didYouMean(text, words),
                         u"one of: %1"_s.arg(words.join(u", "_s)));
        return words.first();
    }
    return text;
}

void MapReader::finish()
{
    QStringList known = m_known;
    known.removeDuplicates();
    known.sort();
    for (const YamlEntry &each : m_node.entries) {
        if (!known.contains(each.key)) {
            m_problems.error(each.place,
                             u"unknown key %1"_s.arg(quoted(each.key)) % didYouMean(each.key, known),
                             u"one of: %1"_s.arg(known.join(u", "_s)));
        }
    }
}

} // namespace studio::content
