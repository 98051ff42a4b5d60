// studio-python: runs one thing for its host and ends; or, with --serve, stays warm and forks a process for
// each thing to run. Started by the host only, with a channel or a control socket on descriptor 3.

#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "worker/fork_server.h"
#include "worker/interpreter.h"
#include "worker/limits.h"
#include "worker/sandbox/sandbox.h"

using namespace studio::runner;

namespace {

struct Options
{
    bool serve = false;
    RunFlavour flavour; ///< What it is to be ready for.
    std::string without; ///< Layers of the sandbox to leave out, to show what the others hold.
};

Options optionsFrom(int count, char *arguments[])
{
    Options options;
    for (int i = 1; i < count; ++i) {
        constexpr const char *kWithout = "--without=";
        if (std::strcmp(arguments[i], "--serve") == 0) {
            options.serve = true;
        } else if (std::strcmp(arguments[i], "--program") == 0) {
            options.flavour = {false, false};
        } else if (std::strcmp(arguments[i], "--networked-program") == 0) {
            options.flavour = {false, true};
        } else if (std::strncmp(arguments[i], kWithout, std::strlen(kWithout)) == 0) {
            options.without = arguments[i] + std::strlen(kWithout);
        }
    }
    return options;
}

/// For a process that was started by itself: tries in a child first, since there is no way back.
void prepareOwnRoot(Sandbox &sandbox, const RunFlavour &flavour)
{
    const auto prepare = [&sandbox, &flavour] {
        return ::unshare(PrivateRoot::cloneFlags(flavour.network, false)) == 0
            && sandbox.prepareRoot(flavour, false);
    };
    const pid_t trial = ::fork();
    if (trial == 0) {
        ::_exit(prepare() ? 0 : 1);
    }
    int status = 1;
    ::waitpid(trial, &status, 0);
    if (status != 0 || !prepare()) {
        sandbox.giveUpNamespaces("this system does not allow them");
    }
}

int runOne(Interpreter &interpreter, Sandbox &sandbox)
{
    Channel channel(kChannelDescriptor);
    const auto start = channel.receive();
    if (!start || textField(*start, "type") != "start"
        || numberField(*start, "version") != kProtocolVersion) {
        return 2;
    }
    std::string why;
    if (!sandbox.enter(sandboxPolicyFrom(*start), start->value("limits", Json::object()), why)) {
        channel.send({{"type", "refused"}, {"why", why}});
        return 2;
    }
    interpreter.greet(channel, sandbox.report());
    return interpreter.end(interpreter.run(channel, *start));
}

} // namespace

int main(int count, char *arguments[])
{
    if (::fcntl(kChannelDescriptor, F_GETFD) < 0) {
        std::fputs("studio-python is started by learning-studio. Try: learning-studio run FILE\n", stderr);
        return 2;
    }
    settleProcess(kChannelDescriptor);
    const Options options = optionsFrom(count, arguments);
    Sandbox sandbox(layersWithout(options.without));
    Interpreter interpreter;
    if (!interpreter.start(arguments[0])) {
        return 2;
    }
    sandbox.setLibraries(interpreter.libraries());
    if (options.serve) {
        ::setsid(); // a terminal's Ctrl+C is the host's
        interpreter.warmUp();
        ForkServer(kChannelDescriptor, sandbox, options.flavour, [&interpreter](bool check) {
            interpreter.rehearse(check);
        }).serve();
    } else {
        if (sandbox.wantsNamespaces()) {
            prepareOwnRoot(sandbox, options.flavour);
        }
        sandbox.prepareProcess(options.flavour);
    }
    const int status = runOne(interpreter, sandbox);
    std::fflush(nullptr);
    ::_exit(status); // no static's destructor may run under threads that were left
}
