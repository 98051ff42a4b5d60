#include "ui/search/search_box.h"

#include "domain/ports/clock.h"
#include "domain/when_done.h"
#include "text/verdict_text.h"
#include "ui/search/found_delegate.h"
#include "ui/search/found_model.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kAfterTyping{60};
constexpr int kWidest = 760;

} // namespace

std::optional<Place> placeOf(const FoundItem &found)
{
    const QString first = found.key.section(u'/', 0, 0);
    const QString rest = found.key.section(u'/', 1);
    switch (found.kind) {
    case FoundKind::Topic:
        return Place{u"forum"_s, {}, u"topic/%1"_s.arg(found.topicId)};
    case FoundKind::Post:
        return Place{u"forum"_s, {}, u"post/%1"_s.arg(found.postId)};
    case FoundKind::Lesson:
        return Place{u"lesson"_s, first, rest};
    case FoundKind::Exercise:
        return Place{u"exercise"_s, first, rest};
    case FoundKind::OwnCode:
        break;
    }
    if (first == "answer"_L1) {
        return Place{u"exercise"_s, rest.section(u'/', 0, 0), rest.section(u'/', 1)};
    }
    if (first == "playground"_L1 || first == "project"_L1) {
        return Place{u"playground"_s, {}, rest.section(u'/', 0, 0)};
    }
    return std::nullopt;
}

SearchBox::SearchBox(Source source, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_source(std::move(source))
    , m_clock(clock)
    , m_edit(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_list(new QListView(this))
    , m_help(new QLabel(this))
    , m_model(new FoundModel(this))
    , m_delegate(new FoundDelegate(this))
    , m_typed(new QTimer(this))
{
    setObjectName(u"searchBox"_s);
    setAccessibleName(tr("Search everything"));
    m_edit->setObjectName(u"searchEdit"_s);
    m_edit->setPlaceholderText(tr("Search the forum, lessons, exercises and your code"));
    m_edit->setAccessibleName(tr("Search everything"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_message->setObjectName(u"searchMessage"_s);
    m_message->setProperty("muted", true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_list->setObjectName(u"searchList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrow keys in the line move it
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_help->setObjectName(u"searchHelp"_s);
    m_help->setProperty("muted", true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setText(tr("“words together”   in:posts   in:lessons   by:name   forum:name   is:unread"));
    m_typed->setSingleShot(true);
    m_typed->setInterval(kAfterTyping);
    layOut();
    connect(m_edit, &QLineEdit::textChanged, m_typed, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_accepts = false; });
    connect(m_typed, &QTimer::timeout, this, &SearchBox::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    parent->installEventFilter(this);
    hide();
}

void SearchBox::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(8);
    column->addWidget(m_edit);
    column->addWidget(m_message, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_help);
}

void SearchBox::open(const QString &typed)
{
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
    }
    place();
    if (!typed.isEmpty()) {
        m_edit->setText(typed);
    }
    m_edit->selectAll();
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
    search();
    Q_EMIT opened();
}

void SearchBox::place()
{
    const int width = qMin(kWidest, parentWidget()->width() - 40);
    setGeometry((parentWidget()->width() - width) / 2, 56, width, qMin(560, parentWidget()->height() - 90));
}

void SearchBox::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide();
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_typed->isActive()) {
            search();
            m_accepts = true; // it was typed and entered in one go: the best of the answer that comes
        } else {
            choose(m_list->currentIndex().row());
        }
        return true;
    case Qt::Key_Tab:
        if (const QString completion = m_model->completion(m_model->next(-1, 1)); !completion.isEmpty()) {
            choose(m_model->next(-1, 1));
        }
        return true; // there is nothing else in the box to go to
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    default:
        return false;
    }
}

void SearchBox::moveBy(int by)
{
    const int row = m_model->next(m_list->currentIndex().row(), by);
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        // The focus stays in the line, so the screen reader is told what is chosen.
        m_list->setAccessibleDescription(m_model->index(row).data(Qt::AccessibleTextRole).toString());
        m_edit->setAccessibleDescription(m_list->accessibleDescription());
        QAccessibleEvent event(m_edit, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void SearchBox::search()
{
    m_typed->stop();
    const QString typed = m_edit->text();
    m_model->setCompletions(m_source.completions(typed));
    if (typed.trimmed().isEmpty()) {
        m_model->clear();
        say(tr("Type a few letters. Everything here is on this computer, so it works without a network."));
        return;
    }
    whenDone(m_source.search(typed), this,
             [this, typed](const Result<SearchAnswer> &answer) { receive(typed, answer); });
}

void SearchBox::receive(const QString &typed, const Result<SearchAnswer> &answer)
{
    if (typed != m_edit->text()) {
        return; // a later one is on its way
    }
    if (!answer) {
        if (answer.error().code != ErrorCode::Cancelled) {
            m_model->clear();
            say(tr("The search did not work. %1").arg(text::describe(answer.error())));
        }
        return;
    }
    m_model->setCompletions(m_source.completions(typed)); // with what the answer tells of authors
    m_model->setAnswer(*answer, m_clock.nowUtc());
    const int row = m_model->firstChoice();
    if (answer->found.empty()) {
        say(tr("Nothing found for “%1”. Try fewer or shorter words.").arg(typed.trimmed().left(60)));
    } else {
        say({});
    }
    m_list->setCurrentIndex(row >= 0 ? m_model->index(row) : QModelIndex());
    m_list->scrollToTop();
    m_edit->setAccessibleDescription(tr("%n found", nullptr, static_cast<int>(answer->found.size())));
    if (std::exchange(m_accepts, false) && m_model->found(row)) {
        choose(row);
    }
}

void SearchBox::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    m_list->setVisible(sentence.isEmpty() || m_model->rowCount() > 0);
}

void SearchBox::choose(int row)
{
    if (const QString completion = m_model->completion(row); !completion.isEmpty()) {
        const QString typed = m_edit->text();
        const auto at = typed.lastIndexOf(u' ') + 1;
        m_edit->setText(typed.left(at) % completion % (completion.endsWith(u':') ? QString() : u" "_s));
        return;
    }
    const FoundItem *found = m_model->found(row);
    const auto target = found ? placeOf(*found) : std::nullopt;
    if (target) {
        m_focusBefore = nullptr;
        hide();
        Q_EMIT placeChosen(*target);
    }
}

void SearchBox::close()
{
    hide();
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
}

} // namespace studio::ui
