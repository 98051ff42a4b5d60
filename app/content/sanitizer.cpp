#include "content/sanitizer.h"

#include "content/html_rules.h"
#include "content/html_scan.h"
#include "content/web_address.h"

#include <gumbo.h>

#include <memory>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepestTable = 3; ///< Tables inside tables cost Qt's own text view minutes.

bool isDirectionControl(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/// Text that shows in another order than it has is a way to deceive: overrides and embeddings go everywhere,
/// isolates stay for right-to-left prose and go in code.
QString readable(const char *utf8, bool code)
{
    QString text;
    for (const QChar c : QString::fromUtf8(utf8)) {
        const char16_t u = c.unicode();
        const bool control = (u < 0x20 && u != '\t' && u != '\n') || (u >= 0x7f && u < 0xa0);
        const bool isolate = u >= 0x2066 && u <= 0x2069;
        if (!control && (!isDirectionControl(u) || (isolate && !code))) {
            text += c;
        }
    }
    return text;
}

class Serializer final
{
public:
    Serializer(const SanitizerOptions &options, SanitizedHtml &result)
        : m_options(options)
        , m_result(result)
    {
    }

    void children(const GumboVector &nodes, int depth)
    {
        for (unsigned i = 0; i < nodes.length; ++i) {
            node(*static_cast<const GumboNode *>(nodes.data[i]), depth);
        }
    }

private:
    void node(const GumboNode &each, int depth)
    {
        switch (each.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            text(readable(each.v.text.text, m_code > 0));
            break;
        case GUMBO_NODE_ELEMENT:
            element(each.v.element, depth);
            break;
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
            break;
        }
    }

    void text(const QString &some)
    {
        m_result.html += some.toHtmlEscaped();
        m_result.text += some;
    }

    void element(const GumboElement &each, int depth)
    {
        if (depth > kDeepestHtml || each.tag_namespace != GUMBO_NAMESPACE_HTML) {
            return;
        }
        switch (ruleOf(each.tag)) {
        case TagRule::Drop:
            break;
        case TagRule::Unwrap:
            children(each.children, depth + 1);
            break;
        case TagRule::CheckMark:
            checkMark(each);
            break;
        case TagRule::Picture:
            picture(each);
            break;
        case TagRule::Keep:
            keep(each, depth);
            break;
        }
    }

    void checkMark(const GumboElement &each)
    {
        const GumboAttribute *type = gumbo_get_attribute(&each.attributes, "type");
        if (type && qstricmp(type->value, "checkbox") == 0) {
            text(gumbo_get_attribute(&each.attributes, "checked") ? u"☑ "_s : u"☐ "_s);
        }
    }

    void picture(const GumboElement &each)
    {
        const GumboAttribute *source = gumbo_get_attribute(&each.attributes, "src");
        const GumboAttribute *alternative = gumbo_get_attribute(&each.attributes, "alt");
        HtmlReference reference{true, source ? QString::fromUtf8(source->value) : QString(),
                                alternative ? readable(alternative->value, false) : QString(), false};
        const auto path = coursePicture(m_options.folder, reference.address);
        reference.kept = path.has_value();
        if (path) {
            m_result.html += u"<img src=\"%1\" alt=\"%2\""_s.arg(courseAddress(*path).toHtmlEscaped(),
                                                                 reference.alternative.toHtmlEscaped());
            attributes(each);
            m_result.html += u'>';
        } else {
            m_result.html += reference.alternative.toHtmlEscaped();
        }
        m_result.text += reference.alternative;
        m_result.references.push_back(std::move(reference));
    }

    void keep(const GumboElement &each, int depth)
    {
        const bool table = each.tag == GUMBO_TAG_TABLE;
        const bool code = each.tag == GUMBO_TAG_PRE || each.tag == GUMBO_TAG_CODE;
        if (isTablePart(each.tag) && m_tables + (table ? 1 : 0) > kDeepestTable) {
            m_tables += table ? 1 : 0;
            children(each.children, depth + 1);
            m_tables -= table ? 1 : 0;
            return;
        }
        const QString name = QString::fromLatin1(gumbo_normalized_tagname(each.tag));
        m_result.html += u'<' % name;
        if (each.tag == GUMBO_TAG_A) {
            link(each);
        }
        attributes(each);
        m_result.html += u'>';
        if (isVoid(each.tag)) {
            m_result.text += u'\n';
            return;
        }
        if (each.tag == GUMBO_TAG_PRE && startsWithLineEnd(each)) {
            m_result.html += u'\n'; // the first one after <pre> does not count when read again
        }
        m_tables += table ? 1 : 0;
        m_code += code ? 1 : 0;
        children(each.children, depth + 1);
        m_code -= code ? 1 : 0;
        m_tables -= table ? 1 : 0;
        m_result.html += u"</"_s % name % u'>';
    }

    static bool startsWithLineEnd(const GumboElement &pre)
    {
        if (pre.children.length == 0) {
            return false;
        }
        const auto &first = *static_cast<const GumboNode *>(pre.children.data[0]);
        return (first.type == GUMBO_NODE_TEXT || first.type == GUMBO_NODE_WHITESPACE)
            && first.v.text.text[0] == '\n';
    }

    void link(const GumboElement &each)
    {
        const GumboAttribute *target = gumbo_get_attribute(&each.attributes, "href");
        if (!target) {
            return;
        }
        HtmlReference reference{false, QString::fromUtf8(target->value), {}, false};
        if (const auto safe = safeLink(reference.address)) {
            reference.kept = true;
            m_result.html += u" href=\""_s % safe->toHtmlEscaped() % u'"';
        }
        m_result.references.push_back(std::move(reference));
    }

    void attributes(const GumboElement &each)
    {
        for (unsigned i = 0; i < each.attributes.length; ++i) {
            const auto &attribute = *static_cast<const GumboAttribute *>(each.attributes.data[i]);
            if (attribute.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) {
                continue;
            }
            const QString name = QString::fromUtf8(attribute.name);
            const QString value = readable(attribute.value, false);
            if (isAllowed(each.tag, name, value)) {
                m_result.html += u' ' % name % u"=\""_s % value.toHtmlEscaped() % u'"';
            }
        }
    }

    const SanitizerOptions &m_options;
    SanitizedHtml &m_result;
    int m_tables = 0;
    int m_code = 0;
};

QString cutToBytes(const QString &text, qsizetype bytes)
{
    QString cut = text.left(bytes);
    while (cut.toUtf8().size() > bytes) {
        cut.chop(std::max<qsizetype>(1, (cut.toUtf8().size() - bytes) / 3));
    }
    return cut.size() < text.size() ? cut + u'…' : cut;
}

const GumboElement *bodyOf(const GumboOutput &output)
{
    const GumboVector &parts = output.root->v.element.children;
    for (unsigned i = 0; i < parts.length; ++i) {
        const auto &part = *static_cast<const GumboNode *>(parts.data[i]);
        if (part.type == GUMBO_NODE_ELEMENT && part.v.element.tag == GUMBO_TAG_BODY) {
            return &part.v.element;
        }
    }
    return nullptr;
}

} // namespace

QString plainTextAsHtml(const QString &text)
{
    return u"<pre>\n"_s % readable(text.toUtf8().constData(), true).toHtmlEscaped() % u"</pre>"_s;
}

SanitizedHtml sanitize(const QString &html, const SanitizerOptions &options)
{
    SanitizedHtml result;
    const QByteArray bytes = "<!DOCTYPE html><body>" + html.toUtf8();
    if (bytes.size() > options.largest || htmlDepth(bytes, kDeepestHtml) > kDeepestHtml) {
        result.text = cutToBytes(html, options.largest);
        result.html = plainTextAsHtml(result.text);
        return result;
    }
    GumboOptions parsing = kGumboDefaultOptions;
    parsing.max_errors = 0;
    const auto destroy = [&parsing](GumboOutput *output) { gumbo_destroy_output(&parsing, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&parsing, bytes.constData(), static_cast<std::size_t>(bytes.size())),
        destroy);
    if (const GumboElement *body = bodyOf(*output)) {
        Serializer(options, result).children(body->children, 0);
    }
    return result;
}

QString sanitizeHtml(const QString &html)
{
    return sanitize(html, {}).html;
}

} // namespace studio::content
