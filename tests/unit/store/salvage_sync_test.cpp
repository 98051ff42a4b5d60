// Work is damaged after its last backup: what waited for the platform since is brought over from it.

#include "domain/forum_limits.h"
#include "domain/outbox_rules.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/statement.h"

#include <algorithm>

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

class SalvageFixture : public StoreFixture
{
public:
    SalvageFixture()
    {
        open();
        Account account;
        account.server = u"https://learn.example.org"_s;
        account.userId = 7;
        REQUIRE(syncStore->link(account));
        bookmark(u"lesson-1"_s, true); // in the backup too
        REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 5min).result());
        REQUIRE(work->addTime(u"classic-1"_s, u"lesson-2"_s, {}, 9min).result());
        REQUIRE(syncStore->setEnrolled(u"classic-1"_s, true));
        reopen();
        REQUIRE(work->flush().result());
        REQUIRE(backupsIn(folder()).size() == 1);
        clock.now = clock.now.addSecs(60);
    }

    ~SalvageFixture() { work.reset(); }

    void bookmark(const QString &lesson, bool on)
    {
        LessonProgress progress;
        progress.bookmarked = on;
        progress.lastSeenUtc = clock.now;
        REQUIRE(work->saveLesson(u"classic-1"_s, lesson, progress).result());
    }

    std::vector<OutboxEntry> waiting()
    {
        const auto entries = syncStore->waiting();
        REQUIRE(entries);
        return *entries;
    }

    OutboxEntry only(OperationKind kind, const QString &item)
    {
        OutboxEntry found;
        int count = 0;
        for (const OutboxEntry &entry : waiting()) {
            if (entry.kind == kind && entry.itemId == item) {
                found = entry;
                ++count;
            }
        }
        CHECK(count == 1);
        return found;
    }

    /// Overwrites the page in which the table begins, so that the file is set aside.
    void damage(const char *table)
    {
        work.reset();
        qint64 page = 0;
        {
            auto db = Database::open(file(), Database::Mode::Work);
            REQUIRE(db);
            Statement root(*db, "SELECT rootpage FROM sqlite_schema WHERE name=?");
            REQUIRE(root.bind(QString::fromLatin1(table)).next() == true);
            page = root.integer(0);
            root.reset();
            REQUIRE(db->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        }
        QByteArray bytes = bytesOf(file());
        REQUIRE(bytes.size() >= page * 4096);
        bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, '\xa5'));
        writeBytes(file(), bytes);
        open();
        REQUIRE(report.restoredUtc.isValid());
        REQUIRE(report.damagedFile.startsWith(u"work.damaged-"_s));
    }
};

} // namespace

TEST_CASE_METHOD(SalvageFixture, "What waits in a damaged file is brought over, each action once",
                 "[store][sync]")
{
    REQUIRE(work->recordAttempt(
                    {0, u"classic-1"_s, u"exercise-3"_s, clock.now, u"print(1)"_s, Outcome::Passed, {}})
                .result());
    bookmark(u"lesson-4"_s, true);
    REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 3min).result()); // to the five of the backup
    REQUIRE(syncStore->markSent(only(OperationKind::Time, u"lesson-2"_s), 40));
    REQUIRE(syncStore->setEnrolled(u"classic-1"_s, false));
    const auto before = waiting();

    damage("day");

    const auto after = waiting();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i].operationId == before[i].operationId);
        CHECK(after[i].body == before[i].body);
        CHECK(after[i].seq == before[i].seq);
    }
    CHECK(minutesIn(only(OperationKind::Time, u"lesson-1"_s)) == 8);
    CHECK(only(OperationKind::Time, u"lesson-2"_s).state == OutboxState::Sent);
    CHECK(only(OperationKind::Time, u"lesson-2"_s).base == 40);
    CHECK(codeIn(only(OperationKind::Submit, u"exercise-3"_s)) == u"print(1)"_s);
    CHECK(syncStore->enrolled(u"classic-1"_s)->value() == false);
    CHECK(*syncStore->restored()); // and the person is asked before anything goes out
    CHECK(syncStore->account()->value().userId == 7);
}

TEST_CASE_METHOD(SalvageFixture, "What was confirmed since the backup does not wait again", "[store][sync]")
{
    REQUIRE(syncStore->confirm(only(OperationKind::Bookmark, u"lesson-1"_s)));
    REQUIRE(syncStore->confirm(only(OperationKind::Time, u"lesson-1"_s)));

    damage("day");

    CHECK(waiting().size() == 2);
    const auto seen = syncStore->platformLesson(u"classic-1"_s, u"lesson-1"_s);
    REQUIRE(seen->has_value());
    CHECK((*seen)->bookmarked);
    CHECK((*seen)->minutes == 5);
}

TEST_CASE_METHOD(SalvageFixture, "Kept work and conflicts of a damaged file are brought over",
                 "[store][sync]")
{
    const OutboxEntry refused = only(OperationKind::Bookmark, u"lesson-1"_s);
    REQUIRE(syncStore->keep({refused, KeptWork::Reason::Gone, 404, u"not there"_s, {}}));
    bookmark(u"lesson-5"_s, true);
    REQUIRE(syncStore->keep(
        {only(OperationKind::Bookmark, u"lesson-5"_s), KeptWork::Reason::Refused, 403, {}, {}}));
    LessonProgress noted;
    noted.notes = u"mine"_s;
    noted.lastSeenUtc = clock.now;
    REQUIRE(work->saveLesson(u"classic-1"_s, u"lesson-6"_s, noted).result());
    PlatformLesson there{u"classic-1"_s, u"lesson-6"_s, 5};
    there.notes = u"theirs"_s;
    REQUIRE(syncStore->addConflict(only(OperationKind::Notes, u"lesson-6"_s), there));

    damage("day");

    const auto kept = syncStore->kept();
    REQUIRE(kept->size() == 2);
    CHECK(kept->front().entry.operationId == refused.operationId);
    CHECK(kept->front().reason == KeptWork::Reason::Gone);
    CHECK(kept->front().serverText == u"not there"_s);
    CHECK(waiting().size() == 3);
    REQUIRE(syncStore->conflicts()->size() == 1);
    CHECK(syncStore->conflicts()->front().mine == u"mine"_s);
    CHECK(syncStore->conflicts()->front().theirs == u"theirs"_s);
    // Its number is not given to another: keeping the next one works.
    bookmark(u"lesson-7"_s, true);
    REQUIRE(syncStore->keep(
        {only(OperationKind::Bookmark, u"lesson-7"_s), KeptWork::Reason::Refused, 403, {}, {}}));
    CHECK(syncStore->kept()->size() == 3);
}

TEST_CASE_METHOD(SalvageFixture, "What is the person's own in the forum is brought over",
                 "[store][sync][forum]")
{
    REQUIRE(forum->markRead({1, 11}).result());
    REQUIRE(forum->setPostBookmarked(1, 12, true).result());
    ForumWriting writing;
    writing.kind = WritingKind::Reply;
    writing.topicId = 1;
    writing.text = u"a reply that arrived"_s;
    REQUIRE(forum->queue(writing).result());
    const OutboxEntry reply = waiting().back();
    REQUIRE(syncStore->noteForumSent(reply, 1, 13));
    REQUIRE(syncStore->confirm(reply));
    ForumLimits limits;
    limits.days = 77;
    REQUIRE(forum->setLimits(limits).result());

    damage("day");

    CHECK(syncStore->isForumPostOurs(13) == true); // no other text is taken for it
    work.reset();
    auto db = Database::open(file(), Database::Mode::Work);
    REQUIRE(db);
    Statement own(*db,
                  "SELECT (SELECT post FROM forum_mark WHERE topic=1),"
                  " (SELECT post FROM forum_bookmark WHERE topic=1),"
                  " (SELECT CAST(value AS TEXT) FROM forum_state WHERE key='limits')");
    REQUIRE(own.next() == true);
    CHECK(own.integer(0) == 11);
    CHECK(own.integer(1) == 12);
    CHECK(own.text(2).contains(u"77"_s));
}

TEST_CASE_METHOD(SalvageFixture, "Entries of a damaged file with a hash that does not fit stay there",
                 "[store][sync]")
{
    bookmark(u"lesson-4"_s, true);
    bookmark(u"lesson-5"_s, true);
    work.reset();
    {
        auto db = Database::open(file(), Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->execute(u"UPDATE outbox SET item='lesson-9' WHERE item='lesson-4'"_s));
    }

    damage("day");

    CHECK(waiting().size() == 5);
    only(OperationKind::Bookmark, u"lesson-5"_s);
    CHECK(syncStore->kept()->empty());
}

TEST_CASE_METHOD(SalvageFixture, "Damage in the outbox itself leaves what the backup has", "[store][sync]")
{
    bookmark(u"lesson-4"_s, true);
    damage("outbox");
    CHECK(waiting().size() == 4);
    CHECK(*syncStore->restored());
}
