#include "content/html_rules.h"

#include <QRegularExpression>

namespace studio::content {

using namespace Qt::StringLiterals;

// Tags are an open set: what no list names is handled by the default, which is the careful one.
TagRule ruleOf(GumboTag tag)
{
    switch (static_cast<int>(tag)) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B:
    case GUMBO_TAG_I:
    case GUMBO_TAG_U:
    case GUMBO_TAG_S:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
        return TagRule::Keep;
    case GUMBO_TAG_IMG:
        return TagRule::Picture;
    case GUMBO_TAG_INPUT:
        return TagRule::CheckMark;
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RTC:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BLINK:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_MARQUEE:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_UNKNOWN:
        return TagRule::Unwrap;
    default:
        return isTablePart(tag) ? TagRule::Keep : TagRule::Drop;
    }
}

bool isVoid(GumboTag tag)
{
    return tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR;
}

bool isTablePart(GumboTag tag)
{
    return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_THEAD
        || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TH
        || tag == GUMBO_TAG_TD;
}

bool isAllowed(GumboTag tag, const QString &name, const QString &value)
{
    static const QRegularExpression language(u"\\Alanguage-[A-Za-z0-9_+#.-]{1,32}\\z"_s);
    static const QRegularExpression tongue(u"\\A[A-Za-z0-9-]{1,35}\\z"_s);
    static const QRegularExpression number(u"\\A[0-9]{1,4}\\z"_s);
    static const QRegularExpression few(u"\\A[1-9][0-9]?\\z"_s);
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    if (name == "title"_L1) {
        return true;
    }
    if (name == "lang"_L1) {
        return tongue.match(value).hasMatch();
    }
    if (name == "dir"_L1) {
        return value == "ltr"_L1 || value == "rtl"_L1 || value == "auto"_L1;
    }
    if (name == "class"_L1) {
        return (tag == GUMBO_TAG_CODE && language.match(value).hasMatch())
            || (tag == GUMBO_TAG_LI && value == "task-list-item"_L1);
    }
    if (name == "align"_L1) {
        return cell && (value == "left"_L1 || value == "center"_L1 || value == "right"_L1);
    }
    if (name == "colspan"_L1 || name == "rowspan"_L1) {
        return cell && few.match(value).hasMatch();
    }
    if (name == "start"_L1 || name == "value"_L1) {
        return tag == (name == "start"_L1 ? GUMBO_TAG_OL : GUMBO_TAG_LI) && number.match(value).hasMatch();
    }
    if (name == "width"_L1 || name == "height"_L1) {
        return tag == GUMBO_TAG_IMG && number.match(value).hasMatch();
    }
    return name == "open"_L1 && tag == GUMBO_TAG_DETAILS && value.isEmpty();
}

} // namespace studio::content
