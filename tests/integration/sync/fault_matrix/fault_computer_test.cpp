// The fault matrix, L4, L7, L10, L16–L23, and I5: this computer, with the whole of syncing on it.

#include "store/database.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <limits>

#include "faults.h"
#include "unit/store/fault_vfs.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kForGood = std::numeric_limits<int>::max();

QString workFile(const FaultBench &bench)
{
    return bench.ada.folder() + u"/work.db"_s;
}

} // namespace

TEST_CASE("L4: a disk that gets full while syncing stops it with its sentence, and nothing is counted twice")
{
    test::FaultVfs vfs;
    for (int call = 1; call < 14; call += 2) {
        INFO("write " << call);
        FaultBench bench;
        bench.finish(1);
        bench.spend(1, 6);
        bench.submit(u"print('full')"_s);
        vfs.failFrom(call, kForGood, test::FaultVfs::Kind::DiskFull);

        const auto done = await(bench.ada.platform().syncNow());
        const SyncStatus status = bench.status();

        REQUIRE(vfs.hasFailed());
        REQUIRE_FALSE(done);
        CHECK(status.trouble == SyncTrouble::StorageFailed);
        CHECK(
            bench.told()
            == u"This computer's disk is full or can't be written. Free some space; nothing has been lost."_s);
        CHECK(bench.line() == u"Needs you: the disk can't be written"_s);
        CHECK(text::remedyFor(status.trouble) == text::SyncRemedy::SendNow);
        const auto saved = await(bench.ada.work().addTime(u"classic-4"_s, u"lesson-2"_s, {}, 60s));
        REQUIRE_FALSE(saved); // not acknowledged
        CHECK(text::describePlatform(saved.error())
              == u"The disk is full. Free some space; nothing has been lost."_s);
        vfs.heal();
        bench.checkNothingLost();
        bench.deeds.twice = 1;
        bench.checkAllArrives();
    }
}

TEST_CASE("L4: on a full disk the same is not sent again and again")
{
    test::FaultVfs vfs;
    FaultBench bench;
    int call = 1; // until what was sent can't be noted: it has arrived, and waits all the same
    for (int lesson = 1; lesson < 6; ++call) {
        if (bench.waiting().empty()) {
            bench.finish(lesson++);
        }
        FaultBench::server().post(u"/requests/clear"_s, {});
        vfs.failFrom(call, kForGood, test::FaultVfs::Kind::DiskFull);
        if (bench.sync().waiting > 0 && FaultBench::requests(u"POST"_s, u"/complete/"_s) > 0) {
            break;
        }
        vfs.heal();
    }
    REQUIRE(vfs.hasFailed());
    REQUIRE(bench.status().waiting == 1);

    int told = 0;
    QObject::connect(&bench.ada.platform(), &Platform::statusChanged, &bench.ada.platform(),
                     [&told] { ++told; });
    bench.ada.platform().runByItself();
    const QDeadlineTimer deadline(4000);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    CHECK(bench.told().startsWith(u"This computer's disk is full or can't be written."_s));
    CHECK(FaultBench::requests(u"POST"_s, u"/complete/"_s) <= 8);
    CHECK(told <= 60); // nor does it try without a pause
    vfs.heal();
    bench.checkAllArrives();
}

TEST_CASE(
    "L6: a drive that is gone for a while: nothing is acknowledged, nothing is begun anew, and it goes on")
{
    test::FaultVfs vfs;
    FaultBench bench;
    bench.finish(1);
    vfs.failFrom(1, kForGood, test::FaultVfs::Kind::Input);

    const auto saved = await(bench.ada.work().addTime(u"classic-4"_s, u"lesson-2"_s, {}, 120s));
    const auto done = await(bench.ada.platform().syncNow());
    (void)await(bench.ada.platform().waiting()).has_value();
    QCoreApplication::processEvents();
    const SyncStatus status = bench.ada.platform().status();

    REQUIRE_FALSE(saved);
    CHECK(text::describePlatform(saved.error()) == u"It could not be saved on this computer."_s);
    REQUIRE_FALSE(done);
    CHECK(status.trouble == SyncTrouble::StorageFailed);
    CHECK(text::describeTrouble(status, bench.clock.nowUtc())
          == u"This computer's disk is full or can't be written. Free some space; nothing has been lost."_s);
    vfs.heal();
    bench.spend(2, 2);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("L7: an action that was damaged on the disk is not sent, and what is left of it is kept")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 350);
    bench.ada.close();
    {
        auto db = store::Database::open(workFile(bench), store::Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->execute(u"UPDATE outbox SET item='lesson-3' WHERE kind='position'"_s));
    }
    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());

    const SyncStatus status = bench.sync();

    CHECK(status.waiting == 0);
    REQUIRE(bench.kept().size() == 1);
    CHECK(bench.kept().front().reason == KeptWork::Reason::Damaged);
    CHECK(
        text::describeReason(bench.kept().front())
        == u"It was damaged on this computer's disk, so it was not sent. What is left of it is kept here."_s);
    CHECK(bench.line() == u"Needs you: 1 kept change"_s);
    for (const QJsonValue &row : FaultBench::server().state(u"ada"_s)[u"progress"_s].toArray()) {
        CHECK(row.toObject()[u"content_position"_s].toInt() == 0); // neither to lesson 2 nor to lesson 3
    }
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).position == 0.35); // here it is as it was
}

TEST_CASE("L8: work restored from a backup asks before it sends what waited then")
{
    FaultBench bench;
    bench.finish(1);
    bench.ada.close();
    QDir(bench.ada.folder()).mkpath(u"backups"_s);
    bench.ada.open(bench.place()); // makes the day's backup
    bench.ada.close();
    const QStringList backups = QDir(bench.ada.folder() + u"/backups"_s).entryList({u"work-*.db"_s});
    REQUIRE_FALSE(backups.isEmpty());
    QFile file(workFile(bench));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, '\0'));
    file.close();

    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());
    SyncStatus status = bench.sync();

    CHECK(status.question == SyncQuestion::Restored);
    CHECK(
        text::describeQuestion(status)
        == u"Your work was restored from a backup. Send the 1 change that waits in it? If not, it becomes kept work."_s);
    CHECK(bench.line() == u"Needs you: a question"_s);
    CHECK(FaultBench::requests(u"POST"_s, u"/complete/"_s) == 0);
    bench.checkNothingLost();
    REQUIRE(await(bench.ada.platform().answerQuestion(true)));
    bench.checkAllArrives();
}

TEST_CASE("L9: a log that somebody deleted: nothing is sent again unasked, and what was sent comes back")
{
    FaultBench bench;
    bench.spend(2, 5);
    bench.ada.close(); // all of it is in the file now
    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());
    bench.finish(3);
    bench.checkAllArrives();
    const QString copy = bench.folder.filePath(u"copy.db"_s);
    REQUIRE(QFile::copy(workFile(bench), copy)); // without its log, as after a kill
    bench.ada.close();
    REQUIRE(QFile::remove(workFile(bench)));
    REQUIRE(QFile::rename(copy, workFile(bench)));
    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());
    FaultBench::server().post(u"/requests/clear"_s, {});

    const SyncStatus status = bench.sync();

    CHECK(status.question == SyncQuestion::Restored);
    CHECK(status.waiting == 1); // the minutes, which were sent
    CHECK(FaultBench::requests(u"POST"_s, u"/lessons/"_s) == 0);
    CHECK(text::describeQuestion(status).startsWith(
        u"Your work was restored from a backup. Send the 1 change"_s));
    REQUIRE(await(bench.ada.platform().answerQuestion(false)));
    bench.sync();
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-3"_s).read);
    CHECK(bench.kept().size() == 1);
    bench.checkNothingLost();
}

TEST_CASE("L10: an older copy in its place asks before it sends what it may have sent before, and gets the "
          "rest back")
{
    FaultBench bench;
    bench.finish(1);
    bench.checkAllArrives();
    bench.spend(2, 5);
    bench.submit(u"print('once')"_s);
    bench.ada.close();
    const QString copy = bench.folder.filePath(u"copy.db"_s);
    REQUIRE(QFile::copy(workFile(bench), copy));
    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());
    bench.finish(3);
    bench.checkAllArrives();
    bench.ada.close();
    REQUIRE(QFile::remove(workFile(bench)));
    REQUIRE(QFile::rename(copy, workFile(bench)));

    bench.ada.open(bench.place());
    REQUIRE(bench.signIn());
    FaultBench::server().post(u"/requests/clear"_s, {});
    const SyncStatus status = bench.sync();

    CHECK(status.question == SyncQuestion::Restored);
    CHECK(
        text::describeQuestion(status)
        == u"Your work was restored from a backup. Send the 2 changes that wait in it? If not, they become kept work."_s);
    CHECK(bench.line() == u"Needs you: a question"_s);
    CHECK(FaultBench::requests(u"POST"_s, u"/lessons/"_s) == 0);
    CHECK(FaultBench::requests(u"POST"_s, u"/submit/"_s) == 0);
    REQUIRE(await(bench.ada.platform().answerQuestion(false)));
    bench.sync();
    CHECK(bench.kept().size() == 2);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-3"_s).read); // from the platform
    bench.checkNothingLost();
    for (const KeptWork &work : bench.kept()) {
        REQUIRE(await(bench.ada.platform().discardKept(work.entry.seq)));
    }
    bench.spend(2, 1);
    bench.sync();
    bench.spend(4, 2); // and it does not ask a second time
    bench.checkAllArrives();
}

TEST_CASE("L16: two computers at once: finished is finished, and minutes of both count")
{
    FaultBench bench;
    const QTemporaryDir home;
    Computer other(FaultBench::server(), bench.clock, home.path(), u"ada"_s);
    REQUIRE(other.signIn(u"ada"_s));
    bench.finish(1);
    bench.spend(2, 9);
    bench.read(3, 100);
    other.change(u"classic-4"_s, u"lesson-2"_s, [](LessonProgress &progress) { progress.read = true; });
    REQUIRE(await(other.work().addTime(u"classic-4"_s, u"lesson-2"_s, {}, 300s)));
    const auto both = other.platform().syncNow();
    bench.sync();
    CHECK(await(both));
    bench.sync();
    REQUIRE(await(other.platform().syncNow()));
    other.change(u"classic-4"_s, u"lesson-3"_s, [](LessonProgress &progress) { progress.position = 0.7; });
    REQUIRE(await(other.platform().syncNow()));
    REQUIRE(await(other.platform().syncNow()));

    bench.deeds.minutes[2] = 14;
    bench.deeds.done.insert(2);
    bench.deeds.positions[3] = 700; // the last that was sent
    bench.checkAllArrives();
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).read);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-3"_s).position == 0.7);
    CHECK(other.lesson(u"classic-4"_s, u"lesson-1"_s).read);
}

TEST_CASE("L17: this computer's clock set back a year or forward ten changes what is shown, and nothing else")
{
    FaultBench bench;
    const auto off = GENERATE(-std::chrono::hours(366 * 24), std::chrono::hours(3653 * 24));
    bench.finish(1);
    bench.read(1, 200);
    bench.clock.pass(off);
    bench.read(1, 600); // later, whatever the clock says
    bench.spend(1, 2);

    const SyncStatus status = bench.sync();
    CHECK(status.waiting == 0);
    CHECK(text::describeClock(status).startsWith(u"This computer's clock is off by "_s));
    bench.sync();
    bench.sync();
    CHECK(FaultBench::requests(u"POST"_s, u"/auth/refresh/"_s) <= 1); // nothing is over because of it
    CHECK(status.retryUtc < bench.clock.nowUtc().addDays(1));
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("L18: awake after three days on another network: what waits goes within ten seconds")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, 3 * 86400}});
    bench.monotonic->pass(std::chrono::hours(72));
    bench.clock.pass(std::chrono::hours(72));
    FaultBench::server().post(u"/cut"_s, {});
    QElapsedTimer timer;
    timer.start();

    bench.ada.platform().runByItself();
    bench.ada.platform().networkChanged();
    while (!timer.hasExpired(60000) && (bench.status().waiting > 0 || bench.status().working)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    CHECK(timer.elapsed() < 10000);
    CHECK(FaultBench::requests(u"POST"_s, u"/auth/refresh/"_s) == 1);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("L20: a long path with letters of every kind works")
{
    FaultBench bench;
    const QString odd = bench.folder.path() + u"/Zoë Ünï 名前 . "_s
        + QString(u"/ä"_s + QString(60, u'a')).repeated(4); // over 260 letters; SQLite takes 512 bytes
    Computer computer(FaultBench::server(), bench.clock, odd, u"ada"_s);
    REQUIRE(computer.signIn(u"ada"_s));
    computer.change(u"classic-4"_s, u"lesson-1"_s, [](LessonProgress &progress) { progress.read = true; });
    REQUIRE(await(computer.platform().syncNow()));
    computer.open();
    CHECK(computer.lesson(u"classic-4"_s, u"lesson-1"_s).read);
    CHECK(FaultBench::server().state(u"ada"_s)[u"progress"_s].toArray().size() == 1);
}

TEST_CASE("L23: closing while it sends takes three seconds at most, and what is not sent waits")
{
    FaultBench bench;
    bench.doEverything();
    sync::PlatformPlace patient = bench.place();
    patient.http.limits.slowFor = 60s;
    bench.ada.open(patient);
    REQUIRE(bench.signIn());
    FaultBench::fault(u"hang"_s, {{u"seconds"_s, 60}, {u"method"_s, u"POST"_s}});
    const auto syncing = bench.ada.platform().syncNow();
    for (int turn = 0; turn < 200 && FaultBench::onTheWire(u"/lessons/"_s) == 0; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QElapsedTimer timer;
    timer.start();

    bench.ada.close();

    CHECK(timer.elapsed() < 5000);
    FaultBench::server().clearFaults();
    bench.ada.open(bench.place());
    CHECK(bench.waiting().size() == 6);
    REQUIRE(bench.signIn());
    bench.deeds.twice = 1;
    bench.checkNothingLost();
    bench.checkAllArrives();
}

namespace {

QByteArray logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

/// Of these, those that stand in the bytes.
QByteArrayList foundIn(const QByteArray &bytes, const QByteArrayList &secrets)
{
    QByteArrayList found;
    for (const QByteArray &secret : secrets) {
        const QByteArray wide = QByteArray::fromRawData(
            reinterpret_cast<const char *>(QString::fromUtf8(secret).utf16()), secret.size() * 2);
        if (bytes.contains(secret) || bytes.contains(wide.left(wide.size() - 1))) {
            found.append(secret);
        }
    }
    return found;
}

} // namespace

TEST_CASE("I5: no token, password, address or program of a person's stands where it does not belong")
{
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    QLoggingCategory::setFilterRules(u"studio.*=true"_s);
    const QByteArrayList secrets = {"eyJ", "Ada!Example1", "a passphrase of this test"};
    const QByteArrayList personal = {"ada@example.org", "secret_name_of_a_variable"};
    FaultBench bench;
    Computer computer(FaultBench::server(), bench.clock, bench.folder.path(), u"leaks"_s);
    REQUIRE(computer.signIn(u"ada"_s)); // with an encrypted file
    for (const char *kind : {"drop_answer", "portal_page", "gateway_page", "cut", "answer", "none"}) {
        Attempt attempt;
        attempt.courseId = u"classic-4"_s;
        attempt.exerciseId = u"exercise-1"_s;
        attempt.atUtc = bench.clock.nowUtc();
        attempt.answer = u"secret_name_of_a_variable = '%1'"_s.arg(QLatin1StringView(kind));
        REQUIRE(await(computer.work().recordAttempt(attempt)));
        computer.change(u"classic-4"_s, u"lesson-2"_s,
                        [](LessonProgress &progress) { progress.read = true; });
        if (qstrcmp(kind, "none") == 0) {
            FaultBench::server().clearFaults();
        } else {
            FaultBench::fault(QString::fromLatin1(kind),
                              {{u"path"_s, u"^(?!.*/auth/login)"_s},
                               {u"status"_s, 400},
                               {u"json"_s, QJsonObject{{u"error"_s, u"Code is not allowed"_s}}}});
        }
        FaultBench::server().post(u"/clock"_s, {{u"offset"_s, 1000}});
        (void)await(computer.platform().syncNow()).has_value();
    }
    const auto report = await(computer.platform().report());
    REQUIRE(report);
    const QString exported = bench.folder.filePath(u"kept.json"_s);
    REQUIRE(await(computer.platform().kept())->size() >= 1);
    REQUIRE(await(computer.platform().exportKept(exported)));
    computer.close();
    qInstallMessageHandler(before);

    CHECK(foundIn("eyJhbGciOi", secrets).size() == 1); // it does find what is there
    CHECK(foundIn(report->toUtf8(), secrets + personal).isEmpty());
    CHECK(foundIn(logged, secrets + personal).isEmpty());
    QFile kept(exported);
    REQUIRE(kept.open(QIODevice::ReadOnly));
    const QByteArray keptText = kept.readAll();
    CHECK(foundIn(keptText, secrets + QByteArrayList{"ada@example.org"}).isEmpty());
    CHECK(keptText.contains("secret_name_of_a_variable")); // it is the work; all of it is there
    int files = 0;
    QDirIterator all(bench.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        INFO(file.fileName().toStdString());
        CHECK(foundIn(bytes, secrets).isEmpty());
        const bool isWork = file.fileName().contains(u"work"_s) || file.fileName() == exported;
        CHECK((isWork || foundIn(bytes, personal).isEmpty()));
        ++files;
    }
    CHECK(files >= 4);
    CHECK(QFile::exists(computer.folder() + u"/session.vault"_s));
}
