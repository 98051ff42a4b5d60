#include "ui/home/home_page.h"

#include "domain/completion.h"
#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "services/progress_service.h"
#include "ui/common/icons.h"
#include "ui/sync/sync_button.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTime>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString durationText(std::chrono::seconds time)
{
    const auto minutes = (time.count() + 59) / 60;
    return minutes < 60 ? HomePage::tr("%1 min").arg(minutes)
                        : HomePage::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

int heatOf(const DayActivity &day)
{
    const auto minutes = day.time.count() / 60;
    if (minutes == 0 && day.solved == 0) {
        return 0;
    }
    return minutes < 10 ? 1 : minutes < 25 ? 2 : minutes < 50 ? 3 : 4;
}

} // namespace

HomePage::HomePage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_greeting(makeTitle({}, 20, this))
    , m_goOn(new Card)
    , m_above(makeMuted({}, m_goOn))
    , m_title(makeTitle({}, 17, m_goOn))
    , m_where(new QLabel(m_goOn))
    , m_bar(new QProgressBar(m_goOn))
    , m_button(new QPushButton(m_goOn))
    , m_week(new Card(tr("This week"), u"flame"_s))
    , m_squares(new QWidget(m_week))
    , m_weekText(makeMuted({}, m_week))
    , m_courses(new Card(tr("Courses"), u"library"_s))
    , m_courseRows(new QVBoxLayout)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    m_bar->setTextVisible(false);
    m_where->setTextFormat(Qt::PlainText);
    texts->addWidget(m_above);
    texts->addWidget(m_title);
    texts->addWidget(m_where);
    auto *barRow = new QHBoxLayout; // the bar ends before the card does
    barRow->addWidget(m_bar, 1);
    barRow->addStretch(1);
    texts->addLayout(barRow);
    m_button->setObjectName(u"goOn"_s);
    m_button->setProperty("primary", true);
    m_button->setMinimumSize(130, 44);
    m_button->setDefault(true);
    m_button->setAutoDefault(true);
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *goOn = new QHBoxLayout;
    goOn->setSpacing(24);
    goOn->addLayout(texts, 1);
    goOn->addWidget(m_button, 0, Qt::AlignVCenter);
    m_goOn->content()->addLayout(goOn);

    auto *squares = new QHBoxLayout(m_squares);
    squares->setContentsMargins(0, 0, 0, 0);
    squares->setSpacing(6);
    for (int i = 0; i < 7; ++i) {
        auto *square = new QFrame(m_squares);
        square->setFixedSize(38, 38);
        squares->addWidget(square);
    }
    squares->addStretch();
    m_week->content()->addWidget(m_squares);
    m_week->content()->addWidget(m_weekText);
    m_week->content()->addStretch();
    m_courseRows->setSpacing(10);
    m_courses->content()->addLayout(m_courseRows);
    m_courses->content()->addStretch();

    auto *content = new QWidget;
    content->setObjectName(u"page"_s);
    content->setProperty("plain", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(20);
    column->addWidget(m_greeting);
    if (m_services.platform) {
        m_sync = new SyncButton(*m_services.platform, m_services.clock, content);
        m_sync->setObjectName(u"homeSync"_s);
        m_sync->setProperty("link", true);
        connect(m_sync, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({u"sync"_s, {}, {}}); });
        column->addWidget(m_sync, 0, Qt::AlignLeading);
    }
    if (m_services.forum) {
        m_forum = new QPushButton(content);
        m_forum->setObjectName(u"homeForum"_s);
        m_forum->setProperty("link", true);
        m_forum->setFlat(true);
        m_forum->setCursor(Qt::PointingHandCursor);
        m_forum->hide();
        connect(m_forum, &QPushButton::clicked, this, [this] {
            Q_EMIT placeRequested({u"forum"_s, {}, {}});
        });
        column->addWidget(m_forum, 0, Qt::AlignLeading);
    }
    column->addWidget(m_goOn);
    auto *cards = new QWidget(content); // as high as the higher of the two, no more
    cards->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    row->addWidget(m_week, 1);
    row->addWidget(m_courses, 1);
    column->addWidget(cards);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested(m_target); });
    connect(&m_services.progress, &services::ProgressService::loaded, this, &HomePage::refresh);
    connect(&m_services.progress, &services::ProgressService::profileChanged, this, &HomePage::showGreeting);
    connect(&m_services.progress, &services::ProgressService::weekChanged, this, &HomePage::showWeek);
    connect(&m_services.courses, &services::CourseLibrary::coursesChanged, this, &HomePage::refresh);
    refresh();
}

QList<Crumb> HomePage::crumbs() const
{
    return {{tr("Home"), {}}};
}

Place HomePage::place() const
{
    return {u"home"_s, {}, {}};
}

void HomePage::enter()
{
    refresh();
    m_button->setFocus(Qt::OtherFocusReason);
}

void HomePage::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_sync) {
        m_sync->setTheme(theme);
    }
    for (Card *card : {m_goOn, m_week, m_courses}) {
        card->setTheme(theme);
    }
    if (m_forum) {
        m_forum->setIcon(icon(u"messages-square"_s, theme.colour(u"accent"_s)));
    }
    m_button->setIcon(icon(u"arrow-right"_s, theme.colour(u"on-accent"_s), true));
    showWeek();
}

void HomePage::setZoom(int /*percent*/) {
} // the interface keeps its size; zoom is for what is read and written

void HomePage::refresh()
{
    showGreeting();
    showGoOn();
    showWeek();
    showCourses();
    showForum();
}

void HomePage::showForum()
{
    if (!m_forum) {
        return;
    }
    whenDone(m_services.forum->unreadTopics(), this, [this](const Result<int> &unread) {
        const int topics = unread.value_or(0);
        m_forum->setVisible(topics > 0);
        m_forum->setText(tr("%n topics in the forum have something new", nullptr, topics));
    });
}

void HomePage::showGreeting()
{
    const int hour = QTime::currentTime().hour();
    const QString name = m_services.progress.profile().name;
    const QString greeting = hour < 12 ? tr("Good morning")
        : hour < 18                    ? tr("Good afternoon")
                                       : tr("Good evening");
    m_greeting->setText(name.isEmpty() ? greeting : tr("%1, %2").arg(greeting, name));
}

void HomePage::showGoOn()
{
    const auto last = m_services.progress.lastWorkPlace();
    if (!last) {
        return showNewcomer();
    }
    whenDone(m_services.courses.course(last->courseId), this,
             [this, place = *last](const Result<LoadedCourse> &loaded) {
                 if (loaded && loaded->course) {
                     showCourse(*loaded, place);
                 } else {
                     showNewcomer();
                 }
             });
}

void HomePage::showCourse(const LoadedCourse &loaded, const Place &place)
{
    const Course &course = *loaded.course;
    const bool isLesson = place.page == "lesson"_L1;
    const auto exercise = isLesson ? nullptr : findExercise(course, place.itemId);
    const auto position = findLesson(course, isLesson ? place.itemId : QString());
    const Lesson *lesson = isLesson && position ? position->lesson
        : exercise                              ? lessonOfExercise(course, place.itemId)
                                                : nullptr;
    if (!lesson) {
        return showNewcomer(); // the course has changed under it
    }
    m_target = place;
    const services::CourseSummaryProgress summary = m_services.progress.summary(course);
    m_above->setText(tr("Go on where you stopped"));
    m_title->setText(exercise ? exercise->title : lesson->title);
    const QString count = tr("%1 of %2 exercises").arg(summary.exercisesPassed).arg(summary.exercises);
    m_where->setText(exercise ? u"%1 · %2 · %3"_s.arg(course.title, lesson->title, count)
                              : u"%1 · %2"_s.arg(course.title, count));
    m_bar->setVisible(true);
    m_bar->setRange(0, 100);
    m_bar->setValue(qRound(summary.share() * 100));
    m_bar->setAccessibleName(tr("%1 % of the course").arg(m_bar->value()));
    m_button->setText(tr("Go on"));
    m_button->setAccessibleName(tr("Go on with %1").arg(m_title->text()));
}

void HomePage::showNewcomer()
{
    const auto courses = m_services.courses.courses();
    m_bar->setVisible(false);
    if (courses.empty()) {
        m_target = {u"courses"_s, {}, {}};
        m_above->setText(tr("Nothing to learn from yet"));
        m_title->setText(tr("There is no course on this computer"));
        m_where->setText(tr("Add a course folder on the page Courses."));
        m_button->setText(tr("Courses"));
        return;
    }
    const CourseSummary &first = courses.front();
    m_target = {u"course"_s, first.id, {}};
    m_above->setText(tr("Welcome"));
    m_title->setText(first.title);
    m_where->setText(first.summary);
    m_button->setText(tr("Begin with %1").arg(first.title));
    const auto aimAtFirstLesson = [this](const Course &course) {
        const auto lessons = lessonsOf(course);
        if (!lessons.empty()) {
            m_target = {u"lesson"_s, course.id, lessons.front()->id};
        }
    };
    if (const auto course = m_services.courses.loaded(first.id)) {
        return aimAtFirstLesson(*course);
    }
    whenDone(m_services.courses.course(first.id), this,
             [this, aimAtFirstLesson](const Result<LoadedCourse> &loaded) {
                 if (loaded && loaded->course && !m_services.progress.lastWorkPlace()) {
                     aimAtFirstLesson(*loaded->course);
                 }
             });
}

void HomePage::showWeek()
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    const services::WeekActivity week = m_services.progress.week();
    const auto squares = m_squares->findChildren<QFrame *>(Qt::FindDirectChildrenOnly);
    std::chrono::seconds time{0};
    int solved = 0;
    for (std::size_t i = 0; i < week.days.size(); ++i) {
        const DayActivity &day = week.days[i];
        QFrame *square = squares[static_cast<qsizetype>(i)];
        square->setStyleSheet(u"background: %1; border-radius: 6px;"_s.arg(
            m_theme.colour(u"heat-%1"_s.arg(heatOf(day))).name()));
        const QString text = tr("%1: %2, %3 solved")
                                 .arg(locale().dayName(day.day.dayOfWeek()), durationText(day.time))
                                 .arg(day.solved);
        square->setToolTip(text);
        square->setAccessibleName(text);
        time += day.time;
        solved += day.solved;
    }
    if (time.count() == 0 && solved == 0) {
        m_weekText->setText(tr("Each day on which you learn gets a coloured square here."));
        return;
    }
    const QString streak = week.streak == 1 ? tr("1 day in a row") : tr("%1 days in a row").arg(week.streak);
    m_weekText->setText(tr("%1 · %2 · %3 solved").arg(streak, durationText(time)).arg(solved));
}

void HomePage::showCourses()
{
    while (QLayoutItem *item = m_courseRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CourseSummary &summary : m_services.courses.courses()) {
        auto *button = new QPushButton(summary.title, m_courses);
        button->setAccessibleName(tr("Open the course %1").arg(summary.title));
        connect(button, &QPushButton::clicked, this, [this, id = summary.id] {
            Q_EMIT placeRequested({u"course"_s, id, {}});
        });
        m_courseRows->addWidget(button, 0, Qt::AlignLeading);
    }
}

} // namespace studio::ui
