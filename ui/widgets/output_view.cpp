#include "ui/widgets/output_view.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarginWidth = 20;
constexpr int kSpoken = QTextFormat::UserProperty + 1;
constexpr int kKinds = 8; ///< A block's state is its link's line times this, plus its kind.

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

int stateOf(OutputKind kind, int link)
{
    return link * kKinds + static_cast<int>(kind);
}

OutputKind kindOf(const QTextBlock &block)
{
    return block.userState() < 0 ? OutputKind::Out : static_cast<OutputKind>(block.userState() % kKinds);
}

int linkOf(const QTextBlock &block)
{
    return block.userState() < 0 ? 0 : block.userState() / kKinds;
}

QString spokenMark(OutputKind kind)
{
    switch (kind) {
    case OutputKind::Err:
        return OutputView::tr("error:");
    case OutputKind::In:
        return OutputView::tr("input:");
    case OutputKind::Out:
    case OutputKind::Message:
    case OutputKind::Ended:
    case OutputKind::Failed:
        break;
    }
    return {};
}

QString drawnMark(OutputKind kind)
{
    switch (kind) {
    case OutputKind::Err:
        return u"!"_s;
    case OutputKind::In:
        return u"›"_s;
    case OutputKind::Ended:
        return u"✓"_s;
    case OutputKind::Failed:
        return u"×"_s;
    case OutputKind::Out:
    case OutputKind::Message:
        break;
    }
    return {};
}

} // namespace

OutputView::OutputView(QWidget *parent)
    : QPlainTextEdit(parent)
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
    m_theme = theme;
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
    m_ownFile = fileName;
}

QString OutputView::gapText(qint64 dropped)
{
    return tr("… %n lines left out …", nullptr, static_cast<int>(qMin<qint64>(dropped, 2'000'000'000)));
}

QString OutputView::foldText(qint64 hidden)
{
    return tr("… %n more characters", nullptr, static_cast<int>(qMin<qint64>(hidden, 2'000'000'000)));
}

/// The document is: the beginning, one line for the gap if there is one, and the end. Only what differs is
/// touched.
void OutputView::showLines(OutputLines &lines, bool anew)
{
    const bool following = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    const qint64 headEnd = std::min(lines.headEnd(), lines.total());
    const qint64 tailFrom = lines.tailStart();
    qint64 changed = anew ? 0 : lines.firstChanged();
    setUpdatesEnabled(false);
    // The last line shown may have become another one; and lines at the front of the end may be gone.
    if (anew) {
        clear();
        m_headShown = m_tailFrom = m_tailTo = m_droppedShown = 0;
    }
    const qint64 keptHead = std::min(m_headShown, changed);
    const int gap = m_droppedShown > 0 ? 1 : 0;
    const qint64 keptTail = std::max(m_tailFrom, std::min(m_tailTo, changed));
    removeBlocks(static_cast<int>(m_headShown + gap + keptTail - m_tailFrom),
                 static_cast<int>(m_tailTo - keptTail));
    m_tailTo = keptTail;
    const qint64 gone = std::min(m_tailTo, std::max(m_tailFrom, tailFrom)) - m_tailFrom;
    removeBlocks(static_cast<int>(m_headShown + gap), static_cast<int>(gone));
    removeBlocks(static_cast<int>(keptHead), static_cast<int>(m_headShown - keptHead));
    m_headShown = keptHead;

    for (; m_headShown < headEnd; ++m_headShown) {
        insertLine(static_cast<int>(m_headShown), lines.line(m_headShown));
    }
    if (lines.dropped() != m_droppedShown) {
        removeBlocks(static_cast<int>(m_headShown), gap);
        insertLine(static_cast<int>(m_headShown),
                   {gapText(lines.dropped()),
                    {{0, static_cast<int>(gapText(lines.dropped()).size()), {OutputKind::Message}}}});
        m_droppedShown = lines.dropped();
    }
    m_tailFrom = tailFrom;
    m_tailTo = std::max(m_tailTo, tailFrom);
    for (; m_tailTo < lines.total(); ++m_tailTo) {
        const qint64 block = m_headShown + (m_droppedShown > 0 ? 1 : 0) + m_tailTo - m_tailFrom;
        insertLine(static_cast<int>(block), lines.line(m_tailTo));
    }
    lines.markSeen();
    setUpdatesEnabled(true);
    if (following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
}

/// A document always has one block: the last line that goes leaves it empty, without a state.
void OutputView::removeBlocks(int from, int count)
{
    if (count <= 0) {
        return;
    }
    QTextCursor cursor(document()->findBlockByNumber(from));
    const int last = from + count - 1;
    const QTextBlock after = document()->findBlockByNumber(last + 1);
    if (after.isValid()) {
        cursor.setPosition(after.position(), QTextCursor::KeepAnchor);
    } else {
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    }
    const int state = after.isValid() ? after.userState() : -1;
    cursor.removeSelectedText();
    if (!after.isValid() && from > 0) {
        cursor.deletePreviousChar();
    } else {
        cursor.block().setUserState(state);
    }
}

void OutputView::insertLine(int block, const OutputLine &line)
{
    QTextCursor cursor(document());
    const QTextBlock there = document()->findBlockByNumber(block);
    if (!there.isValid()) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertBlock();
    } else if (block > 0 || m_headShown + m_tailTo - m_tailFrom > 0 || m_droppedShown > 0) {
        cursor.setPosition(there.position());
        const int state = there.userState();
        cursor.insertBlock();
        cursor.block().setUserState(state);
        cursor.movePosition(QTextCursor::PreviousBlock);
    }
    qsizetype start = 0;
    qsizetype length = 0;
    const int link = linkIn(line, start, length);
    cursor.block().setUserState(stateOf(line.kind(), link));
    insertSpans(cursor, line);
    if (link > 0) {
        const int mark = static_cast<int>(spokenMark(OutputKind::Err).size()) + 1;
        QTextCursor anchor(cursor.block());
        anchor.setPosition(cursor.block().position() + mark + static_cast<int>(start));
        anchor.setPosition(anchor.position() + static_cast<int>(length), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorHref(QString::number(link));
        format.setForeground(m_theme.accent);
        format.setFontUnderline(true);
        anchor.mergeCharFormat(format);
    }
}

void OutputView::insertSpans(QTextCursor &cursor, const OutputLine &line)
{
    OutputKind before = OutputKind::Out;
    for (const OutputSpan &span : line.spans) {
        const QString spoken = spokenMark(span.style.kind);
        if (span.style.kind != before && !spoken.isEmpty()) {
            QTextCharFormat unseen;
            unseen.setProperty(QTextFormat::FontPixelSize, 1);
            unseen.setForeground(Qt::transparent);
            unseen.setProperty(kSpoken, true);
            cursor.insertText(spoken + QChar(QChar::Nbsp), unseen);
        }
        before = span.style.kind;
        cursor.insertText(line.text.mid(span.start, span.length), formatFor(span.style));
    }
    if (line.hidden > 0) {
        cursor.insertText(foldText(line.hidden), formatFor({OutputKind::Message}));
    }
}

/// The learner's line that a line of a traceback names; 0 when it names none.
int OutputView::linkIn(const OutputLine &line, qsizetype &start, qsizetype &length) const
{
    static const QRegularExpression place(u"^\\s*(File \"([^\"]+)\", line ([0-9]{1,7}))"_s);
    if (m_ownFile.isEmpty() || line.kind() != OutputKind::Err) {
        return 0;
    }
    const auto match = place.match(line.text);
    const QString file = match.captured(2);
    if (!match.hasMatch() || (file != m_ownFile && !file.endsWith(u'/' + m_ownFile))) {
        return 0;
    }
    start = match.capturedStart(1);
    length = match.capturedLength(1);
    return match.captured(3).toInt();
}

QColor OutputView::colourFor(OutputStyle style) const
{
    switch (style.kind) {
    case OutputKind::In:
        return m_theme.accent;
    case OutputKind::Message:
    case OutputKind::Ended:
        return m_theme.muted;
    case OutputKind::Failed:
        return m_theme.error;
    case OutputKind::Out:
    case OutputKind::Err:
        break;
    }
    const QColor standard = style.kind == OutputKind::Err ? m_theme.error : m_theme.text;
    const QColor colours[]
        = {standard,       m_theme.muted,   m_theme.error,   m_theme.string, m_theme.warning,
           m_theme.accent, m_theme.keyword, m_theme.builtin, m_theme.text};
    return colours[style.colour > 8 ? style.colour - 8 : style.colour];
}

QTextCharFormat OutputView::formatFor(OutputStyle style) const
{
    QTextCharFormat format;
    format.setForeground(colourFor(style));
    if (style.bold) {
        format.setFontWeight(QFont::Bold);
    }
    return format;
}

/// A mark at the first of several lines of one kind, and a bar along all of them.
void OutputView::paintMargin(QPainter &painter, const QRect &area)
{
    painter.fillRect(area, m_theme.background);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF place
            = blockBoundingGeometry(block).translated(contentOffset()).translated(0, viewport()->y());
        if (place.top() > area.bottom()) {
            break;
        }
        const OutputKind kind = kindOf(block);
        painter.setPen(colourFor({kind}));
        if (kind == OutputKind::Err) {
            painter.fillRect(QRectF(kMarginWidth - 4, place.top(), 3, place.height()), m_theme.error);
        }
        const bool first = !block.previous().isValid() || kindOf(block.previous()) != kind;
        if (first || kind == OutputKind::In) {
            const QRectF line(0, place.top(), kMarginWidth - 5, QFontMetricsF(font()).height());
            painter.drawText(line, Qt::AlignCenter, drawnMark(kind));
        }
        block = block.next();
    }
}

bool OutputView::goToLink(bool next)
{
    const auto step = [next](const QTextBlock &block) { return next ? block.next() : block.previous(); };
    QTextBlock block = textCursor().block();
    const bool onLink = linkOf(block) > 0 && textCursor().hasSelection();
    for (block = onLink || !next ? step(block) : block; block.isValid(); block = step(block)) {
        if (linkOf(block) == 0) {
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
    if (enter && !event->modifiers() && linkOf(textCursor().block()) > 0) {
        Q_EMIT lineActivated(linkOf(textCursor().block()));
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
    const QString line = anchorAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !line.isEmpty() && !textCursor().hasSelection()) {
        Q_EMIT lineActivated(line.toInt());
    }
}

void OutputView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
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
