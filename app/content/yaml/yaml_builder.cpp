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

YamlBuilder::Spot YamlBuilder::spotOf(const YAML::Mark &mark)
{
    const auto last = static_cast<int>(m_lineStarts.size()) - 1;
    const int at = std::clamp(mark.line, 0, last);
    if (m_spot.line != at || m_spot.bytes > mark.column) {
        m_spot = {at, 0, m_lineStarts[static_cast<std::size_t>(at)], 1};
    }
    // The parser counts bytes of UTF-8, and its marks mostly go forwards.
    while (m_spot.bytes < mark.column && m_spot.offset < m_source.text.size()) {
        const QChar c = m_source.text[m_spot.offset++];
        m_spot.bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
        m_spot.column += c.isLowSurrogate() ? 0 : 1;
    }
    return m_spot;
}

SourcePlace YamlBuilder::placeOf(const YAML::Mark &mark)
{
    const Spot spot = spotOf(mark);
    return m_source.atLine(spot.line + 1, spot.column);
}

std::optional<SourcePlace> YamlBuilder::openBracket() const
{
    const auto found
        = std::find_if(m_open.rbegin(), m_open.rend(), [](const Open &level) { return level.bracket; });
    return found == m_open.rend() ? std::nullopt : std::optional(found->node.place);
}

/// The parser takes a quotation that only the end of the file ends.
bool YamlBuilder::isClosed(qsizetype from) const
{
    const QChar quote = m_source.text[from];
    for (qsizetype at = from + 1; at < m_source.text.size(); ++at) {
        const QChar c = m_source.text[at];
        if (c == u'\\' && quote == u'"') {
            ++at;
        } else if (c == quote && quote == u'\'' && m_source.text.mid(at + 1, 1) == quote) {
            ++at;
        } else if (c == quote) {
            return true;
        }
    }
    return false;
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
    } else {
        readQuoted(mark, node);
    }
    add(std::move(node));
}

void YamlBuilder::readQuoted(const YAML::Mark &mark, YamlNode &node)
{
    const qsizetype at = spotOf(mark).offset;
    const QChar first = at < m_source.text.size() ? m_source.text[at] : QChar();
    if (first == u'|' && (node.block = blockText(mark))) {
        node.block->text = node.text;
    } else if ((first == u'"' || first == u'\'') && !isClosed(at)) {
        throw YamlRefused{node.place, u"the closing quotation mark is missing"_s,
                          u"a text in quotation marks"_s};
    }
}

void YamlBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    refuseExtras(mark, tag, anchor);
    open(mark, YamlNode::Kind::Sequence, style);
}

void YamlBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    refuseExtras(mark, tag, anchor);
    open(mark, YamlNode::Kind::Map, style);
}

void YamlBuilder::refuseExtras(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
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

void YamlBuilder::open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::EmitterStyle::value style)
{
    if (m_open.size() >= kDeepest) {
        throw YamlRefused{placeOf(mark), u"nested too deeply"_s, u"at most %1 levels"_s.arg(kDeepest)};
    }
    Open level;
    level.node.kind = kind;
    level.node.place = placeOf(mark);
    // A pair without brackets inside of brackets, [a: b], is a map of the same style.
    const QStringView rest = QStringView(m_source.text).mid(spotOf(mark).offset);
    level.bracket = style == YAML::EmitterStyle::Flow && (rest.startsWith(u'[') || rest.startsWith(u'{'));
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
    if (const auto first = map.lines.constFind(map.key); first != map.lines.constEnd()) {
        m_problems.error(map.keyPlace, u"the key %1 is here twice"_s.arg(quoted(map.key)),
                         u"it once; the first is in line %1"_s.arg(*first));
        return;
    }
    map.lines.insert(map.key, map.keyPlace.line);
    map.node.entries.push_back({map.key, map.keyPlace, std::move(node)});
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
