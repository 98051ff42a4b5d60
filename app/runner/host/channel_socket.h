#pragma once

#include "runner/protocol/framing.h"
#include "runner/protocol/messages.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace studio::runner {

/// The host's end of a worker's channel: whole messages in and out, never blocking. All that comes is
/// untrusted.
class ChannelSocket final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelSocket)

public:
    explicit ChannelSocket(QObject *parent = nullptr);
    ~ChannelSocket() override;

    void open(int descriptor); ///< Taken over; not blocking.

    void send(const Json &message);
    void readAll(); ///< What has arrived already, also after the worker's end; emits received().
    void close();

Q_SIGNALS:
    void received(const studio::runner::Json &message);
    void broken(); ///< The worker speaks nonsense. Once; nothing is received after it.

private:
    void write();

    int m_descriptor = -1;
    FrameReader m_reader;
    std::string m_unsent;
    bool m_told = false;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace studio::runner
