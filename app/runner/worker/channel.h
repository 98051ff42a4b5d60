#pragma once

#include "runner/protocol/framing.h"
#include "runner/protocol/messages.h"

#include <mutex>
#include <optional>

namespace studio::runner {

/// The worker's end of the channel. Blocking; send() may be called from any thread.
///
/// When the host is gone the process ends at once: nobody is left to run for.
class Channel final
{
public:
    explicit Channel(int descriptor);
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// False when the message is too large to be sent.
    bool send(const Json &message);

    /// The next message; nothing when the host has closed its end.
    std::optional<Json> receive();

private:
    int m_descriptor;
    FrameReader m_reader;
    std::mutex m_sending;
};

} // namespace studio::runner
