#include "content/forum/post_renderer.h"
#include "domain/ports/post_renderer.h"
#include "store/forum/cache_file.h"
#include "store/statement.h"
#include "ui/forum/topic_json.h"
#include "ui/forum/topic_list_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <ctime>

#include "forum_bench.h"
#include "forum_bench_queries.h"

namespace studio::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWindow = 120; ///< Posts that a page asks for at once.
constexpr int kScans = 15; ///< Of the whole forum: each takes long.

double since(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Milliseconds of processor time of this program so far.
double processor()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Milliseconds until the list of the window has the first rows of a query, with all that they show.
double listOpened(ForumStore &store, const TopicQuery &query)
{
    ui::TopicListModel model([&store](const TopicQuery &each) { return store.topics(each); },
                             {[](const ForumTopic &topic) { return topic.author.name; },
                              [](const ForumTopic &topic, int, int) { return topic.subject; }});
    QEventLoop loop;
    QObject::connect(&model, &ui::TopicListModel::stateChanged, &loop, [&] {
        if (model.state() != ui::TopicListModel::State::Loading) {
            loop.quit();
        }
    });
    QElapsedTimer clock;
    clock.start();
    model.show(query);
    loop.exec();
    if (model.state() == ui::TopicListModel::State::Failed) {
        giveUp(model.error().message);
    }
    return since(clock);
}

/// Milliseconds until the page has what it is given of a topic. `first` -1: from its first unread post on.
double topicOpened(ForumStore &store, const PostRenderer &renderer, qint64 id, int first)
{
    QElapsedTimer clock;
    clock.start();
    const auto topic = must(store.topic(id).result());
    const PostWindow window = must(store.posts(id, std::max(0, first), kWindow).result());
    const PostWindow part = ui::quickPart(window, std::max(0, first));
    QJsonArray posts;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ForumPost &post : part.posts) {
        posts.append(ui::postJson(post, renderer.render(post.text), window.total, now));
    }
    const QByteArray message = QJsonDocument(posts).toJson(QJsonDocument::Compact);
    if (!topic || part.posts.empty() || message.size() < 100) {
        giveUp(u"topic %1 is empty"_s.arg(id));
    }
    return since(clock);
}

} // namespace

QJsonObject measureSearch(const ForumBench &bench)
{
    const app::SystemClock clock;
    const auto opened = must(store::openWorkStore(bench.profile(), clock));
    QJsonArray searches;
    QStringList words;
    int found = 0;
    const auto look = [&](const QString &kind, const SearchRequest &request) {
        QElapsedTimer spent;
        spent.start();
        const double before = processor();
        const SearchAnswer answer = must(opened.search->search(request).result());
        searches.append(QJsonObject{{u"kind"_s, kind},
                                    {u"ms"_s, since(spent)},
                                    {u"cpu_ms"_s, processor() - before},
                                    {u"typed"_s, (request.words + request.phrases).join(u' ')},
                                    {u"found"_s, static_cast<int>(answer.found.size())}});
        found += answer.found.empty() ? 0 : 1;
        return answer.found.size();
    };
    look(u"first"_s, queries().front().request); // opens the file
    searches = {};
    for (const Query &query : queries()) {
        for (const SearchRequest &request : typed(query)) {
            look(query.kind, request);
        }
        if (query.request.words.size() == 1) {
            words.append(query.request.words[0]);
        }
    }
    if (found < searches.size() / 2) {
        giveUp(u"%1 of %2 searches found something"_s.arg(found).arg(searches.size()));
    }
    auto db = must(store::CacheFile(bench.cacheFile()).look());
    QJsonArray scans;
    for (int i = 0; i < kScans; ++i) {
        const QString &word = words[i * words.size() / kScans];
        QElapsedTimer spent;
        spent.start();
        store::Statement scan(db, "SELECT id FROM post WHERE text LIKE ? ORDER BY id DESC LIMIT 50");
        scan.bind(QString(u'%' + word + u'%'));
        while (must(scan.next())) { }
        scans.append(since(spent));
    }
    return {{u"searches"_s, searches}, {u"scan_ms"_s, scans}};
}

QJsonObject measureLists(const ForumBench &bench)
{
    const app::SystemClock clock;
    const auto opened = must(store::openWorkStore(bench.profile(), clock));
    const auto forums = must(opened.forum->forums().result());
    QJsonObject figures;
    const auto measure = [&](const QString &name, const TopicQuery &query) {
        QJsonArray list;
        for (int run = 0; run < bench.runs; ++run) {
            list.append(listOpened(*opened.forum, query));
        }
        figures.insert(name, list);
    };
    TopicQuery query;
    measure(u"all_ms"_s, query);
    query.forumId = forums.front().id;
    measure(u"category_ms"_s, query);
    query.forumId = forums[1].id; // the first forum of the first category, which the long topic is in
    measure(u"forum_ms"_s, query);
    query = {};
    query.filter = TopicFilter::Unread;
    measure(u"unread_ms"_s, query);
    query = {};
    query.order = TopicOrder::Title;
    measure(u"title_ms"_s, query);
    query = {};
    query.subject = wordAt(40);
    measure(u"filtered_ms"_s, query);
    query = {};
    query.offset = 15'000;
    QJsonArray far;
    for (int run = 0; run < bench.runs; ++run) {
        QElapsedTimer spent;
        spent.start();
        must(opened.forum->topics(query).result());
        far.append(since(spent));
    }
    figures.insert(u"far_ms"_s, far);
    return figures;
}

QJsonObject measureTopics(const ForumBench &bench)
{
    const app::SystemClock clock;
    const auto opened = must(store::openWorkStore(bench.profile(), clock));
    const auto renderer = content::makePostRenderer([] { return QUrl(); });
    const auto topic = must(opened.forum->topic(kLongTopic).result());
    if (!topic) {
        giveUp(u"the forum has no long topic"_s);
    }
    QJsonArray begin, middle, end, little;
    for (int run = 0; run < bench.runs; ++run) {
        begin.append(topicOpened(*opened.forum, *renderer, kLongTopic, 0));
        middle.append(topicOpened(*opened.forum, *renderer, kLongTopic, topic->loaded / 2));
        end.append(topicOpened(*opened.forum, *renderer, kLongTopic, topic->loaded - kWindow));
        little.append(topicOpened(*opened.forum, *renderer, kShortTopic, 0));
    }
    return {{u"posts"_s, topic->loaded},
            {u"begin_ms"_s, begin},
            {u"middle_ms"_s, middle},
            {u"end_ms"_s, end},
            {u"short_ms"_s, little}};
}

QJsonObject useForum(const ForumBench &bench)
{
    const app::SystemClock clock;
    const auto opened = must(store::openWorkStore(bench.profile(), clock));
    const auto renderer = content::makePostRenderer([] { return QUrl(); });
    ui::TopicListModel model([&opened](const TopicQuery &each) { return opened.forum->topics(each); },
                             {[](const ForumTopic &topic) { return topic.author.name; },
                              [](const ForumTopic &topic, int, int) { return topic.subject; }});
    must(opened.forum->forums().result());
    model.show({});
    QElapsedTimer patience;
    patience.start();
    while (model.state() == ui::TopicListModel::State::Loading && !patience.hasExpired(20'000)) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    for (const qint64 id : {kLongTopic, kShortTopic}) {
        if (must(opened.forum->topic(id).result())) {
            topicOpened(*opened.forum, *renderer, id, 0);
        }
    }
    int found = 0;
    for (const Query &query : queries()) {
        found += static_cast<int>(must(opened.search->search(query.request).result()).found.size());
    }
    std::printf("{\"rows\": %d, \"found\": %d}\n", model.rowCount(), found);
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return {};
}

QJsonObject measureSize(const ForumBench &bench)
{
    auto db = must(store::CacheFile(bench.cacheFile()).look());
    const auto number = [&db](const char *sql) {
        store::Statement statement(db, sql);
        return must(statement.next()) ? statement.integer(0) : 0;
    };
    return {{u"file"_s, QFileInfo(bench.cacheFile()).size()},
            {u"texts"_s, number("SELECT SUM(LENGTH(CAST(text AS BLOB))) FROM post")},
            {u"posts"_s, number("SELECT COUNT(*) FROM post")},
            {u"topics"_s, number("SELECT COUNT(*) FROM topic")}};
}

} // namespace studio::bench
