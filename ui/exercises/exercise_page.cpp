#include "ui/exercises/exercise_page.h"

#include "domain/completion.h"
#include "domain/when_done.h"
#include "editor/widget/code_editor.h"
#include "services/course_library.h"
#include "services/settings_service.h"
#include "text/verdict_text.h"
#include "ui/common/editor_settings.h"
#include "ui/common/icons.h"
#include "ui/common/links.h"
#include "ui/common/save_state.h"
#include "ui/exercises/exercise_page_part.h"
#include "ui/exercises/exercise_thread.h"
#include "ui/exercises/exercise_topics.h"
#include "ui/exercises/exercise_workbench.h"
#include "ui/exercises/hint_cards.h"
#include "ui/widgets/output_pane.h"
#include "ui/widgets/rich_text_view.h"
#include "ui/widgets/work_split.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

ExercisePage::ExercisePage(const Services &services, const Place &place, const ForumParts *forum,
                           QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_place(place)
    , m_layout(new QVBoxLayout(this))
    , m_message(new QLabel(tr("Opening the exercise…"), this))
    , m_next(new QAction(tr("Next"), this))
    , m_previous(new QAction(tr("Previous"), this))
    , m_ask(new QAction(tr("Ask about this"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_layout->addWidget(m_message, 1);
    m_next->setObjectName(u"nextAction"_s);
    m_next->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_previous->setObjectName(u"previousAction"_s);
    m_previous->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_ask->setObjectName(u"askAction"_s);
    m_ask->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_ask->setToolTip(
        tr("Ask about this in the forum (%1)").arg(m_ask->shortcut().toString(QKeySequence::NativeText)));
    m_ask->setEnabled(false); // until the exercise is here
    connect(m_ask, &QAction::triggered, this, &ExercisePage::ask);
    connect(m_next, &QAction::triggered, this, [this] { go(1); });
    connect(m_previous, &QAction::triggered, this, [this] { go(-1); });
    if (forum) {
        makeThread(*forum);
    }
    load();
}

ExercisePage::~ExercisePage()
{
    leave();
    // The widgets hold references to the sessions, which go with m_parts before ~QWidget deletes the
    // children.
    delete m_split;
}

QList<Crumb> ExercisePage::crumbs() const
{
    if (!m_course || !m_exercise) {
        return {{tr("Courses"), {u"courses"_s, {}, {}}}, {tr("Exercise"), {}}};
    }
    QList<Crumb> path = {{m_course->title, {u"course"_s, m_course->id, {}}}};
    if (const Lesson *lesson = lessonOfExercise(*m_course, m_exercise->id)) {
        path.append({lesson->title, {u"lesson"_s, m_course->id, lesson->id}});
    }
    path.append({m_exercise->title, {}});
    return path;
}

Place ExercisePage::place() const
{
    return m_place;
}

QList<QAction *> ExercisePage::pageActions() const
{
    return m_services.forum ? QList<QAction *>{m_ask, m_previous, m_next}
                            : QList<QAction *>{m_previous, m_next};
}

QList<QAction *> ExercisePage::allActions() const
{
    QList<QAction *> all = pageActions();
    if (!m_parts.empty()) {
        all += m_parts[static_cast<std::size_t>(m_current)]->workbench->actions();
    }
    return all;
}

QString ExercisePage::statusText() const
{
    return m_parts.empty() ? QString()
                           : m_parts[static_cast<std::size_t>(m_current)]->workbench->statusText();
}

void ExercisePage::enter()
{
    m_entered = true;
    if (!m_parts.empty()) {
        Part &part = *m_parts[static_cast<std::size_t>(m_current)];
        part.session->setActive(true);
        part.workbench->giveFocus();
        forumChanged();
    }
}

void ExercisePage::leave()
{
    m_entered = false;
    if (m_thread) {
        m_thread->leave();
    }
    for (const auto &part : m_parts) {
        part->session->setActive(false);
        part->session->document().saveNow();
    }
}

void ExercisePage::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_next->setIcon(icon(u"arrow-right"_s, theme.colour(u"text"_s), true));
    m_previous->setIcon(icon(u"arrow-left"_s, theme.colour(u"text"_s), true));
    m_ask->setIcon(icon(u"messages-square"_s, theme.colour(u"text"_s)));
    if (m_thread) {
        m_thread->setTheme(theme, m_services.settings.text(services::Setting::ReadingFont),
                           m_services.settings.text(services::Setting::ReducedMotion) == "on"_L1);
    }
    for (const auto &part : m_parts) {
        if (part->topics) {
            part->topics->setTheme(theme);
        }
        part->workbench->setTheme(theme);
        part->task->setTheme(theme);
        part->hints->setTheme(theme);
    }
}

void ExercisePage::setZoom(int percent)
{
    m_zoom = percent;
    if (m_thread) {
        m_thread->setZoom(percent);
    }
    for (const auto &part : m_parts) {
        part->workbench->setZoom(percent);
        part->task->setZoom(percent);
        part->hints->setZoom(percent);
        QFont font = part->title->font();
        font.setPointSizeF(12.5 * 1.7 * percent / 100);
        part->title->setFont(font);
    }
}

void ExercisePage::load()
{
    whenDone(m_services.courses.course(m_place.courseId), this, [this](const Result<LoadedCourse> &loaded) {
        if (!loaded || !loaded->course) {
            return showFailure(tr("This course can't be opened. Look at Courses for what is wrong with it."));
        }
        m_course = loaded->course;
        m_exercise = findExercise(*m_course, m_place.itemId.section(u'/', 0, 0));
        if (!m_exercise) {
            return showFailure(
                tr("This exercise is no longer in the course. Go back to Courses to see what is there."));
        }
        build();
    });
}

void ExercisePage::showFailure(const QString &sentence)
{
    m_message->setText(sentence);
    Q_EMIT crumbsChanged();
}

void ExercisePage::build()
{
    std::vector<std::shared_ptr<const Exercise>> exercises = {m_exercise};
    if (const auto *steps = std::get_if<StepsSpec>(&m_exercise->spec)) {
        exercises = steps->steps;
    }
    const services::ExerciseSession::Parts parts{m_services.runner, m_services.grader, m_services.progress,
                                                 m_services.store, m_services.clock};
    m_readings = new QStackedWidget;
    m_workbenches = new QStackedWidget;
    const auto next = neighbour(1);
    for (std::size_t i = 0; i < exercises.size(); ++i) {
        auto part = std::make_unique<Part>();
        part->exercise = exercises[i];
        part->session = std::make_unique<services::ExerciseSession>(parts, m_course, exercises[i]);
        part->lastTry = std::make_unique<LastTryWatch>(*part->session);
        const bool last = i + 1 == exercises.size();
        part->workbench = new ExerciseWorkbench(*part->session,
                                                !last      ? exercises[i + 1]->title
                                                    : next ? titleOf(*next)
                                                           : QString(),
                                                m_workbenches);
        m_workbenches->addWidget(part->workbench);
        for (auto *each : part->workbench->findChildren<editor::CodeEditor *>()) {
            followSettings(each, m_services.settings);
        }
        for (const auto *pane : part->workbench->findChildren<OutputPane *>()) {
            connect(pane, &OutputPane::inputEntered, part->lastTry.get(), &LastTryWatch::noteInput);
        }
        m_readings->addWidget(makeReading(*part));
        connect(part->workbench, &ExerciseWorkbench::statusChanged, this, &Page::statusChanged);
        connect(part->workbench, &ExerciseWorkbench::zoomRequested, this, &Page::zoomRequested);
        connect(part->workbench, &ExerciseWorkbench::nextRequested, this, [this] { go(1); });
        connect(part->session.get(), &services::ExerciseSession::progressChanged, this,
                &ExercisePage::updateSteps);
        m_parts.push_back(std::move(part));
    }
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    if (m_parts.size() > 1) {
        column->addWidget(makeStepBar());
    }
    auto *halves = new QSplitter(Qt::Vertical, reading); // the task, and the topic that is read
    halves->addWidget(m_readings);
    if (m_thread) {
        halves->addWidget(m_thread);
        halves->setSizes({2, 3});
    }
    halves->setChildrenCollapsible(false);
    column->addWidget(halves, 1);
    m_split = new WorkSplit({reading, tr("Task")}, {m_workbenches, tr("Your answer")}, this);
    m_split->restoreState(m_services.settings.value(services::Setting::SplitterExercise).toByteArray());
    connect(m_split, &WorkSplit::stateChanged, this,
            [this] { m_services.settings.set(services::Setting::SplitterExercise, m_split->saveState()); });
    m_message->hide();
    m_layout->addWidget(m_split, 1);
    for (int i = 0; i < static_cast<int>(m_parts.size()); ++i) {
        if (m_parts[static_cast<std::size_t>(i)]->exercise->id == m_place.itemId) {
            m_current = i;
        }
    }
    if (!m_theme.colours.isEmpty()) {
        setTheme(m_theme);
    }
    setZoom(m_zoom);
    showPart(m_current);
    updateSteps();
    m_next->setEnabled(neighbour(1).has_value());
    m_previous->setEnabled(neighbour(-1).has_value());
    m_ask->setEnabled(true);
    Q_EMIT crumbsChanged();
}

QWidget *ExercisePage::makeReading(Part &part)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"taskArea"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Task"));
    auto *content = new QWidget(scroll);
    content->setObjectName(u"reading"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 20, 32, 24);
    column->setSpacing(12);
    part.title = new QLabel(part.exercise->title, content);
    part.title->setObjectName(u"pageTitle"_s);
    part.title->setWordWrap(true);
    QFont bold = part.title->font();
    bold.setBold(true);
    part.title->setFont(bold);
    part.task = new RichTextView(content);
    part.task->setAccessibleName(tr("Task: %1").arg(part.exercise->title));
    part.task->setCourseFolder(m_course->root);
    part.task->setText(part.exercise->task);
    part.hints = new HintCards(*part.exercise, m_course->root, content);
    column->addWidget(part.title);
    column->addWidget(part.task);
    column->addSpacing(8);
    column->addWidget(part.hints);
    if (m_services.forum) {
        part.topics = new ExerciseTopics(m_services, m_course->id, part.exercise->id, m_ask, content);
        connect(part.topics, &ExerciseTopics::placeRequested, this, &Page::placeRequested);
        connect(part.topics, &ExerciseTopics::topicRequested, this, &ExercisePage::readTopic);
        column->addSpacing(8);
        column->addWidget(part.topics);
    }
    column->addStretch();
    scroll->setWidget(content);
    connect(part.task, &RichTextView::linkRequested, this,
            [this](const QUrl &link) { openOutside(link, this); });
    Part *each = &part;
    connect(part.hints, &HintCards::openRequested, part.session.get(), &services::ExerciseSession::openHint);
    connect(part.session.get(), &services::ExerciseSession::hintsChanged, this,
            [this, each] { updateHints(*each); });
    connect(part.session.get(), &services::ExerciseSession::opened, this,
            [this, each] { updateHints(*each); });
    return scroll;
}

QWidget *ExercisePage::makeStepBar()
{
    auto *bar = new QWidget;
    bar->setAccessibleName(tr("Steps"));
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(32, 12, 32, 0);
    line->setSpacing(8);
    for (int i = 0; i < static_cast<int>(m_parts.size()); ++i) {
        auto *button = new QToolButton(bar);
        button->setObjectName(u"step%1"_s.arg(i + 1));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumHeight(30);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, i] { showPart(i); });
        line->addWidget(button);
        m_stepButtons.append(button);
    }
    line->addStretch();
    return bar;
}

void ExercisePage::showPart(int index)
{
    Part &before = *m_parts[static_cast<std::size_t>(m_current)];
    before.session->setActive(false);
    if (m_thread && index != m_current) {
        m_thread->close(); // it is about another step
    }
    m_current = index;
    Part &part = *m_parts[static_cast<std::size_t>(index)];
    m_place.itemId = part.exercise->id;
    m_readings->setCurrentIndex(index);
    m_workbenches->setCurrentIndex(index);
    // Of several workbenches only the one that is seen listens to its keys.
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        for (QAction *action : m_parts[i]->workbench->actions()) {
            if (static_cast<int>(i) == index) {
                addAction(action);
            } else {
                removeAction(action);
            }
        }
    }
    updateSteps();
    if (m_entered) {
        enter();
    }
    Q_EMIT statusChanged();
}

void ExercisePage::updateHints(Part &part)
{
    for (int i = 0; i < static_cast<int>(part.exercise->hints.size()); ++i) {
        part.hints->setState(i, part.session->hint(i));
    }
}

void ExercisePage::updateSteps()
{
    if (m_thread && m_parts[static_cast<std::size_t>(m_current)]->session->progress().passed) {
        m_thread->setPassed();
    }
    for (int i = 0; i < m_stepButtons.size(); ++i) {
        const Part &part = *m_parts[static_cast<std::size_t>(i)];
        const bool passed = part.session->progress().passed;
        QToolButton *button = m_stepButtons[i];
        button->setChecked(i == m_current);
        button->setText(u"%1 %2"_s.arg(i + 1).arg(part.exercise->title));
        button->setAccessibleName(passed ? tr("Step %1, %2, passed").arg(i + 1).arg(part.exercise->title)
                                         : tr("Step %1, %2").arg(i + 1).arg(part.exercise->title));
        if (!m_theme.colours.isEmpty()) {
            button->setIcon(passed ? icon(u"circle-check"_s, m_theme.colour(u"good"_s))
                                   : icon(u"circle"_s, m_theme.colour(u"muted"_s)));
        }
    }
}

std::optional<Place> ExercisePage::neighbour(int by) const
{
    const auto places = readingOrder(*m_course);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].page == "exercise"_L1 && places[i].itemId == m_exercise->id) {
            const auto target = static_cast<std::size_t>(static_cast<int>(i) + by);
            return target < places.size() ? std::optional(places[target]) : std::nullopt;
        }
    }
    return std::nullopt;
}

QString ExercisePage::titleOf(const Place &place) const
{
    if (place.page == "lesson"_L1) {
        const auto found = findLesson(*m_course, place.itemId);
        return found ? found->lesson->title : QString();
    }
    const auto found = findExercise(*m_course, place.itemId);
    return found ? found->title : QString();
}

void ExercisePage::go(int by)
{
    const int part = m_current + by;
    if (part >= 0 && part < static_cast<int>(m_parts.size())) {
        return showPart(part);
    }
    if (const auto target = m_course && m_exercise ? neighbour(by) : std::nullopt) {
        Q_EMIT placeRequested(*target);
    }
}

} // namespace studio::ui
