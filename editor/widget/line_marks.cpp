#include "editor/widget/line_marks.h"

#include "editor/language/indentation.h"
#include "editor/widget/text_area.h"
#include "editor/widget/text_style.h"

#include <QImage>
#include <QMap>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace studio::editor {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr int kErrorMarker = 1;
constexpr int kWarningMarker = 2;
constexpr int kInfoMarker = 3;
constexpr int kSymbolSize = 14;
constexpr int kLongestMessage = 2000;

int markerOf(LineMark::Kind kind)
{
    switch (kind) {
    case LineMark::Kind::Error:
        return kErrorMarker;
    case LineMark::Kind::Warning:
        return kWarningMarker;
    case LineMark::Kind::Info:
        break;
    }
    return kInfoMarker;
}

int noteOf(LineMark::Kind kind)
{
    switch (kind) {
    case LineMark::Kind::Error:
        return kErrorNote;
    case LineMark::Kind::Warning:
        return kWarningNote;
    case LineMark::Kind::Info:
        break;
    }
    return kInfoNote;
}

/// A disc with a sign in it, so that colour is not all that tells.
QImage symbol(const QColor &colour, const QColor &sign, const QString &text)
{
    QImage image(kSymbolSize, kSymbolSize, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0.5, 0.5, kSymbolSize - 1, kSymbolSize - 1));
    QFont font;
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(sign);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    return image;
}

QString broken(const QString &message, int columns)
{
    QStringList lines;
    for (const QString &line : message.left(kLongestMessage).split(u'\n')) {
        qsizetype from = 0;
        do {
            qsizetype length = std::min<qsizetype>(columns, line.size() - from);
            if (from + length < line.size()) {
                const qsizetype space = line.lastIndexOf(u' ', from + length);
                length = space > from ? space - from + 1 : length;
            }
            lines << u"  "_s + line.mid(from, length);
            from += length;
        } while (from < line.size());
    }
    return lines.join(u'\n');
}

} // namespace

LineMarks::LineMarks(TextArea &area)
    : m_area(area)
{
    m_area.send(Sci::SCI_ANNOTATIONSETVISIBLE, Sci::ANNOTATION_STANDARD);
    m_area.send(Sci::SCI_SETMARGINMASKN, kSymbolMargin,
                (1 << kErrorMarker) | (1 << kWarningMarker) | (1 << kInfoMarker));
    m_area.send(Sci::SCI_SETMARGINMASKN, kNumberMargin, 0);
}

void LineMarks::set(const std::vector<LineMark> &marks)
{
    clear();
    const long lines = m_area.send(Sci::SCI_GETLINECOUNT);
    for (const LineMark &mark : marks) {
        const long line = std::clamp<long>(mark.line - 1, 0, lines - 1);
        Note note;
        note.marker = markerOf(mark.kind);
        note.style = noteOf(mark.kind);
        note.message = mark.message;
        note.handle = static_cast<int>(m_area.send(Sci::SCI_MARKERADD, line, note.marker));
        m_notes.push_back(note);
        underline(mark, line);
    }
    m_wrappedAt = 0;
    wrap();
}

void LineMarks::clear()
{
    m_notes.clear();
    m_area.send(Sci::SCI_ANNOTATIONCLEARALL);
    for (const int marker : {kErrorMarker, kWarningMarker, kInfoMarker}) {
        m_area.send(Sci::SCI_MARKERDELETEALL, marker);
    }
    for (const int indicator : {kErrorIndicator, kWarningIndicator}) {
        m_area.send(Sci::SCI_SETINDICATORCURRENT, indicator);
        m_area.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_area.send(Sci::SCI_GETLENGTH));
    }
}

void LineMarks::underline(const LineMark &mark, long line) const
{
    if (mark.kind == LineMark::Kind::Info) {
        return;
    }
    const TextRange range = m_area.lineRange(line);
    const long indent = static_cast<long>(leadingSpace(m_area.textIn(range)).size());
    m_area.send(Sci::SCI_SETINDICATORCURRENT,
                mark.kind == LineMark::Kind::Error ? kErrorIndicator : kWarningIndicator);
    m_area.send(Sci::SCI_INDICATORFILLRANGE, range.start + indent, range.end - range.start - indent);
}

void LineMarks::applyTheme(const CodeTheme &theme)
{
    const auto define = [this](int marker, const QImage &image) {
        m_area.send(Sci::SCI_RGBAIMAGESETWIDTH, image.width());
        m_area.send(Sci::SCI_RGBAIMAGESETHEIGHT, image.height());
        m_area.SendScintilla(Sci::SCI_MARKERDEFINERGBAIMAGE, static_cast<unsigned long>(marker), image);
    };
    define(kErrorMarker, symbol(theme.error, theme.background, u"×"_s));
    define(kWarningMarker, symbol(theme.warning, theme.background, u"!"_s));
    define(kInfoMarker, symbol(theme.accent, theme.background, u"i"_s));
    wrap();
}

int LineMarks::columns() const
{
    const long digit
        = m_area.SendScintilla(Sci::SCI_TEXTWIDTH, static_cast<uintptr_t>(Sci::STYLE_DEFAULT), "0");
    const long margins = m_area.send(Sci::SCI_GETMARGINWIDTHN, kNumberMargin)
        + m_area.send(Sci::SCI_GETMARGINWIDTHN, kSymbolMargin);
    const long room = (m_area.viewport()->width() - margins) / std::max(1L, digit) - 4;
    return static_cast<int>(std::clamp(room, 20L, 100L));
}

void LineMarks::wrap()
{
    if (m_notes.empty() || columns() == m_wrappedAt) {
        return;
    }
    m_wrappedAt = columns();
    QMap<long, QStringList> texts;
    QMap<long, int> styles;
    for (const Note &note : m_notes) {
        const long line = m_area.send(Sci::SCI_MARKERLINEFROMHANDLE, note.handle);
        if (line >= 0 && !note.message.isEmpty()) {
            texts[line] << broken(note.message, m_wrappedAt);
            styles[line] = std::min(styles.value(line, note.style), note.style); // the gravest
        }
    }
    for (auto each = texts.cbegin(); each != texts.cend(); ++each) {
        m_area.sendText(Sci::SCI_ANNOTATIONSETTEXT, each.key(), each->join(u'\n').toUtf8());
        m_area.send(Sci::SCI_ANNOTATIONSETSTYLE, each.key(), styles[each.key()]);
    }
}

QString LineMarks::spoken() const
{
    QStringList all;
    for (const Note &note : m_notes) {
        const long line = m_area.send(Sci::SCI_MARKERLINEFROMHANDLE, note.handle);
        if (line >= 0) {
            all << CodeEditor::tr("Line %1: %2").arg(line + 1).arg(note.message);
        }
    }
    return all.join(u' ');
}

} // namespace studio::editor
