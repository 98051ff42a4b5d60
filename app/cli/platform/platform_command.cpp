#include "cli/platform/platform_command.h"

#include <algorithm>
#include <csignal>

namespace studio::cli {

using namespace Qt::StringLiterals;

int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return kStoppedBase + SIGINT;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
        return kOffline;
    case ErrorCode::Unauthorized:
        return kSignInNeeded;
    case ErrorCode::NotFound:
        return kNotFound;
    case ErrorCode::Storage:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::InUse:
    case ErrorCode::TooNew:
        return kStorage;
    case ErrorCode::Conflict:
    case ErrorCode::InvalidData:
    case ErrorCode::Internal:
        return kNotPassed;
    }
    Q_UNREACHABLE();
}

Platform *PlatformCommand::platform()
{
    const auto found = environment().platform
        ? environment().platform()
        : Result<Platform *>(fail(ErrorCode::NotFound, u"no platform"_s));
    if (Platform *const there = found.value_or(nullptr)) {
        return there;
    }
    const Error error = found ? Error{ErrorCode::NotFound, {}} : found.error();
    if (error.code == ErrorCode::NotFound) {
        printError(tr("This installation works without a platform."));
        finishLater(kNotFound);
    } else {
        finishLater(report(error));
    }
    return nullptr;
}

void PlatformCommand::endWrongly(const Error &error, bool signingIn)
{
    printError(text::describePlatform(error, signingIn)
               % (error.message.isEmpty() ? QString() : u" ("_s % error.message % u')'));
    finishLater(exitCodeFor(error.code));
}

void PlatformCommand::endUsage(const QString &text)
{
    printError(text);
    finishLater(kUsage);
}

text::Titles PlatformCommand::titles()
{
    const auto course = [this](const QString &id) -> std::shared_ptr<const Course> {
        if (!m_courses.contains(id)) {
            const auto loaded = environment().courses.load(id);
            m_courses.insert(id, loaded ? loaded->course : nullptr);
        }
        return m_courses.value(id);
    };
    const auto courseTitle = [this, course](const QString &id) {
        if (const auto here = course(id)) {
            return here->title;
        }
        const auto found = environment().platform ? environment().platform()
                                                  : Result<Platform *>(fail(ErrorCode::NotFound, {}));
        if (found && *found) {
            for (const CatalogueCourse &each : (*found)->catalogue()) {
                if (each.id == id) {
                    return each.title;
                }
            }
        }
        return QString();
    };
    const auto itemTitle = [course](const QString &id, const QString &item) {
        const auto here = course(id);
        if (!here) {
            return QString();
        }
        if (const auto lesson = findLesson(*here, item)) {
            return lesson->lesson->title;
        }
        const auto exercise = findExercise(*here, item);
        return exercise ? exercise->title : QString();
    };
    return {courseTitle, itemTitle};
}

} // namespace studio::cli
