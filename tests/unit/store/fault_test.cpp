#include <limits>

#include "fault_vfs.h"
#include "store_fixture.h"

using namespace studio;
using namespace studio::test;

namespace {

constexpr int kForGood = std::numeric_limits<int>::max();

/// What a person did and was told is saved.
struct Acknowledged
{
    QHash<QString, QString> texts; ///< The last acknowledged text by key.
    QHash<QString, QString>
        tried; ///< The last text by key that was tried and failed, after the acknowledged one.
    int attempts = 0;
    int triedAttempts = 0;
};

void type(WorkStore &work, const QString &key, const QString &text, const QDateTime &at, Acknowledged &done)
{
    if (work.saveDocument({{key}, {}, text, 0, at}).result()) {
        done.texts[key] = text;
        done.tried.remove(key);
    } else {
        done.tried[key] += text;
    }
}

/// One session at work; each step may fail, and the next goes on.
void session(const QString &folder, const Clock &clock, Acknowledged &done)
{
    auto opened = store::openWorkStore(folder, clock);
    if (!opened) {
        return;
    }
    WorkStore &work = *opened->store;
    for (int i = 0; i < 4; ++i) {
        type(work, u"a"_s, u"line %1\n"_s.arg(i).repeated(200), clock.nowUtc(), done);
        type(work, u"b"_s, u"short %1"_s.arg(i), clock.nowUtc(), done);
    }
    const Attempt attempt{0, u"c"_s, u"e"_s, clock.nowUtc(), u"print(1)"_s, Outcome::Wrong, {}};
    ++done.triedAttempts;
    if (work.recordAttempt(attempt).result()) {
        ++done.attempts;
    }
}

void checkNothingLost(StoreFixture &store, const Acknowledged &done)
{
    store.open();
    CHECK_FALSE(store.report.restoredUtc.isValid());
    CHECK(store.report.damagedFile.isEmpty());
    CHECK(store.report.damagedLog.isEmpty());
    for (auto it = done.texts.cbegin(); it != done.texts.cend(); ++it) {
        const QString found = store.text(it.key());
        // A call that failed may have got through: then its text is there, whole.
        INFO(it.key().toStdString());
        CHECK((found == it.value() || done.tried.value(it.key()).contains(found)));
    }
    const auto attempts = store.work->attempts(u"c"_s, u"e"_s).result();
    REQUIRE(attempts);
    CHECK(static_cast<int>(attempts->size()) >= done.attempts);
    CHECK(static_cast<int>(attempts->size()) <= done.triedAttempts);
    const auto progress = store.work->courseProgress(u"c"_s).result();
    CHECK(progress->exercises[u"e"_s].attempts == static_cast<int>(attempts->size()));
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "Whichever file call fails, nothing that was acknowledged is lost", "[store]")
{
    const auto kind = GENERATE(FaultVfs::Kind::Input, FaultVfs::Kind::DiskFull);
    const int count = GENERATE(1, kForGood);
    FaultVfs vfs;
    bool failed = true;
    int i = 1;
    for (; failed; ++i) {
        INFO("call " << i);
        work.reset();
        QDir(folder()).removeRecursively();
        Acknowledged done;
        session(folder(), clock, done); // so that later ones meet an existing file, and a backup
        vfs.failFrom(i, count, kind);
        session(folder(), clock, done);
        vfs.heal();
        failed = vfs.hasFailed();
        checkNothingLost(*this, done);
    }
    work.reset();
    CHECK(i > 20);
}

TEST_CASE_METHOD(StoreFixture, "Whichever lock another process has, the work is in use, and nothing is lost",
                 "[store]")
{
    const int count = GENERATE(1, kForGood);
    FaultVfs vfs;
    bool failed = true;
    int inUse = 0;
    for (int i = 1; failed; ++i) {
        INFO("lock " << i);
        work.reset();
        QDir(folder()).removeRecursively();
        Acknowledged done;
        session(folder(), clock, done);
        vfs.failFrom(i, count, FaultVfs::Kind::Busy);
        if (const auto opened = store::openWorkStore(folder(), clock); !opened) {
            CHECK(opened.error().code == ErrorCode::InUse);
            ++inUse;
        }
        session(folder(), clock, done);
        failed = vfs.hasFailed();
        vfs.heal();
        checkNothingLost(*this, done);
    }
    work.reset();
    CHECK(inUse > 0);
}

TEST_CASE_METHOD(StoreFixture,
                 "A full disk is said, what was there stays, and writing works when there is room", "[store]")
{
    FaultVfs vfs;
    open();
    typed(u"a"_s, u"before"_s);
    vfs.failFrom(1, kForGood, FaultVfs::Kind::DiskFull);

    const auto saved = work->saveDocument({{u"a"_s}, {}, u"during"_s, 0, clock.now}).result();

    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::DiskFull);
    CHECK(text(u"a"_s) == u"before"_s);
    vfs.heal();
    typed(u"a"_s, u"after"_s);
    reopen();
    CHECK(text(u"a"_s) == u"after"_s);
    work.reset();
}

TEST_CASE_METHOD(StoreFixture, "A first start on a full disk is said, and works when there is room",
                 "[store]")
{
    FaultVfs vfs;
    vfs.failFrom(1, kForGood, FaultVfs::Kind::DiskFull);
    CHECK(openError().code == ErrorCode::DiskFull);
    vfs.heal();
    open();
    typed(u"a"_s, u"x"_s);
    work.reset();
}
