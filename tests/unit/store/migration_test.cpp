#include "store/backup.h"
#include "store/database.h"
#include "store/migrator.h"

#include "fault_vfs.h"
#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

void makeOldFile(const StoreFixture &store, int version, const QString &more = {})
{
    QDir().mkpath(store.folder());
    auto db = Database::open(store.file(), Database::Mode::Work);
    REQUIRE(db);
    const QByteArray sql = bytesOf(QString::fromUtf8(STORE_TEST_DATA) + u"/v%1.sql"_s.arg(version));
    REQUIRE(db->execute(QString::fromUtf8(sql)));
    REQUIRE(db->execute(more));
}

int newestVersion()
{
    return workMigrations()->back().version;
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "Work of every older version is brought up to date, and nothing is lost",
                 "[store]")
{
    for (int version = 1; version <= newestVersion(); ++version) {
        work.reset();
        QDir(folder()).removeRecursively();
        makeOldFile(*this, version);
        INFO("version " << version);
        open();

        CHECK(report.migratedFrom == (version < newestVersion() ? std::optional(version) : std::nullopt));
        CHECK(report.damagedFile.isEmpty());
        const auto progress = work->courseProgress(u"c"_s).result();
        REQUIRE(progress);
        CHECK(progress->lessons[u"l"_s].bookmarked);
        CHECK(progress->exercises[u"e"_s].timeSpent == 30s);
        CHECK(work->attempts(u"c"_s, u"e"_s).result()->at(0).answer == u"print(1)"_s);
        if (version >= 2) {
            CHECK(text(u"answer/c/e"_s) == u"print(12)"_s);
        }
        if (version >= 3) {
            CHECK(work->settings().result()->value(u"editor/size"_s) == "14");
            CHECK(work->lastPlace().result()->value().itemId == u"l"_s);
        }
        if (version >= 5) {
            REQUIRE(copy->putTopics({ForumTopic{12}}));
            CHECK((*forum->topic(12).result())->bookmarked);
        }
        typed(u"answer/c/e"_s, u"print(123)"_s);
        reopen();
        CHECK_FALSE(report.migratedFrom);
        CHECK(text(u"answer/c/e"_s) == u"print(123)"_s);
    }
}

TEST_CASE_METHOD(StoreFixture, "A backup of the old version is made before a migration", "[store]")
{
    makeOldFile(*this, 1);
    open();
    const auto backups = backupsIn(folder());
    REQUIRE_FALSE(backups.empty());
    CHECK(backups.back().schema == 1);
    CHECK(checkBackup(backups.back(), 1));
}

TEST_CASE_METHOD(StoreFixture, "When a migration fails the old work is there as before", "[store]")
{
    makeOldFile(*this, 1, u"CREATE TABLE place(wrong);"_s); // in the way of a later step
    const Error error = openError();
    CHECK(error.code == ErrorCode::Storage);
    CHECK(error.message.contains(u"migration 3"_s));

    auto db = Database::open(file(), Database::Mode::Work);
    REQUIRE(db);
    CHECK(db->userVersion() == 1);
    CHECK(db->execute(u"DROP TABLE place"_s));
    db = fail(ErrorCode::Internal, {});
    open();
    CHECK(report.migratedFrom == 1);
    CHECK(work->attempts(u"c"_s, u"e"_s).result()->size() == 1);
}

TEST_CASE_METHOD(StoreFixture, "Whichever file call fails in a migration, the next start finishes it",
                 "[store]")
{
    FaultVfs vfs;
    const auto kind = GENERATE(FaultVfs::Kind::Input, FaultVfs::Kind::DiskFull);
    bool failed = true;
    int i = 1;
    for (; failed; ++i) {
        INFO("call " << i);
        work.reset();
        QDir(folder()).removeRecursively();
        makeOldFile(*this, 2);
        vfs.failFrom(i, 1, kind);
        auto opened = openWorkStore(folder(), clock);
        opened = fail(ErrorCode::Cancelled, {}); // closes it
        vfs.heal();
        failed = vfs.hasFailed();
        open();
        CHECK(report.damagedFile.isEmpty());
        CHECK_FALSE(report.fresh);
        CHECK(text(u"answer/c/e"_s) == u"print(12)"_s);
        CHECK(work->attempts(u"c"_s, u"e"_s).result()->size() == 1);
    }
    CHECK(i > 10);
    work.reset();
}
