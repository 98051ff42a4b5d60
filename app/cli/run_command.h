#pragma once

#include "cli/command.h"

#include <QByteArray>
#include <QSocketNotifier>

namespace studio::cli {

/// `run FILE`: a program in a worker, streamed; exits with the status of the program. What went wrong is
/// explained after its output. With --json all is told at the end.
class RunCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start(const QStringList &arguments) override;
    void interrupt() override;

private:
    void readOwnInput(); ///< A line of this process's standard input for the program that waits for one.
    void take(RunStream stream, const QByteArray &bytes);
    void ended(const RunResult &result);
    void tellAll(const RunResult &result); ///< As JSON.

    std::unique_ptr<Run> m_run;
    std::unique_ptr<QSocketNotifier> m_input;
    QByteArray m_unread; ///< Read from standard input, not yet a whole line.
    bool m_inputEnded = false;
    bool m_json = false;
    QByteArray m_out; ///< Kept for --json only, bounded.
    QByteArray m_err;
};

} // namespace studio::cli
