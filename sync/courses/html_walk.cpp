#include "sync/courses/html_walk.h"

#include "sync/courses/markdown_text.h"

#include <gumbo.h>

#include <algorithm>
#include <functional>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

bool isText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
        || node->type == GUMBO_NODE_CDATA;
}

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT;
}

GumboTag tagOf(const GumboNode *node)
{
    return isElement(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

QString attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? QString() : QString::fromUtf8(found->value);
}

void eachChild(const GumboNode *node, const std::function<void(const GumboNode *)> &visit)
{
    if (!isElement(node)) {
        return;
    }
    const GumboVector &children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        visit(static_cast<const GumboNode *>(children.data[i]));
    }
}

/// What is inside is not for readers.
bool isHidden(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
        return true;
    default:
        return false;
    }
}

bool isSilent(GumboTag tag)
{
    return tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_TITLE;
}

bool isInline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
        return true;
    default:
        return false;
    }
}

int headingLevel(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
        return 2; // the title of the lesson is the only one above
    case GUMBO_TAG_H3:
        return 3;
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return 4;
    default:
        return 0;
    }
}

/// `mark` around what is in it, blanks outside: Markdown knows no emphasis that begins with one.
QString marked(const QString &inner, const QString &mark)
{
    const QString core = inner.trimmed();
    if (core.isEmpty()) {
        return inner;
    }
    const qsizetype before = inner.indexOf(core);
    return inner.left(before) + mark + core + mark + inner.mid(before + core.size());
}

QString indented(const QString &text, const QString &first, const QString &rest)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i == 0) {
            lines[i] = first + lines[i];
        } else if (!lines[i].isEmpty()) {
            lines[i] = rest + lines[i];
        }
    }
    return lines.join(u'\n');
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

QString HtmlWalk::text(const GumboNode *node, bool verbatim)
{
    if (isText(node)) {
        return QString::fromUtf8(node->v.text.text);
    }
    if (!isElement(node) || isHidden(tagOf(node))) {
        return {};
    }
    if (tagOf(node) == GUMBO_TAG_BR) {
        return u"\n"_s;
    }
    QString all;
    eachChild(node, [&all, verbatim](const GumboNode *child) {
        all += text(child, verbatim);
        if (!verbatim && isElement(child) && !isInline(tagOf(child))) {
            all += u' ';
        }
    });
    return all;
}

QString HtmlWalk::blocks(const GumboNode *node)
{
    Flow flow;
    walk(node, flow);
    endLine(flow);
    return joined(flow.blocks);
}

void HtmlWalk::walk(const GumboNode *node, Flow &flow)
{
    eachChild(node, [this, &flow](const GumboNode *child) { element(child, flow); });
}

void HtmlWalk::endLine(Flow &flow)
{
    QStringList lines;
    for (const QString &line : flow.line.split(u"\\\n"_s)) {
        if (!line.trimmed().isEmpty()) {
            lines.append(atLineStart(line));
        }
    }
    flow.blocks.append(lines.join(u"\\\n"_s));
    flow.line.clear();
}

void HtmlWalk::element(const GumboNode *node, Flow &flow)
{
    const GumboTag tag = tagOf(node);
    if (!isElement(node) || isInline(tag) || isHidden(tag)) {
        inlineInto(node, flow.line);
        return;
    }
    endLine(flow);
    if (const int level = headingLevel(tag)) {
        flow.blocks.append(heading(node, level));
    } else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_DIR) {
        flow.blocks.append(list(node, tag == GUMBO_TAG_OL));
    } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING) {
        flow.blocks.append(preformatted(node));
    } else if (tag == GUMBO_TAG_BLOCKQUOTE) {
        if (const QString inner = blocks(node); !inner.isEmpty()) {
            QStringList lines = inner.split(u'\n');
            for (QString &line : lines) {
                line = line.isEmpty() ? u">"_s : u"> "_s + line;
            }
            flow.blocks.append(lines.join(u'\n'));
        }
    } else if (tag == GUMBO_TAG_TABLE) {
        flow.blocks.append(table(node));
    } else if (tag == GUMBO_TAG_HR) {
        flow.blocks.append(u"***"_s);
    } else {
        walk(node, flow); // a paragraph, or a box of blocks
        endLine(flow);
    }
}

QString HtmlWalk::inlineOf(const GumboNode *node)
{
    QString line;
    eachChild(node, [this, &line](const GumboNode *child) { inlineInto(child, line); });
    return line;
}

void HtmlWalk::inlineInto(const GumboNode *node, QString &line)
{
    if (isText(node)) {
        static const QString space = u" "_s;
        const QString raw = QString::fromUtf8(node->v.text.text);
        QString words = escaped(raw.simplified());
        if (words.isEmpty()) {
            line += line.isEmpty() || line.endsWith(u' ') ? QString() : space;
            return;
        }
        const bool before = raw.front().isSpace() && !line.isEmpty() && !line.endsWith(u' ');
        line += (before ? space : QString()) + words + (raw.back().isSpace() ? space : QString());
        return;
    }
    if (!isElement(node)) {
        return;
    }
    const GumboTag tag = tagOf(node);
    if (isHidden(tag)) {
        if (!isSilent(tag)) {
            m_conversion.note(u"left out: <%1>"_s.arg(QString::fromLatin1(gumbo_normalized_tagname(tag))));
        }
        return;
    }
    switch (tag) {
    case GUMBO_TAG_BR:
        line += u"\\\n"_s;
        return;
    case GUMBO_TAG_IMG:
        line += picture(node);
        return;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
        line += codeSpan(text(node, true));
        return;
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B:
        line += marked(inlineOf(node), u"**"_s);
        return;
    case GUMBO_TAG_EM:
    case GUMBO_TAG_I:
        line += marked(inlineOf(node), u"*"_s);
        return;
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
        line += marked(inlineOf(node), u"~~"_s);
        return;
    case GUMBO_TAG_A: {
        const QString inner = inlineOf(node);
        const QString target = m_conversion.link(attribute(node, "href"));
        const bool whole = !target.isEmpty() && hasLetter(inner) && !inner.contains("]("_L1);
        line += whole ? u'[' + inner.trimmed().remove(u"\\\n"_s) + u"]("_s + target + u')' : inner;
        return;
    }
    default:
        line += inlineOf(node);
        if (!isInline(tag) && !line.endsWith(u' ')) {
            line += u' '; // a block where only words can stand
        }
    }
}

QString HtmlWalk::picture(const GumboNode *node)
{
    QString alternative = cleanLine(attribute(node, "alt"));
    if (!hasLetter(alternative)) {
        alternative = u"Picture"_s;
    }
    const QString path = m_conversion.picture(attribute(node, "src"));
    if (path.isEmpty()) {
        return escaped(u"(%1)"_s.arg(alternative));
    }
    return u"!["_s + escaped(alternative) + u"]("_s + path + u')';
}

QString HtmlWalk::heading(const GumboNode *node, int level)
{
    const QString line = inlineOf(node).replace(u"\\\n"_s, u" "_s).simplified();
    if (!hasLetter(text(node))) {
        return atLineStart(line);
    }
    QString words = line;
    while (words.endsWith(u'#')) { // would be taken for the closing marks
        words.chop(1);
    }
    return QString(level, u'#') + u' ' + words.trimmed();
}

QString HtmlWalk::list(const GumboNode *node, bool ordered)
{
    QStringList items;
    int number = 0;
    eachChild(node, [&](const GumboNode *child) {
        if (isText(child) && QString::fromUtf8(child->v.text.text).trimmed().isEmpty()) {
            return;
        }
        if (!isElement(child) && !isText(child)) {
            return;
        }
        const QString item = isElement(child) ? blocks(child) : escaped(text(child).simplified());
        if (!item.isEmpty()) {
            const QString mark = ordered ? u"%1. "_s.arg(++number) : u"- "_s;
            items.append(indented(item, mark, QString(mark.size(), u' ')));
        }
    });
    return items.join(u'\n');
}

QString HtmlWalk::table(const GumboNode *node)
{
    std::vector<QStringList> rows;
    const std::function<void(const GumboNode *)> gather = [&](const GumboNode *part) {
        eachChild(part, [&](const GumboNode *child) {
            if (tagOf(child) != GUMBO_TAG_TR) {
                gather(child);
                return;
            }
            QStringList cells;
            eachChild(child, [&](const GumboNode *cell) {
                if (tagOf(cell) == GUMBO_TAG_TD || tagOf(cell) == GUMBO_TAG_TH) {
                    cells.append(inlineOf(cell).replace(u"\\\n"_s, u" "_s).simplified());
                }
            });
            if (!cells.isEmpty()) {
                rows.push_back(cells);
            }
        });
    };
    gather(node);
    if (rows.empty()) {
        return {};
    }
    const qsizetype width = rows.front().size();
    QStringList lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QStringList cells = rows[i];
        cells.resize(width);
        lines.append(u"| "_s + cells.join(u" | "_s) + u" |"_s);
        if (i == 0) {
            lines.append(u"|"_s + u" --- |"_s.repeated(width));
        }
    }
    return lines.join(u'\n');
}

QString HtmlWalk::preformatted(const GumboNode *node)
{
    QString language;
    const auto fromClass = [&language](const GumboNode *element) {
        for (const QString &name : attribute(element, "class").split(u' ', Qt::SkipEmptyParts)) {
            if (name.startsWith("language-"_L1)) {
                language = name.mid(9);
            }
        }
    };
    fromClass(node);
    eachChild(node, [&fromClass](const GumboNode *child) {
        if (isElement(child)) {
            fromClass(child);
        }
    });
    return fenced(text(node, true), fenceLanguage(language));
}

} // namespace studio::sync
