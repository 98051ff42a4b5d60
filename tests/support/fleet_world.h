#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/monotonic_clock.h"

#include <QDateTime>
#include <queue>

#include <chrono>
#include <functional>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

namespace studio::fleet {

using Micros = std::chrono::microseconds;

/// Many programs in one virtual time. Each is plain blocking code on a thread of its own, but only one runs
/// at a time: the one that wakes up first, and of several the one that asked first. Nothing waits for real,
/// and the same start gives the same history.
///
/// As a clock for the programs and calls only, in their turn.
class World final
    : public Clock
    , public MonotonicClock
{
public:
    class Program;
    using Body = std::function<void(Program &)>;

    explicit World(QDateTime startUtc);
    ~World() override; ///< Only after run(), or before any start().

    std::chrono::milliseconds now() const override;
    QDateTime nowUtc() const override;

    Micros time() const { return m_now; } ///< Finer than now(); the same origin.

    /// Before run(), or by a program or call in its turn.
    Program &start(Micros at, Body body);
    void at(Micros when, std::function<void()> call); ///< `call` must not wait.

    void run(); ///< Until every program has ended and nothing is due.

private:
    struct Due
    {
        Micros when{0};
        quint64 order = 0;
        Program *program = nullptr; ///< Null: `call`.
        quint64 sleep = 0; ///< Which of the program's sleeps this ends.
        std::function<void()> call;

        bool operator>(const Due &other) const
        {
            return when != other.when ? when > other.when : order > other.order;
        }
    };

    void push(Due due);
    void turn(Program &program);

    const QDateTime m_startUtc;
    Micros m_now = std::chrono::hours(1); ///< Zero means "never" to some of what is simulated.
    quint64 m_order = 0;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::vector<std::unique_ptr<Program>> m_programs;
    std::binary_semaphore m_turn{0}; ///< The world's own, given back by the program that ran.
};

/// One program, as its own code sees it.
class World::Program final
{
    Q_DISABLE_COPY_MOVE(Program)

public:
    ~Program() = default;

    /// In its own turn: until then, or until wake().
    void sleepUntil(Micros when);
    /// By others: ends the sleep it is in. Nothing when it is in none.
    void wake();

private:
    friend class World;
    explicit Program(World &world, Body body);

    World &m_world;
    quint64 m_sleep = 0;
    bool m_sleeping = true;
    bool m_ended = false;
    std::binary_semaphore m_go{0};
    std::jthread m_thread; ///< Last: it uses the others.
};

} // namespace studio::fleet
