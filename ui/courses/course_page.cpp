#include "ui/courses/course_page.h"

#include "domain/completion.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "services/progress_service.h"
#include "ui/common/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/progress_strip.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPlaceRole = Qt::UserRole;
constexpr int kKindRole = Qt::UserRole + 1;
constexpr int kMostProblems = 8;

} // namespace

CoursePage::CoursePage(const Services &services, const Place &place, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_place(place)
    , m_title(makeTitle(tr("Opening the course…"), 20, this))
    , m_summary(makeMuted({}, this))
    , m_strip(new ProgressStrip(this))
    , m_tree(new QTreeWidget(this))
    , m_about(makeMuted({}, this))
    , m_problems(new QLabel(this))
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_tree->setObjectName(u"syllabus"_s);
    m_tree->setAccessibleName(tr("Lessons and exercises"));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Lesson"), tr("State"), tr("Time")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_tree->setUniformRowHeights(true);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problems->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(40, 28, 40, 24);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_strip);
    column->addWidget(m_problems);
    column->addWidget(m_tree, 1);
    column->addWidget(m_about);
    connect(m_tree, &QTreeWidget::itemActivated, this, &CoursePage::open);
    connect(m_tree, &QTreeWidget::itemClicked, this, &CoursePage::open);
    whenDone(m_services.courses.course(place.courseId), this,
             [this](const Result<LoadedCourse> &loaded) { show(loaded); });
}

QList<Crumb> CoursePage::crumbs() const
{
    return {{tr("Courses"), {u"courses"_s, {}, {}}}, {m_course ? m_course->title : tr("Course"), {}}};
}

Place CoursePage::place() const
{
    return m_place;
}

void CoursePage::enter()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

void CoursePage::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_strip->setTheme(theme);
    m_problems->setStyleSheet(u"background: %1; color: %2; padding: 10px; border-radius: 8px;"_s.arg(
        theme.colour(u"warn-soft"_s).name(), theme.colour(u"text"_s).name()));
    if (m_course) {
        fill();
    }
}

void CoursePage::setZoom(int /*percent*/) { }

void CoursePage::show(const Result<LoadedCourse> &loaded)
{
    QStringList lines;
    for (const Problem &problem : loaded ? loaded->problems : std::vector<Problem>()) {
        if (problem.severity == Severity::Error && lines.size() < kMostProblems) {
            lines.append(u"%1:%2  %3"_s.arg(problem.place.file).arg(problem.place.line).arg(problem.what));
        }
    }
    if (!loaded || !loaded->course) {
        m_title->setText(tr("This course can't be opened"));
        m_summary->setText(tr("Go back to Courses, or show this to the person who made it."));
        if (!loaded) {
            lines.append(loaded.error().message);
        }
    }
    if (!lines.isEmpty()) {
        m_problems->setText(tr("For the teacher: this course has problems.") % u'\n' % lines.join(u'\n'));
        m_problems->show();
    }
    if (loaded && loaded->course) {
        m_course = loaded->course;
        m_title->setText(m_course->title);
        m_summary->setText(m_course->summary);
        QStringList about;
        if (!m_course->authors.isEmpty()) {
            about.append(tr("By %1").arg(m_course->authors.join(u", "_s)));
        }
        if (!m_course->licence.isEmpty()) {
            about.append(m_course->licence);
        }
        if (!m_course->version.isEmpty()) {
            about.append(tr("Version %1").arg(m_course->version));
        }
        m_about->setText(about.join(u" · "_s));
        if (!m_theme.colours.isEmpty()) {
            fill();
        }
    }
    Q_EMIT crumbsChanged();
}

void CoursePage::fill()
{
    const CourseProgress progress = m_services.progress.course(m_course->id);
    m_tree->clear();
    std::vector<bool> done;
    QTreeWidgetItem *next = nullptr;
    for (const Section &section : m_course->sections) {
        auto *group = new QTreeWidgetItem(m_tree, {section.title});
        QFont bold = m_tree->font();
        bold.setWeight(QFont::DemiBold);
        group->setFont(0, bold);
        group->setFlags(Qt::ItemIsEnabled);
        for (const Lesson &lesson : section.lessons) {
            addLesson(group, lesson, progress);
            done.push_back(isDone(lesson, progress));
            if (!done.back() && !next) {
                next = group->child(group->childCount() - 1);
            }
        }
        group->setExpanded(true);
    }
    m_strip->setSteps(done, -1);
    if (next) {
        m_tree->setCurrentItem(next);
    }
}

void CoursePage::addLesson(QTreeWidgetItem *section, const Lesson &lesson, const CourseProgress &progress)
{
    const LessonProgress seen = progress.lessons.value(lesson.id);
    const auto exercises = exercisesOf(lesson);
    const auto passed = std::count_if(exercises.begin(), exercises.end(),
                                      [&progress](const auto &each) { return isPassed(*each, progress); });
    const bool done = isDone(lesson, progress);
    const bool begun = seen.read || seen.position > 0 || passed > 0;
    const QString state = done ? tr("done")
        : begun                ? tr("begun, %1 of %2 exercises").arg(passed).arg(exercises.size())
        : exercises.empty()    ? QString()
                               : tr("%1 exercises").arg(exercises.size());
    auto *item
        = new QTreeWidgetItem(section,
                              {lesson.title, seen.bookmarked ? tr("bookmarked · %1").arg(state) : state,
                               lesson.minutes > 0 ? tr("%1 min").arg(lesson.minutes) : QString()});
    item->setData(0, kPlaceRole, lesson.id);
    item->setData(0, kKindRole, u"lesson"_s);
    item->setIcon(0,
                  done        ? icon(u"circle-check"_s, m_theme.colour(u"good"_s))
                      : begun ? icon(u"circle-dot"_s, m_theme.colour(u"accent"_s))
                              : icon(u"circle"_s, m_theme.colour(u"muted"_s)));
    item->setToolTip(0, lesson.summary);
    item->setData(0, Qt::AccessibleTextRole, u"%1, %2"_s.arg(lesson.title, item->text(1)));
    for (const auto &exercise : exercises) {
        if (exercise->embedded) {
            continue;
        }
        const bool solved = isPassed(*exercise, progress);
        const QString exerciseState = solved ? tr("passed")
            : isBegun(*exercise, progress)   ? tr("begun")
                                             : QString();
        auto *child = new QTreeWidgetItem(item, {exercise->title, exerciseState});
        child->setData(0, kPlaceRole, exercise->id);
        child->setData(0, kKindRole, u"exercise"_s);
        child->setIcon(0,
                       solved ? icon(u"check"_s, m_theme.colour(u"good"_s))
                              : icon(u"pencil"_s, m_theme.colour(u"muted"_s)));
    }
}

void CoursePage::open(const QTreeWidgetItem *item)
{
    const QString id = item->data(0, kPlaceRole).toString();
    if (!id.isEmpty()) {
        Q_EMIT placeRequested({item->data(0, kKindRole).toString(), m_course->id, id});
    }
}

} // namespace studio::ui
