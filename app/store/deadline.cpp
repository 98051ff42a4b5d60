#include "store/deadline.h"

#include <sqlite3.h>

namespace studio::store {

Deadline::Deadline(Database &db, std::chrono::milliseconds time)
    : m_db(db)
    , m_time(time)
{
    m_timer.start();
    sqlite3_progress_handler(db.handle(), 1000, &Deadline::isOver, this);
}

Deadline::~Deadline()
{
    sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr);
}

int Deadline::isOver(void *self)
{
    return static_cast<const Deadline *>(self)->over() ? 1 : 0;
}

} // namespace studio::store
