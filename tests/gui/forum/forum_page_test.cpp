#include "content/forum/post_renderer.h"
#include "domain/ports/post_renderer.h"
#include "domain/ports/work_store.h"
#include "support/fake_platform.h"
#include "ui/common/icons.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/forum_page.h"
#include "ui/forum/forum_web.h"
#include "ui/web/web_host.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

#include "lesson_room.h"
#include "paper_forum.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDeadline = 15'000;

ForumPost postOf(qint64 id, qint64 topicId, int position, const QString &author, const QString &text,
                 bool unread)
{
    ForumPost post;
    post.id = id;
    post.topicId = topicId;
    post.position = position;
    post.head = position == 1;
    post.author.id = 5 + position;
    post.author.name = author;
    post.text = text;
    post.createdUtc = QDateTime::currentDateTimeUtc().addSecs(-3600);
    post.updatedUtc = post.createdUtc;
    post.unread = unread;
    return post;
}

void fill(PaperForum &forum)
{
    ForumInfo category;
    category.id = 1;
    category.isCategory = true;
    category.name = u"Questions"_s;
    category.unreadTopics = 2;
    ForumInfo basics;
    basics.id = 3;
    basics.categoryId = 1;
    basics.name = u"Basics"_s;
    basics.unreadTopics = 2;
    forum.theForums = {category, basics};
    const QStringList subjects = {u"Why is the last item missing?"_s,
                                  u"Sorting a list changes the other one too"_s, u"Read first"_s};
    for (int i = 0; i < subjects.size(); ++i) {
        ForumTopic topic;
        topic.id = 12 + i;
        topic.forumId = 3;
        topic.subject = subjects[i];
        topic.author.name = u"Mira"_s;
        topic.posts = 2;
        topic.lastPostUtc = QDateTime::currentDateTimeUtc().addSecs(-600);
        topic.pinned = i == 2;
        topic.unread = i == 2 ? 0 : 1;
        forum.theTopics.push_back(topic);
        forum.thePosts[topic.id]
            = {postOf(100 * topic.id, topic.id, 1, u"Mira"_s, u"My loop leaves out the last fruit."_s, false),
               postOf(100 * topic.id + 1, topic.id, 2, u"Tomás"_s, u"`range(3)` already stops before 3."_s,
                      i < 2)};
    }
}

/// The page in a window, with everything real but the forum's store.
struct Desk
{
    tests::LessonRoom room;
    PaperForum forum;
    FakePlatform platform;
    WebHost host{tests::shareFolder()};
    ForumWeb web{host};
    std::unique_ptr<PostRenderer> renderer = content::makePostRenderer(QUrl(u"https://learn.example.org"_s));
    std::unique_ptr<ForumDesk> desk;
    QWidget window;
    std::unique_ptr<ForumPage> page;

    /// `folder`: of the person's work, to go on with one; empty: a new one.
    explicit Desk(const std::function<void(Desk &)> &prepare = {}, const QString &folder = {})
        : room(tests::sampleCourse({}), folder)
    {
        setIconFolder(tests::shareFolder() % u"/icons"_s);
        fill(forum);
        Account account;
        account.username = u"ada"_s;
        platform.theAccount = account;
        if (prepare) {
            prepare(*this);
        }
        Services services = room.services();
        services.platform = &platform;
        services.forum = &forum;
        desk = std::make_unique<ForumDesk>(services);
        open({});
    }

    void open(const QString &itemId, int width = 1356)
    {
        page.reset();
        page = std::make_unique<ForumPage>(TopicPanel::Parts{*desk, web, *renderer},
                                           Place{u"forum"_s, {}, itemId});
        page->setTheme(*loadTheme(tests::shareFolder() % u"/themes/light.json"_s));
        if (!window.layout()) {
            auto *layout = new QVBoxLayout(&window);
            layout->setContentsMargins(0, 0, 0, 0);
        }
        window.layout()->addWidget(page.get());
        window.resize(width, 780);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window)); // keys go to an active window only
        page->enter();
        wait([this] { return desk->known(); });
        QTest::qWait(50);
    }

    void wait(const std::function<bool()> &condition, int line = __builtin_LINE()) const
    {
        INFO("waiting in line " << line);
        REQUIRE(QTest::qWaitFor(condition, kDeadline));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : page.get(), key, modifiers);
    }

    template<typename T = QWidget>
    T *child(const QString &name) const
    {
        auto *found = page->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }

    TopicPanel &panel() const { return *page->findChild<TopicPanel *>(); }

    qint64 topic() const
    {
        return page->findChild<TopicPanel *>()->topic() ? page->findChild<TopicPanel *>()->topic()->id : 0;
    }
};

} // namespace

TEST_CASE("A person reads, answers and sends with the keyboard alone", "[forum]")
{
    Desk desk;
    desk.child<QListView>(u"topicView"_s)->setFocus();
    QTest::qWait(100);
    CHECK(desk.topic() == 0); // nothing is opened, and so read, by itself
    desk.key(Qt::Key_N);
    desk.wait([&] { return desk.topic() == 12; });
    const auto *selected = desk.child<QListView>(u"topicView"_s)->selectionModel();
    desk.wait([&] { return selected->isSelected(selected->model()->index(0, 0)); });
    desk.wait([&] { return desk.forum.theTopics[0].unread == 0; }); // it was on the screen
    desk.key(Qt::Key_N);
    desk.wait([&] { return desk.topic() == 13; });
    desk.key(Qt::Key_B);
    desk.wait([&] { return desk.forum.theTopics[1].bookmarked; });
    desk.key(Qt::Key_R);
    auto *text = desk.child<QPlainTextEdit>(u"composerText"_s);
    desk.wait([&] { return text->hasFocus(); });
    QTest::keyClicks(text, u"No break, no bug: just run it"_s); // n, b and r are letters here
    CHECK(desk.topic() == 13);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    desk.wait([&] { return desk.forum.theWritings.size() == 1; });
    CHECK(desk.forum.theWritings[0].text == u"No break, no bug: just run it"_s);
    CHECK(desk.forum.theWritings[0].topicId == 13);
    desk.wait([&] { return text->toPlainText().isEmpty(); });
    CHECK(desk.child<QLabel>(u"noticeText"_s)->text().contains(u"network"_s));
    desk.key(Qt::Key_F6);
    desk.wait([&] { return desk.child<QTreeWidget>(u"forumTree"_s)->hasFocus(); });
    desk.key(Qt::Key_F6);
    desk.wait([&] { return desk.child<QListView>(u"topicView"_s)->hasFocus(); });
    desk.key(Qt::Key_J);
    desk.wait([&] { return desk.topic() == 14; });
    desk.key(Qt::Key_K);
    desk.wait([&] { return desk.topic() == 13; });
    CHECK(desk.page->place().itemId == u"topic/13"_s);
}

TEST_CASE("A draft is there again after the page was closed, and goes only when it is queued", "[forum]")
{
    Desk desk;
    desk.open(u"topic/12"_s);
    desk.wait([&] { return desk.topic() == 12; });
    desk.key(Qt::Key_R);
    auto *text = desk.child<QPlainTextEdit>(u"composerText"_s);
    desk.wait([&] { return text->hasFocus(); });
    QTest::keyClicks(text, u"half a thought"_s);
    desk.open(u"topic/12"_s);
    desk.wait(
        [&] { return desk.child<QPlainTextEdit>(u"composerText"_s)->toPlainText() == u"half a thought"_s; });

    desk.forum.broken = true;
    desk.child<QPushButton>(u"composerSend"_s)->click();
    desk.wait([&] { return desk.child<QLabel>(u"composerProblem"_s)->isVisible(); });
    CHECK(desk.child<QPlainTextEdit>(u"composerText"_s)->toPlainText() == u"half a thought"_s);
    desk.forum.broken = false;
    desk.child<QPushButton>(u"composerSend"_s)->click();
    desk.wait([&] { return desk.forum.theWritings.size() == 1; });
    desk.open(u"topic/12"_s);
    desk.wait([&] { return desk.topic() == 12; });
    QTest::qWait(100);
    CHECK(desk.child<QPlainTextEdit>(u"composerText"_s)->toPlainText().isEmpty());
}

TEST_CASE("An edit that was left is compared with the post as it was when it began", "[forum]")
{
    QTemporaryDir folder;
    const QDateTime began = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    const auto own = [&](Desk &desk, const QString &text, const QDateTime &updatedUtc) {
        ForumPost &post = desk.forum.thePosts[12][0];
        post.mayEdit = true;
        post.text = text;
        post.updatedUtc = updatedUtc;
    };
    const auto edit = [](Desk &desk) {
        desk.open(u"post/1200"_s);
        desk.wait([&] { return desk.topic() == 12 && desk.panel().view().currentPost() == 1200; });
        desk.page->findChild<QAction *>(u"editAction"_s)->trigger();
        auto *text = desk.child<QPlainTextEdit>(u"composerText"_s);
        desk.wait([&] { return text->hasFocus() && !text->toPlainText().isEmpty(); });
        return text;
    };
    {
        Desk desk([&](Desk &each) { own(each, u"My loop leaves out the last fruit."_s, began); },
                  folder.path());
        QPlainTextEdit *text = edit(desk);
        QTest::keyClicks(text, u" Why?"_s);
        CHECK(text->toPlainText() == u"My loop leaves out the last fruit. Why?"_s);
    } // and the program ends
    Desk desk([&](Desk &each) { own(each, u"What somebody else made of it."_s, began.addSecs(60)); },
              folder.path());
    CHECK(edit(desk)->toPlainText() == u"My loop leaves out the last fruit. Why?"_s);
    desk.child<QPushButton>(u"composerSend"_s)->click();
    desk.wait([&] { return desk.forum.theWritings.size() == 1; });
    const ForumWriting sent = desk.forum.theWritings[0];
    CHECK(sent.kind == WritingKind::EditPost);
    CHECK(sent.text == u"My loop leaves out the last fruit. Why?"_s);
    CHECK(sent.seenText == u"My loop leaves out the last fruit."_s);
    CHECK(sent.seenUpdatedUtc == began);

    // What is queued leaves nothing behind: the next edit begins with the post as it is.
    desk.forum.theWritings.clear();
    CHECK(edit(desk)->toPlainText() == u"What somebody else made of it."_s);
}

TEST_CASE("The rows of the list say everything to a screen reader", "[forum]")
{
    Desk desk;
    auto *view = desk.child<QListView>(u"topicView"_s);
    desk.wait([&] { return view->model()->rowCount() == 3; });
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view);
    REQUIRE(list);
    REQUIRE(list->childCount() == 3);
    const QString name = list->child(0)->text(QAccessible::Name);
    INFO(name.toStdString());
    for (const QString &part :
         {u"Why is the last item missing?"_s, u"Mira"_s, u"1 unread"_s, u"Basics"_s, u"topic 1 of 3"_s}) {
        CHECK(name.contains(part));
    }
    QAccessibleInterface *tree
        = QAccessible::queryAccessibleInterface(desk.child<QTreeWidget>(u"forumTree"_s));
    REQUIRE(tree);
    QStringList places;
    for (int i = 0; i < tree->childCount(); ++i) {
        places += tree->child(i)->text(QAccessible::Name);
    }
    CHECK(places.contains(u"All, 2 unread"_s));
    CHECK(places.contains(u"Basics, 2 unread"_s));
}

TEST_CASE("Every state has one sentence and one thing to do", "[forum]")
{
    const auto sentence = [](const Desk &desk) {
        return desk.child(u"topicList"_s)->findChild<QLabel *>(u"emptySentence"_s)->text();
    };
    const auto action = [](const Desk &desk) {
        return desk.child(u"topicList"_s)
            ->findChild<QPushButton *>(u"emptyAction"_s)
            ->isVisibleTo(desk.page.get());
    };
    SECTION("signed out, nothing here")
    {
        const Desk desk([](Desk &each) {
            each.platform.theAccount.reset();
            each.forum.theTopics.clear();
        });
        CHECK(sentence(desk).contains(u"sign in"_s));
        CHECK(action(desk));
    }
    SECTION("never fetched")
    {
        const Desk desk([](Desk &each) { each.forum.theTopics.clear(); });
        CHECK(sentence(desk).contains(u"network"_s));
        CHECK(action(desk));
    }
    SECTION("a disk that cannot be read")
    {
        const Desk desk([](Desk &each) { each.forum.broken = true; });
        CHECK(sentence(desk).contains(u"could not be read"_s));
        CHECK(action(desk));
    }
}

TEST_CASE("What came back says why, and can be sent again or thrown away with undo", "[forum]")
{
    Desk desk([](Desk &each) {
        ForumWriting writing;
        writing.seq = 77;
        writing.kind = WritingKind::Reply;
        writing.topicId = 12;
        writing.text = u"It works for me"_s;
        writing.state = WritingState::NeedsYou;
        writing.problem = WritingProblem::Locked;
        each.forum.theWritings = {writing};
    });
    desk.page->showItem(u"waiting"_s);
    QTest::qWait(50);
    CHECK(desk.child<QLabel>(u"writingSentence"_s)->text().contains(u"locked"_s));
    desk.child<QPushButton>(u"writingAway"_s)->click();
    desk.wait([&] { return desk.forum.theWritings.empty(); });
    desk.wait([&] { return desk.child<QPushButton>(u"noticeAction"_s)->isVisible(); });
    desk.child<QPushButton>(u"noticeAction"_s)->click();
    desk.wait([&] { return desk.forum.theWritings.size() == 1; });
    CHECK(desk.forum.theWritings[0].text == u"It works for me"_s);
}

TEST_CASE("All as read can be undone", "[forum]")
{
    Desk desk;
    desk.page->findChild<QAction *>(u"readAllAction"_s)->trigger();
    desk.wait([&] { return desk.forum.theTopics[0].unread == 0; });
    desk.wait([&] { return desk.child<QPushButton>(u"noticeAction"_s)->isVisible(); });
    desk.child<QPushButton>(u"noticeAction"_s)->click();
    desk.wait([&] { return desk.forum.theTopics[0].unread == 1; });
}

TEST_CASE("A narrow window stacks the columns, and none of them is cut off", "[forum]")
{
    Desk desk;
    desk.open({}, 716); // of a window of 800
    auto *tree = desk.child(u"forumTree"_s);
    auto *list = desk.child(u"topicList"_s);
    auto *panel = desk.child(u"topicPanel"_s);
    const auto at
        = [&](QWidget *widget) { return QRect(widget->mapTo(desk.page.get(), QPoint()), widget->size()); };
    CHECK(at(tree).bottom() < at(list).top());
    CHECK(at(panel).left() > at(list).left());
    CHECK(at(panel).right() <= desk.page->width());
    CHECK(desk.page->width() <= 716);
}
