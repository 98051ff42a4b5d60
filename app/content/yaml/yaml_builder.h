#pragma once

#include "content/yaml/yaml_node.h"

#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <vector>

namespace studio::content {

/// Thrown out of the parser's callbacks when reading on makes no sense; never leaves parseYaml().
struct YamlRefused
{
    SourcePlace place;
    QString what;
    QString expected;
};

/// Makes the tree of the parser's events; keeps places, sees repeated keys, and bounds what a text can
/// become.
class YamlBuilder final : public YAML::EventHandler
{
    Q_DISABLE_COPY_MOVE(YamlBuilder)

public:
    YamlBuilder(const SourceText &source, ProblemList &problems);
    ~YamlBuilder() override = default;

    const SourceText &source() const { return m_source; }

    SourcePlace placeOf(const YAML::Mark &mark);

    std::optional<SourcePlace> openBracket() const; ///< Of the innermost { or [ that isn't closed yet.

    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &mark) override;

    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;

    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        YamlNode node;
        QString key; ///< Of maps: the key that waits for its value.
        SourcePlace keyPlace;
        bool hasKey = false;
        bool bracket = false; ///< Written with { or [.
        QHash<QString, int> lines; ///< Of maps: where each key stands.
    };

    /// A mark of the parser as it is in the text.
    struct Spot
    {
        int line = -1; ///< From 0.
        int bytes = 0;
        qsizetype offset = 0;
        int column = 1;
    };

    void refuseExtras(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor);
    void open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::EmitterStyle::value style);
    void close();
    void add(YamlNode node);
    void addEntry(Open &map, YamlNode node);
    void readQuoted(const YAML::Mark &mark, YamlNode &node);
    bool isClosed(qsizetype from) const;
    Spot spotOf(const YAML::Mark &mark);
    std::optional<SourceText> blockText(const YAML::Mark &mark) const;
    QStringView line(int index) const;

    const SourceText &m_source;
    ProblemList &m_problems;
    std::vector<qsizetype> m_lineStarts;
    Spot m_spot; ///< The last one, to go on from.
    std::vector<Open> m_open;
    YamlNode m_root;
    int m_nodes = 0;
    int m_documents = 0;
};

ScalarType scalarTypeOf(const QString &plain);

} // namespace studio::content
