#include "store/database.h"
#include "store/migrator.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

Database openFile(const QString &path)
{
    auto db = Database::open(path, Database::Mode::Work);
    REQUIRE(db);
    REQUIRE(db->setUpForWork());
    return std::move(*db);
}

} // namespace

TEST_CASE("A failed migration leaves the file as it was", "[store]")
{
    const QTemporaryDir dir;
    Database db = openFile(dir.filePath(u"s.db"_s));
    const std::vector<Migration> good = {{1, u"CREATE TABLE a(x)"_s}};
    const std::vector<Migration> bad = {{1, u"CREATE TABLE a(x)"_s}, {2, u"CREATE TABLE b(x); NONSENSE"_s}};
    REQUIRE(migrate(db, good) == 0);

    const auto done = migrate(db, bad);

    REQUIRE_FALSE(done);
    CHECK(done.error().message.contains(u"migration 2"_s));
    CHECK(db.userVersion() == 1);
    CHECK(db.execute(u"CREATE TABLE b(x)"_s).has_value());
}

TEST_CASE("A file from a newer program is refused", "[store]")
{
    const QTemporaryDir dir;
    Database db = openFile(dir.filePath(u"s.db"_s));
    REQUIRE(db.execute(u"PRAGMA user_version=9"_s));

    const auto done = migrate(db, std::vector<Migration>{{1, u"CREATE TABLE a(x)"_s}});

    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::TooNew);
}

TEST_CASE("The program's own steps are numbered without a gap", "[store]")
{
    const auto migrations = workMigrations();
    REQUIRE(migrations);
    REQUIRE_FALSE(migrations->empty());
    for (std::size_t i = 0; i < migrations->size(); ++i) {
        CHECK((*migrations)[i].version == static_cast<int>(i) + 1);
    }
}
