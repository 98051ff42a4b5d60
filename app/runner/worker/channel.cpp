#include "worker/channel.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace studio::runner {

Channel::Channel(int descriptor)
    : m_descriptor(descriptor)
{
}

bool Channel::send(const Json &message)
{
    const std::string bytes = frame(message.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (bytes.empty()) {
        return false;
    }
    const std::scoped_lock lock(m_sending);
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::write(m_descriptor, bytes.data() + sent, bytes.size() - sent);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
        } else if (count < 0 && errno != EINTR) {
            _exit(1);
        }
    }
    return true;
}

std::optional<Json> Channel::receive()
{
    for (;;) {
        if (const auto text = m_reader.next()) {
            return parseMessage(*text);
        }
        if (m_reader.broken()) {
            return std::nullopt;
        }
        std::array<char, 65536> bytes{};
        const ssize_t count = ::read(m_descriptor, bytes.data(), bytes.size());
        if (count > 0) {
            m_reader.add({bytes.data(), static_cast<std::size_t>(count)});
        } else if (count == 0 || errno != EINTR) {
            return std::nullopt;
        }
    }
}

} // namespace studio::runner
