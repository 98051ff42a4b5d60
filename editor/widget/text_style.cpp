#include "editor/widget/text_style.h"

#include "editor/language/python_words.h"
#include "editor/widget/text_area.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace studio::editor {

using Sci = QsciScintillaBase;

namespace {

constexpr int kLexerStyles = 20;

QColor colourOf(const CodeTheme &theme, TokenKind kind)
{
    switch (kind) {
    case TokenKind::Plain:
        break;
    case TokenKind::Keyword:
        return theme.keyword;
    case TokenKind::String:
        return theme.string;
    case TokenKind::Number:
        return theme.number;
    case TokenKind::Comment:
        return theme.comment;
    case TokenKind::Builtin:
        return theme.builtin;
    case TokenKind::Name:
        return theme.name;
    }
    return theme.text;
}

void setColours(TextArea &area, int style, const QColor &text, const QColor &background)
{
    area.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(style), text);
    area.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(style), background);
}

/// Every style gets this font: the lexer's own ones are proportional.
void applyFont(TextArea &area, const CodeTheme &theme, int percent)
{
    const qreal points = QFontInfo(theme.font).pointSizeF() * percent / 100.0;
    area.sendText(Sci::SCI_STYLESETFONT, Sci::STYLE_DEFAULT, theme.font.family().toUtf8());
    area.send(Sci::SCI_STYLESETSIZEFRACTIONAL, Sci::STYLE_DEFAULT,
              std::lround(points * int(Sci::SC_FONT_SIZE_MULTIPLIER)));
    area.send(Sci::SCI_STYLESETWEIGHT, Sci::STYLE_DEFAULT, theme.font.weight());

    QFont font = theme.font;
    font.setPointSizeF(points);
    const QFontMetricsF metrics(font);
    const qreal pixels = QFontInfo(font).pixelSize();
    const long extra = std::max(0L, std::lround(pixels * theme.lineHeight - metrics.height()));
    area.send(Sci::SCI_SETEXTRAASCENT, extra / 2);
    area.send(Sci::SCI_SETEXTRADESCENT, extra - extra / 2);
}

void setIndicator(TextArea &area, int indicator, int style, const QColor &colour, bool under)
{
    area.send(Sci::SCI_INDICSETSTYLE, indicator, style);
    area.SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(indicator), colour);
    area.send(Sci::SCI_INDICSETALPHA, indicator, colour.alpha());
    area.send(Sci::SCI_INDICSETOUTLINEALPHA, indicator, 255);
    area.send(Sci::SCI_INDICSETUNDER, indicator, under ? 1 : 0);
}

void applyIndicators(TextArea &area, const CodeTheme &theme)
{
    setIndicator(area, kBlankIndicator, Sci::INDIC_FULLBOX, theme.blankBackground, true);
    setIndicator(area, kBlankLineIndicator, Sci::INDIC_COMPOSITIONTHICK, theme.accent, false);
    QColor hit = theme.warning;
    hit.setAlpha(60);
    setIndicator(area, kHitIndicator, Sci::INDIC_ROUNDBOX, hit, true);
    setIndicator(area, kErrorIndicator, Sci::INDIC_SQUIGGLE, theme.error, false);
    setIndicator(area, kWarningIndicator, Sci::INDIC_SQUIGGLE, theme.warning, false);
}

} // namespace

TokenKind kindOfStyle(int style)
{
    switch (style) {
    case QsciLexerPython::Keyword:
        return TokenKind::Keyword;
    case QsciLexerPython::Number:
        return TokenKind::Number;
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock:
        return TokenKind::Comment;
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::UnclosedString:
    case QsciLexerPython::DoubleQuotedFString:
    case QsciLexerPython::SingleQuotedFString:
    case QsciLexerPython::TripleSingleQuotedFString:
    case QsciLexerPython::TripleDoubleQuotedFString:
        return TokenKind::String;
    case QsciLexerPython::HighlightedIdentifier:
        return TokenKind::Builtin;
    case QsciLexerPython::ClassName:
    case QsciLexerPython::FunctionMethodName:
    case QsciLexerPython::Decorator:
        return TokenKind::Name;
    default:
        return TokenKind::Plain;
    }
}

void setLexer(TextArea &area, bool python)
{
    area.send(Sci::SCI_SETLEXER, python ? Sci::SCLEX_PYTHON : Sci::SCLEX_NULL);
    if (python) {
        area.sendText(Sci::SCI_SETKEYWORDS, 0, pythonKeywords());
        area.sendText(Sci::SCI_SETKEYWORDS, 1, pythonBuiltins());
        // `list.index` is not the builtin of that name.
        area.SendScintilla(Sci::SCI_SETPROPERTY, "lexer.python.keywords2.no.sub.identifiers", "1");
    }
    area.send(Sci::SCI_COLOURISE, 0, -1);
}

void applyTheme(TextArea &area, const CodeTheme &theme, int percent)
{
    applyFont(area, theme, percent);
    setColours(area, Sci::STYLE_DEFAULT, theme.text, theme.background);
    area.send(Sci::SCI_STYLECLEARALL);
    for (int style = 0; style < kLexerStyles; ++style) {
        const QColor colour = colourOf(theme, kindOfStyle(style));
        area.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(style), colour);
    }
    for (const int style : {QsciLexerPython::ClassName, QsciLexerPython::FunctionMethodName}) {
        area.send(Sci::SCI_STYLESETWEIGHT, style, QFont::DemiBold);
    }
    setColours(area, Sci::STYLE_LINENUMBER, theme.muted, theme.background);
    setColours(area, Sci::STYLE_BRACELIGHT, theme.accent, theme.selection);
    setColours(area, Sci::STYLE_BRACEBAD, theme.error, theme.errorBackground);
    setColours(area, kErrorNote, theme.error, theme.errorBackground);
    setColours(area, kWarningNote, theme.warning, theme.currentLine);
    setColours(area, kInfoNote, theme.text, theme.currentLine);
    area.SendScintilla(Sci::SCI_SETSELBACK, 1UL, theme.selection);
    area.SendScintilla(Sci::SCI_SETADDITIONALSELBACK, theme.selection);
    area.SendScintilla(Sci::SCI_SETCARETFORE, theme.accent);
    area.SendScintilla(Sci::SCI_SETADDITIONALCARETFORE, theme.accent);
    area.SendScintilla(Sci::SCI_SETCARETLINEBACK, theme.currentLine);
    applyIndicators(area, theme);
    area.setBlankColour(theme.accent);

    area.send(Sci::SCI_SETMARGINTYPEN, kNumberMargin, Sci::SC_MARGIN_NUMBER);
    area.send(Sci::SCI_SETMARGINTYPEN, kSymbolMargin, Sci::SC_MARGIN_COLOUR);
    area.SendScintilla(Sci::SCI_SETMARGINBACKN, static_cast<unsigned long>(kSymbolMargin), theme.background);
    area.send(Sci::SCI_SETMARGINWIDTHN, kSymbolMargin, area.send(Sci::SCI_TEXTHEIGHT) * 3 / 4);
    area.send(Sci::SCI_SETMARGINWIDTHN, 2, 0);
    area.send(Sci::SCI_SETMARGINLEFT, 0, 4);
    fitNumberMargin(area);
}

void fitNumberMargin(TextArea &area)
{
    const auto digits = std::max<qsizetype>(
        2, QByteArray::number(static_cast<qlonglong>(area.send(Sci::SCI_GETLINECOUNT))).size());
    const QByteArray widest = QByteArray(digits + 2, '9');
    const long width = area.SendScintilla(Sci::SCI_TEXTWIDTH, static_cast<uintptr_t>(Sci::STYLE_LINENUMBER),
                                          widest.constData());
    if (area.send(Sci::SCI_GETMARGINWIDTHN, kNumberMargin) != width) {
        area.send(Sci::SCI_SETMARGINWIDTHN, kNumberMargin, width);
    }
}

void showPrompts(TextArea &area, const Prompts &prompts)
{
    area.send(Sci::SCI_SETMARGINTYPEN, kNumberMargin, Sci::SC_MARGIN_TEXT);
    area.send(Sci::SCI_SETMARGINWIDTHN, kSymbolMargin, 0);
    const long width
        = area.SendScintilla(Sci::SCI_TEXTWIDTH, static_cast<uintptr_t>(Sci::STYLE_LINENUMBER), " 9999");
    if (area.send(Sci::SCI_GETMARGINWIDTHN, kNumberMargin) != width) {
        area.send(Sci::SCI_SETMARGINWIDTHN, kNumberMargin, width);
    }
    const long lines = area.send(Sci::SCI_GETLINECOUNT);
    for (long line = 0; line < lines; ++line) {
        area.SendScintilla(Sci::SCI_MARGINSETTEXT, static_cast<uintptr_t>(line),
                           (line == 0 ? prompts.first : prompts.next).constData());
        area.send(Sci::SCI_MARGINSETSTYLE, line, Sci::STYLE_LINENUMBER);
    }
}

} // namespace studio::editor
