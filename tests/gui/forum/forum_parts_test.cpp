#include "domain/ports/clock.h"
#include "services/question_builder.h"
#include "ui/forum/composer.h"
#include "ui/forum/edit_draft.h"
#include "ui/forum/forum_columns.h"
#include "ui/forum/forum_place.h"
#include "ui/forum/topic_list_model.h"
#include "ui/forum/topic_words.h"
#include "ui/search/search_box.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <catch2/catch.hpp>

#include "paper_forum.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC(); }
};

ForumTopic topicOf(qint64 id, const QString &subject)
{
    ForumTopic topic;
    topic.id = id;
    topic.subject = subject;
    topic.author.name = u"Mira"_s;
    topic.posts = 3;
    return topic;
}

} // namespace

TEST_CASE("Every place and thing of the forum has an address that leads back to it", "[forum]")
{
    using Kind = ForumPlace::Kind;
    for (const ForumPlace &place :
         {ForumPlace{Kind::All, 0}, ForumPlace{Kind::Forum, 3}, ForumPlace{Kind::Bookmarked, 0},
          ForumPlace{Kind::Subscribed, 0}, ForumPlace{Kind::Waiting, 0}, ForumPlace{Kind::Blog, 0}}) {
        const auto item = forumItemFrom(itemIdOf(place));
        REQUIRE(item);
        CHECK(item->placeGiven);
        CHECK(item->place == place);
    }
    CHECK(forumItemFrom(u"topic/12"_s)->topicId == 12);
    CHECK(forumItemFrom(u"post/90"_s)->postId == 90);
    CHECK(forumItemFrom(u"blog/hello"_s)->blogSlug == u"hello"_s);
    CHECK(forumItemFrom(u"write/0"_s)->write);
    for (const QString &wrong :
         {u"topic/"_s, u"topic/-1"_s, u"topic/x"_s, u"nothing/3"_s, u""_s, u"topic/0"_s}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(forumItemFrom(wrong));
    }
}

TEST_CASE("A list of 20,000 topics fetches only the pages that are looked at", "[forum]")
{
    PaperForum forum;
    for (int i = 1; i <= 20'000; ++i) {
        forum.theTopics.push_back(topicOf(i, u"Topic %1"_s.arg(i)));
    }
    const StillClock clock;
    TopicListModel model([&](const TopicQuery &query) { return forum.topics(query); },
                         {[&](const ForumTopic &topic) { return secondLineOf(topic, clock.nowUtc()); },
                          [&](const ForumTopic &topic, int row, int count) {
                              return spokenTextOf(topic, row, count, u"Basics"_s, clock.nowUtc());
                          }});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QListView view;
    view.setUniformItemSizes(true);
    view.setModel(&model);
    view.resize(300, 400);
    view.show();
    model.show({});
    REQUIRE(QTest::qWaitFor([&] { return model.rowCount() == 20'000; }));
    QTest::qWait(50);
    const int before = forum.queries;
    view.scrollTo(model.index(15'000));
    REQUIRE(QTest::qWaitFor([&] { return model.topic(15'000) != nullptr; }));
    CHECK(model.topic(15'000)->id == 15'001);
    CHECK(model.topic(10'000) == nullptr);
    CHECK(forum.queries - before <= 2);
    CHECK(model.index(15'000).data(Qt::AccessibleTextRole).toString().contains(u"topic 15001 of 20000"_s));

    // A newer state comes without anything being lost meanwhile.
    forum.theTopics.pop_back();
    forum.theTopics[0].subject = u"Renamed"_s;
    model.refresh();
    CHECK(model.topic(0) != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return model.rowCount() == 19'999; }));
    CHECK(model.topic(0)->subject == u"Renamed"_s);
}

TEST_CASE("A disk that cannot be read leaves the list as it was", "[forum]")
{
    PaperForum forum;
    forum.theTopics.push_back(topicOf(1, u"One"_s));
    TopicListModel model([&](const TopicQuery &query) { return forum.topics(query); },
                         {[](const ForumTopic &) { return QString(); },
                          [](const ForumTopic &, int, int) { return QString(); }});
    model.show({});
    REQUIRE(QTest::qWaitFor([&] { return model.state() == TopicListModel::State::Filled; }));
    forum.broken = true;
    model.refresh();
    QTest::qWait(20);
    CHECK(model.rowCount() == 1);
    CHECK(model.topic(0)->subject == u"One"_s);
    model.show({});
    REQUIRE(QTest::qWaitFor([&] { return model.state() == TopicListModel::State::Failed; }));
}

TEST_CASE("Code that is put into a post cannot end its own block", "[forum]")
{
    CHECK(services::fenced(u"print(1)"_s, u"python"_s) == u"```python\nprint(1)\n```"_s);
    CHECK(services::fenced(u"'''\n```\n'''\n"_s, u"python"_s) == u"````python\n'''\n```\n'''\n````"_s);
}

TEST_CASE("The draft of an edit keeps the post as it was, and any text comes back", "[forum]")
{
    EditDraft draft;
    draft.text = u"{\"draft\":\"edit\"}\n\"quoted\" \\ ünï ¶ \U0001F600"_s;
    draft.seenText = u"as it was"_s;
    draft.seenUpdatedUtc = QDateTime(QDate(2026, 11, 24), QTime(12, 0, 0, 123), Qt::UTC);
    CHECK(editDraftFromJson(toJson(draft)) == draft);
    CHECK(toJson(draft) == toJson(*editDraftFromJson(toJson(draft))));
    draft.seenUpdatedUtc = {};
    REQUIRE(editDraftFromJson(toJson(draft)));
    CHECK_FALSE(editDraftFromJson(toJson(draft))->seenUpdatedUtc.isValid());

    for (const QString &none :
         {u""_s, u"a plain text"_s, u"[]"_s, u"{}"_s, u"{\"draft\":\"edit\"}"_s,
          u"{\"draft\":\"edit\",\"text\":1,\"seen_text\":\"\"}"_s,
          u"{\"draft\":\"edit\",\"text\":\"a\",\"seen_text\":null}"_s, toJson(draft).chopped(1)}) {
        INFO(none.toStdString());
        CHECK_FALSE(editDraftFromJson(none));
    }
}

TEST_CASE("What a text lacks is said before it is queued", "[forum]")
{
    CHECK(problemOf(WritingKind::Reply, {}, u"yes"_s, 0).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::Reply, {}, u" \n "_s, 0).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::EditPost, {}, u"too short"_s, 0).isEmpty());
    CHECK(problemOf(WritingKind::EditPost, {}, u"long enough"_s, 0).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::NewTopic, {}, u"text"_s, 3).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::NewTopic, u"subject"_s, u"text"_s, 0).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::NewTopic, QString(256, u'x'), u"text"_s, 3).isEmpty());
    CHECK(problemOf(WritingKind::NewTopic, QString(255, u'x'), u"text"_s, 3).isEmpty());
    CHECK_FALSE(problemOf(WritingKind::Reply, {}, QString(100'001, u'x'), 0).isEmpty());
}

TEST_CASE("Each state of a writing has a sentence of its own", "[forum]")
{
    QSet<QString> sentences;
    ForumWriting writing;
    for (const WritingState state : {WritingState::Waiting, WritingState::Sending, WritingState::Sent}) {
        writing.state = state;
        sentences.insert(sentenceOf(writing));
    }
    writing.state = WritingState::NeedsYou;
    for (const WritingProblem problem :
         {WritingProblem::Locked, WritingProblem::Gone, WritingProblem::NotAllowed, WritingProblem::TooShort,
          WritingProblem::Refused, WritingProblem::EditedMeanwhile, WritingProblem::Damaged}) {
        writing.problem = problem;
        sentences.insert(sentenceOf(writing));
    }
    CHECK(sentences.size() == 10);
    writing.serverText = u"Topic is locked"_s;
    CHECK(sentenceOf(writing).endsWith(u"Topic is locked"_s));
}

TEST_CASE("The search box finds as one types and opens what was found", "[forum][search]")
{
    const StillClock clock;
    QWidget window;
    window.resize(900, 600);
    QStringList asked;
    QStringList authors;
    SearchBox box(
        {[&](const QString &typed) {
             asked += typed;
             authors = typed.contains(u"by:a"_s) ? QStringList{u"by:ada"_s, u"by:adam"_s} : QStringList();
             SearchAnswer found;
             if (typed.contains(u"loop"_s)) {
                 FoundItem topic;
                 topic.kind = FoundKind::Topic;
                 topic.topicId = 12;
                 topic.title = u"Loop never ends"_s;
                 topic.titleMarks = {{0, 4}, {-5, 900}};
                 FoundItem lesson;
                 lesson.kind = FoundKind::Lesson;
                 lesson.key = u"first-steps/loops"_s;
                 lesson.title = u"Loops"_s;
                 found.found = {lesson, topic};
             }
             return answer(Result<SearchAnswer>(found));
         },
         [&](const QString &typed) {
             return typed.endsWith(u"in:"_s) ? QStringList{u"in:topics"_s, u"in:posts"_s} : authors;
         }},
        clock, &window);
    std::optional<Place> opened;
    QObject::connect(&box, &SearchBox::placeChosen, &window, [&](const Place &place) { opened = place; });
    window.show();
    box.open();
    auto *edit = box.findChild<QLineEdit *>(u"searchEdit"_s);
    auto *list = box.findChild<QListView *>(u"searchList"_s);
    QTest::keyClicks(edit, u"loop"_s);
    REQUIRE(QTest::qWaitFor([&] { return list->model()->rowCount() == 4; })); // two headings, two found
    CHECK(list->currentIndex().data().toString() == u"Loop never ends"_s);
    CHECK_FALSE(list->model()->index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
    window.grab(); // marks that are out of range are painted without harm
    QTest::keyClick(edit, Qt::Key_Down);
    CHECK(list->currentIndex().data().toString() == u"Loops"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    REQUIRE(opened);
    CHECK(*opened == Place{u"lesson"_s, u"first-steps"_s, u"loops"_s});
    CHECK_FALSE(box.isVisible());

    box.open();
    edit->clear();
    QTest::keyClicks(edit, u"zebra"_s);
    REQUIRE(QTest::qWaitFor(
        [&] { return box.findChild<QLabel *>(u"searchMessage"_s)->text().contains(u"zebra"_s); }));
    edit->clear();
    QTest::keyClicks(edit, u"loop in:"_s);
    REQUIRE(QTest::qWaitFor([&] { return list->model()->index(1, 0).data().toString() == u"in:topics"_s; }));
    QTest::keyClick(edit, Qt::Key_Tab);
    CHECK(edit->text() == u"loop in:topics "_s);

    // Authors are known when the answer is there; the keys and the screen reader have them as the others.
    edit->clear();
    QTest::keyClicks(edit, u"by:a"_s);
    REQUIRE(QTest::qWaitFor([&] { return list->model()->index(1, 0).data().toString() == u"by:ada"_s; }));
    CHECK(list->isVisible());
    QTest::keyClick(edit, Qt::Key_Down);
    CHECK(edit->accessibleDescription().contains(u"by:ada"_s));
    QTest::keyClick(edit, Qt::Key_Down);
    CHECK(edit->accessibleDescription().contains(u"by:adam"_s));
    QTest::keyClick(edit, Qt::Key_Return);
    CHECK(edit->text() == u"by:adam "_s);
    edit->setText(u"by:a"_s);
    REQUIRE(QTest::qWaitFor([&] { return list->model()->index(1, 0).data().toString() == u"by:ada"_s; }));
    QTest::keyClick(edit, Qt::Key_Tab);
    CHECK(edit->text() == u"by:ada "_s);

    // Typed and entered in one go: the best of the answer that comes is opened.
    opened.reset();
    edit->setText(u"loop"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return opened.has_value(); }));
    CHECK(*opened == Place{u"forum"_s, {}, u"topic/12"_s});
}
