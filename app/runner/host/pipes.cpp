#include "runner/host/pipes.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace studio::runner {

namespace {

// A flood is then carried in few turns of the event loop. What can't be had is left as it is.
constexpr int kPipeSize = 1 << 20;

void closeOne(int &descriptor)
{
    if (descriptor >= 0) {
        ::close(descriptor);
        descriptor = -1;
    }
}

void makeNonBlocking(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

} // namespace

WorkerPipes WorkerPipes::make()
{
    WorkerPipes pipes;
    std::array<int, 2> channel{-1, -1};
    std::array<int, 2> input{-1, -1};
    std::array<int, 2> output{-1, -1};
    std::array<int, 2> error{-1, -1};
    const bool made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel.data()) == 0
        && ::pipe2(input.data(), O_CLOEXEC) == 0 && ::pipe2(output.data(), O_CLOEXEC) == 0
        && ::pipe2(error.data(), O_CLOEXEC) == 0;
    pipes.host = {channel[0], input[1], output[0], error[0]};
    pipes.worker = {channel[1], input[0], output[1], error[1]};
    if (!made) {
        pipes.closeWorkerEnds();
        pipes.closeHostEnds();
        return pipes;
    }
    ::fcntl(output[0], F_SETPIPE_SZ, kPipeSize);
    for (const int each : {channel[0], input[1], output[0], error[0]}) {
        makeNonBlocking(each);
    }
    return pipes;
}

void WorkerPipes::closeWorkerEnds()
{
    for (int &each : worker) {
        closeOne(each);
    }
}

void WorkerPipes::closeHostEnds()
{
    for (int *each : {&host.channel, &host.input, &host.output, &host.error}) {
        closeOne(*each);
    }
}

} // namespace studio::runner
