#include "cli/progress_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "domain/completion.h"
#include "domain/when_done.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace studio::cli {

using namespace Qt::StringLiterals;

void ProgressCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 0, 1);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    m_json = options->has(u"json"_s);
    m_courseId = options->positional().value(0);
    const auto work = environment().work();
    if (!work) {
        return finishLater(report(work.error()));
    }
    whenDone((*work)->allProgress(), this, [this](const Result<QHash<QString, CourseProgress>> &progress) {
        if (!progress) {
            return finishLater(report(progress.error()));
        }
        tell(*progress);
    });
}

void ProgressCommand::tell(const QHash<QString, CourseProgress> &progress)
{
    QJsonArray list;
    bool found = m_courseId.isEmpty();
    for (const CourseSummary &summary : environment().courses.courses()) {
        if (!m_courseId.isEmpty() && summary.id != m_courseId) {
            continue;
        }
        found = true;
        const auto loaded = environment().courses.load(summary.id);
        if (!loaded || !loaded->course) {
            printError(tr("The course %1 can't be read: see `learning-studio validate`.").arg(summary.id));
            continue;
        }
        if (m_json) {
            list.append(toJson(*loaded->course, progress.value(summary.id)));
        } else {
            tellCourse(*loaded->course, progress.value(summary.id));
        }
    }
    if (!found) {
        return finishLater(report({ErrorCode::NotFound, m_courseId}));
    }
    if (m_json) {
        printJson(QJsonDocument(list).toJson());
    }
    finishLater(kDone);
}

void ProgressCommand::tellCourse(const Course &course, const CourseProgress &progress)
{
    const auto exercises = exercisesOf(course);
    const auto passed = std::count_if(exercises.begin(), exercises.end(),
                                      [&progress](const auto &each) { return isPassed(*each, progress); });
    print(tr("%1: %2 of %3 exercises passed").arg(course.title).arg(passed).arg(exercises.size()));
    if (m_courseId.isEmpty()) {
        return;
    }
    for (const Lesson *lesson : lessonsOf(course)) {
        print(u"  %1 %2"_s.arg(progress.lessons.value(lesson->id).read ? tr("[read]") : tr("[    ]"),
                               lesson->title));
        for (const auto &exercise : exercisesOf(*lesson)) {
            const ExerciseProgress done = progress.exercises.value(exercise->id);
            const QString state = isPassed(*exercise, progress) ? tr("passed")
                : isBegun(*exercise, progress)                  ? tr("begun")
                                                                : tr("open");
            print(u"      %1  %2"_s.arg(state, -8).arg(exercise->title)
                  % (done.attempts > 0 ? tr(" (attempts: %1)").arg(done.attempts) : QString()));
        }
    }
}

QJsonObject ProgressCommand::toJson(const Course &course, const CourseProgress &progress) const
{
    QJsonArray lessons;
    for (const Lesson *lesson : lessonsOf(course)) {
        const LessonProgress seen = progress.lessons.value(lesson->id);
        QJsonArray exercises;
        for (const auto &exercise : exercisesOf(*lesson)) {
            const ExerciseProgress done = progress.exercises.value(exercise->id);
            exercises.append(QJsonObject{{u"id"_s, exercise->id},
                                         {u"passed"_s, isPassed(*exercise, progress)},
                                         {u"attempts"_s, done.attempts},
                                         {u"hints_opened"_s, done.hintsOpened},
                                         {u"seconds"_s, static_cast<double>(done.timeSpent.count())}});
        }
        lessons.append(QJsonObject{{u"id"_s, lesson->id},
                                   {u"read"_s, seen.read},
                                   {u"bookmarked"_s, seen.bookmarked},
                                   {u"position"_s, seen.position},
                                   {u"seconds"_s, static_cast<double>(seen.timeSpent.count())},
                                   {u"exercises"_s, exercises}});
    }
    return {{u"course"_s, course.id}, {u"title"_s, course.title}, {u"lessons"_s, lessons}};
}

} // namespace studio::cli
