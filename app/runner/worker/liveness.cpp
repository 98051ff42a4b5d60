#include "worker/liveness.h"

#include "runner/protocol/launching.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <pthread.h>
#include <Python.h>
#include <semaphore.h>

#include "worker/own_thread.h"

namespace studio::runner {

namespace {

constexpr timespec kStep{0, 500'000};
constexpr int kSteps = 400; // then the host has decided by itself
constexpr long long kSilent
    = 4'000'000; // nanoseconds of the main thread, in which Python looks at its signals many times

Channel *probed = nullptr; // handlers and pending calls take no object along
sem_t asked;
std::atomic<bool> answered = false;
clockid_t mainThread;

long long mainThreadNanoseconds()
{
    timespec time{};
    ::clock_gettime(mainThread, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

int tellAlive(void * /*none*/)
{
    answered = true;
    probed->send({{"type", "alive"}});
    return 0;
}

/// Looks on until the main thread has answered, or has had the time to.
void watchMainThread()
{
    const long long before = mainThreadNanoseconds();
    for (int step = 0; step < kSteps && !answered; ++step) {
        ::nanosleep(&kStep, nullptr);
        if (!answered && mainThreadNanoseconds() - before > kSilent) {
            probed->send({{"type", "deaf"}});
            return;
        }
    }
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
            answered = false;
            if (Py_AddPendingCall(&tellAlive, nullptr) == 0) {
                watchMainThread();
            }
        }
    }
}

} // namespace

void answerProbes(Channel &channel)
{
    probed = &channel;
    ::sem_init(&asked, 0, 0);
    const bool started
        = ::pthread_getcpuclockid(::pthread_self(), &mainThread) == 0 && startOwnThread(&passOn, nullptr);

    struct sigaction action
    {
    };

    action.sa_handler = started ? probe : SIG_IGN;
    action.sa_flags = SA_RESTART; // a call that is not interrupted by SIGINT is not by this either
    ::sigaction(probeSignal(), &action, nullptr);
}

} // namespace studio::runner
