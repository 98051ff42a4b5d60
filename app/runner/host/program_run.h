#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/worker_process.h"

#include <deque>

namespace studio::runner {

/// A program in a worker, with its input given ahead or asked for line by line.
class ProgramRun final : public Run
{
    Q_OBJECT

public:
    ProgramRun(const QString &worker, const RunRequest &request);

    bool isRunning() const override { return m_process.isRunning(); }

    void sendInput(const QString &line) override;
    void endInput() override;

    void stop() override { m_process.stop(); }

private:
    void answerInput();
    void end(RunResult result); ///< Tells how the program ended, with the explanation that came before.

    WorkerProcess m_process;
    std::deque<QByteArray> m_lines;
    std::optional<ErrorExplanation> m_explanation; ///< The last one that was told.
    bool m_printed = false;
    bool m_inputEnded = false;
    bool m_waiting = false;
};

} // namespace studio::runner
