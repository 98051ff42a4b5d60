// studio-python: runs one thing for its host and ends. Started by the host only, with a channel on
// descriptor 3.

#include <cstdio>
#include <fcntl.h>

#include "worker/interpreter.h"
#include "worker/limits.h"

using namespace studio::runner;

int main(int /*argc*/, char *argv[])
{
    if (::fcntl(kChannelDescriptor, F_GETFD) < 0) {
        std::fputs("studio-python is started by learning-studio. Try: learning-studio run FILE\n", stderr);
        return 2;
    }
    settleProcess(kChannelDescriptor);
    Channel channel(kChannelDescriptor);
    Interpreter interpreter(channel);
    if (!interpreter.start(argv[0])) {
        return 2;
    }
    const auto start = channel.receive();
    if (!start || textField(*start, "type") != "start"
        || numberField(*start, "version") != kProtocolVersion) {
        return 2;
    }
    return interpreter.end(interpreter.run(*start));
}
