#pragma once

#include <csignal>
#include <cstdint>

namespace studio::runner {

// Between the host and a fork server, over a socket that keeps messages apart (SOCK_SEQPACKET). Both are our
// own code: learners' code never has this socket.

/// Sent to a program after an interrupt: is it running Python code, or does it hang in a C call? The answer
/// is an `alive` message. Programs have no use for this signal.
inline int probeSignal()
{
    return SIGRTMAX - 1;
}

/// host -> server, with four descriptors: channel, standard input, output and error. The server closes its
/// end: it has no more to do than to go.
struct LaunchOrder
{
    std::uint32_t id = 0;
    std::uint32_t check = 0; ///< RunKind::Check
    std::uint32_t network = 0; ///< A program that may use it.
};

/// server -> host.
struct LaunchReply
{
    enum Kind : std::uint32_t {
        Ready, ///< The server is warm. Once, before all else.
        /// With one descriptor: the keeper's pidfd. SIGINT interrupts, SIGTERM ends all. Status: its number.
        Started,
        Ended, ///< All processes of the run are gone; status as waitpid() gives it.
        Failed, ///< Nothing could be started.
    };

    std::uint32_t id = 0;
    std::uint32_t kind = Ready;
    std::int32_t status = 0;
};

} // namespace studio::runner
