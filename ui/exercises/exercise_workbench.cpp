#include "ui/exercises/exercise_workbench.h"

#include "text/verdict_text.h"
#include "ui/common/icons.h"
#include "ui/exercises/answer_view.h"
#include "ui/exercises/history_view.h"
#include "ui/exercises/verdict_view.h"
#include "ui/pictures/pictures_panel.h"
#include "ui/widgets/explained_output.h"
#include "ui/widgets/output_pane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

ExerciseWorkbench::ExerciseWorkbench(services::ExerciseSession &session, QString nextTitle, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_nextTitle(std::move(nextTitle))
    , m_answer(makeAnswerView(session.exercise()).release())
    , m_verdict(new VerdictView(this))
    , m_output(new OutputPane(this))
    , m_results(new ExplainedOutput(m_output, this))
    , m_history(new HistoryView(this))
    , m_pictures(new PicturesPanel(this))
    , m_tabs(new QTabWidget(this))
    , m_attempts(new QLabel(this))
{
    makeActions();
    m_answer->setLocked(true); // until the stored answer is here
    m_verdict->setCourseFolder(session.course().root);
    m_verdict->showSentence(tr("Write your answer, then check it with Ctrl+Return."));
    m_output->setOwnFile(session.exercise().fileName);
    m_output->showMessage(tr("What the program prints appears here. Run it with F5."));
    m_tabs->setObjectName(u"resultTabs"_s);
    m_tabs->setAccessibleName(tr("Result, output and history"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_verdict, tr("Result"));
    if (m_answer->canRun()) {
        m_tabs->addTab(m_results, tr("Output"));
    } else {
        m_results->hide();
    }
    m_tabs->addTab(m_history, tr("History"));

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_answer);
    splitter->addWidget(m_tabs);
    splitter->setSizes({560, 440}); // keeps its heights while a program prints
    splitter->setStretchFactor(0, 56);
    splitter->setStretchFactor(1, 44);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_answer);

    connect(m_answer, &AnswerView::changed, this, &ExerciseWorkbench::answerChanged);
    connect(m_answer, &AnswerView::caretMoved, this, [this] {
        m_session.document().setCaret(m_answer->caret());
        Q_EMIT statusChanged();
    });
    connect(m_answer, &AnswerView::zoomRequested, this, &ExerciseWorkbench::zoomRequested);
    connect(m_verdict, &VerdictView::nextRequested, this, &ExerciseWorkbench::nextRequested);
    connect(m_verdict, &VerdictView::lineRequested, m_answer, &AnswerView::goToLine);
    connect(m_output, &OutputPane::lineActivated, m_answer, &AnswerView::goToLine);
    connect(m_results, &ExplainedOutput::lineRequested, m_answer, &AnswerView::goToLine);
    connect(m_output, &OutputPane::inputEntered, &m_session, &services::ExerciseSession::sendInput);
    connect(m_output, &OutputPane::inputEnded, &m_session, &services::ExerciseSession::endInput);
    connect(m_history, &HistoryView::restoreRequested, this, &ExerciseWorkbench::bringBack);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_tabs->currentWidget() == m_history) {
            m_history->refresh();
        }
    });
    connectSession();
    connectPictures();
    m_session.open();
}

ExerciseWorkbench::~ExerciseWorkbench() = default;

QList<QAction *> ExerciseWorkbench::actions() const
{
    QList<QAction *> all = {m_check, m_stop, m_reset};
    if (m_answer->canRun()) {
        all.prepend(m_run);
    }
    return all;
}

QString ExerciseWorkbench::statusText() const
{
    return m_answer->caretText();
}

void ExerciseWorkbench::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_answer->setTheme(theme);
    m_verdict->setTheme(theme);
    m_output->setTheme(theme.codeTheme());
    m_results->setTheme(theme);
    m_history->setTheme(theme);
    m_pictures->setTheme(theme);
    const QColor text = theme.colour(u"text"_s);
    m_stop->setIcon(icon(u"square"_s, text));
    m_run->setIcon(icon(u"play"_s, text));
    m_check->setIcon(icon(u"check-check"_s, theme.colour(u"on-accent"_s)));
    m_reset->setIcon(icon(u"rotate-ccw"_s, text));
}

void ExerciseWorkbench::setZoom(int percent)
{
    m_answer->setZoom(percent);
    m_verdict->setZoom(percent);
    m_output->setZoom(percent);
    m_results->setZoom(percent);
    m_history->setZoom(percent);
}

void ExerciseWorkbench::giveFocus()
{
    m_answer->giveFocus();
}

void ExerciseWorkbench::makeActions()
{
    const auto make = [this](const QString &text, const QString &name, const QList<QKeySequence> &keys) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        action->setToolTip(
            keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys.first().toString(QKeySequence::NativeText)));
        return action;
    };
    m_stop = make(tr("Stop"), u"stopAction"_s, {QKeySequence(Qt::SHIFT | Qt::Key_F5)});
    m_run = make(tr("Run"), u"runAction"_s, {QKeySequence(Qt::Key_F5)});
    m_check = make(tr("Check"), u"checkAction"_s,
                   {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_reset = make(tr("Start again"), u"resetAction"_s, {});
    m_reset->setToolTip(tr("Back to the beginning; what you have now stays in History"));
    connect(m_run, &QAction::triggered, &m_session, &services::ExerciseSession::run);
    connect(m_stop, &QAction::triggered, &m_session, &services::ExerciseSession::stop);
    connect(m_check, &QAction::triggered, &m_session, &services::ExerciseSession::check);
    connect(m_reset, &QAction::triggered, &m_session, &services::ExerciseSession::reset);
}

QWidget *ExerciseWorkbench::makeToolBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"workToolBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    auto *file = new QLabel(m_session.exercise().fileName, bar);
    file->setObjectName(u"fileTab"_s);
    file->setVisible(isCode(m_session.exercise().kind));
    m_attempts->setProperty("muted", true);
    line->addWidget(file);
    line->addWidget(m_attempts);
    line->addStretch();
    const auto addButton = [&](QAction *action, bool primary) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("primary", primary);
        button->setObjectName(QString(action->objectName()).replace("Action"_L1, "Button"_L1));
        button->setMinimumHeight(32);
        button->setFocusPolicy(Qt::StrongFocus);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(keys);
        line->addWidget(button);
        m_buttons.append(button);
    };
    addButton(m_reset, false);
    addButton(m_stop, false);
    if (m_answer->canRun()) {
        addButton(m_run, false);
    }
    addButton(m_check, true);
    return bar;
}

void ExerciseWorkbench::connectSession()
{
    using services::ExerciseSession;
    connect(&m_session, &ExerciseSession::opened, this, [this] {
        m_history->setSession(&m_session.document());
        showAnswer();
        updateActions();
    });
    connect(&m_session, &ExerciseSession::textReplaced, this, &ExerciseWorkbench::showAnswer);
    connect(&m_session, &ExerciseSession::progressChanged, this, &ExerciseWorkbench::updateActions);
    connect(&m_session, &ExerciseSession::runStarted, this, [this] {
        m_answer->clearMarks();
        m_output->begin();
        m_results->begin();
        m_tabs->setCurrentWidget(m_results);
        updateActions();
    });
    connect(&m_session, &ExerciseSession::output, m_output, &OutputPane::append);
    connect(&m_session, &ExerciseSession::inputRequested, m_output, &OutputPane::askForInput);
    connect(&m_session, &ExerciseSession::runFinished, this, [this](const RunResult &result) {
        m_output->end(text::describe(result), !cameToItsEnd(result));
        m_results->showResult(result);
        if (result.error) {
            m_answer->showError(*result.error);
        }
        updateActions();
    });
    connect(&m_session, &ExerciseSession::checkStarted, this, [this] {
        m_answer->clearMarks();
        m_answer->setLocked(true);
        m_verdict->showSentence(tr("Checking…"));
        m_tabs->setCurrentWidget(m_verdict);
        updateActions();
    });
    connect(&m_session, &ExerciseSession::checkProgressed, this, [this](int done, int inAll) {
        m_verdict->showSentence(tr("Checking… %1 of %2 cases").arg(done).arg(inAll));
    });
    connect(&m_session, &ExerciseSession::checked, this, [this](const Verdict &verdict) {
        const std::shared_ptr<const Exercise> exercise(std::shared_ptr<void>(),
                                                       &m_session.exercise()); // the session keeps it
        m_verdict->showVerdict(exercise, verdict, m_nextTitle);
        m_answer->showVerdict(verdict);
        updateActions();
    });
}

void ExerciseWorkbench::connectPictures()
{
    using services::ExerciseSession;
    m_pictures->hide();
    connect(&m_session, &ExerciseSession::runStarted, m_pictures, &PicturesPanel::begin);
    connect(&m_session, &ExerciseSession::drew, m_pictures, &PicturesPanel::apply);
    connect(&m_session, &ExerciseSession::pictureShown, m_pictures, &PicturesPanel::add);
    connect(&m_session, &ExerciseSession::runFinished, m_pictures, &PicturesPanel::end);
    connect(m_pictures, &PicturesPanel::eventMade, &m_session, &ExerciseSession::sendEvent);
    connect(m_pictures, &PicturesPanel::firstShown, this, [this] {
        if (m_tabs->indexOf(m_pictures) < 0) {
            m_tabs->insertTab(m_tabs->indexOf(m_history), m_pictures, tr("Pictures"));
        }
        m_tabs->setCurrentWidget(m_pictures);
    });
}

void ExerciseWorkbench::updateActions()
{
    const bool busy = m_session.isRunning() || m_session.isChecking();
    const bool open = m_session.document().state() != services::DocumentSession::State::Loading;
    const bool usedUp = m_session.attemptsUsedUp();
    m_run->setEnabled(open && !busy);
    m_check->setEnabled(open && !busy && !usedUp);
    m_stop->setEnabled(busy);
    m_reset->setEnabled(open && !busy);
    m_answer->setLocked(!open || m_session.isChecking());
    const ExerciseProgress progress = m_session.progress();
    if (const auto most = m_session.exercise().maxAttempts) {
        m_attempts->setText(usedUp ? tr("No attempts left")
                                   : tr("%1 of %2 attempts left").arg(*most - progress.attempts).arg(*most));
    } else if (progress.attempts > 0) {
        m_attempts->setText(progress.passed ? tr("Passed") : tr("Attempts: %1").arg(progress.attempts));
    }
}

void ExerciseWorkbench::showAnswer()
{
    const Document &document = m_session.document().document();
    m_answer->setAnswer(document.text, document.caret);
    m_answer->clearMarks();
    Q_EMIT statusChanged();
}

void ExerciseWorkbench::answerChanged()
{
    m_session.document().setText(m_answer->answer(), m_answer->caret());
}

void ExerciseWorkbench::bringBack(const QString &text)
{
    m_session.document().keepVersion(VersionReason::Restored); // what is there now can be had back as well
    m_session.document().setText(text, 0);
    showAnswer();
    giveFocus();
}

} // namespace studio::ui
