#include "worker/own_thread.h"

#include <csignal>
#include <pthread.h>

namespace studio::runner {

bool startOwnThread(void *(*run)(void *), void *argument)
{
    pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, 64 * 1024);
    ::pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    pthread_t thread{};
    const bool started = ::pthread_create(&thread, &attributes, run, argument) == 0;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    ::pthread_attr_destroy(&attributes);
    return started;
}

} // namespace studio::runner
