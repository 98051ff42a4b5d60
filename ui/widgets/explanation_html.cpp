#include "ui/widgets/explanation_html.h"

#include <QStringList>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString style(const CodeLook &look)
{
    return u"font-family:'%1'; color:%2; background-color:%3;"_s.arg(look.family, look.colour.name(),
                                                                     look.background.name());
}

bool joinsOthers(QChar character)
{
    return u"=!<>+-*/&|:.~#^%?_"_s.contains(character);
}

/// Escaped. Of neighbours that the font would join, every second one gets a colour that nobody can tell from
/// the first: only characters of one format are joined, and Qt 6.4 has no other way.
QString withoutLigatures(const QString &code, const CodeLook &look)
{
    QColor other = look.colour;
    other.setBlue(other.blue() ^ 1);
    QString html;
    bool parted = false;
    for (qsizetype index = 0; index < code.size(); ++index) {
        const bool joined = index > 0 && joinsOthers(code[index]) && joinsOthers(code[index - 1]);
        parted = joined && !parted;
        const QString escaped = QString(code[index]).toHtmlEscaped();
        html += parted ? u"<span style=\"color:%1;\">%2</span>"_s.arg(other.name(), escaped) : escaped;
    }
    return html;
}

/// `code` between backticks; a backtick without a partner stays what it is.
QString inlineHtml(const QString &text, const CodeLook &look)
{
    const QStringList parts = text.split(u'`');
    QString html;
    for (qsizetype index = 0; index < parts.size(); ++index) {
        const bool isCode = index % 2 == 1 && index + 1 < parts.size();
        if (isCode) {
            html += u"<span style=\"%1\">%2</span>"_s.arg(style(look), withoutLigatures(parts[index], look));
        } else {
            html += (index % 2 == 1 ? u"`"_s : QString()) % parts[index].toHtmlEscaped();
        }
    }
    return html;
}

bool isCodeBlock(const QString &paragraph)
{
    return paragraph.startsWith("    "_L1);
}

QString blockHtml(const QString &paragraph, const CodeLook &look)
{
    QStringList lines = paragraph.split(u'\n');
    for (QString &line : lines) {
        line = withoutLigatures(line.mid(line.startsWith("    "_L1) ? 4 : 0), look);
    }
    return u"<pre style=\"%1 margin:2px 0 8px 0;\">%2</pre>"_s.arg(style(look), lines.join(u'\n'));
}

} // namespace

QString codeHtml(const QString &code, const CodeLook &look)
{
    return u"<p style=\"%1 margin:0; white-space:pre-wrap;\">%2</p>"_s.arg(
        style(look), withoutLigatures(code, look).replace(u'\n', u"<br/>"_s));
}

QString explanationHtml(const QString &text, const CodeLook &look)
{
    QStringList html;
    const QStringList paragraphs = text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs) {
        html.append(isCodeBlock(paragraph)
                        ? blockHtml(paragraph, look)
                        : u"<p style=\"margin:0 0 6px 0;\">%1</p>"_s.arg(inlineHtml(paragraph, look)));
    }
    return html.join(QString());
}

} // namespace studio::ui
