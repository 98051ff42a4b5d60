#include "content/html_scan.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <vector>

namespace studio::content {

namespace {

/// Opened again by the parser in each later block until they are closed, so only their own end ends them.
constexpr std::array<QByteArrayView, 14> kFormatting
    = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
constexpr std::array<QByteArrayView, 14> kVoid = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                  "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<QByteArrayView, 8> kRawText
    = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};

template<std::size_t size>
bool isOneOf(const std::array<QByteArrayView, size> &names, const QByteArray &name)
{
    return std::find(names.begin(), names.end(), QByteArrayView(name)) != names.end();
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class DepthScan final
{
public:
    DepthScan(const QByteArray &html, int limit)
        : m_html(html)
        , m_limit(limit)
    {
    }

    int run()
    {
        for (qsizetype at = m_html.indexOf('<'); at >= 0 && m_deepest <= m_limit;
             at = m_html.indexOf('<', at)) {
            at = readMarkup(at + 1);
        }
        return m_deepest;
    }

private:
    char at(qsizetype index) const { return index < m_html.size() ? m_html[index] : '\0'; }

    qsizetype readMarkup(qsizetype start)
    {
        if (m_html.mid(start, 3) == "!--") {
            return endOfComment(start + 3);
        }
        if (at(start) == '!' || at(start) == '?') {
            return after('>', start);
        }
        const bool closing = at(start) == '/';
        const qsizetype nameStart = closing ? start + 1 : start;
        if (!isLetter(at(nameStart))) {
            return start;
        }
        qsizetype nameEnd = nameStart;
        while (nameEnd < m_html.size() && m_html[nameEnd] != '>' && m_html[nameEnd] != '/'
               && static_cast<unsigned char>(m_html[nameEnd]) > ' ') {
            ++nameEnd;
        }
        const QByteArray name = m_html.mid(nameStart, nameEnd - nameStart).toLower();
        const qsizetype end = endOfTag(nameEnd);
        if (closing) {
            close(name);
            return end;
        }
        open(name);
        return isOneOf(kRawText, name) ? endOfRawText(name, end) : end;
    }

    qsizetype after(char c, qsizetype start) const
    {
        const qsizetype found = m_html.indexOf(c, start);
        return found < 0 ? m_html.size() : found + 1;
    }

    qsizetype endOfComment(qsizetype start) const
    {
        if (at(start) == '>' || m_html.mid(start, 2) == "->") {
            return start;
        }
        const qsizetype plain = m_html.indexOf("-->", start);
        const qsizetype odd = m_html.indexOf("--!>", start);
        const qsizetype first = plain < 0 ? odd : odd < 0 ? plain : std::min(plain, odd);
        return first < 0 ? m_html.size() : first + 3;
    }

    qsizetype endOfTag(qsizetype from) const
    {
        while (from < m_html.size() && m_html[from] != '>') {
            const char c = m_html[from++];
            if (c == '=') {
                while (from < m_html.size() && static_cast<unsigned char>(m_html[from]) <= ' ') {
                    ++from;
                }
                if (at(from) == '"' || at(from) == '\'') {
                    from = after(m_html[from], from + 1);
                }
            }
        }
        return std::min(from + 1, m_html.size());
    }

    /// The text of a raw element counts as read only to its own end tag.
    qsizetype endOfRawText(const QByteArray &name, qsizetype from) const
    {
        for (qsizetype each = m_html.indexOf("</", from); each >= 0; each = m_html.indexOf("</", each + 2)) {
            if (m_html.mid(each + 2, name.size()).toLower() == name) {
                return each;
            }
        }
        return m_html.size();
    }

    void open(const QByteArray &name)
    {
        if (isOneOf(kVoid, name)) {
            return;
        }
        m_open.push_back(name);
        m_deepest = std::max(m_deepest, static_cast<int>(m_open.size()));
    }

    void close(const QByteArray &name)
    {
        const auto found = std::find(m_open.rbegin(), m_open.rend(), name);
        if (found == m_open.rend()) {
            return;
        }
        auto kept = std::prev(found.base());
        for (auto each = found.base(); each != m_open.end(); ++each) {
            if (isOneOf(kFormatting, *each)) {
                *kept++ = *each;
            }
        }
        m_open.erase(kept, m_open.end());
    }

    const QByteArray &m_html;
    int m_limit;
    int m_deepest = 0;
    std::vector<QByteArray> m_open;
};

} // namespace

int htmlDepth(const QByteArray &html, int limit)
{
    return DepthScan(html, limit).run();
}

} // namespace studio::content
