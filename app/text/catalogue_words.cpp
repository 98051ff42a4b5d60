#include "text/catalogue_words.h"

#include "text/package_words.h"
#include "text/sync_tr.h"

#include <QStringList>

#include <algorithm>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStep = 5; // per cent: fewer lines in a terminal, no flicker in a label

} // namespace

QString difficultyWord(const QString &difficulty)
{
    if (difficulty == "beginner"_L1) {
        return SyncWords::tr("Beginner");
    }
    if (difficulty == "intermediate"_L1) {
        return SyncWords::tr("Intermediate");
    }
    if (difficulty == "advanced"_L1) {
        return SyncWords::tr("Advanced");
    }
    return difficulty == "expert"_L1 ? SyncWords::tr("Expert") : QString();
}

QString describeFacts(const CatalogueCourse &course)
{
    QStringList facts = {difficultyWord(course.difficulty), course.duration};
    if (course.lessons > 0) {
        facts += course.lessons == 1 ? SyncWords::tr("1 lesson")
                                     : SyncWords::tr("%n lessons", nullptr, course.lessons);
    }
    if (course.exercises > 0) {
        facts += course.exercises == 1 ? SyncWords::tr("1 exercise")
                                       : SyncWords::tr("%n exercises", nullptr, course.exercises);
    }
    if (!course.teacher.isEmpty()) {
        facts += SyncWords::tr("by %1").arg(course.teacher);
    }
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString describeState(const CatalogueCourse &course)
{
    QStringList states;
    if (course.gone) {
        states += SyncWords::tr("No longer offered");
    }
    if (course.waiting) {
        states += course.enrolled ? SyncWords::tr("Enrolled, waiting to reach the platform")
                                  : SyncWords::tr("Left, waiting to reach the platform");
    } else if (course.enrolled) {
        states += SyncWords::tr("Enrolled");
    }
    switch (course.download) {
    case DownloadState::None:
        break;
    case DownloadState::Waiting:
        states += SyncWords::tr("download waits for its turn");
        break;
    case DownloadState::Running:
        states += SyncWords::tr("downloading");
        break;
    case DownloadState::Partial:
        states += SyncWords::tr("partly downloaded");
        break;
    case DownloadState::Complete:
        states += SyncWords::tr("on this computer");
        break;
    case DownloadState::Outdated:
        states += SyncWords::tr("on this computer, newer on the platform");
        break;
    }
    if (!states.isEmpty()) {
        states.first().replace(0, 1, states.first().left(1).toUpper());
    }
    return states.join(u" · "_s);
}

QString describeMissing(const CatalogueCourse &course)
{
    if (course.missing == "lessons"_L1) {
        return SyncWords::tr(
            "The platform gives the exercises and the plan of this course, not its lesson texts.");
    }
    if (course.missing == "exercises"_L1) {
        return SyncWords::tr("The platform gives the lessons of this course, not its exercises.");
    }
    return course.missing.isEmpty() ? QString()
                                    : SyncWords::tr("The platform does not give all of this course.");
}

QString describeProgress(const CatalogueCourse &course)
{
    if (course.bytesAll <= 0) {
        return course.bytesDone > 0 ? fileSize(course.bytesDone) : SyncWords::tr("Beginning…");
    }
    const qint64 share = std::clamp<qint64>(100 * course.bytesDone / course.bytesAll, 0, 100);
    return SyncWords::tr("%1 % of %2").arg(share - share % kStep).arg(fileSize(course.bytesAll));
}

QString describeDownloadProblem(const CatalogueCourse &course)
{
    if (course.problem.isEmpty() || course.download == DownloadState::Complete
        || course.download == DownloadState::Running) {
        return {};
    }
    return SyncWords::tr("The download stopped. What is there is kept; it goes on from there.");
}

QString describe(const StorageUse &use)
{
    const qint64 taken = use.courses + use.media;
    return SyncWords::tr("Courses of the platform take %1 on this computer; %2 are free.")
        .arg(fileSize(taken), fileSize(use.free));
}

} // namespace studio::text
