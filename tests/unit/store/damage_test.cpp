#include "store/backup.h"
#include "store/database.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

/// Work with a backup, and some more work after it; closed.
class DamagedFixture : public StoreFixture
{
public:
    DamagedFixture()
    {
        open();
        for (int i = 0; i < 30; ++i) {
            typed(u"playground/%1"_s.arg(i), u"old %1\n"_s.arg(i).repeated(300));
        }
        reopen();
        CHECK(work->flush().result());
        REQUIRE(backupsIn(folder()).size() == 1);
        backupUtc = backupsIn(folder())[0].madeUtc;
        typed(u"playground/0"_s, u"new"_s);
        REQUIRE(
            work->recordAttempt({0, u"c"_s, u"e"_s, clock.now, u"print(1)"_s, Outcome::Passed, {}}).result());
        work.reset();
        clock.now = clock.now.addSecs(60);
    }

    void checkRestored(const QByteArray &damaged)
    {
        open();
        CHECK(report.restoredUtc == backupUtc);
        CHECK(report.damagedFile.startsWith(u"work.damaged-"_s));
        CHECK(report.damagedChangedUtc.isValid());
        CHECK_FALSE(report.fresh);
        CHECK((bytesOf(folder() + u'/' + report.damagedFile) == damaged));
        for (int i = 1; i < 30; ++i) {
            CHECK(text(u"playground/%1"_s.arg(i)) == u"old %1\n"_s.arg(i).repeated(300));
        }
        reopen();
        CHECK(report.damagedFile.isEmpty());
    }

    QDateTime backupUtc;
};

} // namespace

TEST_CASE_METHOD(DamagedFixture, "Pages overwritten in the middle: set aside, and restored", "[store]")
{
    QByteArray bytes = bytesOf(file());
    REQUIRE(bytes.size() > 10 * 4096);
    const int page = GENERATE(1, 2, 3, 5, 8);
    bytes.replace(page * 4096, 4096, QByteArray(4096, '\xa5'));
    writeBytes(file(), bytes);
    checkRestored(bytes);
}

TEST_CASE_METHOD(DamagedFixture, "A file cut short: set aside, and restored", "[store]")
{
    const QByteArray bytes = bytesOf(file()).left(GENERATE(50, 4096, 5000, 20'000));
    writeBytes(file(), bytes);
    checkRestored(bytes);
}

TEST_CASE_METHOD(DamagedFixture, "A header of zeros: set aside, and restored", "[store]")
{
    QByteArray bytes = bytesOf(file());
    bytes.replace(0, 100, QByteArray(100, '\0'));
    writeBytes(file(), bytes);
    checkRestored(bytes);
}

TEST_CASE_METHOD(DamagedFixture, "An empty file is not taken for a first start", "[store]")
{
    writeBytes(file(), {});
    checkRestored({});
}

TEST_CASE_METHOD(DamagedFixture, "A missing file is restored", "[store]")
{
    QFile::remove(file());
    open();
    CHECK(report.restoredUtc == backupUtc);
    CHECK(report.damagedFile.isEmpty());
    CHECK(text(u"playground/1"_s).startsWith(u"old 1"_s));
}

TEST_CASE_METHOD(DamagedFixture, "What can still be read of a damaged file is recovered", "[store]")
{
    QByteArray bytes = bytesOf(file());
    // The last page of the `day` table's kind: any page whose loss leaves documents and attempts readable.
    int recovered = 0;
    for (qsizetype page = bytes.size() / 4096 - 1; page > 0 && recovered == 0; --page) {
        QByteArray damaged = bytes;
        damaged.replace(page * 4096, 4096, QByteArray(4096, '\xa5'));
        work.reset();
        QFile::remove(file());
        writeBytes(file(), damaged);
        open();
        recovered = report.damagedFile.isEmpty()
            ? 0
            : std::min(report.recoveredDocuments, report.recoveredAttempts);
    }

    REQUIRE(recovered > 0);
    CHECK(text(u"playground/0"_s) == u"new"_s);
    CHECK(work->attempts(u"c"_s, u"e"_s).result()->size() == 1);
    CHECK(work->courseProgress(u"c"_s).result()->exercises[u"e"_s].passed);
    CHECK(work->versions({u"playground/0"_s}).result()->front().reason == VersionReason::Restored);
}

TEST_CASE_METHOD(DamagedFixture, "The newest good backup is taken, not a damaged newer one", "[store]")
{
    writeBytes(folder() + u"/backups/work-20990101T000000000Z-v3.db"_s, "nonsense");
    const QByteArray bytes(30'000, 'x');
    writeBytes(file(), bytes);
    checkRestored(bytes);
}

TEST_CASE_METHOD(DamagedFixture, "Setting aside that was cut short is finished at the next start", "[store]")
{
    QFile::rename(file(), folder() + u"/work.damaged-20240310T130000Z.db"_s);
    open();
    CHECK(report.restoredUtc == backupUtc);
    CHECK(report.damagedFile == u"work.damaged-20240310T130000Z.db"_s);
    CHECK(report.recoveredDocuments == 2); // what was typed, and the answer that was checked
    CHECK(report.recoveredAttempts == 1);
    CHECK(text(u"playground/0"_s) == u"new"_s);
}

TEST_CASE_METHOD(StoreFixture, "Damage without a backup: set aside, and a new start", "[store]")
{
    open();
    work.reset();
    writeBytes(file(), QByteArray(10'000, 'x'));
    open();
    CHECK_FALSE(report.restoredUtc.isValid());
    CHECK_FALSE(report.fresh);
    CHECK(bytesOf(folder() + u'/' + report.damagedFile) == QByteArray(10'000, 'x'));
    typed(u"a"_s, u"works"_s);
}

TEST_CASE_METHOD(StoreFixture, "Two damaged files are both kept", "[store]")
{
    open();
    work.reset();
    writeBytes(file(), "first first first");
    open();
    const QString first = report.damagedFile;
    work.reset();
    writeBytes(file(), "second second second");
    open();
    CHECK(report.damagedFile != first);
    CHECK(bytesOf(folder() + u'/' + first) == "first first first");
}

TEST_CASE_METHOD(DamagedFixture, "A garbage log is set aside, and the file is as it was before", "[store]")
{
    writeBytes(file() + u"-wal"_s, QByteArray(5000, 'g'));
    open();
    CHECK(report.damagedFile.isEmpty());
    CHECK(bytesOf(folder() + u'/' + report.damagedLog) == QByteArray(5000, 'g'));
    CHECK(text(u"playground/0"_s) == u"new"_s);
    typed(u"playground/0"_s, u"newer"_s);
    reopen();
    CHECK(text(u"playground/0"_s) == u"newer"_s);
}

TEST_CASE_METHOD(StoreFixture, "A log cut short gives all up to the cut", "[store]")
{
    open();
    work.reset();
    const QByteArray before = bytesOf(file());
    open();
    typed(u"a"_s, u"one"_s);
    const QByteArray one = bytesOf(file() + u"-wal"_s);
    typed(u"a"_s, u"one two"_s);
    const QByteArray two = bytesOf(file() + u"-wal"_s);
    work.reset();
    writeBytes(file(), before); // as a power cut leaves it
    writeBytes(file() + u"-wal"_s, two.left(one.size() + 100));
    open();
    CHECK(text(u"a"_s) == u"one"_s);
    CHECK(report.damagedFile.isEmpty());
    CHECK(report.damagedLog.isEmpty());
}

TEST_CASE_METHOD(StoreFixture, "Another program's SQLite file is set aside, not used", "[store]")
{
    open();
    work.reset();
    QFile::remove(file());
    {
        auto db = Database::open(file(), Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->execute(u"CREATE TABLE other(x)"_s));
    }
    open();
    CHECK_FALSE(report.damagedFile.isEmpty());
}
