#include "ui/forum/composer.h"

#include "domain/forum.h"
#include "services/question_builder.h"
#include "ui/common/icons.h"
#include "ui/forum/topic_view.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTimer>
#include <QToolButton>

#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kPreviewAfter{250};
constexpr int kLinesAtRest = 1;
constexpr int kLinesWriting = 7;
constexpr int kLinesNewTopic = 14;
constexpr double kNearTheEnd = 0.9;

} // namespace

Composer::Composer(ForumWeb &web, const PostRenderer &renderer, QWidget *parent)
    : QWidget(parent)
    , m_web(web)
    , m_renderer(renderer)
    , m_title(makeTitle({}, 10.5, this))
    , m_close(new QToolButton(this))
    , m_forum(new QComboBox(this))
    , m_subject(new QLineEdit(this))
    , m_halves(new QSplitter(Qt::Horizontal, this))
    , m_text(new QPlainTextEdit(m_halves))
    , m_problem(new QLabel(this))
    , m_state(makeMuted({}, this))
    , m_count(makeMuted({}, this))
    , m_code(new QToolButton(this))
    , m_codes(new QMenu(this))
    , m_look(new QToolButton(this))
    , m_send(new QPushButton(this))
    , m_previewSoon(new QTimer(this))
{
    setObjectName(u"composer"_s);
    makeFields();
    makeButtons();
    layOut();
    connectFields();
    setMode(Mode::Reply, {});
}

Composer::~Composer() = default;

void Composer::makeFields()
{
    m_title->setObjectName(u"composerTitle"_s);
    m_forum->setObjectName(u"composerForum"_s);
    m_forum->setAccessibleName(tr("Forum"));
    m_forum->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_forum->setMinimumContentsLength(16);
    m_subject->setObjectName(u"composerSubject"_s);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setPlaceholderText(tr("What is it about?"));
    m_text->setObjectName(u"composerText"_s);
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true); // the way on to the buttons
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->installEventFilter(this);
    m_subject->installEventFilter(this);
    m_halves->setChildrenCollapsible(false);
    m_halves->setHandleWidth(9);
    m_halves->addWidget(m_text);
    m_problem->setObjectName(u"composerProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_state->setObjectName(u"composerState"_s);
    m_count->setObjectName(u"composerCount"_s);
    m_count->setWordWrap(false);
    m_previewSoon->setSingleShot(true);
    m_previewSoon->setInterval(kPreviewAfter);
}

void Composer::makeButtons()
{
    const auto prepare = [](QToolButton *button, const QString &name, const QString &text) {
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setMinimumSize(30, 30);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setProperty("quiet", true);
    };
    prepare(m_close, u"composerClose"_s, tr("Put away; the draft is kept"));
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    prepare(m_code, u"composerCode"_s, tr("Insert code"));
    m_code->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_code->setPopupMode(QToolButton::InstantPopup);
    m_codes->setAccessibleName(tr("Code that can be inserted"));
    m_code->setMenu(m_codes);
    prepare(m_look, u"composerPreview"_s, tr("Preview"));
    m_look->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_look->setCheckable(true);
    m_send->setObjectName(u"composerSend"_s);
    m_send->setProperty("primary", true);
    m_send->setMinimumHeight(30);
}

void Composer::layOut()
{
    auto *frame = new QFrame(this);
    frame->setObjectName(u"composerFrame"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *about = new QHBoxLayout;
    about->setSpacing(8);
    about->addWidget(m_subject, 3);
    about->addWidget(m_forum, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_state, 1);
    buttons->addStretch(); // also while the sentence is not shown
    buttons->addWidget(m_count);
    buttons->addWidget(m_code);
    buttons->addWidget(m_look);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addLayout(about);
    column->addWidget(m_halves, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 8, 16, 12);
    outer->addWidget(frame);
    setTabOrder(m_subject, m_forum);
    setTabOrder(m_forum, m_text);
    setTabOrder(m_text, m_code);
    setTabOrder(m_code, m_look);
    setTabOrder(m_look, m_send);
    setTabOrder(m_send, m_close);
}

void Composer::connectFields()
{
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showCount();
        fit();
        m_previewSoon->start();
        Q_EMIT edited();
    });
    connect(m_subject, &QLineEdit::textEdited, this, &Composer::edited);
    connect(m_forum, &QComboBox::activated, this, &Composer::edited);
    connect(m_close, &QToolButton::clicked, this, &Composer::closeRequested);
    connect(m_send, &QPushButton::clicked, this, &Composer::sendRequested);
    connect(m_codes, &QMenu::aboutToShow, this, &Composer::codesWanted);
    connect(m_look, &QToolButton::toggled, this, &Composer::togglePreview);
    connect(m_previewSoon, &QTimer::timeout, this, &Composer::updatePreview);
    // It grows when the focus comes in, and shrinks when it leaves all of it: never under a button being
    // clicked.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *before, const QWidget *now) {
        if ((before && isAncestorOf(before)) != (now && isAncestorOf(now))) {
            fit();
        }
    });
}

void Composer::setMode(Mode mode, const QString &title)
{
    m_mode = mode;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_close->setVisible(!title.isEmpty());
    const bool isNew = mode == Mode::NewTopic;
    m_subject->setVisible(isNew);
    m_forum->setVisible(isNew);
    m_text->setPlaceholderText(isNew ? tr("What do you want to know, and what did you try?")
                                     : tr("Write a reply"));
    const QString verb = isNew ? tr("Post") : mode == Mode::Edit ? tr("Save the change") : tr("Reply");
    m_send->setText(verb);
    m_send->setToolTip(
        tr("%1 (%2)").arg(verb, QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    m_send->setAccessibleDescription(
        QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    setAccessibleName(title.isEmpty() ? tr("Write a reply") : title);
    setProblem({});
    showCount();
    fit();
}

void Composer::setForums(const std::vector<ForumInfo> &forums)
{
    const qint64 chosen = forumId();
    m_forum->clear();
    for (const ForumInfo &forum : forums) {
        m_forum->addItem(forum.isCategory ? forum.name : u"    "_s % forum.name, forum.id);
        if (forum.isCategory) {
            auto *model = qobject_cast<QStandardItemModel *>(m_forum->model());
            model->item(m_forum->count() - 1)->setFlags(Qt::NoItemFlags);
        }
    }
    m_forum->setCurrentIndex(-1);
    m_forum->setPlaceholderText(tr("In which forum?"));
    setForum(chosen);
}

void Composer::setForum(qint64 forumId)
{
    const int index = m_forum->findData(forumId);
    const auto *model = qobject_cast<QStandardItemModel *>(m_forum->model());
    if (index >= 0 && model->item(index)->isEnabled()) {
        m_forum->setCurrentIndex(index);
    }
}

void Composer::setText(const QString &subject, const QString &text, int caret)
{
    {
        const QSignalBlocker quiet(this);
        m_subject->setText(subject);
        if (m_text->toPlainText() != text) {
            m_text->setPlainText(text);
        }
    }
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(qBound(0, caret, static_cast<int>(m_text->toPlainText().size())));
    m_text->setTextCursor(cursor);
    setProblem({});
    showCount();
    fit();
    updatePreview();
}

void Composer::insert(const QString &markdown)
{
    QTextCursor cursor = m_text->textCursor();
    const QString before = m_text->toPlainText().left(cursor.selectionStart());
    QString text = markdown;
    if (!before.isEmpty() && !before.endsWith("\n\n"_L1)) {
        text.prepend(before.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s);
    }
    cursor.insertText(text % u"\n\n"_s);
    m_text->setTextCursor(cursor);
}

void Composer::setCodes(const std::vector<Code> &codes)
{
    m_codes->clear();
    addCodes(codes);
    if (codes.empty()) {
        m_codes->addAction(tr("No code yet: answers and programs of yours appear here"))->setEnabled(false);
    }
}

void Composer::addCodes(const std::vector<Code> &codes)
{
    if (!m_codes->isEmpty() && !m_codes->actions().first()->isEnabled()) {
        m_codes->clear(); // the line that there is none
    }
    for (const Code &code : codes) {
        QString title = code.title.left(80);
        title.replace(u'&', u"&&"_s);
        m_codes->addAction(title, this, [this, text = code.text] { insertCode(text); });
    }
}

void Composer::insertCode(const QString &code)
{
    insert(services::fenced(code, u"python"_s));
    m_text->setFocus(Qt::OtherFocusReason);
}

void Composer::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void Composer::setState(const QString &sentence)
{
    m_state->setText(sentence);
}

void Composer::setSendable(bool sendable)
{
    m_send->setEnabled(sendable);
}

void Composer::setTheme(const Theme &theme, const QString &readingFont, bool calm)
{
    m_theme = theme;
    m_readingFont = readingFont;
    m_calm = calm;
    const QColor text = theme.colour(u"text"_s);
    m_close->setIcon(icon(u"x"_s, text));
    m_code->setIcon(icon(u"file-code"_s, text));
    m_look->setIcon(icon(u"eye"_s, text));
    m_send->setIcon(icon(u"send"_s, theme.colour(u"on-accent"_s), true));
    if (m_preview) {
        m_preview->setTheme(theme, readingFont, calm);
    }
    setZoom(m_zoom);
}

void Composer::setZoom(int percent)
{
    m_zoom = percent;
    QFont font(u"JetBrains Mono"_s);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(10.5 * percent / 100);
    m_text->setFont(font);
    // The application's style sheet has a font of its own for the rest.
    m_text->setStyleSheet(u"font-family: 'JetBrains Mono'; font-size: %1pt;"_s.arg(10.5 * percent / 100));
    if (m_preview) {
        m_preview->setZoom(percent);
    }
    fit();
}

void Composer::giveFocus()
{
    QWidget *first = m_mode == Mode::NewTopic && m_subject->text().isEmpty()
        ? static_cast<QWidget *>(m_subject)
        : m_text;
    first->setFocus(Qt::OtherFocusReason);
}

QString Composer::subject() const
{
    return m_subject->text();
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

int Composer::caret() const
{
    return m_text->textCursor().position();
}

qint64 Composer::forumId() const
{
    return m_forum->currentData().toLongLong();
}

bool Composer::isWriting() const
{
    return m_text->hasFocus() || m_subject->hasFocus();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool sends = isReturn && key->modifiers().testFlag(Qt::ControlModifier);
    const bool closes = key->key() == Qt::Key_Escape;
    if (!sends && !closes) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
    } else if (closes) {
        Q_EMIT closeRequested();
    } else if (m_send->isEnabled()) {
        Q_EMIT sendRequested();
    }
    return true;
}

void Composer::fit()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool open = m_mode != Mode::Reply || m_title->isVisibleTo(this)
        || (focused && isAncestorOf(focused)) || !m_text->document()->isEmpty() || m_look->isChecked();
    const int lines = m_mode == Mode::NewTopic ? kLinesNewTopic : open ? kLinesWriting : kLinesAtRest;
    const int height = QFontMetrics(m_text->font()).lineSpacing() * lines + 16;
    m_halves->setMinimumHeight(qMin(height, lines > kLinesAtRest ? 120 : height));
    m_halves->setMaximumHeight(m_mode == Mode::NewTopic ? QWIDGETSIZE_MAX : height);
    m_state->setVisible(open && !m_state->text().isEmpty());
    m_count->setVisible(open);
    m_code->setVisible(open);
    updateGeometry();
}

void Composer::showCount()
{
    const auto length = m_text->toPlainText().trimmed().size();
    QString text;
    if (m_mode == Mode::Edit && length < kShortestEdit) {
        text = tr("at least %n characters", nullptr, static_cast<int>(kShortestEdit));
    } else if (length > kLongestPost) {
        text = tr("%n too many", nullptr, static_cast<int>(length - kLongestPost));
    } else if (static_cast<double>(length) > kNearTheEnd * static_cast<double>(kLongestPost)) {
        text = tr("%n left", nullptr, static_cast<int>(kLongestPost - length));
    } else if (length > 0) {
        text = tr("%n characters", nullptr, static_cast<int>(length));
    }
    m_count->setText(text);
}

void Composer::togglePreview(bool on)
{
    if (on && !m_preview) {
        m_preview = new TopicView(m_web, m_renderer, m_halves);
        m_preview->setObjectName(u"composerLook"_s);
        m_preview->setAccessibleName(tr("Preview"));
        m_halves->addWidget(m_preview);
        m_preview->setZoom(m_zoom);
        if (!m_theme.colours.isEmpty()) {
            m_preview->setTheme(m_theme, m_readingFont, m_calm);
        }
        m_halves->setSizes({500, 500});
    }
    if (m_preview) {
        m_preview->setVisible(on);
    }
    fit();
    updatePreview();
}

void Composer::updatePreview()
{
    if (m_preview && m_preview->isVisibleTo(this)) {
        m_preview->showPreview(m_text->toPlainText());
    }
}

} // namespace studio::ui
