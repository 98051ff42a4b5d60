#include "store/open_work_store.h"
#include "store/profiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC(); }
};

/// The real program over a real store that holds a topic.
struct ProgramRoom
{
    QTemporaryDir data = {};
    StillClock clock = {};
    QByteArray out = {};

    QString profile() const { return *store::profileFolder(data.path(), store::defaultProfileId()); }

    void fill()
    {
        auto opened = store::openWorkStore(profile(), clock);
        REQUIRE(opened);
        ForumInfo help;
        help.id = 2;
        help.name = u"Help"_s;
        help.slug = u"help"_s;
        ForumTopic topic;
        topic.id = 12;
        topic.forumId = 2;
        topic.subject = u"Loop never ends"_s;
        topic.author = {8, u"mira"_s};
        topic.lastPostUtc = clock.nowUtc();
        topic.posts = 1;
        ForumPost post;
        post.id = 90;
        post.topicId = 12;
        post.author = topic.author;
        post.createdUtc = clock.nowUtc();
        post.text = u"while_true is \x1b[31mred"_s;
        REQUIRE(opened->forumCopy->putForums({help}));
        REQUIRE(opened->forumCopy->putTopics({topic}));
        REQUIRE(opened->forumCopy->putPosts(12, {post}, false));
        REQUIRE(opened->forumCopy->setComplete(12, topic.lastPostUtc));
    }

    int run(const QStringList &words, const QByteArray &input = {})
    {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + u"/learning-studio"_s,
                      QStringList{u"--data-dir"_s, data.path(), u"forum"_s} + words);
        process.write(input);
        process.closeWriteChannel();
        REQUIRE(process.waitForFinished(60'000));
        out = process.readAllStandardOutput();
        INFO(process.readAllStandardError().toStdString());
        CHECK(process.exitStatus() == QProcess::NormalExit);
        return process.exitCode();
    }
};

} // namespace

TEST_CASE("The program reads, searches and answers in a real copy of the forum", "[cli][forum]")
{
    ProgramRoom room;
    room.fill();

    CHECK(room.run({u"topics"_s, u"help"_s, u"--json"_s}) == 0);
    CHECK(QJsonDocument::fromJson(room.out).array().at(0).toObject()[u"id"_s].toInt() == 12);
    CHECK(room.run({u"read"_s, u"12"_s}) == 0);
    CHECK(room.out.contains("while_true is <U+001B>[31mred"));
    CHECK(room.run({u"search"_s, u"while_true"_s, u"by:mir"_s, u"forum:he"_s, u"--json"_s}) == 0);
    CHECK(QJsonDocument::fromJson(room.out).array().at(0).toObject()[u"post"_s].toInt() == 90);
    CHECK(room.run({u"search"_s, u"while_true"_s, u"in:lessons"_s}) == 1);
    CHECK(room.run({u"reply"_s, u"12"_s}, "Add a `break`.\n") == 0);
    CHECK(room.out == "It waits, and goes out with the next sync.\n");
    CHECK(room.run({u"reply"_s, u"12"_s}, "  \n") == 2);

    auto opened = store::openWorkStore(room.profile(), room.clock);
    REQUIRE(opened);
    const auto writings = opened->forum->writings().takeResult();
    REQUIRE(writings);
    REQUIRE(writings->size() == 1);
    CHECK(writings->front().text == u"Add a `break`."_s);
    CHECK(writings->front().state == WritingState::Waiting);
}
