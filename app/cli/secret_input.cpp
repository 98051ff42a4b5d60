#include "cli/secret_input.h"

#include <QMetaObject>

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace studio::cli {

namespace {

constexpr qsizetype kLongest = 4096;

void writeTo(int fd, const QByteArray &bytes)
{
    [[maybe_unused]] const ssize_t written
        = ::write(fd, bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace

/// The terminal while it does not show what is typed.
struct SecretInput::Terminal
{
    Q_DISABLE_COPY_MOVE(Terminal)

    explicit Terminal(const QByteArray &path)
        : fd(::open(path.constData(), O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (fd < 0 || ::tcgetattr(fd, &before) != 0) {
            return;
        }
        termios hidden = before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        // What was typed before the question came is not an answer to it.
        isQuiet = ::tcsetattr(fd, TCSAFLUSH, &hidden) == 0;
    }

    ~Terminal()
    {
        if (isQuiet) {
            ::tcsetattr(fd, TCSANOW, &before);
            writeTo(fd, "\n"); // the person's own was not shown
        }
        if (fd >= 0) {
            ::close(fd);
        }
    }

    int fd = -1;
    bool isQuiet = false;
    termios before = {};
};

SecretInput::SecretInput(QByteArray terminal, QObject *parent)
    : QObject(parent)
    , m_path(std::move(terminal))
{
}

SecretInput::~SecretInput()
{
    m_line.fill('\0');
}

void SecretInput::ask(SecretSource source, const QString &prompt, SecretAnswer then)
{
    m_then = std::move(then);
    int fd = STDIN_FILENO;
    if (source == SecretSource::Terminal) {
        m_terminal = std::make_unique<Terminal>(m_path);
        if (!m_terminal->isQuiet) {
            QMetaObject::invokeMethod(
                this, [this] { end({}); }, Qt::QueuedConnection);
            return;
        }
        fd = m_terminal->fd;
        writeTo(fd, prompt.toUtf8());
    }
    m_notifier = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SecretInput::read);
}

void SecretInput::read()
{
    // Byte by byte: what follows the line on standard input belongs to the next question.
    char byte = 0;
    const ssize_t got = ::read(static_cast<int>(m_notifier->socket()), &byte, 1);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    if (got == 1 && byte != '\n') {
        m_line.append(byte);
        if (m_line.size() > kLongest) {
            end({});
        }
        return;
    }
    if (got != 1 && m_line.isEmpty()) {
        return end({});
    }
    if (m_line.endsWith('\r')) {
        m_line.chop(1);
    }
    end(m_line);
}

void SecretInput::end(std::optional<QByteArray> line)
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it is the one that calls
    }
    m_terminal.reset();
    m_line.fill('\0');
    m_line.clear();
    if (const SecretAnswer then = std::exchange(m_then, {})) {
        then(std::move(line));
    }
}

} // namespace studio::cli
