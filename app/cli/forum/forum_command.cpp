#include "cli/forum/forum_command.h"

#include "cli/exit_code.h"
#include "cli/forum/forum_json.h"
#include "cli/options.h"
#include "domain/forum_named.h"
#include "domain/when_done.h"
#include "services/search_query.h"
#include "services/search_service.h"
#include "text/forum_words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPostsAtOnce = 500;
constexpr int kTopicsAtOnce = 500;
constexpr int kManyWords = 200;
constexpr int kMostSearches = 20; ///< The window's own box may end a search again and again.
constexpr qint64 kLargestInput = kLongestPost * 4 + 1; ///< Bytes of UTF-8.

template<typename T>
QByteArray jsonOf(const std::vector<T> &values)
{
    QJsonArray all;
    for (const T &each : values) {
        all.append(toJson(each));
    }
    return QJsonDocument(all).toJson();
}

std::optional<qint64> idFrom(const QString &word)
{
    bool isNumber = false;
    const qint64 id = word.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

} // namespace

template<typename Value, typename Then>
void ForumCommand::after(const QFuture<Result<Value>> &future, Then then)
{
    whenDone(future, this, [this, then](const Result<Value> &result) {
        if (!result) {
            return finishLater(report(result.error()));
        }
        if constexpr (std::is_void_v<Value>) {
            then();
        } else {
            then(*result);
        }
    });
}

void ForumCommand::start(const QStringList &arguments)
{
    struct Part
    {
        QLatin1StringView name;
        std::vector<Option> options;
        int fewest;
        int most;
        void (ForumCommand::*run)(const Options &);
    };

    const std::vector<Part> parts
        = {{"list"_L1, {}, 0, 0, &ForumCommand::list},
           {"topics"_L1,
            {{u"unread"_s, false}, {u"bookmarked"_s, false}, {u"subscribed"_s, false}, {u"own"_s, false}},
            0,
            1,
            &ForumCommand::topics},
           {"read"_L1, {{u"mark-read"_s, false}, {u"from"_s, true}}, 1, 1, &ForumCommand::read},
           {"search"_L1, {}, 1, kManyWords, &ForumCommand::search},
           {"reply"_L1, {{u"file"_s, true}}, 1, 1, &ForumCommand::reply}};
    const QString wanted = arguments.value(0);
    const auto part
        = std::find_if(parts.begin(), parts.end(), [&](const Part &each) { return each.name == wanted; });
    if (part == parts.end()) {
        return endUsage(tr("Say what: forum list, topics, read, search or reply."));
    }
    std::vector<Option> known = part->options;
    known.push_back({u"json"_s, false});
    const auto options = parseOptions(arguments.mid(1), known, part->fewest, part->most);
    if (!options) {
        return endUsage(options.error().message);
    }
    m_json = options->has(u"json"_s);
    (this->*part->run)(*options);
}

ForumStore *ForumCommand::store()
{
    const auto found = environment().forum ? environment().forum()
                                           : Result<ForumStore *>(fail(ErrorCode::Storage, u"no forum"_s));
    if (!found) {
        finishLater(report(found.error()));
    }
    return found.value_or(nullptr);
}

void ForumCommand::list(const Options & /*options*/)
{
    ForumStore *forum = store();
    if (!forum) {
        return;
    }
    after(forum->forums(), [this](const std::vector<ForumInfo> &forums) {
        if (m_json) {
            printJson(jsonOf(forums));
            return finishLater(kDone);
        }
        if (forums.empty()) {
            print(tr("The forum is not on this computer yet. It comes with `learning-studio sync`."));
        }
        for (const ForumInfo &each : forums) {
            if (each.isCategory) {
                print(text::lineForTerminal(each.name));
                continue;
            }
            const QString unread
                = each.unreadTopics > 0 ? u", "_s % tr("%n unread", nullptr, each.unreadTopics) : QString();
            print(u"%1  %2 (%3%4)"_s.arg(QString::number(each.id).rightJustified(6),
                                         text::lineForTerminal(each.name),
                                         tr("%n topics", nullptr, each.topics), unread));
        }
        finishLater(kDone);
    });
}

void ForumCommand::topics(const Options &options)
{
    TopicQuery query;
    int filters = 0;
    for (const auto &[name, filter] : {std::pair(u"unread"_s, TopicFilter::Unread),
                                       {u"bookmarked"_s, TopicFilter::Bookmarked},
                                       {u"subscribed"_s, TopicFilter::Subscribed},
                                       {u"own"_s, TopicFilter::Own}}) {
        if (options.has(name)) {
            query.filter = filter;
            ++filters;
        }
    }
    if (filters > 1) {
        return endUsage(tr("Only one of --unread, --bookmarked, --subscribed and --own."));
    }
    ForumStore *forum = store();
    if (!forum) {
        return;
    }
    query.limit = kTopicsAtOnce;
    const QString wanted = options.positional().value(0);
    if (wanted.isEmpty()) {
        return tellTopics(*forum, query);
    }
    after(forum->forums(), [this, forum, query, wanted](const std::vector<ForumInfo> &forums) {
        const ForumInfo *meant = forumNamed(forums, wanted, ForumNaming::Whole);
        if (!meant) {
            return endNotFound(tr("There is no forum %1 here. See `forum list`.").arg(wanted));
        }
        TopicQuery inside = query;
        inside.forumId = meant->id;
        tellTopics(*forum, inside);
    });
}

void ForumCommand::tellTopics(ForumStore &forum, const TopicQuery &query)
{
    after(forum.topics(query), [this](const TopicPage &page) {
        if (m_json) {
            printJson(jsonOf(page.topics));
            return finishLater(kDone);
        }
        if (page.topics.empty()) {
            print(tr("There are no such topics on this computer."));
        }
        const QDateTime now = environment().clock.nowUtc();
        for (const ForumTopic &each : page.topics) {
            print(u"%1  %2"_s.arg(QString::number(each.id).rightJustified(6),
                                  text::lineForTerminal(each.subject)));
            print(u"        %1"_s.arg(text::factsOf(each, now)));
        }
        if (page.total > static_cast<int>(page.topics.size())) {
            print(tr("These are the first %1 of %2.").arg(page.topics.size()).arg(page.total));
        }
        finishLater(kDone);
    });
}

void ForumCommand::read(const Options &options)
{
    const auto id = idFrom(options.positional().first());
    if (!id) {
        return endUsage(tr("Name the topic by its number, as `forum topics` gives it."));
    }
    ForumStore *forum = store();
    if (!forum) {
        return;
    }
    after(forum->topic(*id), [this, forum, options, id](const std::optional<ForumTopic> &topic) {
        if (!topic) {
            return endNotFound(tr("There is no topic %1 on this computer.").arg(*id));
        }
        readPosts(*forum, *topic, options);
    });
}

void ForumCommand::readPosts(ForumStore &forum, const ForumTopic &topic, const Options &options)
{
    const auto from = options.has(u"from"_s) ? idFrom(options.value(u"from"_s)) : std::optional<qint64>(1);
    if (!from || *from > std::numeric_limits<int>::max()) {
        return endUsage(tr("--from is the place of a post in its topic: 1 or more."));
    }
    const bool markRead = options.has(u"mark-read"_s);
    after(forum.posts(topic.id, static_cast<int>(*from) - 1, kPostsAtOnce),
          [this, topic, markRead](const PostWindow &window) { tellPosts(topic, window, markRead); });
}

void ForumCommand::tellPosts(const ForumTopic &topic, const PostWindow &window, bool markRead)
{
    const int next = window.first + static_cast<int>(window.posts.size()) + 1;
    if (m_json) {
        QJsonObject all = toJson(topic);
        QJsonArray posts;
        for (const ForumPost &each : window.posts) {
            posts.append(toJson(each));
        }
        all.insert(u"posts_here"_s, window.total);
        all.insert(u"next"_s, next <= window.total ? QJsonValue(next) : QJsonValue());
        all.insert(u"messages"_s, posts);
        printJson(QJsonDocument(all).toJson());
    } else {
        const QDateTime now = environment().clock.nowUtc();
        print(text::lineForTerminal(topic.subject));
        print(text::factsOf(topic, now));
        for (const ForumPost &each : window.posts) {
            print(QString());
            const QString unread = each.unread ? u" · "_s % tr("unread") : QString();
            print(u"#%1  %2 · %3%4"_s.arg(QString::number(each.position), text::authorName(each.author),
                                          each.createdUtc.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                                          unread));
            print(text::forTerminal(each.text));
        }
        if (window.total == 0) {
            print(tr("Its posts are not on this computer yet. They come with `learning-studio sync`."));
        } else if (next <= window.total) {
            print(QString());
            print(tr("More: --from %1").arg(next));
        }
    }
    ForumStore *forum = markRead && !window.posts.empty() ? store() : nullptr;
    if (!forum) {
        return markRead && !window.posts.empty() ? void() : finishLater(kDone);
    }
    after(forum->markRead({topic.id, window.posts.back().id}), [this] { finishLater(kDone); });
}

void ForumCommand::search(const Options &options)
{
    // What the shell took the quotes from gets them back, so that it stays together.
    QStringList words;
    for (const QString &each : options.positional()) {
        const bool hasQuotes = each.contains(u'"');
        const qsizetype colon = each.indexOf(u':');
        const bool isFilter = colon > 0 && !each.left(colon).contains(u' ');
        if (!each.contains(u' ') || hasQuotes) {
            words.append(each);
        } else if (isFilter) {
            words.append(each.left(colon + 1) % u'"' % each.mid(colon + 1) % u'"');
        } else {
            words.append(u'"' % each % u'"');
        }
    }
    const QString typed = words.join(u' ') % u' '; // the last word is whole
    const auto service = environment().search
        ? environment().search()
        : Result<services::SearchService *>(fail(ErrorCode::Storage, u"no search"_s));
    if (!service) {
        return finishLater(report(service.error()));
    }
    const auto kinds = services::searchQueryFrom(typed).request.kinds;
    const auto wants
        = [&](FoundKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
    services::SearchService *found = *service;
    if (!wants(FoundKind::Lesson) && !wants(FoundKind::Exercise) && !wants(FoundKind::OwnCode)) {
        // Of the forum, unless something else is named.
        return searchNow(*found, kinds.empty() ? QString(typed % u"in:topics in:posts "_s) : typed);
    }
    after(found->putCourses(), [this, found, typed] {
        after(found->putOwnCode(), [this, found, typed] { searchNow(*found, typed); });
    });
}

void ForumCommand::searchNow(services::SearchService &service, const QString &typed)
{
    whenDone(service.search(typed), this, [this, &service, typed](const Result<SearchAnswer> &answer) {
        if (!answer && answer.error().code == ErrorCode::Cancelled && ++m_searches < kMostSearches) {
            return searchNow(service, typed);
        }
        if (!answer) {
            return finishLater(report(answer.error()));
        }
        tellFound(*answer);
    });
}

void ForumCommand::tellFound(const SearchAnswer &answer)
{
    if (m_json) {
        printJson(jsonOf(answer.found));
        return finishLater(answer.found.empty() ? kNotPassed : kDone);
    }
    if (answer.found.empty()) {
        print(tr("Nothing found."));
        return finishLater(kNotPassed);
    }
    const QDateTime now = environment().clock.nowUtc();
    for (const FoundItem &each : answer.found) {
        const QString place
            = each.key.isEmpty() ? QString::number(each.topicId) : text::lineForTerminal(each.key);
        print(u"%1  %2"_s.arg(place.rightJustified(6), text::lineForTerminal(each.title)));
        print(u"        %1"_s.arg(text::factsOf(each, now)));
        if (!each.snippet.isEmpty()) {
            print(u"        %1"_s.arg(text::lineForTerminal(each.snippet)));
        }
    }
    finishLater(kDone);
}

void ForumCommand::reply(const Options &options)
{
    const auto id = idFrom(options.positional().first());
    if (!id) {
        return endUsage(tr("Name the topic by its number, as `forum topics` gives it."));
    }
    const QString file = options.value(u"file"_s);
    if ((file.isEmpty() || file == "-"_L1) && !io().ownInput) {
        return endUsage(tr("While the window is open, give the text with --file FILE."));
    }
    const auto text = textToSend(file);
    if (!text) {
        return finishLater(report(text.error()));
    }
    if (const QString problem = text::problemOfText(*text); !problem.isEmpty()) {
        return endUsage(problem);
    }
    ForumStore *forum = store();
    if (!forum) {
        return;
    }
    after(forum->topic(*id), [this, forum, id, words = *text](const std::optional<ForumTopic> &topic) {
        if (!topic) {
            return endNotFound(tr("There is no topic %1 on this computer.").arg(*id));
        }
        queueReply(*forum, *topic, words);
    });
}

void ForumCommand::queueReply(ForumStore &forum, const ForumTopic &topic, const QString &text)
{
    if (topic.locked) {
        printError(tr("The topic is locked: nobody can reply to it."));
        return finishLater(kNotPassed);
    }
    ForumWriting writing;
    writing.kind = WritingKind::Reply;
    writing.topicId = topic.id;
    writing.text = text.trimmed();
    writing.madeUtc = environment().clock.nowUtc();
    after(forum.queue(writing), [this](const ForumWriting &queued) {
        if (m_json) {
            printJson(QJsonDocument(toJson(queued)).toJson());
        } else {
            print(tr("It waits, and goes out with the next sync."));
        }
        finishLater(kDone);
    });
}

Result<QString> ForumCommand::textToSend(const QString &file) const
{
    if (!file.isEmpty() && file != "-"_L1) {
        return readTextFile(absolutePath(file));
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"standard input"_s);
    }
    const QByteArray bytes = input.read(kLargestInput); // too much of it is told as a text that is too long
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() && bytes.size() < kLargestInput) {
        return fail(ErrorCode::InvalidData, u"standard input: not UTF-8 text"_s);
    }
    return text.replace("\r\n"_L1, "\n"_L1);
}

void ForumCommand::endUsage(const QString &text)
{
    printError(text);
    finishLater(kUsage);
}

void ForumCommand::endNotFound(const QString &text)
{
    printError(text);
    finishLater(kNotFound);
}

} // namespace studio::cli
