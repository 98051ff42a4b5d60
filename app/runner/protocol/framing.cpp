#include "runner/protocol/framing.h"

namespace studio::runner {

namespace {

constexpr std::size_t kHeader = 4;

std::size_t lengthAt(std::string_view bytes)
{
    std::size_t length = 0;
    for (std::size_t i = kHeader; i > 0; --i) {
        length = length << 8 | static_cast<unsigned char>(bytes[i - 1]);
    }
    return length;
}

} // namespace

std::string frame(std::string_view message)
{
    if (message.size() > kLargestMessage) {
        return {};
    }
    std::string bytes;
    bytes.reserve(kHeader + message.size());
    for (std::size_t i = 0; i < kHeader; ++i) {
        bytes.push_back(static_cast<char>(message.size() >> (8 * i) & 0xff));
    }
    bytes.append(message);
    return bytes;
}

void FrameReader::add(std::string_view bytes)
{
    if (m_broken) {
        return;
    }
    if (m_taken > 0 && m_taken == m_buffer.size()) {
        m_buffer.clear();
        m_taken = 0;
    }
    m_buffer.append(bytes);
}

std::optional<std::string> FrameReader::next()
{
    const std::string_view rest = std::string_view(m_buffer).substr(m_taken);
    if (m_broken || rest.size() < kHeader) {
        return std::nullopt;
    }
    const std::size_t length = lengthAt(rest);
    if (length > kLargestMessage) {
        m_broken = true;
        m_buffer.clear();
        m_taken = 0;
        return std::nullopt;
    }
    if (rest.size() < kHeader + length) {
        m_buffer.erase(0, m_taken);
        m_taken = 0;
        return std::nullopt;
    }
    std::string message(rest.substr(kHeader, length));
    m_taken += kHeader + length;
    return message;
}

} // namespace studio::runner
