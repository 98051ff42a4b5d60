// One person's morning in the forum, by keys alone, without a network and then with a bad one.

#include "ui/forum/topic_view.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

#include "forum_window.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct Journey : ForumWindow
{
    using ForumWindow::ForumWindow;

    QListView *list() { return find<QListView>(u"topicView"_s); }

    QPlainTextEdit *composer() { return find<QPlainTextEdit>(u"composerText"_s); }

    void open(const QString &item)
    {
        REQUIRE(pilot.goTo({u"forum"_s, {}, item}));
        REQUIRE(pilot.waitFor([this] { return list() && list()->model() && list()->model()->rowCount() > 0; },
                              u"the list"_s));
    }

    /// The key, sent where the focus is among the forum's lists.
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        list()->setFocus();
        QTest::keyClick(list(), key, with);
    }

    void waitForPost(qint64 id) ///< The view is there, and the keys act on it.
    {
        const auto views = pilot.window().findChildren<ui::TopicView *>();
        REQUIRE(pilot.waitFor(
            [&] {
                return std::any_of(views.begin(), views.end(),
                                   [id](const ui::TopicView *each) { return each->currentPost() == id; });
            },
            u"post %1"_s.arg(id)));
    }

    void writeAndSend(const QString &text)
    {
        REQUIRE(pilot.waitFor([this] { return composer()->hasFocus(); }, u"the composer"_s));
        QTest::keyClicks(composer(), text);
        const std::size_t before = writings().size();
        QTest::keyClick(composer(), Qt::Key_Return, Qt::ControlModifier);
        const bool waits = pilot.waitFor([&] { return writings().size() == before + 1; }, u"it waits"_s);
        INFO(text.toStdString() << ": " << find<QLabel>(u"composerProblem"_s)->text().toStdString());
        REQUIRE(waits);
    }

    std::vector<ForumWriting> writings()
    {
        const auto all = wait(forum->writings(), u"what waits"_s);
        REQUIRE(all);
        return *all;
    }

    ForumTopic topic(qint64 id)
    {
        const auto found = wait(forum->topic(id), u"the topic"_s);
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    /// Posts of the person's own that are no topic's first.
    std::vector<ForumPost> ownPosts()
    {
        std::vector<ForumPost> own;
        const auto page = wait(forum->topics({}), u"the topics"_s);
        REQUIRE(page);
        for (const ForumTopic &each : page->topics) {
            const auto window = wait(forum->posts(each.id, 0, 100), u"the posts"_s);
            REQUIRE(window);
            for (const ForumPost &post : window->posts) {
                if (post.author.name == u"ada"_s && post.mayEdit && !post.head && !each.locked) {
                    own.push_back(post);
                }
            }
        }
        return own;
    }

    /// What the platform's database has of this post.
    QString textThere(qint64 id) const
    {
        for (const QJsonValue &post : server.state(u"ada"_s)["posts"_L1].toArray()) {
            if (post["id"_L1].toInteger() == id) {
                return post["content"_L1].toString();
            }
        }
        return {};
    }

    void sendAll()
    {
        REQUIRE(pilot.waitFor(
            [this] {
                static_cast<void>(wait(platform->syncNow(), u"sending"_s));
                const auto waiting = wait(platform->waiting(), u"what waits"_s);
                return waiting && waiting->empty();
            },
            u"everything is sent"_s, 120'000));
    }
};

QJsonObject once(const QString &path, QJsonObject fault)
{
    fault.insert(u"path"_s, path);
    fault.insert(u"method"_s, u"POST|PATCH|DELETE"_s);
    fault.insert(u"times"_s, 1);
    return fault;
}

} // namespace

TEST_CASE("read, marked, followed and written offline with the keyboard: each text arrives once",
          "[studio][forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    CAPTURE(profile.toStdString());
    Journey all(profile);
    Pilot &pilot = all.pilot;
    const std::vector<ForumPost> own = all.ownPosts();
    REQUIRE(own.size() >= 2);
    const ForumPost edited = own[0];
    const ForumPost deleted = own[1];
    const ForumTopic topic = all.openTopic();

    // Read, bookmark, follow; there is no network from here on.
    all.open(u"topic/%1"_s.arg(topic.id));
    REQUIRE(pilot.waitFor([&] { return all.topic(topic.id).unread < topic.unread; }, u"the topic is read"_s));
    all.server.setFaults({QJsonObject{{u"kind"_s, u"close_before"_s}}});
    all.press(Qt::Key_B);
    REQUIRE(pilot.waitFor([&] { return all.topic(topic.id).bookmarked; }, u"the bookmark"_s));
    const bool followed = topic.subscribed;
    all.press(Qt::Key_F);
    REQUIRE(pilot.waitFor([&] { return all.topic(topic.id).subscribed != followed; }, u"following"_s));

    const QString reply = u"I count from zero, and then it works."_s;
    all.press(Qt::Key_R);
    all.writeAndSend(reply);
    const QString answer = u" That is what I saw too."_s;
    all.press(Qt::Key_Q);
    REQUIRE(pilot.waitFor([&] { return all.composer()->toPlainText().startsWith(u"> **"_s); },
                          u"the quote in the composer"_s));
    QTest::keyClick(all.composer(), Qt::Key_End, Qt::ControlModifier);
    all.writeAndSend(answer);

    all.press(Qt::Key_N, Qt::ControlModifier);
    auto *subject = all.find<QLineEdit>(u"composerSubject"_s);
    REQUIRE(subject);
    REQUIRE(pilot.waitFor([subject] { return subject->hasFocus(); }, u"the subject"_s));
    QTest::keyClicks(subject, u"Why does range stop early?"_s);
    const QString question = u"I want 1 to 10, and 10 is missing."_s;
    auto *where = all.find<QComboBox>(u"composerForum"_s);
    where->setFocus();
    QTest::keyClick(where, Qt::Key_Down);
    all.composer()->setFocus();
    all.writeAndSend(question);

    all.open(u"post/%1"_s.arg(edited.id));
    all.waitForPost(edited.id);
    const QString addition = u" (I found it: the list was empty.)"_s;
    all.press(Qt::Key_E);
    REQUIRE(pilot.waitFor([&] { return all.composer()->toPlainText() == edited.text; }, u"the edit"_s));
    QTest::keyClick(all.composer(), Qt::Key_End, Qt::ControlModifier);
    all.writeAndSend(addition);

    all.open(u"post/%1"_s.arg(deleted.id));
    all.waitForPost(deleted.id);
    const std::size_t before = all.writings().size();
    all.press(Qt::Key_Delete);
    REQUIRE(pilot.waitFor([&] { return all.writings().size() == before + 1; }, u"the deletion waits"_s));
    for (const QString &text : {reply, question}) {
        CHECK(all.there(text) == 0);
    }
    CHECK(all.textThere(edited.id) == edited.text);

    // What waits is not in the forum yet; what others wrote is found at once, without a network.
    const QString word = edited.text.simplified().section(u' ', -1).remove(u'!').remove(u'.');
    QTest::keyClick(&pilot.window(), Qt::Key_K, Qt::ControlModifier);
    auto *search = all.find<QLineEdit>(u"searchEdit"_s);
    REQUIRE(search);
    REQUIRE(pilot.waitFor([search] { return search->hasFocus(); }, u"the search"_s));
    QTest::keyClicks(search, u"in:posts by:ada "_s + word);
    auto *found = all.find<QListView>(u"searchList"_s);
    REQUIRE(found);
    INFO("looking for " << word.toStdString());
    REQUIRE(pilot.waitFor([found] { return found->model()->rowCount() > 0; }, u"what is found"_s));
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(pilot.waitFor(
        [&] {
            const auto view = all.find<ui::TopicView>(u"topicPosts"_s);
            const auto post = all.wait(all.forum->post(view ? view->currentPost() : 0), u"the post"_s);
            return post && *post && (*post)->author.name == u"ada"_s
                && (*post)->text.contains(word, Qt::CaseInsensitive);
        },
        u"the post that was found"_s));

    // A network that loses answers: also those of a server that had stored what it then failed on.
    all.server.setFaults(
        {once(u"/reply/"_s, {{u"kind"_s, u"drop_answer"_s}}),
         once(u"/reply/"_s, {{u"kind"_s, u"answer"_s}, {u"status"_s, 500}, {u"process"_s, true}}),
         once(u"topics/create/"_s, {{u"kind"_s, u"answer"_s}, {u"status"_s, 500}, {u"process"_s, true}}),
         once(u"/posts/"_s, {{u"kind"_s, u"cut"_s}}),
         once(u"/subscribe/"_s, {{u"kind"_s, u"reset_answer"_s}})});
    all.sendAll();
    CHECK(all.there(reply) == 1);
    int quotes = 0;
    for (const QJsonValue &post : all.server.state(u"ada"_s)["posts"_L1].toArray()) {
        const QString text = post["content"_L1].toString();
        quotes += text.startsWith(u"> **"_s) && text.endsWith(answer.trimmed()) ? 1 : 0;
    }
    CHECK(quotes == 1);
    CHECK(all.there(question) == 1);
    CHECK(all.textThere(edited.id).toStdString() == QString(edited.text + addition).toStdString());
    CHECK(all.textThere(deleted.id).isEmpty());
    all.pull();
    CHECK(all.writings().empty());
    CHECK(all.topic(topic.id).bookmarked);
    CHECK(all.topic(topic.id).subscribed != followed);
    CHECK_FALSE(*all.wait(all.forum->post(deleted.id), u"the deleted post"_s));
    CHECK(pilot.failure().isEmpty());
}
