#include "services/output_spool.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;

namespace {

const QString kSmallDisk
    = qEnvironmentVariable("STUDIO_TEST_SMALL_DISK"); ///< A folder on a disk of a few MB.

SpoolLimits small()
{
    SpoolLimits limits;
    limits.memory = 1000;
    limits.whole = 1'000'000;
    limits.reserve = 0;
    limits.pageLines = 10;
    limits.pageBytes = 500;
    return limits;
}

template<typename Value>
Value waited(const QFuture<Value> &future)
{
    REQUIRE(QTest::qWaitFor([&] { return future.isFinished(); }, 20'000));
    return future.result();
}

QByteArray numbers(int from, int to)
{
    QByteArray lines;
    for (int i = from; i < to; ++i) {
        lines += QByteArray::number(i) + '\n';
    }
    return lines;
}

bool isEmpty(const QString &folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// All pages one after another; checks that each knows its first line.
QByteArray allPages(OutputSpool &spool)
{
    QByteArray all;
    for (qint64 i = 0;; ++i) {
        const auto page = waited(spool.page(i));
        if (!page) {
            CHECK(page.error().code == ErrorCode::NotFound);
            return all;
        }
        REQUIRE_FALSE(page->bytes.isEmpty());
        REQUIRE(page->firstLine == all.count('\n'));
        all += page->bytes;
    }
}

} // namespace

TEST_CASE("what is given comes back, in pages of bounded size")
{
    QTemporaryDir folder;
    OutputSpool spool(folder.path(), small());
    QByteArray given;
    for (int i = 0; i < 300; ++i) {
        const QByteArray piece = i % 50 == 7 ? QByteArray(1700, 'x') + "\n\n" : numbers(i, i + 5);
        given += piece;
        spool.append(piece);
    }
    CHECK(allPages(spool) == given);
    CHECK(spool.status().kept == given.size());
    CHECK(spool.status().lines == given.count('\n'));
    CHECK_FALSE(spool.status().cut);
    CHECK_FALSE(spool.status().error);
    for (qint64 i = 0; i < spool.status().pages; ++i) {
        const auto page = waited(spool.page(i));
        REQUIRE(page);
        CHECK(page->bytes.size() <= 504);
        CHECK(page->bytes.count('\n') <= 10);
    }
    const QString copy = folder.filePath(u"copy"_s);
    REQUIRE(waited(spool.saveAs(copy)));
    QFile file(copy);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == given);
}

TEST_CASE("a page does not end inside a character")
{
    QTemporaryDir folder;
    OutputSpool spool(folder.path(), small());
    spool.append(QByteArray("x") + u"漢"_s.repeated(5000).toUtf8());
    allPages(spool);
    for (qint64 i = 0; i < spool.status().pages; ++i) {
        const auto page = waited(spool.page(i));
        REQUIRE(page);
        CHECK_FALSE(QString::fromUtf8(page->bytes).contains(QChar(QChar::ReplacementCharacter)));
    }
}

TEST_CASE("a short output stays in memory, a long one leaves no file behind")
{
    QTemporaryDir folder;
    {
        OutputSpool spool(folder.path(), small());
        spool.append("short\n");
        CHECK(allPages(spool) == "short\n");
        CHECK(isEmpty(folder.path()));
        spool.append(numbers(0, 50'000));
        CHECK(allPages(spool).size() > 200'000);
        spool.clear();
        CHECK(waited(spool.page(0)).error().code == ErrorCode::NotFound);
        CHECK(isEmpty(folder.path()));
        spool.append(numbers(0, 5'000));
        REQUIRE(waited(spool.page(100)));
    }
    CHECK(isEmpty(folder.path()));
}

TEST_CASE("a new output begins with nothing of the old one, also in the middle of a flood")
{
    QTemporaryDir folder;
    OutputSpool spool(folder.path(), small());
    for (int round = 0; round < 50; ++round) {
        for (int i = 0; i < 20; ++i) {
            spool.append(QByteArray(3000, static_cast<char>('a' + round % 26)));
        }
        spool.clear();
        spool.append("new " + QByteArray::number(round));
        const auto page = waited(spool.page(0));
        REQUIRE(page);
        REQUIRE(page->bytes == "new " + QByteArray::number(round));
    }
}

TEST_CASE("what a crash left is removed, other files are not")
{
    QTemporaryDir folder;
    for (const QString &name : {u"learning-studio-output-AbCdEf"_s, u"other.txt"_s}) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    OutputSpool spool(folder.path(), small());
    REQUIRE_FALSE(waited(spool.page(0)));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"other.txt"_s});
}

TEST_CASE("beyond the limit the first bytes are kept")
{
    QTemporaryDir folder;
    OutputSpool spool(folder.path(), small());
    const QByteArray given = numbers(0, 300'000);
    for (qsizetype at = 0; at < given.size(); at += 65536) {
        spool.append(given.mid(at, 65536));
    }
    const QString copy = folder.filePath(u"copy"_s);
    REQUIRE(waited(spool.saveAs(copy)));
    CHECK(spool.status().cut);
    CHECK(spool.status().kept == 1'000'000);
    CHECK(spool.status().bytes == given.size());
    QFile file(copy);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == given.left(1'000'000));
}

TEST_CASE("a folder that can't be written is said, and what is in memory can be read")
{
    OutputSpool spool(u"/dev/null/none"_s, small());
    QSignalSpy changed(&spool, &OutputSpool::statusChanged);
    spool.append(numbers(0, 100));
    spool.append(numbers(0, 100'000));
    spool.append("more");
    const auto page = waited(spool.page(0));
    REQUIRE(spool.status().error);
    CHECK(spool.status().error->code == ErrorCode::ReadOnly);
    CHECK(spool.status().kept <= 1000);
    REQUIRE(QTest::qWaitFor([&changed] { return changed.count() > 0; }));
    spool.clear();
    CHECK_FALSE(spool.status().error);
}

TEST_CASE("a disk that is nearly full is left alone")
{
    QTemporaryDir folder;
    SpoolLimits limits = small();
    limits.reserve = QStorageInfo(folder.path()).bytesTotal() * 2;
    OutputSpool spool(folder.path(), limits);
    spool.append("kept\n");
    spool.append(numbers(0, 100'000));
    const auto page = waited(spool.page(0));
    REQUIRE(spool.status().error);
    CHECK(spool.status().error->code == ErrorCode::DiskFull);
}

TEST_CASE("a disk that gets full keeps what it has")
{
    if (kSmallDisk.isEmpty()) {
        WARN("STUDIO_TEST_SMALL_DISK names no folder: not tried");
        return;
    }
    SpoolLimits limits;
    limits.reserve = 0;
    OutputSpool spool(kSmallDisk, limits);
    for (int i = 0; i < 400; ++i) {
        spool.append(QByteArray(65'536, 'x'));
        QTest::qWait(1);
    }
    REQUIRE(waited(spool.page(0)));
    REQUIRE(spool.status().error);
    CHECK(spool.status().error->code == ErrorCode::DiskFull);
    CHECK(spool.status().kept > 500'000);
    REQUIRE(waited(spool.page(spool.status().pages - 1)));
}

TEST_CASE("giving never waits for the disk, and its memory is bounded")
{
    SpoolLimits limits;
    limits.waiting = 4 << 20;
    QTemporaryDir folder;
    OutputSpool spool(folder.path(), limits);
    QElapsedTimer clock;
    qint64 longest = 0;
    for (int i = 0; i < 2000; ++i) {
        clock.start();
        spool.append(QByteArray(65'536, 'x'));
        longest = std::max(longest, clock.elapsed());
    }
    CHECK(longest < 1000);
    clock.start();
    spool.clear();
    CHECK(clock.elapsed() < 1000);
}
