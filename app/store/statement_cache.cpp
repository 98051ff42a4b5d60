#include "store/statement_cache.h"

#include <sqlite3.h>

namespace studio::store {

namespace {

constexpr std::size_t kMost = 64;

} // namespace

StatementCache::~StatementCache()
{
    close();
}

sqlite3_stmt *StatementCache::take(std::string_view sql)
{
    const auto found = m_bySql.find(sql);
    if (found == m_bySql.end()) {
        return nullptr;
    }
    sqlite3_stmt *statement = *found->second;
    m_idle.erase(found->second);
    m_bySql.erase(found);
    return statement;
}

void StatementCache::giveBack(sqlite3_stmt *statement)
{
    // A statement that is not reset would keep its transaction open; one that failed says so once more.
    const bool sound
        = sqlite3_reset(statement) == SQLITE_OK && sqlite3_clear_bindings(statement) == SQLITE_OK;
    const std::string_view sql = sound && !m_closed ? sqlite3_sql(statement) : std::string_view();
    if (sql.empty() || m_bySql.contains(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    m_idle.push_front(statement);
    m_bySql.emplace(sql, m_idle.begin());
    if (m_idle.size() > kMost) {
        finalizeLast();
    }
}

void StatementCache::close()
{
    m_closed = true;
    while (!m_idle.empty()) {
        finalizeLast();
    }
}

void StatementCache::finalizeLast()
{
    m_bySql.erase(sqlite3_sql(m_idle.back()));
    sqlite3_finalize(m_idle.back());
    m_idle.pop_back();
}

} // namespace studio::store
