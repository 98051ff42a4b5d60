#include "store/database.h"
#include "store/statement.h"
#include "store/statement_cache.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace studio;
using namespace studio::store;
using namespace Qt::StringLiterals;

namespace {

struct CacheFixture
{
    QTemporaryDir folder;
    std::optional<Database> db = open();

    Database open() const
    {
        auto opened = Database::open(folder.filePath(u"cache.db"_s), Database::Mode::Cache);
        REQUIRE(opened);
        REQUIRE(opened->execute(u"CREATE TABLE IF NOT EXISTS word(text TEXT NOT NULL UNIQUE)"_s));
        return std::move(*opened);
    }

    /// The statement that would be used again; it is kept on.
    const sqlite3_stmt *idle(const char *sql) const
    {
        sqlite3_stmt *statement = db->statements()->take(sql);
        if (statement) {
            db->statements()->giveBack(statement);
        }
        return statement;
    }
};

constexpr const char *kInsert = "INSERT INTO word(text) VALUES(?)";
constexpr const char *kSelect = "SELECT text FROM word WHERE ?1 IS NULL OR text=?1";

} // namespace

TEST_CASE_METHOD(CacheFixture, "A statement is prepared once, and knows nothing of the time before",
                 "[store]")
{
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    const sqlite3_stmt *first = idle(kInsert);
    REQUIRE(first);
    CHECK(Statement(*db, kInsert).bind(u"two"_s).run());
    CHECK(idle(kInsert) == first);
    {
        Statement select(*db, kSelect);
        CHECK(select.bind(u"two"_s).next().value());
        CHECK(select.text(0) == u"two"_s);
    } // left in the middle of its rows
    CHECK(idle(kSelect));
    Statement again(*db, kSelect);
    CHECK(again.next().value()); // the parameter is NULL again: every row
    CHECK(again.next().value());
    CHECK_FALSE(again.next().value());
}

TEST_CASE_METHOD(CacheFixture, "Two of one text at once are two", "[store]")
{
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    CHECK(Statement(*db, kInsert).bind(u"two"_s).run());
    Statement outer(*db, kSelect);
    CHECK(outer.next().value());
    {
        Statement inner(*db, kSelect);
        CHECK(inner.bind(u"two"_s).next().value());
    }
    CHECK(outer.text(0) == u"one"_s);
    CHECK(outer.next().value());
    CHECK(outer.text(0) == u"two"_s);
}

TEST_CASE_METHOD(CacheFixture, "What was left in the middle of its rows keeps nothing open", "[store]")
{
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    CHECK(Statement(*db, kSelect).next().value());
    CHECK(sqlite3_get_autocommit(db->handle()) != 0);
    CHECK(sqlite3_next_stmt(db->handle(), nullptr));
    for (sqlite3_stmt *each = sqlite3_next_stmt(db->handle(), nullptr); each;
         each = sqlite3_next_stmt(db->handle(), each)) {
        CHECK(sqlite3_stmt_busy(each) == 0);
    }
    CHECK(db->execute(u"VACUUM"_s)); // refused while a statement is busy
}

TEST_CASE_METHOD(CacheFixture, "A statement that failed is not used again", "[store]")
{
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    CHECK_FALSE(Statement(*db, kInsert).bind(u"one"_s).run());
    CHECK_FALSE(idle(kInsert));
    CHECK(Statement(*db, kInsert).bind(u"two"_s).run());
}

TEST_CASE_METHOD(CacheFixture, "A table that is made anew is seen by a statement from before", "[store]")
{
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    REQUIRE(db->execute(u"DROP TABLE word; CREATE TABLE word(number INTEGER, text TEXT)"_s));
    CHECK(Statement(*db, kInsert).bind(u"one"_s).run());
    CHECK(Statement(*db, kSelect).bind(u"one"_s).next().value());
}

TEST_CASE_METHOD(CacheFixture, "Only the last few dozen are kept", "[store]")
{
    for (int i = 0; i < 1000; ++i) {
        const QByteArray sql = "SELECT " + QByteArray::number(i);
        CHECK(Statement(*db, sql.constData()).next().value());
    }
    int count = 0;
    for (sqlite3_stmt *each = sqlite3_next_stmt(db->handle(), nullptr); each;
         each = sqlite3_next_stmt(db->handle(), each)) {
        ++count;
    }
    CHECK(count > 10);
    CHECK(count <= 64);
    CHECK(idle("SELECT 999"));
    CHECK_FALSE(idle("SELECT 0"));
}

TEST_CASE_METHOD(CacheFixture, "Closing lets the file go, also before its last statement", "[store]")
{
    auto left = std::make_unique<Statement>(*db, kSelect);
    CHECK_FALSE(left->next().value());
    const std::weak_ptr<StatementCache> cache = db->statements();
    Database moved = std::move(*db);
    CHECK(Statement(moved, kInsert).bind(u"one"_s).run());
    {
        const Database gone = std::move(moved);
    }
    CHECK_FALSE(cache.expired());
    left.reset();
    CHECK(cache.expired());
}
