#include "services/forum_notices.h"
#include "services/settings_service.h"
#include "store/open_work_store.h"
#include "text/notice_words.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = ForumNotification::Kind;

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC); }
};

class PaperDesktop final : public DesktopNotices
{
public:
    Offer offer() const override { return Offer::Shown; }

    void ask() override { }

    void show(const DesktopNotice &notice) override
    {
        shown.push_back(notice);
        visible = true;
    }

    void withdraw() override { visible = false; }

    std::vector<DesktopNotice> shown;
    bool visible = false;
};

/// In English without a translation: there is no singular.
struct Room
{
    Room()
    {
        auto fresh = store::openWorkStore(folder.path(), clock);
        REQUIRE(fresh);
        work = std::move(fresh->store);
        settings = std::make_unique<SettingsService>(*work);
        settings->set(Setting::ForumNotices, true);
        notices = std::make_unique<ForumNotices>(
            ForumNotices::Parts{*settings, desktop, [this] { return around; }, text::noticeOf, 1ms});
        QObject::connect(notices.get(), &ForumNotices::openRequested, notices.get(),
                         [this](qint64 topic, qint64 post, const QString &token) {
                             opened.push_back({topic, post, token});
                         });
        notices->take(list);
    }

    ForumNotification reply(qint64 topic, qint64 post, const QString &subject = u"While loops"_s)
    {
        ForumNotification made;
        made.id = post;
        made.kind = Kind::Reply;
        made.title = subject;
        made.text = u"Text %1"_s.arg(post);
        made.topicId = topic;
        made.postId = post;
        made.atUtc = clock.nowUtc().addSecs(++seconds);
        made.news = true;
        return made;
    }

    ForumNotification message(qint64 id)
    {
        ForumNotification made = reply(0, 0, u"Grace mentioned you"_s);
        made.id = id;
        made.kind = Kind::Platform;
        return made;
    }

    void come(const std::vector<ForumNotification> &news) ///< Newest last; the list has them first.
    {
        for (const ForumNotification &each : news) {
            list.insert(list.begin(), each);
        }
        notices->take(list);
    }

    const DesktopNotice &told(std::size_t count) ///< The last of so many.
    {
        REQUIRE(QTest::qWaitFor([&] { return desktop.shown.size() >= count; }));
        quiet();
        REQUIRE(desktop.shown.size() == count);
        return desktop.shown.back();
    }

    void quiet() { QTest::qWait(30); } ///< Long enough for what is gathered to be told.

    struct Opened
    {
        qint64 topic;
        qint64 post;
        QString token;
    };

    QTemporaryDir folder;
    StillClock clock;
    std::unique_ptr<WorkStore> work;
    std::unique_ptr<SettingsService> settings;
    PaperDesktop desktop;
    ForumNotices::Surroundings around;
    std::vector<ForumNotification> list;
    std::vector<Opened> opened;
    std::unique_ptr<ForumNotices> notices;
    int seconds = 0;
};

} // namespace

TEST_CASE("an answer is told once, with its subject and text", "[notices]")
{
    Room room;
    room.come({room.reply(12, 90)});
    CHECK(room.told(1).title == u"While loops"_s);
    CHECK(room.told(1).text.contains(u"Text 90"_s));
    room.notices->take(room.list);
    room.quiet();
    CHECK(room.desktop.shown.size() == 1);
    Q_EMIT room.desktop.chosen(u"token"_s);
    REQUIRE(room.opened.size() == 1);
    CHECK(room.opened[0].topic == 12);
    CHECK(room.opened[0].post == 90);
    CHECK(room.opened[0].token == u"token"_s);
    CHECK_FALSE(room.desktop.visible);
}

TEST_CASE("nothing is told before the person chose it, nor what came before that", "[notices]")
{
    Room room;
    room.settings->set(Setting::ForumNotices, room.settings->defaultValue(Setting::ForumNotices));
    room.come({room.reply(12, 90)});
    room.settings->set(Setting::ForumNotices, true);
    room.notices->take(room.list);
    room.quiet();
    CHECK(room.desktop.shown.empty());
    room.come({room.reply(12, 91)});
    room.told(1);
    room.settings->set(Setting::ForumNotices, false);
    CHECK_FALSE(room.desktop.visible);
}

TEST_CASE("what was there at the start, what is read and what the first fetch brings is no news", "[notices]")
{
    Room room;
    ForumNotification read = room.reply(12, 90);
    read.read = true;
    ForumNotification first = room.message(5);
    first.news = false;
    room.come({read, first});
    room.quiet();
    CHECK(room.desktop.shown.empty());

    Room another;
    another.list = {another.reply(3, 7)};
    ForumNotices later({*another.settings, another.desktop, [] { return ForumNotices::Surroundings(); },
                        text::noticeOf, 1ms});
    later.take(another.list);
    another.quiet();
    CHECK(another.desktop.shown.empty());
}

TEST_CASE("several that come at once are one notice", "[notices]")
{
    Room room;
    std::vector<ForumNotification> five;
    for (int i = 0; i < 5; ++i) {
        five.push_back(room.reply(1 + i % 3, 100 + i, u"Topic %1"_s.arg(1 + i % 3)));
    }
    room.come(five);
    CHECK(room.told(1).title == u"5 new answers in 3 topics"_s);
    CHECK(room.told(1).text.split(u'\n').size() == 3);
    Q_EMIT room.desktop.chosen({});
    CHECK(room.opened.at(0).topic == 0); // about several: the list of topics
}

TEST_CASE("what comes while a notice is there joins it, and one that went is not repeated", "[notices]")
{
    Room room;
    room.come({room.reply(12, 90)});
    room.told(1);
    room.come({room.reply(12, 91)});
    CHECK(room.told(2).text.startsWith(u"2 new answers"_s));
    Q_EMIT room.desktop.closed();
    room.come({room.reply(12, 92)});
    CHECK(room.told(3).text.contains(u"Text 92"_s));
    CHECK(room.told(3).text.startsWith(u"1 new answers:"_s));
    room.notices->personCame();
    CHECK_FALSE(room.desktop.visible);
}

TEST_CASE("a notice goes when what it tells was read elsewhere", "[notices]")
{
    Room room;
    room.come({room.reply(12, 90), room.reply(12, 91)});
    room.told(1);
    room.list[0].read = true;
    room.notices->take(room.list);
    CHECK(room.desktop.visible);
    room.list[1].read = true;
    room.notices->take(room.list);
    CHECK_FALSE(room.desktop.visible);
    // Read before it was told.
    room.come({room.reply(12, 92)});
    room.list[0].read = true;
    room.notices->take(room.list);
    room.quiet();
    CHECK(room.desktop.shown.size() == 1);
}

TEST_CASE("the topic that the person looks at is not told, all others are", "[notices]")
{
    Room room;
    room.around = {true, 12, false};
    room.come({room.reply(12, 90)});
    room.quiet();
    CHECK(room.desktop.shown.empty());
    room.come({room.reply(13, 91)});
    room.told(1);
    room.around.windowActive = false; // it is open, but nobody looks
    room.come({room.reply(12, 92)});
    room.told(2);
    room.around = {true, 0, false}; // a message without a topic is about none that is shown
    room.come({room.message(5)});
    room.told(3);
}

TEST_CASE("on a shared computer a notice says how many and nothing else", "[notices]")
{
    Room room;
    room.around.sharedComputer = true;
    room.come({room.reply(12, 90, u"My secret trouble"_s), room.message(5)});
    const DesktopNotice notice = room.told(1);
    CHECK(notice.title == u"News in the forum"_s);
    CHECK(notice.text == u"1 new answers, 1 messages from the platform"_s);
}

TEST_CASE("messages and answers have numbers of their own", "[notices]")
{
    Room room;
    room.come({room.reply(12, 900)});
    room.told(1);
    room.come({room.message(5)}); // smaller than the answer's, and new all the same
    CHECK(room.told(2).text.contains(u"Grace mentioned you"_s));
    // The platform tells of an answer that was told already.
    ForumNotification twice = room.message(6);
    twice.postId = 900;
    twice.topicId = 12;
    room.come({twice});
    room.quiet();
    CHECK(room.desktop.shown.size() == 2);
}

TEST_CASE("an old one that comes back into a list that is cut off is no news", "[notices]")
{
    Room room;
    std::vector<ForumNotification> many;
    const ForumNotification old = room.reply(1, 1);
    for (int i = 0; i < kMostNotifications; ++i) {
        ForumNotification each = room.reply(1, 10 + i);
        each.read = true;
        many.push_back(each);
    }
    room.come(many);
    room.list.erase(room.list.begin());
    room.list.push_back(old);
    room.notices->take(room.list);
    room.quiet();
    CHECK(room.desktop.shown.empty());
}

TEST_CASE("texts of strangers are cut, without what turns words around", "[notices]")
{
    ForumNotification each;
    each.kind = Kind::Reply;
    each.title = QString(10'000, u'x');
    each.text = u"<b>a</b>\u202e\u0007\u200b\nb"_s + QString(10'000, u'y');
    const DesktopNotice notice = text::noticeOf({each}, false);
    CHECK(notice.title.size() <= 80);
    CHECK(notice.text.size() <= 230);
    CHECK(notice.text.contains(u"<b>a</b> b"_s)); // what is markup for a desktop, its adapter escapes
    each.title = u"\u202e\u200b"_s;
    CHECK(text::noticeOf({each}, false).title == u"News in the forum"_s);
}
