#pragma once

#include "domain/ports/console.h"
#include "runner/host/picture_channel.h"
#include "runner/host/worker_process.h"

#include <QElapsedTimer>

#include <deque>

namespace studio::runner {

/// A worker whose program has ended and that takes statements now.
///
/// Each request has a number; only the awaited answer to the last one of its kind counts, the rest is forged
/// or late. The wall clock stands still between statements.
class ConsoleSession final : public Console
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleSession)

public:
    /// What a run hands over.
    struct Remains
    {
        std::unique_ptr<WorkerProcess> process;
        std::unique_ptr<PictureChannel> pictures;
        std::deque<QByteArray> lines; ///< Input typed ahead.
        bool inputEnded = false; ///< There will be no more, ever.
    };

    explicit ConsoleSession(Remains remains);
    ~ConsoleSession() override;

    bool isBusy() const override { return m_statement != 0; }

    bool isAlive() const override { return !m_ended; }

    void execute(const QString &source) override;
    void complete(const QString &before) override;
    void listVariables() override;
    void expand(quint64 handle, qint64 from, int count) override;
    void sendInput(const QString &line) override;
    void endInput() override;
    void sendEvent(const CanvasEvent &event) override;
    void stop() override;

private:
    void handle(const Json &message);
    void answerStatement(const Json &message);
    void answerInput();
    void look(const char *type, qint64 &awaited, Json message);

    std::unique_ptr<WorkerProcess> m_process;
    std::unique_ptr<PictureChannel> m_pictures;
    std::deque<QByteArray> m_lines;
    QTimer m_looking; ///< Looking takes no time; what takes long is interrupted.
    QElapsedTimer m_stopped; ///< Since the statement that runs was interrupted.
    qint64 m_number = 0;
    qint64 m_statement = 0; ///< The awaited answers; 0: none.
    qint64 m_completion = 0;
    qint64 m_listing = 0;
    std::deque<qint64> m_expansions;
    bool m_waiting = false; ///< For a line.
    bool m_inputEnded;
    bool m_ended = false;
};

} // namespace studio::runner
