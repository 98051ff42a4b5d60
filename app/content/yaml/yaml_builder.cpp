#include "content/yaml/yaml_builder.h"

#include "content/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDeepest = 40;
constexpr int kMostNodes = 100'000;

} // namespace

YamlBuilder::YamlBuilder(const SourceText &source, ProblemList &problems)
    : m_source(source)
    , m_problems(problems)
    , m_lineStarts{0}
{
    for (qsizetype at = source.text.indexOf(u'\n'); at >= 0; at = source.text.indexOf(u'\n', at + 1)) {
        m_lineStarts.push_back(at + 1);
    }
}

QStringView YamlBuilder::line(int index) const
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_lineStarts.size()) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index);
    const qsizetype start = m_lineStarts[at];
    const qsizetype end = at + 1 < m_lineStarts.size() ? m_lineStarts[at + 1] - 1 : m_source.text.size();
    return QStringView(m_source.text).mid(start, end - start);
}

SourcePlace YamlBuilder::placeOf(const YAML::Mark &mark) const
{
    // The parser counts bytes of UTF-8.
    int bytes = 0;
    int column = 1;
    for (const QChar c : line(mark.line)) {
        if (bytes >= mark.column) {
            break;
        }
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : c.isSurrogate() ? 2 : 3;
        column += c.isLowSurrogate() ? 0 : 1;
    }
    return m_source.atLine(mark.line + 1, column);
}

void YamlBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (++m_documents > 1) {
        throw YamlRefused{placeOf(mark), u"a second document in one file"_s,
                          u"one document; remove the ---"_s};
    }
}

void YamlBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    refuseExtras(mark, {}, anchor);
    YamlNode node;
    node.place = placeOf(mark);
    add(std::move(node));
}

void YamlBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t)
{
    throw YamlRefused{placeOf(mark), u"an alias (*name)"_s, u"the value itself, written out"_s};
}

void YamlBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    refuseExtras(mark, tag, anchor);
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.place = placeOf(mark);
    node.text = QString::fromStdString(value);
    if (tag == "?") {
        node.type = scalarTypeOf(node.text);
    } else if ((node.block = blockText(mark))) {
        node.block->text = node.text;
    }
    add(std::move(node));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value)
{
    refuseExtras(mark, tag, anchor);
    open(mark, YamlNode::Kind::Sequence);
}

void YamlBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value)
{
    refuseExtras(mark, tag, anchor);
    open(mark, YamlNode::Kind::Map);
}

void YamlBuilder::refuseExtras(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor) const
{
    if (anchor != YAML::NullAnchor) {
        throw YamlRefused{placeOf(mark), u"an anchor (&name)"_s,
                          u"no anchor; quotation marks around a text that begins with &"_s};
    }
    if (!tag.empty() && tag != "?" && tag != "!") {
        throw YamlRefused{placeOf(mark), u"a tag (%1)"_s.arg(QString::fromStdString(tag)),
                          u"no tag; quotation marks around a text that begins with !"_s};
    }
}

void YamlBuilder::open(const YAML::Mark &mark, YamlNode::Kind kind)
{
    if (m_open.size() >= kDeepest) {
        throw YamlRefused{placeOf(mark), u"nested too deeply"_s, u"at most %1 levels"_s.arg(kDeepest)};
    }
    Open level;
    level.node.kind = kind;
    level.node.place = placeOf(mark);
    m_open.push_back(std::move(level));
}

void YamlBuilder::close()
{
    YamlNode node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
}

void YamlBuilder::add(YamlNode node)
{
    if (++m_nodes > kMostNodes) {
        throw YamlRefused{node.place, u"more than %1 values"_s.arg(kMostNodes), u"a smaller file"_s};
    }
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    Open &level = m_open.back();
    if (level.node.kind == YamlNode::Kind::Sequence) {
        level.node.items.push_back(std::move(node));
    } else {
        addEntry(level, std::move(node));
    }
}

void YamlBuilder::addEntry(Open &map, YamlNode node)
{
    if (!map.hasKey) {
        if (node.kind != YamlNode::Kind::Scalar) {
            throw YamlRefused{node.place, u"%1 as a key"_s.arg(describe(node)), u"a word as a key"_s};
        }
        map.hasKey = true;
        map.key = node.text;
        map.keyPlace = node.place;
        return;
    }
    map.hasKey = false;
    auto &entries = map.node.entries;
    const auto first = std::find_if(entries.begin(), entries.end(),
                                    [&map](const YamlEntry &entry) { return entry.key == map.key; });
    if (first != entries.end()) {
        m_problems.error(map.keyPlace, u"the key %1 is here twice"_s.arg(quoted(map.key)),
                         u"it once; the first is in line %1"_s.arg(first->place.line));
        return;
    }
    entries.push_back({map.key, map.keyPlace, std::move(node)});
}

/// Finds the lines of a literal block scalar: the parser's mark is at its `|`.
std::optional<SourceText> YamlBuilder::blockText(const YAML::Mark &mark) const
{
    static const QRegularExpression header(u"\\|[+-]?([1-9])?[+-]?\\s*(#.*)?$"_s);
    if (!header.match(line(mark.line).toString()).hasMatch() || m_source.only) {
        return std::nullopt;
    }
    SourceText block;
    block.file = m_source.file;
    block.firstLine = m_source.firstLine + mark.line + 1;
    for (int at = mark.line + 1; static_cast<std::size_t>(at) < m_lineStarts.size(); ++at) {
        const QStringView text = line(at);
        const auto content = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' '; });
        if (content != text.end()) {
            block.indent = m_source.indent + static_cast<int>(content - text.begin());
            return block;
        }
    }
    return std::nullopt;
}

ScalarType scalarTypeOf(const QString &plain)
{
    static const QRegularExpression boolean(
        u"\\A(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\\z"_s);
    static const QRegularExpression integer(
        u"\\A[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)\\z"_s);
    static const QRegularExpression real(
        u"\\A(?:[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
        "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))\\z"_s);
    static const QRegularExpression date(
        u"\\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \\t]+[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?\\z"_s);
    if (plain.isEmpty() || plain.size() > 64) {
        return ScalarType::Text;
    }
    const QChar first = plain[0];
    if (boolean.match(plain).hasMatch()) {
        return ScalarType::Bool;
    }
    if (!first.isDigit() && first != u'+' && first != u'-' && first != u'.') {
        return ScalarType::Text;
    }
    if (integer.match(plain).hasMatch()) {
        return ScalarType::Integer;
    }
    if (real.match(plain).hasMatch()) {
        return ScalarType::Float;
    }
    return date.match(plain).hasMatch() ? ScalarType::Other : ScalarType::Text;
}

} // namespace studio::content
