#include "domain/forum_outbox.h"
#include "store/database.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

constexpr qint64 kMe = 7;
constexpr qint64 kOther = 8;

class ForumFixture : public StoreFixture
{
public:
    ForumFixture()
    {
        open();
        fill();
    }

    ~ForumFixture() { work.reset(); }

    QString cacheFile() const { return folder() + u"/cache.db"_s; }

    /// One category with two forums, ten topics of ten posts each, the newest of today; I am user 7.
    void fill()
    {
        REQUIRE(copy->setOwnUser(kMe));
        REQUIRE(copy->putForums(
            {forumInfo(1, 0, u"Community"_s), forumInfo(2, 1, u"Help"_s), forumInfo(3, 1, u"Show"_s)}));
        std::vector<ForumTopic> topics;
        for (int i = 1; i <= 10; ++i) {
            topics.push_back(topic(i));
        }
        REQUIRE(copy->putTopics(topics));
        for (const ForumTopic &each : topics) {
            REQUIRE(copy->putPosts(each.id, posts(each.id, 10), false));
            REQUIRE(copy->setComplete(each.id, each.lastPostUtc));
        }
    }

    static ForumInfo forumInfo(qint64 id, qint64 category, const QString &name)
    {
        ForumInfo info;
        info.id = id;
        info.categoryId = category;
        info.isCategory = category == 0;
        info.name = name;
        info.slug = name.toLower();
        return info;
    }

    ForumTopic topic(int id, int count = 10) const
    {
        ForumTopic topic;
        topic.id = id;
        topic.forumId = id % 2 == 0 ? 2 : 3;
        topic.subject = u"Topic %1 of loops_and_lists"_s.arg(id);
        topic.author = {id == 4 ? kMe : kOther, id == 4 ? u"me"_s : u"ada"_s, 1, false, false};
        topic.lastAuthor = {kOther, u"ada"_s, 1, false, false};
        topic.createdUtc = clock.now.addDays(-1);
        topic.updatedUtc = clock.now;
        topic.lastPostUtc = clock.now.addSecs(-3600LL * id);
        topic.posts = count;
        topic.pinned = id == 9;
        return topic;
    }

    std::vector<ForumPost> posts(qint64 topicId, int count, int from = 1) const
    {
        std::vector<ForumPost> list;
        for (int i = from; i < from + count; ++i) {
            ForumPost post;
            post.id = topicId * 100'000 + i;
            post.topicId = topicId;
            post.author = {i % 5 == 0 ? kMe : kOther, i % 5 == 0 ? u"me"_s : u"ada"_s, 1, false, false};
            post.text = u"Post %1 of topic %2"_s.arg(i).arg(topicId);
            post.createdUtc = clock.now.addSecs(-7200 + i);
            post.updatedUtc = post.createdUtc;
            post.head = i == 1;
            list.push_back(post);
        }
        return list;
    }

    ForumTopic known(qint64 id)
    {
        const auto found = forum->topic(id).result();
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    template<typename T>
    static T good(const QFuture<Result<T>> &future)
    {
        const Result<T> result = QFuture<Result<T>>(future).result();
        INFO((result ? std::string() : result.error().message.toStdString()));
        REQUIRE(result);
        return *result;
    }

    static void done(const QFuture<Result<>> &future)
    {
        const Result<> result = QFuture<Result<>>(future).result();
        INFO((result ? std::string() : result.error().message.toStdString()));
        REQUIRE(result);
    }
};

} // namespace

TEST_CASE_METHOD(ForumFixture, "forums and topics are listed with what is unread", "[forum]")
{
    const auto forums = good(forum->forums());
    REQUIRE(forums.size() == 3);
    CHECK(forums[0].isCategory);
    CHECK(forums[0].unreadTopics == 10);
    CHECK(forums[1].unreadTopics == 5);
    const TopicPage all = good(forum->topics({}));
    REQUIRE(all.topics.size() == 10);
    CHECK(all.total == 10);
    CHECK(all.topics[0].id == 9); // pinned
    CHECK(all.topics[1].id == 1); // then by activity
    CHECK(all.topics[1].unread == 8); // two of the ten are mine
    CHECK(all.topics[1].loaded == 10);
    CHECK(all.topics[1].author.name == u"ada"_s);
    TopicQuery query;
    query.forumId = 2;
    CHECK(good(forum->topics(query)).total == 5);
    query.forumId = 1;
    CHECK(good(forum->topics(query)).total == 10);
    query.filter = TopicFilter::Own;
    CHECK(good(forum->topics(query)).topics.at(0).id == 4);
    query = {};
    query.subject = u"10 of loops_"_s;
    CHECK(good(forum->topics(query)).total == 1);
    query.subject = u"10 of loops%"_s; // no pattern
    CHECK(good(forum->topics(query)).total == 0);
    query = {};
    query.offset = 8;
    query.limit = 5;
    CHECK(good(forum->topics(query)).topics.size() == 2);
}

TEST_CASE_METHOD(ForumFixture, "reading moves the mark, never back by itself, and it can be taken back",
                 "[forum]")
{
    done(forum->markRead({1, 100'004}));
    CHECK(known(1).unread == 4);
    done(forum->markRead({1, 100'002}));
    CHECK(known(1).unread == 4);
    done(forum->markUnread(1, 100'003));
    CHECK(known(1).unread == 6);
    const PostWindow window = good(forum->posts(1, 2, 3));
    CHECK(window.total == 10);
    CHECK(window.firstUnread == 2);
    REQUIRE(window.posts.size() == 3);
    CHECK(window.posts[0].position == 3);
    CHECK(window.posts[0].unread);
    const auto before = good(forum->markAllRead(3));
    CHECK(before.size() == 5);
    CHECK(known(1).unread == 0);
    CHECK(known(2).unread == 8);
    CHECK(good(forum->unreadTopics()) == 5);
    done(forum->restoreMarks(before));
    CHECK(known(1).unread == 6);
    const auto next = good(forum->nextUnread(1, 0));
    REQUIRE(next);
    CHECK(next->topicId == 2);
    CHECK(next->index == 0);
    CHECK(good(forum->nextUnread(10, 0))->topicId == 1); // from the front again
}

TEST_CASE_METHOD(ForumFixture, "marks, bookmarks and what waits outlive the copy", "[forum]")
{
    done(forum->markRead({1, 100'004}));
    done(forum->setTopicBookmarked(2, true));
    done(forum->setPostBookmarked(3, 300'003, true));
    ForumWriting follow;
    follow.kind = WritingKind::Subscribe;
    follow.topicId = 5;
    good(forum->queue(follow));
    CHECK(known(5).subscribed);
    const auto check = [this] {
        CHECK(known(1).unread == 4);
        CHECK(known(2).bookmarked);
        CHECK(good(forum->post(300'003))->bookmarked);
        CHECK(known(5).subscribed);
        const auto places = good(forum->bookmarkedPosts());
        REQUIRE(places.size() == 1);
        CHECK(places[0].index == 2);
        TopicQuery query;
        query.filter = TopicFilter::Bookmarked;
        CHECK(good(forum->topics(query)).total == 2);
    };
    check();
    done(forum->rebuild());
    CHECK(good(forum->topics({})).total == 0);
    fill();
    check();
    SECTION("the file is gone")
    {
        work.reset();
        QFile::remove(cacheFile());
    }
    SECTION("the file is no database")
    {
        work.reset();
        QFile file(cacheFile());
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(100'000, 'x'));
    }
    SECTION("the file is cut short")
    {
        work.reset();
        REQUIRE(QFile::resize(cacheFile(), 5000));
    }
    SECTION("the file is of another program")
    {
        work.reset();
        auto db = Database::open(cacheFile(), Database::Mode::Cache);
        REQUIRE(db);
        REQUIRE(db->execute(u"PRAGMA user_version=1"_s));
    }
    open();
    CHECK(good(forum->topics({})).total == 0);
    fill();
    check();
}

TEST_CASE_METHOD(ForumFixture, "a copy that is damaged while it is used is made anew", "[forum]")
{
    work.reset();
    {
        QFile file(cacheFile());
        REQUIRE(file.open(QIODevice::ReadWrite));
        for (qint64 at = 4096; at + 64 < file.size(); at += 512) {
            REQUIRE(file.seek(at));
            file.write(QByteArray(64, '\x5a'));
        }
    }
    open();
    bool whole = false;
    for (int i = 0; i < 5 && !whole; ++i) { // a read says so and has it made anew
        const auto topics = forum->topics({}).result();
        const auto put = copy->putTopics({topic(1)});
        whole = topics && put && forum->posts(1, 0, 10).result();
    }
    CHECK(whole);
    fill();
    CHECK(known(1).unread == 8);
}

TEST_CASE_METHOD(ForumFixture, "edits, deletions and new posts of a pull are followed", "[forum]")
{
    auto list = posts(1, 10);
    list[2].text = u"another text"_s;
    list[2].updatedUtc = clock.now;
    REQUIRE(copy->putPosts(1, list, true));
    CHECK(good(forum->post(100'003))->text == u"another text"_s);
    CHECK(good(forum->notifications()).empty());
    REQUIRE(copy->keepOnlyPosts(1, {100'001, 100'003}));
    CHECK(known(1).loaded == 2);
    CHECK(known(1).unread == 2);
    // A newer last post on the platform: unread until it is here and read.
    done(forum->markRead({1, 100'003}));
    CHECK(known(1).unread == 0);
    ForumTopic newer = topic(1, 11);
    newer.lastPostUtc = clock.now.addSecs(60);
    const auto seen = copy->putTopics({newer, topic(77)});
    REQUIRE(seen);
    CHECK((*seen)[0].posts == 10);
    CHECK((*seen)[0].complete);
    CHECK((*seen)[1].id == 0);
    CHECK(known(1).unread == 1);
    const auto fetch = copy->topicsToFetch(10);
    REQUIRE(fetch);
    CHECK(*fetch == std::vector<qint64>{1, 77});
    REQUIRE(copy->noteOpened(6));
    CHECK(copy->topicsToFetch(1)->at(0) == 6);
    // Only of what one follows or began.
    REQUIRE(copy->putPosts(4, posts(4, 1, 11), true));
    REQUIRE(copy->putPosts(2, posts(2, 1, 11), true));
    const auto notices = good(forum->notifications());
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].topicId == 4);
    CHECK_FALSE(notices[0].read);
    done(forum->markNotificationsRead());
    CHECK(good(forum->notifications())[0].read);
    REQUIRE(copy->removeTopic(2));
    CHECK_FALSE(good(forum->topic(2)));
    CHECK_FALSE(good(forum->placeOf(200'001)));
    REQUIRE(copy->beginListing());
    REQUIRE(copy->putTopics({topic(1), topic(4)}));
    const auto missing = copy->topicsNotListed(100);
    REQUIRE(missing);
    CHECK(missing->size() == static_cast<std::size_t>(good(forum->topics({})).total) - 2);
    CHECK(std::find(missing->begin(), missing->end(), 4) == missing->end());
    CHECK(copy->topicsNotListed(1)->size() == 1);
}

TEST_CASE_METHOD(ForumFixture, "what was silent for long before the first pull counts as read", "[forum]")
{
    ForumTopic old = topic(50);
    old.lastPostUtc = clock.now.addDays(-30);
    REQUIRE(copy->putTopics({old}));
    auto list = posts(50, 10);
    for (ForumPost &each : list) {
        each.createdUtc = clock.now.addDays(-30);
    }
    REQUIRE(copy->putPosts(50, list, true));
    CHECK(known(50).unread == 0);
    CHECK(good(forum->notifications()).empty());
}

TEST_CASE_METHOD(ForumFixture, "limits throw away what was silent longest, and never what is followed",
                 "[forum]")
{
    REQUIRE(copy->putSubscriptions({10}));
    ForumLimits limits;
    limits.bytes = 1;
    done(forum->setLimits(limits));
    CHECK(known(1).loaded == 0);
    CHECK(known(10).loaded == 10); // followed
    CHECK(known(4).loaded == 10); // begun by the person
    CHECK(copy->topicsToFetch(100)->empty()); // and not fetched again in turns
    limits = {};
    done(forum->setLimits(limits));
    CHECK(copy->topicsToFetch(100)->size() == 8);
    limits.onlyFollowed = true;
    done(forum->setLimits(limits));
    CHECK(copy->topicsToFetch(100)->empty());
}

TEST_CASE_METHOD(ForumFixture, "a topic belongs to the exercise its first post links to", "[forum]")
{
    auto list = posts(1, 1);
    list[0].text = u"[Print](studio:exercise/classic-5/exercise-9) does not work"_s;
    REQUIRE(copy->putPosts(1, list, false));
    const auto topics = good(forum->topicsOfExercise(u"classic-5"_s, u"exercise-9"_s));
    REQUIRE(topics.size() == 1);
    CHECK(topics[0].exerciseId == u"exercise-9"_s);
    CHECK(good(forum->topicsOfExercise(u"classic-5"_s, QString())).empty());
}

TEST_CASE_METHOD(ForumFixture, "a topic of ten thousand posts is read in windows", "[forum]")
{
    REQUIRE(copy->putTopics({topic(60, 10'000)}));
    REQUIRE(copy->putPosts(60, posts(60, 10'000), false));
    done(forum->markRead({60, 6'000'000 + 7000}));
    const PostWindow window = good(forum->posts(60, 6990, 40));
    CHECK(window.total == 10'000);
    CHECK(window.firstUnread == 7000);
    CHECK(window.posts.front().position == 6991);
    CHECK(good(forum->posts(60, 20'000, 40)).posts.empty());
    CHECK(good(forum->posts(60, -5, -1)).posts.empty());
    CHECK(good(forum->placeOf(6'000'000 + 500))->index == 499);
}

TEST_CASE_METHOD(ForumFixture, "values at their ends are kept as they are", "[forum]")
{
    ForumTopic odd = topic(70);
    odd.subject = QString(1'000'000, u'x');
    odd.lastPostUtc = {};
    odd.createdUtc = {};
    odd.author = {};
    REQUIRE(copy->putTopics({odd, odd}));
    CHECK(known(70).subject.size() == 1'000'000);
    auto list = posts(70, 1);
    list[0].text = QString(1'000'000, u'\u202e');
    list[0].createdUtc = {};
    list[0].author = {};
    REQUIRE(copy->putPosts(70, list, true));
    CHECK(good(forum->post(7'000'001))->text == list[0].text);
    REQUIRE(copy->setCursor(u"a'b"_s, QByteArray("\0x", 2)));
    CHECK(*copy->cursor(u"a'b"_s) == QByteArray("\0x", 2));
    CHECK(copy->cursor(u"none"_s)->isEmpty());
    CHECK_FALSE(forum->userCard(99).result());
    CHECK(good(forum->userCard(kOther)).posts > 10);
    REQUIRE(copy->putBlogPosts({BlogPost{1, u"s"_s, u"T"_s, u"A"_s, u"I"_s, {}, clock.now, 3, false}}));
    REQUIRE(copy->putBlogText(u"s"_s, u"# Text"_s));
    REQUIRE(copy->putBlogPosts({BlogPost{1, u"s"_s, u"T2"_s, u"A"_s, u"I"_s, {}, clock.now, 3, false}}));
    CHECK(good(forum->blogPost(u"s"_s))->text == u"# Text"_s);
    CHECK(good(forum->blogPosts())[0].unread);
    done(forum->markBlogPostRead(u"s"_s));
    CHECK_FALSE(good(forum->blogPosts())[0].unread);
}
