#include "store/database.h"
#include "store/migrator.h"

#include <QHash>

#include <cstdlib>
#include <unistd.h>

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

/// Takes the right to pass over permissions away from the super-user, who may run the tests.
class OrdinaryUser final
{
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

public:
    OrdinaryUser() { REQUIRE((m_before != 0 || ::seteuid(65534) == 0)); }

    ~OrdinaryUser()
    {
        if (m_before == 0 && ::seteuid(0) != 0) {
            std::abort();
        }
    }

private:
    const uid_t m_before = ::geteuid();
};

constexpr auto kReadOnlyFolder = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::ExeOther;

/// Every file below the folder with its bytes.
QHash<QString, QByteArray> snapshot(const QString &folder)
{
    QHash<QString, QByteArray> files;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        files.insert(info.fileName(), bytesOf(info.filePath()));
    }
    return files;
}

void setVersion(const QString &path, int version)
{
    auto db = Database::open(path, Database::Mode::Work);
    REQUIRE(db);
    REQUIRE(db->setUpForWork());
    REQUIRE(db->execute(u"PRAGMA user_version=%1"_s.arg(version)));
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "The first start makes everything, the second finds it", "[store]")
{
    open();
    CHECK(report.fresh);
    reopen();
    CHECK_FALSE(report.fresh);
    CHECK_FALSE(report.migratedFrom);
    CHECK(report.damagedFile.isEmpty());
}

TEST_CASE_METHOD(StoreFixture, "Closing leaves one file, with everything in it", "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    work.reset();
    CHECK_FALSE(QFile::exists(file() + u"-wal"_s));
    CHECK_FALSE(QFile::exists(file() + u"-shm"_s));
}

TEST_CASE_METHOD(StoreFixture, "Work in use is not opened a second time", "[store]")
{
    open();
    const auto second = openWorkStore(folder(), clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::InUse);
    typed(u"a"_s, u"still works"_s);
}

TEST_CASE_METHOD(StoreFixture, "Work of a newer program is refused, and no byte of it changes", "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    work.reset();
    setVersion(file(), 999);
    const auto before = snapshot(folder());

    CHECK(openError().code == ErrorCode::TooNew);

    CHECK((snapshot(folder()) == before));
}

TEST_CASE_METHOD(StoreFixture, "A newer version that is still in the log is refused too", "[store]")
{
    open();
    work.reset();
    const QByteArray old = bytesOf(file());
    QByteArray log;
    {
        auto db = Database::open(file(), Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->setUpForWork());
        REQUIRE(db->execute(u"PRAGMA user_version=999"_s));
        log = bytesOf(file() + u"-wal"_s);
    }
    writeBytes(file(), old); // as if the power had gone before the log was written back
    writeBytes(file() + u"-wal"_s, log);
    const auto before = snapshot(folder());

    CHECK(openError().code == ErrorCode::TooNew);

    CHECK((snapshot(folder()) == before));
}

TEST_CASE_METHOD(StoreFixture, "A file where the folder should be is said", "[store]")
{
    writeBytes(folder(), "a file");
    const Error error = openError();
    CHECK(error.code == ErrorCode::Storage);
    CHECK(error.message.contains(u"not a folder"_s));
    CHECK(bytesOf(folder()) == "a file");
}

TEST_CASE_METHOD(StoreFixture, "A folder below a file is said", "[store]")
{
    writeBytes(folder(), "a file");
    const auto opened = openWorkStore(folder() + u"/deeper"_s, clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Storage);
}

TEST_CASE_METHOD(StoreFixture, "A folder where the file should be is said", "[store]")
{
    QDir().mkpath(file());
    CHECK(openError().code == ErrorCode::Storage);
    CHECK(QFileInfo(file()).isDir());
}

TEST_CASE_METHOD(StoreFixture, "Work in a folder that may only be read is said, and nothing changes",
                 "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    work.reset();
    const QString parent = QFileInfo(folder()).path();
    QFile::setPermissions(parent, kReadOnlyFolder);
    QFile::setPermissions(folder(), kReadOnlyFolder);
    QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadOther);
    const auto before = snapshot(folder());
    {
        const OrdinaryUser user;
        CHECK(openError().code == ErrorCode::ReadOnly);
        const auto deeper = openWorkStore(folder() + u"/deeper"_s, clock);
        REQUIRE_FALSE(deeper);
        CHECK(deeper.error().code == ErrorCode::ReadOnly);
    }
    CHECK((snapshot(folder()) == before));
    const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QFile::setPermissions(file(), all);
    QFile::setPermissions(folder(), all);
    QFile::setPermissions(parent, all);
    open();
    CHECK(text(u"a"_s) == u"x"_s);
}

TEST_CASE_METHOD(StoreFixture, "Work that may not even be read is said", "[store]")
{
    open();
    work.reset();
    const QString parent = QFileInfo(folder()).path();
    QFile::setPermissions(parent, kReadOnlyFolder);
    QFile::setPermissions(folder(), kReadOnlyFolder);
    QFile::setPermissions(file(), QFile::Permissions());
    {
        const OrdinaryUser user;
        const Error error = openError();
        CHECK(error.code == ErrorCode::ReadOnly);
        CHECK(error.message.contains(file()));
    }
    const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QFile::setPermissions(folder(), all);
    QFile::setPermissions(parent, all);
}
