#include "cli/exit_code.h"
#include "text/forum_words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include "command_bench.h"
#include "gui/forum/paper_forum.h"

using namespace studio;
using namespace studio::cli;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct ForumBench : CommandBench
{
    PaperForum forum = {};
    QTemporaryDir folder = {};

    ForumBench()
    {
        ForumInfo category;
        category.id = 1;
        category.isCategory = true;
        category.name = u"Community"_s;
        ForumInfo help;
        help.id = 2;
        help.categoryId = 1;
        help.name = u"Ask for help"_s;
        help.slug = u"ask-for-help"_s;
        help.topics = 2;
        help.unreadTopics = 1;
        forum.theForums = {category, help};
        ForumTopic loops;
        loops.id = 12;
        loops.forumId = 2;
        loops.subject = u"Loop never ends"_s;
        loops.author.name = u"Mira"_s;
        loops.posts = 2;
        loops.unread = 1;
        ForumTopic closed = loops;
        closed.id = 13;
        closed.subject = u"Closed"_s;
        closed.unread = 0;
        closed.locked = true;
        forum.theTopics = {loops, closed};
        ForumPost first;
        first.id = 90;
        first.topicId = 12;
        first.position = 1;
        first.author.name = u"Mira"_s;
        first.text = u"It never ends."_s;
        ForumPost second = first;
        second.id = 91;
        second.position = 2;
        second.text = u"red \x1b[31m and \u202Eturned"_s;
        second.unread = true;
        forum.thePosts[12] = {first, second};
    }

    int tell(const QStringList &arguments)
    {
        out.clear();
        err.clear();
        cli::Environment environment = this->environment();
        environment.forum = [this] { return Result<ForumStore *>(&forum); };
        const auto command = findCommand(u"forum"_s)->make(environment, io());
        QSignalSpy finished(command.get(), &Command::finished);
        command->start(arguments);
        return !finished.isEmpty() || finished.wait(5000) ? finished.first().first().toInt() : -1;
    }

    QString file(const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u"reply.md"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
};

} // namespace

TEST_CASE("The forums are listed with what is unread", "[cli][forum]")
{
    ForumBench bench;
    CHECK(bench.tell({u"list"_s}) == kDone);
    CHECK(bench.out.startsWith("Community\n"));
    CHECK(bench.out.contains("Ask for help"));

    CHECK(bench.tell({u"list"_s, u"--json"_s}) == kDone);
    const QJsonArray forums = QJsonDocument::fromJson(bench.out).array();
    REQUIRE(forums.size() == 2);
    CHECK(forums[1].toObject()[u"unread_topics"_s].toInt() == 1);
    CHECK(forums[1].toObject()[u"slug"_s].toString() == u"ask-for-help"_s);
    CHECK(forums[0].toObject()[u"category"_s].isNull());
}

TEST_CASE("Topics are listed by forum and by one filter", "[cli][forum]")
{
    ForumBench bench;
    CHECK(bench.tell({u"topics"_s, u"Ask-For-Help"_s, u"--unread"_s, u"--json"_s}) == kDone);
    const QJsonArray topics = QJsonDocument::fromJson(bench.out).array();
    REQUIRE(topics.size() == 1);
    CHECK(topics[0].toObject()[u"id"_s].toInt() == 12);
    CHECK(topics[0].toObject()[u"author"_s].toString() == u"Mira"_s);

    CHECK(bench.tell({u"topics"_s}) == kDone);
    CHECK(bench.out.contains("Loop never ends"));
    CHECK(bench.out.contains("locked"));
    CHECK(bench.tell({u"topics"_s, u"nowhere"_s}) == kNotFound);
    CHECK(bench.tell({u"topics"_s, u"--own"_s, u"--unread"_s}) == kUsage);
}

TEST_CASE("A topic is read without letting its posts take over the terminal", "[cli][forum]")
{
    ForumBench bench;
    CHECK(bench.tell({u"read"_s, u"12"_s}) == kDone);
    CHECK(bench.out.contains("#1  Mira"));
    CHECK(bench.out.contains("<U+001B>[31m"));
    CHECK(bench.out.contains("<U+202E>turned"));
    CHECK_FALSE(bench.out.contains('\x1b'));
    CHECK(bench.forum.marks.empty());

    CHECK(bench.tell({u"read"_s, u"12"_s, u"--from"_s, u"2"_s, u"--mark-read"_s, u"--json"_s}) == kDone);
    const QJsonObject topic = QJsonDocument::fromJson(bench.out).object();
    CHECK(topic[u"messages"_s].toArray().size() == 1);
    CHECK(topic[u"posts_here"_s].toInt() == 2);
    CHECK(topic[u"next"_s].isNull());
    REQUIRE(bench.forum.marks.size() == 1);
    CHECK(bench.forum.marks[0].postId == 91);

    CHECK(bench.tell({u"read"_s, u"13"_s}) == kDone);
    CHECK(bench.out.contains("not on this computer yet"));
    CHECK(bench.tell({u"read"_s, u"99"_s}) == kNotFound);
    CHECK(bench.tell({u"read"_s, u"-3"_s}) == kUsage);
    CHECK(bench.tell({u"read"_s, u"12"_s, u"--from"_s, u"0"_s}) == kUsage);
}

TEST_CASE("A reply is queued once and says that it waits", "[cli][forum]")
{
    ForumBench bench;
    const QString file = bench.file("Try `break`.\r\n");
    CHECK(bench.tell({u"reply"_s, u"12"_s, u"--file"_s, file}) == kDone);
    CHECK(bench.out == "It waits, and goes out with the next sync.\n");
    REQUIRE(bench.forum.theWritings.size() == 1);
    CHECK(bench.forum.theWritings[0].kind == WritingKind::Reply);
    CHECK(bench.forum.theWritings[0].topicId == 12);
    CHECK(bench.forum.theWritings[0].text == u"Try `break`."_s);

    CHECK(bench.tell({u"reply"_s, u"12"_s, u"--file"_s, file, u"--json"_s}) == kDone);
    CHECK(QJsonDocument::fromJson(bench.out).object()[u"state"_s].toString() == u"waiting"_s);
}

TEST_CASE("A reply that cannot be sent is refused before it is queued", "[cli][forum]")
{
    ForumBench bench;
    CHECK(bench.tell({u"reply"_s, u"12"_s, u"--file"_s, bench.file(" \n\t\n")}) == kUsage);
    CHECK(bench.err.contains("no text yet"));
    CHECK(bench.tell({u"reply"_s, u"12"_s, u"--file"_s, bench.file(QByteArray(100'001, 'x'))}) == kUsage);
    CHECK(bench.err.contains("too long"));
    CHECK(bench.tell({u"reply"_s, u"13"_s, u"--file"_s, bench.file("Hello, all.")}) == kNotPassed);
    CHECK(bench.err.contains("locked"));
    CHECK(bench.tell({u"reply"_s, u"99"_s, u"--file"_s, bench.file("Hello, all.")}) == kNotFound);
    CHECK(bench.tell({u"reply"_s, u"12"_s, u"--file"_s, bench.folder.filePath(u"none"_s)}) == kNotFound);
    CHECK(bench.tell({u"reply"_s, u"12"_s}) == kUsage); // another process's input is not this one's
    CHECK(bench.forum.theWritings.empty());
}

TEST_CASE("A disk that cannot be read ends the command with a word about it", "[cli][forum]")
{
    ForumBench bench;
    bench.forum.broken = true;
    for (const QStringList &arguments :
         {QStringList{u"list"_s}, QStringList{u"topics"_s}, QStringList{u"read"_s, u"12"_s}}) {
        CHECK(bench.tell(arguments) == kStorage);
        CHECK_FALSE(bench.err.isEmpty());
    }
    CHECK(bench.tell({}) == kUsage);
    CHECK(bench.tell({u"dance"_s}) == kUsage);
}

TEST_CASE("What could hide in a text is made visible for a terminal", "[cli][forum]")
{
    CHECK(text::forTerminal(u"a\u200Bb\u2066c\u0007d\ne\tf"_s) == u"a<U+200B>b<U+2066>c<U+0007>d\ne\tf"_s);
    CHECK(text::forTerminal(u"\U000E0041"_s) == u"<U+E0041>"_s);
    CHECK(text::forTerminal(u"one\r\ntwo\rthree"_s) == u"one\ntwo<U+000D>three"_s);
    CHECK(text::lineForTerminal(u" a\n\nb "_s) == u"a b"_s);
    CHECK(text::forTerminal(u"één 🐍"_s) == u"één 🐍"_s);
}
