#include "ui/widgets/output_view.h"

#include "ui/widgets/output_block.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarginWidth = 20;

class Margin final : public QWidget
{
public:
    explicit Margin(OutputView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_view->paintMargin(painter, event->rect());
    }

private:
    OutputView *m_view;
};

} // namespace

OutputView::OutputView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_shown(*document())
    , m_margin(new Margin(this))
{
    setObjectName(u"outputText"_s);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setViewportMargins(kMarginWidth, 4, 4, 4);
    viewport()->setMouseTracking(true);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this] { m_margin->update(); });
}

void OutputView::setTheme(const editor::CodeTheme &theme, int percent)
{
    m_palette = OutputPalette(theme);
    m_shown.setPalette(m_palette);
    QFont font = theme.font;
    font.setPointSizeF(QFontInfo(theme.font).pointSizeF() * percent / 100.0);
    setFont(font);
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    QPalette colours = palette();
    colours.setColor(QPalette::Base, theme.background);
    colours.setColor(QPalette::Window, theme.background); // around the viewport
    colours.setColor(QPalette::Text, theme.text);
    colours.setColor(QPalette::Highlight, theme.selection);
    colours.setColor(QPalette::HighlightedText, theme.text);
    setPalette(colours);
}

void OutputView::setOwnFile(const QString &fileName)
{
    m_shown.setOwnFile(fileName);
}

bool OutputView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
}

bool OutputView::showLines(const OutputLines &lines, Redraw redraw)
{
    QScrollBar &bar = *verticalScrollBar();
    const bool following = redraw == Redraw::Fresh || (m_heldLine < 0 && isAtEnd());
    const QTextBlock top = firstVisibleBlock();
    const qint64 topLine = m_heldLine >= 0 ? m_heldLine : m_shown.lineOf(top.blockNumber());
    const int within = bar.value() - top.firstLineNumber();
    setUpdatesEnabled(false);
    if (redraw != Redraw::Changes) {
        m_shown.clear();
    }
    const bool all = m_shown.update(lines);
    m_heldLine = following || all || (redraw == Redraw::Changes && m_heldLine < 0) ? -1 : topLine;
    if (following) {
        bar.setValue(bar.maximum());
    } else {
        const QTextBlock block = document()->findBlockByNumber(m_shown.blockOf(topLine));
        bar.setValue(block.firstLineNumber() + within);
    }
    setUpdatesEnabled(true);
    return all;
}

/// A mark at the first of several lines of one kind, and a bar along all of them.
void OutputView::paintMargin(QPainter &painter, const QRect &area)
{
    painter.fillRect(area, m_palette.theme().background);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF place
            = blockBoundingGeometry(block).translated(contentOffset()).translated(0, viewport()->y());
        if (place.top() > area.bottom()) {
            break;
        }
        const OutputKind kind = OutputBlock::of(block).kind;
        painter.setPen(m_palette.colour(kind));
        if (kind == OutputKind::Err) {
            painter.fillRect(QRectF(kMarginWidth - 4, place.top(), 3, place.height()),
                             m_palette.theme().error);
        }
        const bool first = !block.previous().isValid() || OutputBlock::of(block.previous()).kind != kind;
        if (first || kind == OutputKind::In) {
            const QRectF line(0, place.top(), kMarginWidth - 5, QFontMetricsF(font()).height());
            painter.drawText(line, Qt::AlignCenter, drawnMark(kind));
        }
        block = block.next();
    }
}

void OutputView::follow(int link)
{
    if (link == kWholeOutput) {
        Q_EMIT wholeRequested();
    } else if (link > 0) {
        Q_EMIT lineActivated(link);
    }
}

bool OutputView::goToLink(bool next)
{
    const auto step = [next](const QTextBlock &block) { return next ? block.next() : block.previous(); };
    QTextBlock block = textCursor().block();
    const bool onLink = OutputBlock::of(block).link > 0 && textCursor().hasSelection();
    for (block = onLink || !next ? step(block) : block; block.isValid(); block = step(block)) {
        if (OutputBlock::of(block).link == 0) {
            continue;
        }
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isAnchor()) {
                QTextCursor cursor(block);
                cursor.setPosition(it.fragment().position());
                cursor.setPosition(it.fragment().position() + it.fragment().length(),
                                   QTextCursor::KeepAnchor);
                setTextCursor(cursor);
                return true;
            }
        }
    }
    return false;
}

bool OutputView::focusNextPrevChild(bool next)
{
    return (hasFocus() && goToLink(next)) || QPlainTextEdit::focusNextPrevChild(next);
}

void OutputView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int link = OutputBlock::of(textCursor().block()).link;
    if (enter && !event->modifiers() && link > 0) {
        follow(link);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void OutputView::mouseMoveEvent(QMouseEvent *event)
{
    const bool link = !anchorAt(event->position().toPoint()).isEmpty();
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QPlainTextEdit::mouseMoveEvent(event);
}

void OutputView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const QString link = anchorAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !link.isEmpty() && !textCursor().hasSelection()) {
        follow(link.toInt());
    }
}

void OutputView::resizeEvent(QResizeEvent *event)
{
    const bool following = isAtEnd();
    QPlainTextEdit::resizeEvent(event);
    if (following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    const QRect inner = contentsRect();
    m_margin->setGeometry(inner.left(), inner.top(), kMarginWidth, inner.height());
}

QMimeData *OutputView::createMimeDataFromSelection() const
{
    const QTextCursor selection = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(selection.selectionStart());
         block.isValid() && block.position() <= selection.selectionEnd(); block = block.next()) {
        if (block.position() > selection.selectionStart()) {
            text += u'\n';
        }
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment piece = it.fragment();
            const int from = std::max(piece.position(), selection.selectionStart());
            const int to = std::min(piece.position() + piece.length(), selection.selectionEnd());
            if (to > from && !piece.charFormat().hasProperty(kSpoken)) {
                text += piece.text().mid(from - piece.position(), to - from);
            }
        }
    }
    auto *copied = new QMimeData;
    copied->setText(text);
    return copied;
}

} // namespace studio::ui
