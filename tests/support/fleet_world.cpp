#include "support/fleet_world.h"

#include <algorithm>
#include <utility>

namespace studio::fleet {

using std::chrono::milliseconds;

World::World(QDateTime startUtc)
    : m_startUtc(std::move(startUtc))
{
}

World::~World() = default;

milliseconds World::now() const
{
    return std::chrono::duration_cast<milliseconds>(m_now);
}

QDateTime World::nowUtc() const
{
    return m_startUtc.addMSecs(now().count());
}

World::Program &World::start(Micros at, Body body)
{
    Program &program = *m_programs.emplace_back(new Program(*this, std::move(body)));
    push({at, 0, &program, program.m_sleep, {}});
    return program;
}

void World::at(Micros when, std::function<void()> call)
{
    push({when, 0, nullptr, 0, std::move(call)});
}

void World::push(Due due)
{
    due.when = std::max(due.when, m_now);
    due.order = ++m_order;
    m_due.push(std::move(due));
}

void World::run()
{
    while (!m_due.empty()) {
        const Due due = m_due.top();
        m_due.pop();
        const bool outdated
            = due.program != nullptr && (!due.program->m_sleeping || due.program->m_sleep != due.sleep);
        if (outdated) {
            continue;
        }
        m_now = due.when;
        if (due.program == nullptr) {
            due.call();
        } else {
            turn(*due.program);
        }
    }
}

void World::turn(Program &program)
{
    program.m_sleeping = false;
    program.m_go.release();
    m_turn.acquire();
    if (program.m_ended) {
        program.m_thread.join();
    }
}

World::Program::Program(World &world, Body body)
    : m_world(world)
    , m_thread([this, body = std::move(body)] {
        m_go.acquire();
        body(*this);
        m_ended = true;
        m_world.m_turn.release();
    })
{
}

void World::Program::sleepUntil(Micros when)
{
    ++m_sleep;
    m_sleeping = true;
    m_world.push({when, 0, this, m_sleep, {}});
    m_world.m_turn.release();
    m_go.acquire();
}

void World::Program::wake()
{
    if (m_sleeping) {
        m_world.push({m_world.m_now, 0, this, m_sleep, {}});
    }
}

} // namespace studio::fleet
