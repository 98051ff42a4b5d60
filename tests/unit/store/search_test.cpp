#include "store/search/code_tokenizer.h"
#include "store/search/match_text.h"
#include "store/search/sqlite_search_index.h"
#include "store/statement.h"

#include <sqlite3.h>

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

QStringList tokensOf(const QByteArray &text, CodeTokens which = CodeTokens::WithParts)
{
    QStringList tokens;
    tokenizeCode(
        {text.constData(), static_cast<std::size_t>(text.size())}, which, [&](const CodeToken &token) {
            REQUIRE(token.start >= 0);
            REQUIRE(token.start < token.end);
            REQUIRE(token.end <= text.size());
            tokens.append((token.part ? u"+"_s : QString())
                          + QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size())));
            return 0;
        });
    return tokens;
}

class SearchFixture : public StoreFixture
{
public:
    SearchFixture()
    {
        open();
        index = search;
        ForumInfo category;
        category.id = 1;
        category.isCategory = true;
        category.name = u"Community"_s;
        ForumInfo help;
        help.id = 2;
        help.categoryId = 1;
        help.name = u"Help"_s;
        ForumInfo show = help;
        show.id = 3;
        show.name = u"Show"_s;
        REQUIRE(copy->setOwnUser(7));
        REQUIRE(copy->putForums({category, help, show}));
    }

    ~SearchFixture() { work.reset(); }

    /// A topic with these posts by `author`; post ids are topic * 100 + 1, 2, …
    void put(qint64 id, const QString &subject, const QStringList &texts,
             const ForumUser &author = {8, u"ada"_s}, qint64 forumId = 2)
    {
        ForumTopic topic;
        topic.id = id;
        topic.forumId = forumId;
        topic.subject = subject;
        topic.author = author;
        topic.lastAuthor = author;
        topic.lastPostUtc = clock.now;
        topic.posts = static_cast<int>(texts.size());
        REQUIRE(copy->putTopics({topic}));
        std::vector<ForumPost> posts;
        for (const QString &text : texts) {
            ForumPost post;
            post.id = id * 100 + static_cast<qint64>(posts.size()) + 1;
            post.topicId = id;
            post.author = author;
            post.createdUtc = clock.now.addSecs(static_cast<qint64>(posts.size()));
            post.text = text;
            posts.push_back(post);
        }
        REQUIRE(copy->putPosts(id, posts, false));
        REQUIRE(copy->setComplete(id, topic.lastPostUtc));
    }

    SearchAnswer ask(const SearchRequest &request)
    {
        const auto answer = index->search(request).result();
        INFO((answer ? std::string() : answer.error().message.toStdString()));
        REQUIRE(answer);
        return *answer;
    }

    SearchAnswer words(const QStringList &words, bool typing = true)
    {
        SearchRequest request;
        request.words = words;
        request.typing = typing;
        return ask(request);
    }

    static QStringList namesOf(const SearchAnswer &answer)
    {
        QStringList names;
        for (const FoundItem &each : answer.found) {
            names.append(each.kind == FoundKind::Topic      ? u"t%1"_s.arg(each.topicId)
                             : each.kind == FoundKind::Post ? u"p%1"_s.arg(each.postId)
                                                            : each.key);
        }
        names.sort();
        return names;
    }

    SearchIndex *index = nullptr;
};

} // namespace

TEST_CASE("names of code are found whole and in parts", "[search]")
{
    CHECK(tokensOf("snake_case") == QStringList{u"snake_case"_s, u"+snake"_s, u"+case"_s});
    CHECK(tokensOf("camelCase") == QStringList{u"camelcase"_s, u"+camel"_s, u"+case"_s});
    CHECK(tokensOf("HTTPServer") == QStringList{u"httpserver"_s, u"+http"_s, u"+server"_s});
    CHECK(tokensOf("__init__") == QStringList{u"__init__"_s, u"+init"_s});
    CHECK(tokensOf("a.b") == QStringList{u"a.b"_s, u"+a"_s, u"+b"_s});
    CHECK(tokensOf("os.path.join")
          == QStringList{u"os.path.join"_s, u"+os"_s, u"+path"_s, u"+path.join"_s, u"+join"_s});
    CHECK(tokensOf("The end. Then") == QStringList{u"the"_s, u"end"_s, u"then"_s});
    CHECK(tokensOf("snake_case os.path", CodeTokens::Whole) == QStringList{u"snake_case"_s, u"os.path"_s});
}

TEST_CASE("operators of two signs are words; lines and addresses are not", "[search]")
{
    CHECK(tokensOf("a!=b") == QStringList{u"a"_s, u"!="_s, u"b"_s});
    CHECK(tokensOf("x **= y // 2 -> z := 1")
          == QStringList{u"x"_s, u"**"_s, u"y"_s, u"//"_s, u"2"_s, u"->"_s, u"z"_s, u":="_s, u"1"_s});
    CHECK(tokensOf("==== a + b https://c").contains(u"=="_s) == false);
    CHECK(tokensOf("https://c") == QStringList{u"https"_s, u"c"_s});
}

TEST_CASE("letters are found without regard to their case and marks, in any script", "[search]")
{
    CHECK(tokensOf("Éclair ÜBER straße") == QStringList{u"eclair"_s, u"uber"_s, u"strasse"_s});
    CHECK(tokensOf("ПРИВЕТ Ἀθήνα") == QStringList{u"привет"_s, u"αθηνα"_s});
    CHECK(tokensOf("列表abc") == QStringList{u"列"_s, u"表"_s, u"abc"_s});
    CHECK(tokensOf("e\xcc\x81t\xc3\xa9") == QStringList{u"ete"_s});
}

TEST_CASE("bytes that are no text separate words and break nothing", "[search]")
{
    CHECK(tokensOf("a\xff"
                   "b\xc3")
          == QStringList{u"a"_s, u"b"_s});
    CHECK(tokensOf("\xed\xa0\x80x\xf4\x90\x80\x80y\xc0\x80z") == QStringList{u"x"_s, u"y"_s, u"z"_s});
    CHECK(tokensOf(QByteArray(100'000, 'a')).size() == 1);
    CHECK(tokensOf(QByteArray(100'000, 'a')).front().size() == 64);
    CHECK(tokensOf(QByteArray("\xe5\x88", 2)).isEmpty());
    quint32 seed = 7;
    for (int round = 0; round < 2'000; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 40; ++i) {
            seed = seed * 1'664'525 + 1'013'904'223;
            const char *signs = "aZ_.=\xc3\xa9\xff\xe4\xbd\xa0\xcc\x81 ";
            bytes.append(signs[(seed >> 16) % 16]);
        }
        tokensOf(bytes); // its bounds are checked there
    }
}

TEST_CASE_METHOD(SearchFixture, "posts and topics are found by words, beginnings and phrases", "[search]")
{
    put(1, u"Loops over lists"_s, {u"How do I stop a while loop?"_s, u"With break, as in my_list_walker"_s});
    put(2, u"Strings"_s, {u"Use str.join and x != y"_s});
    CHECK(namesOf(words({u"while"_s}, false)) == QStringList{u"p101"_s});
    CHECK(namesOf(words({u"whi"_s})) == QStringList{u"p101"_s});
    CHECK(namesOf(words({u"whi"_s}, false)).isEmpty());
    CHECK(namesOf(words({u"lists"_s}, false)) == QStringList{u"t1"_s});
    CHECK(namesOf(words({u"my_list_walker"_s}, false)) == QStringList{u"p102"_s});
    CHECK(namesOf(words({u"walker"_s}, false)) == QStringList{u"p102"_s});
    CHECK(namesOf(words({u"str.join"_s}, false)) == QStringList{u"p201"_s});
    CHECK(namesOf(words({u"!="_s}, false)) == QStringList{u"p201"_s});
    CHECK(namesOf(words({u"stop"_s, u"LOOP"_s}, false)) == QStringList{u"p101"_s});
    CHECK(namesOf(words({u"stop"_s, u"break"_s}, false)).isEmpty());
    SearchRequest phrase;
    phrase.phrases = {u"a while loop"_s};
    CHECK(namesOf(ask(phrase)) == QStringList{u"p101"_s});
    phrase.phrases = {u"a loop while"_s};
    CHECK(ask(phrase).found.empty());
}

TEST_CASE_METHOD(SearchFixture, "what is typed never becomes the language of the index", "[search]")
{
    put(1, u"Quotes"_s, {u"He said AND NEAR text star 8 plain"_s});
    for (const QString &typed :
         {u"\""_s, u"\"\"\""_s, u"plain\" OR \"x"_s, u"text:plain"_s, u"plain*"_s, u"^plain"_s, u"-plain"_s,
          u"("_s, u"NEAR(a b"_s, u"{author}:8"_s, u"'; DROP TABLE post;--"_s, u"*"_s, QString(QChar(0)),
          u"a\0b"_s, QString(QChar(0xd800)), QString(100'000, u'x'), QString(50'000, u'"')}) {
        for (const bool typing : {true, false}) {
            words({typed}, typing); // an answer, whatever it is
        }
    }
    CHECK(namesOf(words({u"AND"_s}, false)) == QStringList{u"p101"_s});
    // Not by the number of their author, which is 8 too.
    put(2, u"Other"_s, {u"nothing"_s});
    CHECK(namesOf(words({u"8"_s}, false)) == QStringList{u"p101"_s});
    CHECK(words(QStringList(200, u"plain"_s)).found.size() == 1);
}

TEST_CASE_METHOD(SearchFixture, "words in a subject come first, then what is about them", "[search]")
{
    put(1, u"Recursion"_s, {u"first"_s});
    put(2, u"Other"_s,
        {u"recursion once in a long text %1"_s.arg(u"and more words "_s.repeated(40)),
         u"recursion recursion"_s});
    const SearchAnswer answer = words({u"recursion"_s}, false);
    REQUIRE(answer.found.size() == 3);
    CHECK(answer.found[0].topicId == 1);
    CHECK(answer.found[0].kind == FoundKind::Topic);
    CHECK(answer.found[1].postId == 202);
    CHECK(answer.found[2].postId == 201);
    CHECK_FALSE(answer.more);
}

TEST_CASE_METHOD(SearchFixture, "filters: author, forum with its category, unread, kinds", "[search]")
{
    clock.now = clock.now.addDays(1);
    put(1, u"One"_s, {u"shared words"_s}, {8, u"Ada Lovelace"_s}, 2);
    put(2, u"Two"_s, {u"shared words"_s}, {9, u"bob"_s}, 3);
    put(3, u"Three shared"_s, {u"shared words"_s}, {10, u"adam"_s}, 3);
    SearchRequest request;
    request.words = {u"shared"_s};
    request.kinds = {FoundKind::Post};
    request.author = u"ada"_s;
    CHECK(namesOf(ask(request)) == QStringList{u"p101"_s, u"p301"_s});
    request.author = u"ADA L"_s;
    CHECK(namesOf(ask(request)) == QStringList{u"p101"_s});
    request.author = u"nobody%"_s;
    CHECK(ask(request).found.empty());
    request.author.clear();
    request.forumId = 3;
    CHECK(namesOf(ask(request)) == QStringList{u"p201"_s, u"p301"_s});
    request.forumId = 1;
    CHECK(ask(request).found.size() == 3);
    request.forumId = 0;
    REQUIRE(forum->markRead({1, 101}).result());
    request.onlyUnread = true;
    CHECK(namesOf(ask(request)) == QStringList{u"p201"_s, u"p301"_s});
    request = {};
    request.words = {u"shared"_s};
    request.kinds = {FoundKind::Topic};
    CHECK(namesOf(ask(request)) == QStringList{u"t3"_s});
    request = {};
    request.author = u"bob"_s; // no words: what they wrote
    CHECK(namesOf(ask(request)) == QStringList{u"p201"_s});
    request = {};
    request.onlyUnread = true;
    CHECK(namesOf(ask(request)) == QStringList{u"t2"_s, u"t3"_s});
    CHECK(ask({}).found.empty());
}

TEST_CASE_METHOD(SearchFixture, "numbers of forums are no words of texts", "[search]")
{
    put(1, u"Counting to 3"_s, {u"2 and 3"_s, u"other words"_s}, {3, u"ada"_s}, 2);
    put(2, u"Other"_s, {u"words"_s}, {2, u"bob"_s}, 3);
    CHECK(namesOf(words({u"3"_s}, false)) == QStringList{u"p101"_s, u"t1"_s});
    CHECK(namesOf(words({u"2"_s}, false)) == QStringList{u"p101"_s});
    SearchRequest request;
    request.forumId = 3;
    request.kinds = {FoundKind::Post};
    CHECK(namesOf(ask(request)) == QStringList{u"p201"_s});
    request.kinds = {FoundKind::Topic};
    CHECK(namesOf(ask(request)) == QStringList{u"t2"_s});
    request.words = {u"2"_s};
    CHECK(ask(request).found.empty());
    request.words = {u"other"_s};
    CHECK(namesOf(ask(request)) == QStringList{u"t2"_s});
    request.forumId = 99; // there is no such
    CHECK(ask(request).found.empty());
}

TEST_CASE_METHOD(SearchFixture, "a topic that was moved is found in its new forum, with its posts",
                 "[search]")
{
    put(1, u"Moved subject"_s, {u"first words"_s, u"more words"_s}, {8, u"ada"_s}, 2);
    SearchRequest there;
    there.words = {u"words"_s};
    there.forumId = 3;
    SearchRequest subject = there;
    subject.words = {u"subject"_s};
    CHECK(ask(there).found.empty());
    ForumTopic moved;
    moved.id = 1;
    moved.forumId = 3;
    moved.subject = u"Moved subject"_s;
    moved.author = {8, u"ada"_s};
    moved.lastAuthor = moved.author;
    moved.posts = 2;
    REQUIRE(copy->putTopics({moved}));
    CHECK(namesOf(ask(there)) == QStringList{u"p101"_s, u"p102"_s});
    CHECK(namesOf(ask(subject)) == QStringList{u"t1"_s});
    there.forumId = 2;
    subject.forumId = 2;
    CHECK(ask(there).found.empty());
    CHECK(ask(subject).found.empty());
    moved.forumId = 0; // a list that does not say it
    REQUIRE(copy->putTopics({moved}));
    there.forumId = 3;
    CHECK(namesOf(ask(there)) == QStringList{u"p101"_s, u"p102"_s});

    // What is taken away leaves nothing under the forum it was in before.
    put(1, u"Moved subject"_s, {u"first words"_s, u"more words"_s}, {8, u"ada"_s}, 2);
    REQUIRE(copy->removeTopic(1));
    there.forumId = 0;
    CHECK(ask(there).found.empty());
    put(1, u"Moved subject"_s, {u"quite other"_s}, {8, u"ada"_s}, 2);
    CHECK(ask(there).found.empty());
    work.reset();
    bool fresh = false;
    auto db = CacheFile(folder() + u"/cache.db"_s).open(fresh);
    REQUIRE(db);
    CHECK_FALSE(fresh);
    for (const QString &table : {u"post_fts"_s, u"topic_fts"_s}) {
        CHECK(db->execute(u"INSERT INTO %1(%1, rank) VALUES('integrity-check', 1)"_s.arg(table)));
    }
}

TEST_CASE_METHOD(SearchFixture, "posts that came before their topic are found in its forum", "[search]")
{
    ForumPost post;
    post.id = 501;
    post.topicId = 5;
    post.author = {8, u"ada"_s};
    post.text = u"early words"_s;
    REQUIRE(copy->putPosts(5, {post}, false));
    put(5, u"Late"_s, {u"early words"_s}, {8, u"ada"_s}, 3);
    SearchRequest request;
    request.words = {u"early"_s};
    request.forumId = 3;
    CHECK(namesOf(ask(request)) == QStringList{u"p501"_s});
}

TEST_CASE_METHOD(SearchFixture, "snippets are one plain line, with what was found marked", "[search]")
{
    put(1, u"Élan and needle"_s,
        {u"begin "_s.repeated(60) + u"\n\n```python\nüb😀r = needle_box\n```\n"_s + u"end "_s.repeated(100)});
    SearchRequest request;
    request.words = {u"needle"_s};
    const SearchAnswer answer = ask(request);
    REQUIRE(answer.found.size() == 2);
    const FoundItem &topic = answer.found[0];
    REQUIRE(topic.titleMarks.size() == 1);
    CHECK(topic.title.mid(topic.titleMarks[0].start, topic.titleMarks[0].length) == u"needle"_s);
    const FoundItem &post = answer.found[1];
    REQUIRE(post.marks.size() == 1);
    CHECK(post.snippet.mid(post.marks[0].start, post.marks[0].length) == u"needle_box"_s);
    CHECK_FALSE(post.snippet.contains(u'\n'));
    CHECK_FALSE(post.snippet.contains(u'`'));
    CHECK(post.snippet.startsWith(u"…begin"_s));
    CHECK(post.snippet.endsWith(u'…'));
    CHECK(post.snippet.size() < 300);
    CHECK(post.where == u"Help"_s);
    CHECK(post.author == u"ada"_s);
}

TEST_CASE_METHOD(SearchFixture, "the index follows edits, deletions and a copy made anew", "[search]")
{
    put(1, u"Subject"_s, {u"before"_s, u"stays"_s});
    put(1, u"Renamed"_s, {u"after"_s, u"stays"_s});
    CHECK(words({u"before"_s}).found.empty());
    CHECK(words({u"subject"_s}).found.empty());
    CHECK(namesOf(words({u"after"_s})) == QStringList{u"p101"_s});
    CHECK(namesOf(words({u"renamed"_s})) == QStringList{u"t1"_s});
    REQUIRE(copy->removePost(101));
    CHECK(words({u"after"_s}).found.empty());
    REQUIRE(copy->removeTopic(1));
    CHECK(words({u"stays"_s}).found.empty());
    CHECK(words({u"renamed"_s}).found.empty());
    put(2, u"Again"_s, {u"later"_s});
    REQUIRE(forum->rebuild().result());
    CHECK(words({u"later"_s}).found.empty());
    put(2, u"Again"_s, {u"later"_s});
    CHECK(namesOf(words({u"later"_s})) == QStringList{u"p201"_s});
}

TEST_CASE_METHOD(SearchFixture, "documents are put, changed, and only some kept", "[search]")
{
    const SearchDocument lesson{FoundKind::Lesson, u"first/loops"_s,    u"Loops"_s,
                                u"First steps"_s,  u"for each value"_s, clock.now};
    SearchDocument code{FoundKind::OwnCode, u"playground/1"_s,  u"My game"_s,
                        u"Playground"_s,    u"move_player()"_s, clock.now};
    REQUIRE(index->put({lesson, code}).result());
    REQUIRE(index->put({lesson, code}).result());
    CHECK(namesOf(words({u"value"_s})) == QStringList{u"first/loops"_s});
    CHECK(namesOf(words({u"loops"_s})) == QStringList{u"first/loops"_s});
    CHECK(namesOf(words({u"player"_s})) == QStringList{u"playground/1"_s});
    code.text = u"jump_player()"_s;
    REQUIRE(index->put({code}).result());
    CHECK(words({u"move"_s}).found.empty());
    CHECK(words({u"jump"_s}).found.size() == 1);
    SearchRequest lessons;
    lessons.kinds = {FoundKind::Lesson};
    CHECK(namesOf(ask(lessons)) == QStringList{u"first/loops"_s});
    REQUIRE(index->keepOnly(FoundKind::OwnCode, {}).result());
    CHECK(words({u"jump"_s}).found.empty());
    CHECK(words({u"value"_s}).found.size() == 1);
}

TEST_CASE_METHOD(SearchFixture, "a later search ends an earlier one", "[search]")
{
    put(1, u"Words"_s, QStringList(300, u"common words all over"_s));
    std::vector<QFuture<Result<SearchAnswer>>> answers;
    SearchRequest request;
    request.words = {u"common"_s};
    for (int i = 0; i < 50; ++i) {
        answers.push_back(index->search(request));
    }
    const auto last = answers.back().result();
    REQUIRE(last);
    CHECK(last->found.size() == 50);
    CHECK(last->more);
    int cancelled = 0;
    for (const auto &each : answers) {
        const auto answer = each.result();
        CHECK((answer || answer.error().code == ErrorCode::Cancelled));
        cancelled += answer ? 0 : 1;
    }
    CHECK(cancelled > 0);
}

TEST_CASE_METHOD(SearchFixture, "a trigger that is not ours makes the copy anew", "[search]")
{
    put(1, u"Words"_s, {u"here"_s});
    CHECK(words({u"here"_s}).found.size() == 1);
    work.reset();
    {
        auto db = Database::open(folder() + u"/cache.db"_s, Database::Mode::Cache);
        REQUIRE(db);
        REQUIRE(db->execute(u"CREATE TRIGGER alien AFTER UPDATE ON topic BEGIN DELETE FROM post; END"_s));
    }
    open();
    index = search;
    CHECK(words({u"here"_s}).found.empty());
    put(1, u"Words"_s, {u"here"_s});
    REQUIRE(forum->markRead({1, 101}).result());
    CHECK(words({u"here"_s}).found.size() == 1);
}
