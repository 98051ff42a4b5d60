#include "runner/host/channel_socket.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace studio::runner {

namespace {

// A worker that sends without end must not keep the event loop from its other work.
constexpr int kReadsInARow = 4;

} // namespace

ChannelSocket::ChannelSocket(QObject *parent)
    : QObject(parent)
{
}

ChannelSocket::~ChannelSocket()
{
    close();
}

void ChannelSocket::open(int descriptor)
{
    m_descriptor = descriptor;
    m_readable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &ChannelSocket::readAll);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &ChannelSocket::write);
}

void ChannelSocket::send(const Json &message)
{
    if (m_descriptor >= 0) {
        m_unsent += frame(message.dump(-1, ' ', false, Json::error_handler_t::replace));
        write();
    }
}

void ChannelSocket::write()
{
    while (!m_unsent.empty()) {
        // MSG_NOSIGNAL: a worker that died is told by its exit, not by SIGPIPE.
        const ssize_t count = ::send(m_descriptor, m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
        if (count > 0) {
            m_unsent.erase(0, static_cast<std::size_t>(count));
        } else if (count < 0 && errno == EAGAIN) {
            break;
        } else if (count >= 0 || errno != EINTR) {
            m_unsent.clear();
        }
    }
    m_writable->setEnabled(!m_unsent.empty());
}

void ChannelSocket::readAll()
{
    std::array<char, 65536> bytes{};
    for (int i = 0; i < kReadsInARow && m_descriptor >= 0; ++i) {
        const ssize_t count = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
        if (count == 0) {
            m_readable->setEnabled(false);
            return;
        }
        if (count < 0) {
            return;
        }
        m_reader.add({bytes.data(), static_cast<std::size_t>(count)});
        while (const auto text = m_reader.next()) {
            const auto message = parseMessage(*text);
            if (message && !m_told) {
                Q_EMIT received(*message);
            } else if (!m_told) {
                m_told = true;
                Q_EMIT broken();
            }
        }
        if (m_reader.broken() && !m_told) {
            m_told = true;
            Q_EMIT broken();
        }
    }
}

void ChannelSocket::close()
{
    m_readable.reset();
    m_writable.reset();
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

} // namespace studio::runner
