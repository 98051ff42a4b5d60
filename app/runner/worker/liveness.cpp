#include "worker/liveness.h"

#include "runner/protocol/launching.h"

#include <cerrno>
#include <csignal>
#include <Python.h>
#include <semaphore.h>

#include "worker/own_thread.h"

namespace studio::runner {

namespace {

Channel *probed = nullptr; // handlers and pending calls take no object along
sem_t asked;

int tellAlive(void * /*none*/)
{
    probed->send({{"type", "alive"}});
    return 0;
}

extern "C" void probe(int /*signal*/)
{
    const int before = errno;
    ::sem_post(&asked); // all that a handler may do; the interpreter's queue takes a lock
    errno = before;
}

void *passOn(void * /*none*/)
{
    for (;;) {
        if (::sem_wait(&asked) == 0) {
            Py_AddPendingCall(&tellAlive, nullptr);
        }
    }
}

} // namespace

void answerProbes(Channel &channel)
{
    probed = &channel;
    ::sem_init(&asked, 0, 0);
    const bool started = startOwnThread(&passOn, nullptr);

    struct sigaction action
    {
    };

    action.sa_handler = started ? probe : SIG_IGN;
    action.sa_flags = SA_RESTART; // a call that is not interrupted by SIGINT is not by this either
    ::sigaction(probeSignal(), &action, nullptr);
}

} // namespace studio::runner
