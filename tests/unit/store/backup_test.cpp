#include "store/backup.h"
#include "store/database.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

TEST_CASE_METHOD(StoreFixture, "A backup is made once a day, and holds the work", "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    reopen();
    REQUIRE(work->flush().result());
    REQUIRE(backupsIn(folder()).size() == 1);
    reopen();
    REQUIRE(work->flush().result());
    REQUIRE(backupsIn(folder()).size() == 1);
    clock.now = clock.now.addDays(1);
    reopen();
    REQUIRE(work->flush().result());

    const auto backups = backupsIn(folder());

    REQUIRE(backups.size() == 2);
    CHECK(backups[0].madeUtc == clock.now);
    CHECK(checkBackup(backups[0], 999));
    CHECK(checkBackup(backups[0], backups[0].schema - 1).error().code == ErrorCode::TooNew);
    CHECK(QDir(folder() + u"/backups"_s).entryList(QDir::Files).size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "Nothing is no work to make a backup of", "[store]")
{
    open();
    REQUIRE(work->flush().result());
    CHECK(backupsIn(folder()).empty());
}

TEST_CASE_METHOD(StoreFixture, "A damaged backup is not good", "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    reopen();
    REQUIRE(work->flush().result());
    const auto backup = backupsIn(folder()).front();
    QByteArray bytes = bytesOf(backup.path);
    bytes.replace(4096, 4096, QByteArray(4096, '\xff'));
    writeBytes(backup.path, bytes);
    CHECK(checkBackup(backup, 999).error().code == ErrorCode::InvalidData);
}

TEST_CASE_METHOD(StoreFixture, "At most ten backups stay, old ones further apart", "[store]")
{
    QDir().mkpath(folder() + u"/backups"_s);
    const QDateTime newest = clock.now;
    const auto name = [this](const QDateTime &made) -> QString {
        return folder() + u"/backups/work-%1-v3.db"_s.arg(made.toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s));
    };
    for (int hours = 0; hours < 24 * 60; hours += 12) {
        writeBytes(name(newest.addSecs(-hours * 3600)), "x");
    }

    thinBackups(folder());

    const auto backups = backupsIn(folder());
    CHECK(backups.size() == 10);
    CHECK(backups.front().madeUtc == newest);
    CHECK(backups[1].madeUtc == newest.addSecs(-12 * 3600));
    CHECK(backups.back().madeUtc < newest.addDays(-6));
}

TEST_CASE_METHOD(StoreFixture, "Other files among the backups are left alone", "[store]")
{
    QDir().mkpath(folder() + u"/backups"_s);
    writeBytes(folder() + u"/backups/mine.db"_s, "x");
    thinBackups(folder());
    CHECK(backupsIn(folder()).empty());
    CHECK(QFile::exists(folder() + u"/backups/mine.db"_s));
}
