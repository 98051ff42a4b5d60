#pragma once

#include "content/yaml/yaml_node.h"

#include <QStringList>

namespace studio::content {

/// Reads the keys of a map one by one, reports wrong types and missing keys, and at the end the keys that
/// nobody asked for.
///
/// A key counts as known once it was asked for, so ask for all that may be there before finish().
class MapReader final
{
    Q_DISABLE_COPY_MOVE(MapReader)

public:
    /// `what` names the map in messages, e.g. "a case". Reports when the node is no map; then nothing is
    /// found.
    MapReader(const YamlNode &node, ProblemList &problems, QString what);

    bool isMap() const { return m_isMap; }

    SourcePlace place() const { return m_node.place; }

    const YamlNode *find(const QString &key); ///< Null when absent or empty (`key:` and nothing after it).
    const YamlNode *require(const QString &key, const QString &expected);
    bool has(const QString &key) const; ///< Doesn't make the key a known one.
    SourcePlace placeOf(const QString &key) const; ///< Of its value; of the map when absent.

    std::optional<QString> text(const QString &key);
    QString requireText(const QString &key); ///< Reports a blank one as well.
    std::optional<QString> anyText(const QString &key); ///< Takes a plain number or truth value as its text.
    std::optional<int> integer(const QString &key, int least, int most);
    std::optional<double> number(const QString &key, double least, double most);
    bool truth(const QString &key, bool otherwise);
    QStringList texts(const QString &key); ///< A list of texts.
    const std::vector<YamlNode> *list(const QString &key);

    /// One of some words; the first when absent.
    QString word(const QString &key, const QStringList &words);

    void finish();

private:
    const YamlEntry *entry(const QString &key) const;

    const YamlNode &m_node;
    ProblemList &m_problems;
    QString m_what;
    QStringList m_known;
    bool m_isMap = false;
};

/// The text of a node; reports and gives nothing when it is of another type. `any`: a plain number or truth
/// value is a text too.
std::optional<QString> textOf(const YamlNode &node, ProblemList &problems, bool any = false);

} // namespace studio::content
