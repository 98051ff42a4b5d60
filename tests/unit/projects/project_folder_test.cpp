#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "projects/project_folder.h"

using namespace studio;
using namespace studio::projects;
using namespace Qt::StringLiterals;

namespace {

struct Room
{
    QTemporaryDir root;
    ProjectFolder folder{root.filePath(u"files"_s), root.filePath(u"bin"_s)};

    Room() { QDir().mkpath(root.filePath(u"files"_s)); }

    QString at(const QString &path) const { return root.filePath(u"files/"_s % path); }

    void put(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile file(at(path));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }

    QByteArray get(const QString &path) const
    {
        QFile file(at(path));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QStringList names() const
    {
        QStringList all;
        for (const ProjectFile &each : folder.files()) {
            all.append(each.path);
        }
        return all;
    }
};

} // namespace

TEST_CASE("The list has folders first, and leaves out what is not the learner's", "[projects]")
{
    const Room room;
    room.put(u"main.py"_s, "x");
    room.put(u"data.bin"_s, QByteArray("\0\xff", 2));
    room.put(u"notes.txt"_s, "n");
    room.put(u"pkg/mod.py"_s, "y");
    room.put(u"__pycache__/main.pyc"_s, "z");
    room.put(u".git/config"_s, "z");
    room.put(u"env/pyvenv.cfg"_s, "z");
    room.put(u"large.csv"_s, QByteArray(kLargestText + 1, 'x'));
    using Kind = ProjectFile::Kind;
    CHECK(room.folder.files()
          == std::vector<ProjectFile>{{u"pkg"_s, Kind::Folder, 0},
                                      {u"pkg/mod.py"_s, Kind::Python, 1},
                                      {u"data.bin"_s, Kind::Data, 2},
                                      {u"large.csv"_s, Kind::Data, kLargestText + 1},
                                      {u"main.py"_s, Kind::Python, 1},
                                      {u"notes.txt"_s, Kind::Text, 1}});
}

TEST_CASE("A link that leads out of the project is neither listed nor followed", "[projects]")
{
    const Room room;
    const QTemporaryDir outside;
    QFile secret(outside.filePath(u"secret.py"_s));
    REQUIRE(secret.open(QIODevice::WriteOnly));
    secret.write("secret");
    secret.close();
    REQUIRE(QFile::link(secret.fileName(), room.at(u"link.py"_s)));
    REQUIRE(QFile::link(outside.path(), room.at(u"folder"_s)));
    REQUIRE(QFile::link(room.at(u"nowhere"_s), room.at(u"dangling.py"_s)));
    CHECK(room.names().isEmpty());
    for (const QString &path : {u"link.py"_s, u"folder/secret.py"_s, u"../bin/x"_s, u"/etc/passwd"_s}) {
        INFO(path.toStdString());
        CHECK(room.folder.readText(path).error().code == ErrorCode::InvalidData);
        DiskMark mark;
        CHECK(room.folder.writeText(path, u"x"_s, mark).error().code == ErrorCode::InvalidData);
        CHECK(room.folder.makeFile(path).error().code == ErrorCode::InvalidData);
        CHECK(room.folder.remove(path).error().code == ErrorCode::InvalidData);
        CHECK(room.folder.rename(u"main.py"_s, path).error().code == ErrorCode::InvalidData);
    }
    REQUIRE(secret.open(QIODevice::ReadOnly));
    CHECK(secret.readAll() == "secret");
}

TEST_CASE("A file keeps its line ends and its byte order mark", "[projects]")
{
    const Room room;
    room.put(u"dos.py"_s,
             "\xEF\xBB\xBF"
             "a = 1\r\nb = 2\r\n");
    const auto read = room.folder.readText(u"dos.py"_s);
    REQUIRE(read);
    CHECK(read->text == u"a = 1\nb = 2\n"_s);
    REQUIRE(room.folder.writeText(u"dos.py"_s, u"a = 3\nb = 4\n"_s, *read->mark));
    CHECK(room.get(u"dos.py"_s)
          == "\xEF\xBB\xBF"
             "a = 3\r\nb = 4\r\n");
}

TEST_CASE("What another program wrote is not overwritten", "[projects]")
{
    const Room room;
    room.put(u"main.py"_s, "mine");
    const auto read = room.folder.readText(u"main.py"_s);
    REQUIRE(read);
    REQUIRE(room.folder.writeText(u"main.py"_s, u"mine 2"_s, *read->mark));
    REQUIRE(room.folder.writeText(u"main.py"_s, u"mine 3"_s, *read->mark));
    room.put(u"main.py"_s, "theirs");
    CHECK(room.folder.writeText(u"main.py"_s, u"mine 4"_s, *read->mark).error().code == ErrorCode::Conflict);
    CHECK(room.get(u"main.py"_s) == "theirs");
}

TEST_CASE("Binary and large files are not text", "[projects]")
{
    const Room room;
    room.put(u"data.py"_s, QByteArray("a\0b", 3));
    room.put(u"latin.txt"_s, "caf\xe9 au lait");
    room.put(u"large.txt"_s, QByteArray(kLargestText + 1, 'x'));
    for (const QString &path : {u"data.py"_s, u"latin.txt"_s, u"large.txt"_s}) {
        CHECK(room.folder.readText(path).error().code == ErrorCode::InvalidData);
    }
    CHECK(room.folder.readText(u"none.txt"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("Files are made, renamed, copied, removed and had back", "[projects]")
{
    const Room room;
    REQUIRE(room.folder.makeFile(u"a.py"_s));
    CHECK(room.folder.makeFile(u"a.py"_s).error().code == ErrorCode::Conflict);
    REQUIRE(room.folder.makeFolder(u"pkg"_s));
    CHECK(room.folder.makeFolder(u"pkg"_s).error().code == ErrorCode::Conflict);
    room.put(u"a.py"_s, "first");
    REQUIRE(room.folder.rename(u"a.py"_s, u"pkg/b.py"_s));
    REQUIRE(room.folder.rename(u"pkg/b.py"_s, u"pkg/B.py"_s));
    CHECK(room.folder.duplicate(u"pkg/B.py"_s).value() == u"pkg/B_2.py"_s);
    CHECK(room.folder.rename(u"pkg/B.py"_s, u"pkg/B_2.py"_s).error().code == ErrorCode::Conflict);

    REQUIRE(room.folder.remove(u"pkg"_s));
    CHECK(room.names().isEmpty());
    REQUIRE(room.folder.restore(u"pkg"_s));
    CHECK(room.get(u"pkg/B.py"_s) == "first");

    // The one removed last comes back first.
    room.put(u"x.txt"_s, "1");
    REQUIRE(room.folder.remove(u"x.txt"_s));
    room.put(u"x.txt"_s, "2");
    REQUIRE(room.folder.remove(u"x.txt"_s));
    REQUIRE(room.folder.restore(u"x.txt"_s));
    CHECK(room.get(u"x.txt"_s) == "2");
    CHECK(room.folder.restore(u"x.txt"_s).error().code == ErrorCode::Conflict);
}

TEST_CASE("Imported files get right names and never replace one", "[projects]")
{
    const Room room;
    const QTemporaryDir elsewhere;
    QFile data(elsewhere.filePath(u"nul.csv"_s));
    REQUIRE(data.open(QIODevice::WriteOnly));
    data.write("1,2");
    data.close();
    CHECK(room.folder.import({data.fileName()}, {}).value() == QStringList{u"_nul.csv"_s});
    CHECK(room.folder.import({data.fileName()}, {}).value() == QStringList{u"_nul 2.csv"_s});
    CHECK(room.get(u"_nul 2.csv"_s) == "1,2");
    CHECK(room.folder.import({elsewhere.path()}, {}).error().code == ErrorCode::InvalidData);
}

TEST_CASE("A folder that can't be written says so and loses nothing", "[projects]")
{
    if (::geteuid() == 0) {
        return; // root may write everywhere
    }
    const Room room;
    room.put(u"main.py"_s, "old");
    const auto read = room.folder.readText(u"main.py"_s);
    REQUIRE(read);
    ::chmod(QFile::encodeName(room.at({})).constData(), 0500);
    CHECK(room.folder.writeText(u"main.py"_s, u"new"_s, *read->mark).error().code == ErrorCode::ReadOnly);
    ::chmod(QFile::encodeName(room.at({})).constData(), 0700);
    CHECK(room.get(u"main.py"_s) == "old");
}
