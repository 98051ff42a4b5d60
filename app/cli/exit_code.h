#pragma once

namespace studio::cli {

/// Exit statuses of every command except `run`, whose status is the program's own. Documented in
/// docs/command-line.md.
enum ExitCode {
    kDone = 0, ///< Done; for `check`: passed; for `validate`: no problem.
    kNotPassed = 1, ///< `check`: the answer is wrong. `validate`: the course has problems. `doctor`:
                    ///< something is missing. Of the platform: it refused, or something needs the person.
    kUsage = 2, ///< The words of the command are off.
    kDidNotFinish = 3, ///< `check`: the answer's program did not come to its end.
    kBroken = 4, ///< `check`: the exercise has a mistake.
    kNotFound = 5, ///< No such course, exercise or file.
    kStorage = 6, ///< The person's data could not be read or written.
    kPython = 7, ///< Python could not be started.
    kOffline = 8, ///< The platform could not be reached, or did not answer in time.
    kSignInNeeded = 9, ///< Nobody is signed in, or name or password was wrong.
    kWaitingLeft = 10, ///< `sync`, `status`: something is left to send. It is saved here.
    kStoppedBase = 128, ///< Plus the number of the signal that stopped the command.
};

} // namespace studio::cli
