#include "ui/widgets/output_find_bar.h"

#include "ui/widgets/output_block.h"
#include "ui/widgets/output_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTargetHeight = 28;
constexpr int kLater = 200; ///< ms
constexpr int kBlocksMarked = 200; ///< From the first that can be seen on.

bool isSpoken(const QTextBlock &block, int position)
{
    QTextCursor cursor(block);
    cursor.setPosition(position + 1); // the format of the character before it
    return cursor.charFormat().hasProperty(kSpoken);
}

} // namespace

OutputFindBar::OutputFindBar(OutputView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_field(new QLineEdit(this))
    , m_case(makeButton(u"Aa"_s, tr("Match case (Alt+C)")))
    , m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find in the output"));
    setAttribute(Qt::WA_StyledBackground);
    m_field->setObjectName(u"outputFindField"_s);
    m_field->setPlaceholderText(tr("Find in the output"));
    m_field->setAccessibleName(tr("Find in the output"));
    m_field->setMinimumHeight(kTargetHeight);
    m_field->installEventFilter(this);
    m_case->setCheckable(true);
    m_result->setObjectName(u"outputFindResult"_s);
    m_result->setAccessibleName(tr("Result of the search"));
    layOut();
    m_later.setSingleShot(true);
    m_later.setInterval(kLater);
    const auto changed = [this] {
        if (isVisible() && !m_later.isActive()) {
            m_later.start();
        }
    };
    connect(m_view.document(), &QTextDocument::contentsChanged, this, changed);
    connect(&m_later, &QTimer::timeout, this, [this] {
        search();
        say(false);
    });
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isVisible()) {
            showHits();
        }
    });
    connect(m_field, &QLineEdit::textChanged, this, &OutputFindBar::termsChanged);
    connect(m_case, &QToolButton::toggled, this, &OutputFindBar::termsChanged);
    hide();
}

QToolButton *OutputFindBar::makeButton(const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(kTargetHeight + 4, kTargetHeight);
    return button;
}

void OutputFindBar::layOut()
{
    auto *previous = makeButton(u"↑"_s, tr("Previous (Shift+F3)"));
    auto *next = makeButton(u"↓"_s, tr("Next (F3)"));
    auto *away = makeButton(u"×"_s, tr("Close (Esc)"));
    connect(previous, &QToolButton::clicked, this, &OutputFindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &OutputFindBar::findNext);
    connect(away, &QToolButton::clicked, this, &OutputFindBar::close);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_case);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(away);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_result);
}

void OutputFindBar::open()
{
    const QTextCursor cursor = m_view.textCursor();
    m_from = cursor.selectionStart();
    const QString selected = cursor.selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar(QChar::ParagraphSeparator))) {
        m_field->setText(selected);
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
    say(false);
}

void OutputFindBar::close()
{
    hide();
    m_view.setExtraSelections({});
    m_view.setFocus(Qt::OtherFocusReason);
}

void OutputFindBar::search()
{
    m_hits.clear();
    const QString text = m_field->text();
    if (!text.isEmpty()) {
        for (QTextBlock block = m_view.document()->begin(); block.isValid() && m_hits.size() < kMostHits;
             block = block.next()) {
            searchBlock(block, text);
        }
    }
    showHits();
}

void OutputFindBar::searchBlock(const QTextBlock &block, const QString &text)
{
    const auto match = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const QString line = block.text();
    for (qsizetype at = line.indexOf(text, 0, match); at >= 0 && m_hits.size() < kMostHits;
         at = line.indexOf(text, at + text.size(), match)) {
        const int start = block.position() + static_cast<int>(at);
        if (!isSpoken(block, start)) {
            m_hits.push_back({start, static_cast<int>(text.size())});
        }
    }
}

/// While typing, the first hit at or after the place where the search began.
void OutputFindBar::termsChanged()
{
    search();
    const auto hit = std::find_if(m_hits.begin(), m_hits.end(),
                                  [this](const Hit &each) { return each.start >= m_from; });
    if (m_hits.empty()) {
        say(false);
    } else {
        const bool wrapped = hit == m_hits.end();
        goTo(wrapped ? 0 : static_cast<std::size_t>(hit - m_hits.begin()), wrapped);
    }
}

void OutputFindBar::findNext()
{
    search();
    const int from = m_view.textCursor().selectionEnd();
    const auto hit
        = std::find_if(m_hits.begin(), m_hits.end(), [from](const Hit &each) { return each.start >= from; });
    if (m_hits.empty()) {
        return say(false);
    }
    const bool wrapped = hit == m_hits.end();
    goTo(wrapped ? 0 : static_cast<std::size_t>(hit - m_hits.begin()), wrapped);
}

void OutputFindBar::findPrevious()
{
    search();
    const int from = m_view.textCursor().selectionStart();
    const auto hit = std::find_if(m_hits.rbegin(), m_hits.rend(),
                                  [from](const Hit &each) { return each.start + each.length <= from; });
    if (m_hits.empty()) {
        return say(false);
    }
    const bool wrapped = hit == m_hits.rend();
    goTo(wrapped ? m_hits.size() - 1 : static_cast<std::size_t>(m_hits.rend() - hit) - 1, wrapped);
}

void OutputFindBar::goTo(std::size_t hit, bool wrapped)
{
    QTextCursor cursor(m_view.document());
    cursor.setPosition(m_hits[hit].start);
    cursor.setPosition(m_hits[hit].start + m_hits[hit].length, QTextCursor::KeepAnchor);
    m_view.setTextCursor(cursor);
    showHits();
    say(wrapped);
}

void OutputFindBar::say(bool wrapped)
{
    if (m_field->text().isEmpty()) {
        m_result->setText(tr("Type what to look for."));
        return;
    }
    if (m_hits.empty()) {
        m_result->setText(tr("Not found: “%1”").arg(m_field->text()));
        return;
    }
    const int start = m_view.textCursor().selectionStart();
    const auto current = std::find_if(m_hits.begin(), m_hits.end(),
                                      [start](const Hit &each) { return each.start == start; });
    const QString all
        = m_hits.size() < kMostHits ? QString::number(m_hits.size()) : tr("more than %1").arg(kMostHits - 1);
    QString text = current == m_hits.end() ? tr("Found: %1").arg(all)
                                           : tr("%1 of %2").arg(current - m_hits.begin() + 1).arg(all);
    if (wrapped) {
        text += u" · "_s + tr("went on at the other end");
    }
    m_result->setText(text);
}

/// Only those near what can be seen: each mark costs at every painting.
void OutputFindBar::showHits()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock first = m_view.document()->findBlockByNumber(m_view.firstShownBlock());
    const QTextBlock last = m_view.document()->findBlockByNumber(first.blockNumber() + kBlocksMarked);
    const int end = last.isValid() ? last.position() : m_view.document()->characterCount();
    auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), first.position(),
                                [](const Hit &each, int position) { return each.start < position; });
    QTextCharFormat format;
    format.setBackground(m_view.hitColour());
    for (; hit != m_hits.end() && hit->start < end; ++hit) {
        QTextCursor cursor(m_view.document());
        cursor.setPosition(hit->start);
        cursor.setPosition(hit->start + hit->length, QTextCursor::KeepAnchor);
        marks.append({cursor, format});
    }
    m_view.setExtraSelections(marks);
}

/// A field would take Alt and a letter for typing.
bool OutputFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto &key = static_cast<QKeyEvent &>(*event);
        if (key.modifiers() == Qt::AltModifier && key.key() == Qt::Key_C) {
            m_case->toggle();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutputFindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (enter && m_field->hasFocus() && event->modifiers() == Qt::ShiftModifier) {
        findPrevious();
    } else if (enter && m_field->hasFocus() && !event->modifiers()) {
        findNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace studio::ui
