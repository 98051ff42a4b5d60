#include "domain/outbox_rules.h"
#include "store/database.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

class OutboxFixture : public StoreFixture
{
public:
    OutboxFixture() { open(); }

    ~OutboxFixture() { work.reset(); }

    SyncStore &sync() { return *syncStore; }

    std::vector<OutboxEntry> waiting()
    {
        const auto entries = sync().waiting();
        REQUIRE(entries);
        return *entries;
    }

    void save(const QString &course, const QString &lesson, const LessonProgress &progress)
    {
        REQUIRE(work->saveLesson(course, lesson, progress).result());
    }

    void attempt(const QString &course, const QString &exercise, const QString &answer)
    {
        REQUIRE(work->recordAttempt({0, course, exercise, clock.now, answer, Outcome::Passed, {}}).result());
    }

    void damage(const char *sql)
    {
        work.reset();
        auto db = Database::open(file(), Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->execute(QString::fromLatin1(sql)));
        db = fail(ErrorCode::Internal, {});
        open();
    }
};

LessonProgress progressed(bool read, double position, bool bookmarked = false, const QString &notes = {})
{
    LessonProgress progress;
    progress.read = read;
    progress.position = position;
    progress.bookmarked = bookmarked;
    progress.notes = notes;
    return progress;
}

} // namespace

TEST_CASE_METHOD(OutboxFixture, "Work on a course of the platform waits to be sent, any other does not",
                 "[store][sync]")
{
    save(u"mine"_s, u"lesson-1"_s, progressed(true, 1, true));
    save(u"pages-5"_s, u"lesson-1"_s, progressed(true, 1, true)); // has no place on the platform
    attempt(u"mine"_s, u"exercise-1"_s, u"x"_s);
    CHECK(waiting().empty());
    save(u"classic-5"_s, u"lesson-17"_s, progressed(true, 0.25, true, u"n"_s));
    attempt(u"classic-5"_s, u"exercise-3"_s, u"print(1)"_s);
    const auto entries = waiting();
    REQUIRE(entries.size() == 5);
    CHECK(entries[0].kind == OperationKind::Complete);
    CHECK(positionIn(entries[1]) == 250);
    CHECK(bookmarkIn(entries[2]) == true);
    CHECK(notesIn(entries[3]) == u"n"_s);
    CHECK(codeIn(entries[4]) == u"print(1)"_s);
    CHECK(entries[4].operationId.size() == 16);
    reopen();
    CHECK(waiting().size() == 5);
}

TEST_CASE_METHOD(OutboxFixture, "The newest value takes an entry's place, time adds up, submissions stay",
                 "[store][sync]")
{
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0.1));
    const QByteArray before = waiting()[0].operationId;
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0.2));
    REQUIRE(waiting().size() == 1);
    CHECK(positionIn(waiting()[0]) == 200);
    CHECK(waiting()[0].operationId != before);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 50s).result());
    }
    REQUIRE(waiting().size() == 2);
    CHECK(minutesIn(waiting()[1]) == 2);
    REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 30s).result()); // with the 30 s that were left
    CHECK(minutesIn(waiting()[1]) == 3);
    attempt(u"classic-1"_s, u"exercise-1"_s, u"a"_s);
    attempt(u"classic-1"_s, u"exercise-1"_s, u"a"_s);
    CHECK(waiting().size() == 4);
}

TEST_CASE_METHOD(OutboxFixture, "What was begun to be sent is never changed", "[store][sync]")
{
    REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 5min).result());
    const OutboxEntry sent = waiting()[0];
    REQUIRE(sync().markSent(sent, 40));
    REQUIRE(work->addTime(u"classic-1"_s, u"lesson-1"_s, {}, 2min).result());
    const auto entries = waiting();
    REQUIRE(entries.size() == 2);
    CHECK(minutesIn(entries[0]) == 5);
    CHECK(entries[0].base == 40);
    CHECK(minutesIn(entries[1]) == 2);
    CHECK(sync().counts()->timeSent == 1);
    CHECK(sync().applySweep({}, {}).error().code == ErrorCode::Conflict);
}

TEST_CASE_METHOD(OutboxFixture, "A confirmation of an older value leaves the newer one waiting",
                 "[store][sync]")
{
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0.1));
    const OutboxEntry onItsWay = waiting()[0];
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0.9));
    REQUIRE(sync().confirm(onItsWay));
    REQUIRE(waiting().size() == 1);
    CHECK(positionIn(waiting()[0]) == 900);
    CHECK(sync().markSent(onItsWay, {}).error().code == ErrorCode::NotFound);
    CHECK(sync().keep({onItsWay, KeptWork::Reason::Gone, 404, {}, {}}).error().code == ErrorCode::NotFound);
    CHECK(sync().platformLesson(u"classic-1"_s, u"lesson-1"_s)->value().position == 100);
}

TEST_CASE_METHOD(OutboxFixture, "Leaving takes the place of joining that was not sent", "[store][sync]")
{
    REQUIRE(sync().setEnrolled(u"classic-1"_s, true));
    REQUIRE(sync().setEnrolled(u"classic-1"_s, false));
    REQUIRE(waiting().size() == 1);
    CHECK(waiting()[0].kind == OperationKind::Leave);
    CHECK(sync().setEnrolled(u"mine"_s, true).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(OutboxFixture, "A damaged entry is not sent but kept", "[store][sync]")
{
    const auto *sql
        = GENERATE("UPDATE outbox SET body=x'707b2278223a317d'", "UPDATE outbox SET lane='lesson/9'",
                   "UPDATE outbox SET course='classic-9'", "UPDATE outbox SET kind='nonsense'",
                   "UPDATE outbox SET body=x''", "UPDATE outbox SET hash=x'00'");
    save(u"classic-1"_s, u"lesson-1"_s, progressed(true, 0));
    damage(sql);
    CHECK(waiting().empty());
    const auto kept = sync().kept();
    REQUIRE(kept);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().reason == KeptWork::Reason::Damaged);
    CHECK(sync().retryKept(kept->front().entry.seq).error().code == ErrorCode::InvalidData);
    CHECK(sync().kept()->size() == 1);
    REQUIRE(sync().discardKept(kept->front().entry.seq));
    CHECK(sync().kept()->empty());
}

TEST_CASE_METHOD(OutboxFixture, "Kept work goes out again with what is true then", "[store][sync]")
{
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0, true));
    REQUIRE(sync().keep({waiting()[0], KeptWork::Reason::Gone, 404, u"gone"_s, {}}));
    CHECK(waiting().empty());
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0, false));
    REQUIRE(sync().retryKept(sync().kept()->front().entry.seq));
    REQUIRE(waiting().size() == 1);
    CHECK(bookmarkIn(waiting()[0]) == false);
    CHECK(sync().kept()->empty());
}

TEST_CASE_METHOD(OutboxFixture, "The work belongs to one account for good", "[store][sync]")
{
    Account account;
    account.server = u"https://learn.example.org"_s;
    account.userId = 7;
    account.username = u"ada"_s;
    REQUIRE(sync().link(account));
    account.firstName = u"Ada"_s;
    REQUIRE(sync().link(account));
    account.userId = 8;
    CHECK(sync().link(account).error().code == ErrorCode::Conflict);
    CHECK(sync().account()->value().firstName == u"Ada"_s);
}

TEST_CASE_METHOD(OutboxFixture, "Restored work is not sent before the person says so", "[store][sync]")
{
    Account account;
    account.server = u"https://learn.example.org"_s;
    account.userId = 7;
    REQUIRE(sync().link(account));
    save(u"classic-1"_s, u"lesson-1"_s, progressed(true, 0));
    REQUIRE(sync().setCursor(u"c"_s, "1"));
    const QByteArray generation = *sync().generation();
    CHECK_FALSE(*sync().restored());
    clock.now = clock.now.addDays(2);
    reopen(); // makes a backup
    REQUIRE(work->flush().result());
    work.reset();
    QFile::remove(file() + u"-wal"_s);
    writeBytes(file(), QByteArray(8192, 'x'));
    open();
    REQUIRE(report.restoredUtc.isValid());
    CHECK(*sync().restored());
    CHECK(*sync().generation() != generation);
    CHECK(sync().cursor(u"c"_s)->isEmpty());
    CHECK(waiting().size() == 1);
    REQUIRE(sync().confirmRestored(false));
    CHECK_FALSE(*sync().restored());
    CHECK(waiting().empty());
    CHECK(sync().kept()->size() == 1);
}

TEST_CASE_METHOD(OutboxFixture, "Both texts of a conflict stay until the person chooses", "[store][sync]")
{
    const auto choice = GENERATE(ConflictChoice::Mine, ConflictChoice::Theirs, ConflictChoice::Both);
    save(u"classic-1"_s, u"lesson-1"_s, progressed(false, 0, false, u"mine"_s));
    PlatformLesson there{u"classic-1"_s, u"lesson-1"_s, 5};
    there.notes = u"theirs"_s;
    REQUIRE(sync().addConflict(waiting()[0], there));
    CHECK(waiting().empty());
    const auto conflicts = sync().conflicts();
    REQUIRE(conflicts->size() == 1);
    CHECK(conflicts->front().mine == u"mine"_s);
    CHECK(conflicts->front().theirs == u"theirs"_s);
    REQUIRE(sync().resolveConflict(conflicts->front().id, choice));
    CHECK(sync().conflicts()->empty());
    const QString notes = work->courseProgress(u"classic-1"_s).result()->lessons[u"lesson-1"_s].notes;
    CHECK(notes.contains(u"mine"_s) == (choice != ConflictChoice::Theirs));
    CHECK(notes.contains(u"theirs"_s) == (choice != ConflictChoice::Mine));
    REQUIRE(waiting().size() == 1);
    CHECK(notesIn(waiting()[0]) == notes);
}
