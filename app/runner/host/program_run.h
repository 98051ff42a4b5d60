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

    WorkerProcess m_process;
    std::deque<QByteArray> m_lines;
    bool m_inputEnded = false;
    bool m_waiting = false;
};

} // namespace studio::runner
