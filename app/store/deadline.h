#pragma once

#include "store/database.h"

#include <QElapsedTimer>

#include <chrono>

namespace studio::store {

/// Ends the connection's statements, with an error, once the time is over; as long as it lives.
class Deadline final
{
    Q_DISABLE_COPY_MOVE(Deadline)

public:
    Deadline(Database &db, std::chrono::milliseconds time);
    ~Deadline();

    bool over() const { return m_timer.hasExpired(m_time.count()); }

private:
    static int isOver(void *self);

    Database &m_db;
    std::chrono::milliseconds m_time;
    QElapsedTimer m_timer;
};

} // namespace studio::store
