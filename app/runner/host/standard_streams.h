#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace studio::runner {

/// Reads what a process prints, a bounded piece at a turn of the event loop: the window stays alive in a
/// flood, and the process waits in its write() when nobody has time for it.
class OutputPipe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputPipe)

public:
    OutputPipe() = default;
    ~OutputPipe() override;

    void open(int descriptor); ///< Taken over; not blocking.
    void readNow(); ///< One piece of what is there.
    void readAll(); ///< All that is in the pipe: for the end, when nothing more is written.
    void close();

Q_SIGNALS:
    void arrived(const QByteArray &bytes);

private:
    bool readPiece(); ///< False when nothing is there.

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_readable;
};

/// Writes to a process's standard input as it takes it, without blocking.
class InputPipe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputPipe)

public:
    InputPipe() = default;
    ~InputPipe() override;

    void open(int descriptor); ///< Taken over; not blocking.
    void write(const QByteArray &bytes);
    void end(); ///< End of file, when all that was written has gone out.
    void close();

private:
    void push();

    int m_descriptor = -1;
    QByteArray m_unsent;
    bool m_ending = false;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace studio::runner
