#include "store/forum/forum_remains.h"

#include "store/statement.h"

#include <functional>

namespace studio::store {

namespace {

/// Each row that can be read, by way of `bind` into `put`. A file that ends within its rows has no more.
void bringRows(Statement &put, Database &damaged, const char *sql,
               const std::function<void(Statement &put, const Statement &row)> &bind)
{
    Statement rows(damaged, sql);
    for (;;) {
        const auto row = rows.next();
        if (!row || !*row) {
            return;
        }
        bind(put, rows);
        // A row that is nonsense stays behind. What the disk has against it, the transaction's end says.
        static_cast<void>(put.run().has_value());
        put.reset();
    }
}

} // namespace

void bringForumRemains(Database &restored, Database &damaged)
{
    Statement mark(
        restored, "INSERT INTO forum_mark VALUES(?1,?2) ON CONFLICT(topic) DO UPDATE SET post=MAX(post, ?2)");
    bringRows(mark, damaged, "SELECT topic, post FROM forum_mark",
              [](Statement &put, const Statement &row) { put.bind(row.integer(0), row.integer(1)); });
    Statement bookmark(restored, "INSERT OR IGNORE INTO forum_bookmark VALUES(?,?,?)");
    bringRows(bookmark, damaged, "SELECT topic, post, at FROM forum_bookmark",
              [](Statement &put, const Statement &row) {
                  put.bind(row.integer(0), row.integer(1), row.integer(2));
              });
    Statement sent(restored, "INSERT OR REPLACE INTO forum_sent VALUES(?,?,?,?,?,?,?,?)");
    bringRows(sent, damaged, "SELECT op, kind, topic, post, body, made, at, seen FROM forum_sent",
              [](Statement &put, const Statement &row) {
                  put.bind(row.blob(0), row.text(1), row.integer(2), row.integer(3), row.blob(4),
                           row.integer(5), row.integer(6), row.integer(7));
              });
    Statement state(restored, "INSERT OR REPLACE INTO forum_state VALUES(?,?)");
    bringRows(state, damaged, "SELECT key, value FROM forum_state",
              [](Statement &put, const Statement &row) { put.bind(row.text(0), row.blob(1)); });
}

} // namespace studio::store
