#include "runner/host/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace studio::runner {

namespace {

constexpr qsizetype kPiece = 256 * 1024;
constexpr int kMostPieces = 64; // more than a pipe holds

} // namespace

OutputPipe::~OutputPipe()
{
    close();
}

void OutputPipe::open(int descriptor)
{
    m_descriptor = descriptor;
    m_readable = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &OutputPipe::readNow);
}

void OutputPipe::readNow()
{
    readPiece();
}

void OutputPipe::readAll()
{
    for (int i = 0; i < kMostPieces && readPiece(); ++i) { }
}

bool OutputPipe::readPiece()
{
    if (m_descriptor < 0) {
        return false;
    }
    QByteArray bytes(kPiece, Qt::Uninitialized);
    const ssize_t count = ::read(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (count <= 0) {
        if (count == 0 && m_readable) {
            m_readable->setEnabled(false); // end of file would wake us for ever
        }
        return false;
    }
    bytes.truncate(count);
    Q_EMIT arrived(bytes);
    return true;
}

void OutputPipe::close()
{
    m_readable.reset();
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

InputPipe::~InputPipe()
{
    close();
}

void InputPipe::open(int descriptor)
{
    std::signal(SIGPIPE, SIG_IGN); // a program that is gone is told by its end
    m_descriptor = descriptor;
    m_writable = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &InputPipe::push);
}

void InputPipe::write(const QByteArray &bytes)
{
    if (m_descriptor >= 0) {
        m_unsent += bytes;
        push();
    }
}

void InputPipe::end()
{
    m_ending = true;
    push();
}

void InputPipe::push()
{
    while (m_descriptor >= 0 && !m_unsent.isEmpty()) {
        const ssize_t count
            = ::write(m_descriptor, m_unsent.constData(), static_cast<std::size_t>(m_unsent.size()));
        if (count > 0) {
            m_unsent.remove(0, count);
        } else if (errno == EAGAIN) {
            break;
        } else if (errno != EINTR) {
            return close(); // nobody reads any more
        }
    }
    if (m_ending && m_unsent.isEmpty()) {
        return close();
    }
    if (m_writable) {
        m_writable->setEnabled(!m_unsent.isEmpty());
    }
}

void InputPipe::close()
{
    if (m_writable) {
        m_writable->setEnabled(false);
        m_writable.release()->deleteLater(); // may be the one that called
    }
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

} // namespace studio::runner
