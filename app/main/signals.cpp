#include "main/signals.h"

#include <QLoggingCategory>

#include <array>
#include <csignal>
#include <unistd.h>

namespace studio::app {

namespace {

Q_LOGGING_CATEGORY(lcSignals, "studio.main.signals")

// A signal handler may only touch what is safe at any moment: a pipe is.
std::array<int, 2> pipeEnds = {-1, -1};

void handle(int number)
{
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds.data()) != 0) {
        qCWarning(lcSignals) << "No pipe for signals; Ctrl+C ends at once";
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1) {
            Q_EMIT received(byte);
        }
    });
    struct sigaction action = {};
    action.sa_handler = handle; // NOLINT(cppcoreguidelines-pro-type-union-access)
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        ::sigaction(number, &action, nullptr);
    }
}

TerminationSignals::~TerminationSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    for (const int end : pipeEnds) {
        ::close(end);
    }
}

} // namespace studio::app
