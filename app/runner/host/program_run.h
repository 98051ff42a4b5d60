#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/picture_channel.h"
#include "runner/host/worker_process.h"

#include <deque>

namespace studio::runner {

/// A program in a worker, with its input given ahead or asked for line by line.
class ProgramRun final : public Run
{
    Q_OBJECT

public:
    ProgramRun(const std::shared_ptr<Launcher> &launcher, const RunRequest &request);

    bool isRunning() const override { return !m_finished; }

    std::unique_ptr<Console> takeConsole() override;

    void sendInput(const QString &line) override;
    void endInput() override;

    void stop() override;

    void sendEvent(const CanvasEvent &event) override;

private:
    void answerInput();
    void end(RunResult result); ///< Tells how the program ended, with the explanation that came before.
    void stay(int exitCode); ///< The program has ended and its interpreter waits for a console.

    std::unique_ptr<WorkerProcess> m_process; ///< Null when the console was taken.
    std::unique_ptr<PictureChannel> m_pictures; ///< As m_process.
    std::deque<QByteArray> m_lines;
    std::optional<ErrorExplanation> m_explanation; ///< The last one that was told.
    bool m_printed = false;
    bool m_inputEnded = false;
    bool m_waiting = false;
    bool m_finished = false;
    bool m_stays = false; ///< Finished, and the process lives on.
};

} // namespace studio::runner
