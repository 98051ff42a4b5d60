#include "text/verdict_text.h"

#include <QCoreApplication>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(Run)
};

QString seconds(std::chrono::microseconds time)
{
    const double value = static_cast<double>(time.count()) / 1e6;
    return QString::number(value, 'f', value < 10 ? 2 : 0);
}

} // namespace

QString describe(const RunResult &result)
{
    switch (result.state) {
    case RunState::Finished:
        if (result.exitCode != 0) {
            return RunWords::tr("Ended with exit status %1 after %2 s")
                .arg(result.exitCode)
                .arg(seconds(result.wall));
        }
        return RunWords::tr("Ended after %1 s").arg(seconds(result.wall));
    case RunState::Raised:
        return result.error && result.error->line > 0
            ? RunWords::tr("Ended with an error in line %1").arg(result.error->line)
            : RunWords::tr("Ended with an error");
    case RunState::SyntaxError:
        return result.error ? RunWords::tr("Did not begin: Python can't read line %1").arg(result.error->line)
                            : RunWords::tr("Did not begin");
    case RunState::Crashed:
        return RunWords::tr("Python crashed (%1)").arg(result.signalName);
    case RunState::Stopped:
        return RunWords::tr("Stopped after %1 s").arg(seconds(result.wall));
    case RunState::OutOfTime:
        return RunWords::tr("Stopped: it ran longer than allowed");
    case RunState::OutOfMemory:
        return RunWords::tr("Stopped: it needed more memory than allowed");
    case RunState::TooMuchOutput:
        return RunWords::tr("Stopped: it printed more than allowed");
    case RunState::TooMuchWritten:
        return RunWords::tr("Stopped: it wrote more to its files than allowed");
    case RunState::WorkerFailed:
        return RunWords::tr("Python could not be started. `learning-studio doctor` says what is missing");
    }
    Q_UNREACHABLE();
}

QString describe(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return RunWords::tr("Cancelled.");
    case ErrorCode::Offline:
        return RunWords::tr("There is no network. What you did is saved here.");
    case ErrorCode::Timeout:
        return RunWords::tr("It took too long. Try again.");
    case ErrorCode::Unauthorized:
        return RunWords::tr("You are not signed in.");
    case ErrorCode::Conflict:
        return RunWords::tr("That is not possible as things are.");
    case ErrorCode::NotFound:
        return RunWords::tr("It is not there.");
    case ErrorCode::InvalidData:
        return RunWords::tr("It can't be read.");
    case ErrorCode::Storage:
        return RunWords::tr("Your work could not be saved. It is still here; the studio tries again.");
    case ErrorCode::TooNew:
        return RunWords::tr(
            "This work was saved by a newer version of the studio. It was not touched; please update.");
    case ErrorCode::DiskFull:
        return RunWords::tr("The disk is full. Your text is still here; make room and it is saved.");
    case ErrorCode::ReadOnly:
        return RunWords::tr(
            "The folder of your work can't be written to. Your text is still here; it is not saved.");
    case ErrorCode::InUse:
        return RunWords::tr("Your work is open in another window of the studio.");
    case ErrorCode::Internal:
        return RunWords::tr("Something in the studio went wrong.");
    }
    Q_UNREACHABLE();
}

} // namespace studio::text
