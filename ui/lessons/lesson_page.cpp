#include "ui/lessons/lesson_page.h"

#include "domain/catalogue.h"
#include "domain/ports/work_store.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "services/progress_service.h"
#include "services/settings_service.h"
#include "ui/common/icons.h"
#include "ui/common/links.h"
#include "ui/lessons/lesson_examples.h"
#include "ui/lessons/lesson_exercises.h"
#include "ui/lessons/lesson_json.h"
#include "ui/lessons/lesson_notes.h"
#include "ui/lessons/lesson_web.h"
#include "ui/web/code_tokens.h"
#include "ui/web/web_view.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::ProgressService;
using services::Setting;

namespace {

constexpr int kTimeStep = 15'000; // ms
constexpr int kStandstill = 200; // ms after the last movement
constexpr int kShortLesson = 4'000; // ms after which a lesson that needs no scrolling counts as read
constexpr int kLongestHighlight = 256 * 1024; // characters

} // namespace

LessonPage::LessonPage(const Services &services, LessonWeb &web, const Place &place, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_web(web)
    , m_place(place)
    , m_layout(new QVBoxLayout(this))
    , m_notice(new QWidget(this))
    , m_sentence(new QLabel(m_notice))
    , m_remedy(new QPushButton(tr("Go to Courses"), m_notice))
    , m_previous(new QAction(tr("Previous"), this))
    , m_next(new QAction(tr("Next"), this))
    , m_bookmark(new QAction(tr("Bookmark"), this))
    , m_markRead(new QAction(tr("Mark as read"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(m_notice);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addWidget(m_remedy, 0, Qt::AlignHCenter);
    column->addStretch();
    m_sentence->setObjectName(u"lessonNotice"_s);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_remedy->hide();
    m_layout->addWidget(m_notice, 1);
    if (platformCourse(place.courseId)) {
        m_notes = new LessonNotes(m_services.progress, place.courseId, place.itemId, this);
        m_layout->addWidget(m_notes);
    }
    connect(m_remedy, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({u"courses"_s, {}, {}}); });
    m_timeTimer.setInterval(kTimeStep);
    connect(&m_timeTimer, &QTimer::timeout, this, &LessonPage::countTime);
    m_positionTimer.setInterval(kStandstill);
    m_positionTimer.setSingleShot(true);
    connect(&m_positionTimer, &QTimer::timeout, this, &LessonPage::keepPosition);
    m_shortTimer.setInterval(kShortLesson);
    m_shortTimer.setSingleShot(true);
    connect(&m_shortTimer, &QTimer::timeout, this,
            [this] { m_services.progress.setRead(m_place.courseId, m_place.itemId, true); });
    makeActions();
    load();
}

LessonPage::~LessonPage()
{
    leave();
}

QList<Crumb> LessonPage::crumbs() const
{
    if (!m_course) {
        return {{tr("Courses"), {u"courses"_s, {}, {}}}, {tr("Lesson"), {}}};
    }
    QList<Crumb> path = {{m_course->title, {u"course"_s, m_course->id, {}}}};
    if (m_position.lesson) {
        path.append({m_position.section->title, {}});
        path.append({m_position.lesson->title, {}});
    }
    return path;
}

Place LessonPage::place() const
{
    return m_place;
}

QList<QAction *> LessonPage::pageActions() const
{
    return {m_bookmark, m_previous, m_next};
}

QList<QAction *> LessonPage::allActions() const
{
    return {m_bookmark, m_markRead, m_previous, m_next};
}

QString LessonPage::statusText() const
{
    return m_position.lesson ? tr("Lesson %1 of %2").arg(m_position.index + 1).arg(m_position.count)
                             : QString();
}

void LessonPage::enter()
{
    if (m_entered) {
        return;
    }
    m_entered = true;
    if (m_position.lesson) {
        showLesson();
    }
}

void LessonPage::leave()
{
    m_entered = false;
    m_timeTimer.stop();
    m_shortTimer.stop();
    keepPosition();
    if (m_notes) {
        m_notes->save();
    }
    if (m_since.isValid()) {
        countTime();
        m_since.invalidate();
    }
    letGoOfSessions();
    if (m_view) {
        m_view->disconnect(this);
        m_web.giveBack(m_view);
        m_view = nullptr;
    }
}

/// What the sessions asked of the store may come back to them, so they go when the store has done it all.
void LessonPage::letGoOfSessions()
{
    if (!m_exercises) {
        return;
    }
    m_exercises->close();
    m_examples->close();
    const std::shared_ptr<LessonExercises> exercises = std::move(m_exercises);
    const std::shared_ptr<LessonExamples> examples = std::move(m_examples);
    whenDone(m_services.store.flush(), &m_web, [exercises, examples](const Result<> & /*done*/) {});
}

void LessonPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QColor text = theme.colour(u"text"_s);
    m_next->setIcon(icon(u"arrow-right"_s, text, true));
    m_previous->setIcon(icon(u"arrow-left"_s, text, true));
    m_bookmark->setIcon(icon(m_bookmark->isChecked() ? u"bookmark-check"_s : u"bookmark"_s, text));
    m_markRead->setIcon(icon(u"check"_s, text));
    sendAppearance();
}

void LessonPage::setZoom(int percent)
{
    m_zoom = percent;
    if (m_view) {
        m_view->setZoom(percent);
    }
}

void LessonPage::paintEvent(QPaintEvent *event)
{
    Page::paintEvent(event);
    if (m_entered && !m_course) {
        m_web.warmUp(); // the engine starts while the course is read, but never before the first paint
    }
}

void LessonPage::makeActions()
{
    m_previous->setObjectName(u"previousAction"_s);
    m_previous->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_next->setObjectName(u"nextAction"_s);
    m_next->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_bookmark->setObjectName(u"bookmarkAction"_s);
    m_bookmark->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_bookmark->setCheckable(true);
    m_markRead->setObjectName(u"markReadAction"_s);
    m_markRead->setCheckable(true);
    connect(m_previous, &QAction::triggered, this, [this] { go(-1); });
    connect(m_next, &QAction::triggered, this, [this] { go(1); });
    connect(m_bookmark, &QAction::triggered, this,
            [this](bool on) { m_services.progress.setBookmarked(m_place.courseId, m_place.itemId, on); });
    connect(m_markRead, &QAction::triggered, this,
            [this](bool on) { m_services.progress.setRead(m_place.courseId, m_place.itemId, on); });
    const auto changed = [this](const QString &courseId) {
        if (courseId == m_place.courseId && m_position.lesson) {
            updateActions();
            if (m_view) {
                const CourseProgress progress = m_services.progress.course(courseId);
                m_view->send({{u"type"_s, u"strip"_s},
                              {u"strip"_s, stripJson(*m_course, *m_position.lesson, progress)}});
            }
        }
    };
    connect(&m_services.progress, &ProgressService::lessonChanged, this, changed);
    connect(&m_services.progress, &ProgressService::exerciseChanged, this, changed);
    connect(&m_services.settings, &services::SettingsService::changed, this, [this](Setting setting) {
        if (setting == Setting::ReadingFont || setting == Setting::ReducedMotion) {
            sendAppearance();
        }
    });
    updateActions();
}

void LessonPage::load()
{
    if (auto course = m_services.courses.loaded(m_place.courseId)) {
        return found(std::move(course));
    }
    m_sentence->setText(tr("Opening the lesson…"));
    whenDone(m_services.courses.course(m_place.courseId), this, [this](const Result<LoadedCourse> &loaded) {
        if (!loaded || !loaded->course) {
            return showFailure(tr("This course can't be opened. Look at Courses for what is wrong with it."));
        }
        found(loaded->course);
    });
}

void LessonPage::found(std::shared_ptr<const Course> course)
{
    m_course = std::move(course);
    const auto position = findLesson(*m_course, m_place.itemId);
    if (!position) {
        return showFailure(tr("This lesson is no longer in the course. Go to Courses to see what is there."));
    }
    m_position = *position;
    updateActions();
    Q_EMIT crumbsChanged();
    Q_EMIT statusChanged();
    if (m_entered) {
        showLesson();
    }
}

void LessonPage::showFailure(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_remedy->show();
    Q_EMIT crumbsChanged();
}

void LessonPage::showLesson()
{
    m_notice->hide();
    m_exercises = std::make_unique<LessonExercises>(m_services, m_course, *m_position.lesson);
    m_examples = std::make_unique<LessonExamples>(m_services, *m_course, *m_position.lesson);
    m_view = m_web.take(this);
    m_web.setCourseFolder(m_course->root);
    m_view->setZoom(m_zoom);
    m_layout->insertWidget(0, m_view, 1);
    connect(m_exercises.get(), &LessonExercises::send, m_view, &WebView::send);
    connect(m_examples.get(), &LessonExamples::send, m_view, &WebView::send);
    connect(m_view, &WebView::messageReceived, this, &LessonPage::viewMessage);
    connect(m_view, &WebView::linkRequested, this, [this](const QUrl &link) { openOutside(link, this); });
    connect(m_view, &WebView::taken, this, &LessonPage::leave);
    const auto sendAll = [this] {
        sendAppearance();
        const CourseProgress progress = m_services.progress.course(m_place.courseId);
        m_view->send(lessonJson(*m_course, m_position, progress));
        m_exercises->show();
        m_examples->show();
        m_view->giveFocus();
    };
    connect(m_view, &WebView::ready, this, sendAll);
    m_view->show();
    sendAppearance();
    if (m_view->isReady()) {
        sendAll();
    }
    m_since.start();
    m_timeTimer.start();
}

void LessonPage::sendAppearance()
{
    if (!m_view || m_theme.colours.isEmpty()) {
        return;
    }
    m_view->setBackground(m_theme.colour(u"surface"_s));
    m_view->send({{u"type"_s, u"appearance"_s},
                  {u"css"_s, m_theme.cssVariables()},
                  {u"dark"_s, m_theme.dark},
                  {u"font"_s, m_services.settings.text(Setting::ReadingFont)},
                  {u"calm"_s, m_services.settings.text(Setting::ReducedMotion) == "on"_L1}});
}

void LessonPage::viewMessage(const QJsonObject &message)
{
    const QString type = message.value("type"_L1).toString();
    const QString id = message.value("id"_L1).toString();
    if (type == "scroll"_L1) {
        scrolled(message);
    } else if (type == "shown"_L1) {
        if (message.value("fits"_L1).toBool()
            && !m_services.progress.lesson(m_place.courseId, m_place.itemId).read) {
            m_shortTimer.start();
        }
    } else if (type == "highlight"_L1) {
        const QString code = message.value("code"_L1).toString();
        const QJsonArray tokens = code.size() <= kLongestHighlight ? tokensJson(code) : QJsonArray();
        m_view->send(
            {{u"type"_s, u"tokens"_s}, {u"request"_s, message.value("request"_L1)}, {u"tokens"_s, tokens}});
    } else if (type == "openLesson"_L1 && findLesson(*m_course, id)) {
        Q_EMIT placeRequested({u"lesson"_s, m_course->id, id});
    } else if (type == "openExercise"_L1 && findExercise(*m_course, id)) {
        Q_EMIT placeRequested({u"exercise"_s, m_course->id, id});
    } else if (type == "go"_L1) {
        go(message.value("by"_L1).toInt() < 0 ? -1 : 1);
    } else if (type == "focus"_L1) {
        countTime(); // what was read until now is reading; from here the exercise counts, or the other way
                     // round
        m_exercises->handle(message);
    } else if (!m_exercises->handle(message)) {
        m_examples->handle(message);
    }
}

void LessonPage::scrolled(const QJsonObject &message)
{
    m_scrolledTo = std::clamp(message.value("position"_L1).toDouble(), 0.0, 1.0);
    m_positionTimer.start();
    if (message.value("atEnd"_L1).toBool()
        && !m_services.progress.lesson(m_place.courseId, m_place.itemId).read) {
        m_services.progress.setRead(m_place.courseId, m_place.itemId, true);
    }
}

void LessonPage::keepPosition()
{
    m_positionTimer.stop();
    if (m_scrolledTo) {
        m_services.progress.setPosition(m_place.courseId, m_place.itemId, *m_scrolledTo);
        m_scrolledTo.reset();
    }
}

void LessonPage::countTime()
{
    if (!m_since.isValid()) {
        return;
    }
    // The rest of a second is kept for the next time.
    const auto spent = std::chrono::seconds(std::min<qint64>(m_since.elapsed(), 2 * kTimeStep) / 1000);
    if (window()->isActiveWindow() && isVisible() && !m_exercises->isWorking()) {
        if (spent.count() > 0) {
            m_services.progress.addTime(m_place.courseId, m_place.itemId, {}, spent);
            m_since.start();
        }
    } else {
        m_since.start();
    }
}

void LessonPage::updateActions()
{
    m_next->setEnabled(neighbour(1).has_value());
    m_previous->setEnabled(neighbour(-1).has_value());
    const LessonProgress progress = m_services.progress.lesson(m_place.courseId, m_place.itemId);
    m_bookmark->setChecked(progress.bookmarked);
    m_bookmark->setText(progress.bookmarked ? tr("Remove the bookmark") : tr("Bookmark"));
    m_markRead->setChecked(progress.read);
    m_markRead->setText(progress.read ? tr("Mark as not read") : tr("Mark as read"));
    if (!m_theme.colours.isEmpty()) {
        m_bookmark->setIcon(
            icon(progress.bookmarked ? u"bookmark-check"_s : u"bookmark"_s, m_theme.colour(u"text"_s)));
    }
}

std::optional<Place> LessonPage::neighbour(int by) const
{
    if (!m_position.lesson) {
        return std::nullopt;
    }
    const auto lessons = lessonsOf(*m_course);
    const int target = m_position.index + by;
    if (target < 0 || target >= static_cast<int>(lessons.size())) {
        return std::nullopt;
    }
    return Place{u"lesson"_s, m_course->id, lessons[static_cast<std::size_t>(target)]->id};
}

void LessonPage::go(int by)
{
    if (const auto target = neighbour(by)) {
        Q_EMIT placeRequested(*target);
    }
}

} // namespace studio::ui
