#include "content/forum/post_html.h"

#include "content/forum/post_link.h"
#include "content/forum/visible_text.h"
#include "content/html_rules.h"
#include "content/html_scan.h"
#include "content/sanitizer.h"

#include <QRegularExpression>

#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostParts = 400; ///< Boxes of their own; what comes after stays in the text.

const GumboNode &nodeAt(const GumboVector &nodes, unsigned index)
{
    return *static_cast<const GumboNode *>(nodes.data[index]);
}

bool isElement(const GumboNode &node, GumboTag tag)
{
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML
        && node.v.element.tag == tag;
}

bool isText(const GumboNode &node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE
        || node.type == GUMBO_NODE_CDATA;
}

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

/// The letters of all that is inside; of pictures what they say of themselves.
void appendText(const GumboNode &node, QString &text)
{
    if (isText(node)) {
        text += QString::fromUtf8(node.v.text.text);
    } else if (isElement(node, GUMBO_TAG_IMG)) {
        text += attribute(node.v.element, "alt");
    } else if (node.type == GUMBO_NODE_ELEMENT) {
        for (unsigned i = 0; i < node.v.element.children.length; ++i) {
            appendText(nodeAt(node.v.element.children, i), text);
        }
    }
}

QString languageOf(const GumboElement &code)
{
    static const QRegularExpression language(u"\\Alanguage-([A-Za-z0-9_+#.-]{1,32})\\z"_s);
    return language.match(attribute(code, "class")).captured(1).toLower();
}

class PieceWriter final
{
public:
    explicit PieceWriter(const QUrl &platform)
        : m_platform(platform)
    {
    }

    PostPieces write(const GumboElement &body)
    {
        for (unsigned i = 0; i < body.children.length; ++i) {
            topLevel(nodeAt(body.children, i));
        }
        flush();
        return std::move(m_pieces);
    }

private:
    bool hasRoom() const { return m_pieces.parts.size() < kMostParts; }

    void flush()
    {
        if (!m_html.trimmed().isEmpty()) {
            PostPart part;
            part.html = m_html.trimmed();
            m_pieces.parts.push_back(part);
        }
        m_html.clear();
    }

    void topLevel(const GumboNode &node)
    {
        if (isElement(node, GUMBO_TAG_PRE) && node.v.element.children.length == 1
            && isElement(nodeAt(node.v.element.children, 0), GUMBO_TAG_CODE) && hasRoom()) {
            codeBlock(nodeAt(node.v.element.children, 0));
        } else if (isElement(node, GUMBO_TAG_P)) {
            paragraph(node.v.element);
        } else {
            this->node(node);
        }
    }

    void codeBlock(const GumboNode &code)
    {
        flush();
        PostPart part;
        part.kind = PostPart::Kind::Code;
        QString text;
        appendText(code, text);
        part.code = visibleText(text, TextSort::Code);
        part.language = languageOf(code.v.element);
        m_pieces.text += part.code % u'\n';
        m_pieces.parts.push_back(part);
    }

    /// Pictures stand between the pieces of their paragraph.
    void paragraph(const GumboElement &element)
    {
        qsizetype start = m_html.size();
        m_html += u"<p>"_s;
        const auto close = [&] {
            if (QStringView(m_html).mid(start + 3).trimmed().isEmpty()) {
                m_html.truncate(start);
            } else {
                m_html += u"</p>"_s;
            }
        };
        for (unsigned i = 0; i < element.children.length; ++i) {
            const GumboNode &child = nodeAt(element.children, i);
            if (!isElement(child, GUMBO_TAG_IMG) || !hasRoom() || !pictureBox(child.v.element, close)) {
                node(child);
                continue;
            }
            start = m_html.size();
            m_html += u"<p>"_s;
        }
        close();
        m_pieces.text += u'\n';
    }

    bool pictureBox(const GumboElement &element, const std::function<void()> &closeParagraph)
    {
        const auto address = pictureAddress(attribute(element, "src"));
        if (!address) {
            return false;
        }
        closeParagraph();
        flush();
        PostPart part;
        part.kind = PostPart::Kind::Picture;
        part.address = address->toString(QUrl::FullyEncoded);
        part.alternative = visibleLine(attribute(element, "alt"));
        m_pieces.text += part.alternative % u' ';
        m_pieces.parts.push_back(part);
        return true;
    }

    void node(const GumboNode &each)
    {
        if (isText(each)) {
            text(QString::fromUtf8(each.v.text.text));
        } else if (each.type == GUMBO_NODE_ELEMENT && each.v.element.tag_namespace == GUMBO_NAMESPACE_HTML) {
            element(each);
        }
    }

    void children(const GumboElement &element)
    {
        for (unsigned i = 0; i < element.children.length; ++i) {
            node(nodeAt(element.children, i));
        }
    }

    void text(const QString &some)
    {
        const QString visible = visibleText(some, m_code > 0 ? TextSort::Code : TextSort::Prose);
        m_html += visible.toHtmlEscaped();
        m_pieces.text += visible;
    }

    void element(const GumboNode &node)
    {
        const GumboElement &each = node.v.element;
        switch (ruleOf(each.tag)) {
        case TagRule::Drop:
            break;
        case TagRule::Unwrap:
            children(each);
            break;
        case TagRule::CheckMark:
            if (attribute(each, "type") == "checkbox"_L1) {
                text(gumbo_get_attribute(&each.attributes, "checked") ? u"☑ "_s : u"☐ "_s);
            }
            break;
        case TagRule::Picture:
            pictureInText(each);
            break;
        case TagRule::Keep:
            if (each.tag == GUMBO_TAG_A) {
                link(node);
            } else {
                keep(each);
            }
            break;
        }
    }

    void keep(const GumboElement &each)
    {
        const bool code = each.tag == GUMBO_TAG_PRE || each.tag == GUMBO_TAG_CODE;
        const QString name = nameOf(each.tag);
        m_html += u'<' % name;
        for (const char *known : {"start", "align", "class"}) {
            const QString value = attribute(each, known);
            if (!value.isEmpty() && isAllowed(each.tag, QString::fromLatin1(known), value)) {
                m_html += u' ' % QString::fromLatin1(known) % u"=\""_s % value.toHtmlEscaped() % u'"';
            }
        }
        m_html += u'>';
        if (isVoid(each.tag)) {
            m_pieces.text += u'\n';
            return;
        }
        m_code += code ? 1 : 0;
        children(each);
        m_code -= code ? 1 : 0;
        m_html += u"</"_s % name % u'>';
        if (each.tag != GUMBO_TAG_CODE && each.tag != GUMBO_TAG_EM && each.tag != GUMBO_TAG_STRONG
            && each.tag != GUMBO_TAG_DEL) {
            m_pieces.text += u'\n';
        }
    }

    /// The topic has the first two levels.
    static QString nameOf(GumboTag tag)
    {
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
            return u"h%1"_s.arg(std::min(static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 3, 6));
        }
        return QString::fromLatin1(gumbo_normalized_tagname(tag));
    }

    void link(const GumboNode &node)
    {
        const auto target = postLink(attribute(node.v.element, "href"), m_platform);
        if (!target || m_inLink) {
            children(node.v.element);
            return;
        }
        openLink(*target);
        QString shown;
        appendText(node, shown);
        m_inLink = true;
        if (shown.trimmed().isEmpty()) {
            text(target->where.isEmpty() ? target->address : target->where);
        } else {
            children(node.v.element);
        }
        m_inLink = false;
        m_html += u"</a>"_s;
        if (looksLikeOtherPlace(shown, *target)) {
            text(u" (%1)"_s.arg(target->where.isEmpty() ? target->address : target->where));
        }
    }

    void openLink(const PostLink &target)
    {
        m_html += u"<a href=\""_s % target.address.toHtmlEscaped() % u'"';
        if (!target.where.isEmpty()) {
            m_html += u" title=\""_s % target.where.toHtmlEscaped() % u'"';
        }
        m_html += u'>';
    }

    /// A picture that is no paragraph of its own part: a link to it, or what it shows.
    void pictureInText(const GumboElement &each)
    {
        const auto address = pictureAddress(attribute(each, "src"));
        const QString alternative = visibleLine(attribute(each, "alt"));
        if (!address || m_inLink) {
            text(alternative);
            return;
        }
        const PostLink target{address->toString(QUrl::FullyEncoded), address->host(QUrl::FullyEncoded)};
        openLink(target);
        text(alternative.isEmpty() ? target.where : alternative);
        m_html += u"</a>"_s;
        if (looksLikeOtherPlace(alternative, target)) {
            text(u" (%1)"_s.arg(target.where));
        }
    }

    const QUrl &m_platform;
    PostPieces m_pieces;
    QString m_html;
    int m_code = 0;
    bool m_inLink = false;
};

} // namespace

std::optional<PostPieces> piecesOf(const QByteArray &html, const QUrl &platform)
{
    const QByteArray bytes = "<!DOCTYPE html><body>" + html;
    if (htmlDepth(bytes, kDeepestHtml) > kDeepestHtml) {
        return {};
    }
    GumboOptions parsing = kGumboDefaultOptions;
    parsing.max_errors = 0;
    const auto destroy = [&parsing](GumboOutput *output) { gumbo_destroy_output(&parsing, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&parsing, bytes.constData(), static_cast<std::size_t>(bytes.size())),
        destroy);
    const GumboVector &parts = output->root->v.element.children;
    for (unsigned i = 0; i < parts.length; ++i) {
        if (isElement(nodeAt(parts, i), GUMBO_TAG_BODY)) {
            return PieceWriter(platform).write(nodeAt(parts, i).v.element);
        }
    }
    return PostPieces();
}

} // namespace studio::content
