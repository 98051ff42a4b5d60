#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace studio::runner {

/// What both sides must agree on. A worker of another version is refused at its first message.
constexpr int kProtocolVersion = 1;

/// The largest message; larger ones are never sent, and a peer that announces one is broken.
constexpr std::size_t kLargestMessage = 8u << 20;

/// The descriptor on which a worker finds its channel.
constexpr int kChannelDescriptor = 3;

/// A message with its length before it (4 bytes, little endian). Empty when the message is too large.
std::string frame(std::string_view message);

/// Takes bytes as they come and gives whole messages. After broken() nothing more comes out.
///
/// Holds at most one message and what has arrived of the next; never throws on any input.
class FrameReader final
{
public:
    void add(std::string_view bytes);
    std::optional<std::string> next(); ///< Nothing: wait for more bytes, or broken().

    bool broken() const { return m_broken; }

private:
    std::string m_buffer;
    std::size_t m_taken = 0; ///< Bytes at the front that were given out already.
    bool m_broken = false;
};

} // namespace studio::runner
