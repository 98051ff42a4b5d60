#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3_stmt;

namespace studio::store {

/// Prepared statements of one connection that nobody uses now: preparing one takes longer than most take to
/// run.
///
/// Used by the connection's thread. Holds the few dozen that were used last.
class StatementCache final
{
public:
    StatementCache() = default;
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;
    ~StatementCache();

    sqlite3_stmt *take(std::string_view sql); ///< The caller's from then on; null when there is none.
    void giveBack(sqlite3_stmt *statement); ///< Of a connection that is closed: it is finalized.
    void close(); ///< Before the connection is: finalizes what is here.

private:
    using Idle = std::list<sqlite3_stmt *>; ///< The one used last in front.

    void finalizeLast();

    Idle m_idle;
    std::unordered_map<std::string_view, Idle::iterator> m_bySql; ///< Keys live in the statements.
    bool m_closed = false;
};

} // namespace studio::store
