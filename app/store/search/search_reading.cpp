#include "store/search/search_reading.h"

#include "store/database.h"
#include "store/statement.h"

#include <QElapsedTimer>
#include <QSet>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

namespace studio::store {

namespace {

constexpr int kCandidates = 120; ///< Of each kind; the text of each is read to score it.
constexpr int kMostAuthors = 20;
constexpr int kMostForums = 1'000; ///< Of a category; a platform has few.
constexpr int kMostTopics = 20; ///< In an answer that has posts too: they would fill it.
constexpr std::size_t kScored = 3 * 1024; ///< Bytes of a text that say how well it fits.
constexpr qint64 kPatience = 60; ///< Milliseconds for one query; then what is there must do.
constexpr int kSteps = 400; ///< Of SQLite's machine, between looks at the clock.

constexpr char kBaseline[] = "COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='baseline'), 0)";
constexpr char kMe[] = "COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='own_user'), -1)";

struct Watch
{
    const std::function<bool()> &ended;
    QElapsedTimer clock;
    bool late = false;
};

int look(void *context)
{
    auto *watch = static_cast<Watch *>(context);
    watch->late = watch->clock.hasExpired(kPatience);
    return watch->late || watch->ended() ? 1 : 0;
}

std::string_view viewOf(const QByteArray &bytes, std::size_t most)
{
    return {bytes.constData(), std::min(most, static_cast<std::size_t>(bytes.size()))};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("a later search")};
}

/// What comes after every text that begins with this one.
QString pastAllOf(const QString &beginning)
{
    return beginning + QString::fromUcs4(U"\U0010FFFF", 1);
}

} // namespace

SearchReading::SearchReading(Database &db, const SearchRequest &request, std::function<bool()> ended)
    : m_db(db)
    , m_request(request)
    , m_ended(std::move(ended))
    , m_terms(termsOf(request))
{
}

void SearchReading::Numbers::add(qint64 number)
{
    const QByteArray digits = QByteArray::number(number);
    m_list += (m_list.isEmpty() ? "" : ",") + digits;
    m_match += (m_match.isEmpty() ? "\"" : " OR \"") + digits + '"';
}

void SearchReading::Numbers::restrict(QByteArray &match, const char *column) const
{
    if (!isEmpty()) {
        match += (match.isEmpty() ? "" : " AND ") + (column + (" : (" + m_match + ')'));
    }
}

bool SearchReading::wants(FoundKind kind) const
{
    return m_request.kinds.empty()
        || std::find(m_request.kinds.begin(), m_request.kinds.end(), kind) != m_request.kinds.end();
}

Result<SearchAnswer> SearchReading::run()
{
    const bool filtered = !m_request.author.isEmpty() || m_request.forumId != 0 || m_request.onlyUnread;
    const bool typed = !m_request.words.isEmpty() || !m_request.phrases.isEmpty();
    if (m_request.most <= 0 || (m_terms.empty() && (typed || (!filtered && m_request.kinds.empty())))) {
        return SearchAnswer();
    }
    Result<> done = findAuthors();
    if (done) {
        done = findForums();
    }
    const bool nobody = !m_request.author.isEmpty() && m_authors.isEmpty();
    if (done && wants(FoundKind::Topic) && !nobody) {
        done = collectTopics();
    }
    if (done && wants(FoundKind::Post) && !nobody) {
        done = collectPosts();
    }
    if (done && !filtered) {
        done = collectDocuments();
    }
    if (!done) {
        return fail(done.error());
    }
    return answer();
}

Result<> SearchReading::findAuthors()
{
    if (m_request.author.isEmpty()) {
        return {};
    }
    Statement find(m_db,
                   "SELECT id, name FROM user WHERE name >= ?1 COLLATE NOCASE AND name < ?2 COLLATE NOCASE"
                   " ORDER BY name COLLATE NOCASE LIMIT ?3");
    find.bind(m_request.author, pastAllOf(m_request.author), kMostAuthors);
    const auto count = rows(find, [this](const Statement &row) {
        m_authors.add(row.integer(0));
        m_names.append(row.text(1));
    });
    return count ? Result<>() : fail(count.error());
}

Result<> SearchReading::findForums()
{
    if (m_request.forumId == 0) {
        return {};
    }
    m_forums.add(m_request.forumId);
    Statement find(m_db, "SELECT id FROM forum WHERE category = ?1 AND id <> ?1 ORDER BY place LIMIT ?2");
    find.bind(m_request.forumId, kMostForums);
    const auto count = rows(find, [this](const Statement &row) { m_forums.add(row.integer(0)); });
    return count ? Result<>() : fail(count.error());
}

Result<int> SearchReading::rows(Statement &query, const std::function<void(const Statement &)> &take)
{
    Watch watch{m_ended, {}};
    watch.clock.start();
    sqlite3_progress_handler(m_db.handle(), kSteps, look, &watch);
    int count = 0;
    Result<bool> row = false;
    while ((row = query.next()) && *row) {
        take(query);
        ++count;
    }
    sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr);
    if (m_ended()) {
        return fail(cancelled());
    }
    if (!row && !watch.late) {
        return fail(row.error());
    }
    m_more = m_more || watch.late;
    return count;
}

Result<> SearchReading::collect(const std::function<Result<int>(const std::vector<SearchTerm> &)> &query)
{
    std::vector<SearchTerm> whole = m_terms;
    bool beginning = false;
    for (SearchTerm &term : whole) {
        beginning = beginning || term.beginning;
        term.beginning = false;
    }
    const auto count = query(whole);
    if (!count) {
        return fail(count.error());
    }
    if (*count >= kCandidates) {
        m_more = true;
        return {};
    }
    if (!beginning) {
        return {};
    }
    const auto all = query(m_terms);
    if (!all) {
        return fail(all.error());
    }
    m_more = m_more || *all >= kCandidates;
    return {};
}

Result<> SearchReading::collectTopics()
{
    // Without words: what a person or a filter has to say is in the posts, but for "what is unread".
    const bool onlyTopics = !wants(FoundKind::Post);
    if (m_terms.empty() && !m_request.author.isEmpty() && !onlyTopics) {
        return {};
    }
    return collect([this](const std::vector<SearchTerm> &terms) { return topics(terms); });
}

Result<> SearchReading::collectPosts()
{
    const bool alsoTopics = wants(FoundKind::Topic);
    if (m_terms.empty() && m_request.author.isEmpty() && alsoTopics) {
        return {}; // the topics say it
    }
    return collect([this](const std::vector<SearchTerm> &terms) { return posts(terms); });
}

Result<> SearchReading::collectDocuments()
{
    if (!wants(FoundKind::Lesson) && !wants(FoundKind::Exercise) && !wants(FoundKind::OwnCode)) {
        return {};
    }
    return collect([this](const std::vector<SearchTerm> &terms) { return documents(terms); });
}

Result<int> SearchReading::topics(const std::vector<SearchTerm> &terms)
{
    QByteArray sql
        = "SELECT t.id, t.subject, COALESCE(f.name, ''), COALESCE(u.name, ''), t.last_post, "
          "t.unread > 0, substr(CAST(COALESCE((SELECT text FROM post WHERE topic = t.id ORDER BY id"
          " LIMIT 1), '') AS BLOB), 1, 2048) FROM ";
    if (terms.empty()) {
        sql += "topic t LEFT JOIN forum f ON f.id = t.forum LEFT JOIN user u ON u.id = t.author WHERE ?1 IS "
               "NOT NULL";
    } else {
        sql += "topic_fts x CROSS JOIN topic t ON t.id = x.rowid LEFT JOIN forum f ON f.id = t.forum"
               " LEFT JOIN user u ON u.id = t.author WHERE topic_fts MATCH ?1";
    }
    if (!m_authors.isEmpty()) {
        sql += " AND t.author IN (" + m_authors.list() + ")";
    }
    if (terms.empty() && !m_forums.isEmpty()) {
        sql += " AND t.forum IN (" + m_forums.list() + ")";
    }
    sql += m_request.onlyUnread ? " AND t.unread > 0" : "";
    sql += terms.empty() ? " ORDER BY t.last_post DESC LIMIT ?2" : " ORDER BY x.rowid DESC LIMIT ?2";
    QByteArray match = matchOf(terms, "subject");
    m_forums.restrict(match, "forum");
    Statement find(m_db, sql.constData());
    find.bind(QString::fromUtf8(match), kCandidates);
    return rows(find, [this](const Statement &row) {
        Candidate each;
        each.found.kind = FoundKind::Topic;
        each.found.topicId = row.integer(0);
        each.found.title = row.text(1);
        each.found.where = row.text(2);
        each.found.author = row.text(3);
        each.found.atUtc = row.time(4);
        each.found.unread = row.integer(5) != 0;
        each.text = row.blob(6);
        each.inTitle = true;
        m_candidates.push_back(std::move(each));
    });
}

Result<int> SearchReading::posts(const std::vector<SearchTerm> &terms)
{
    const QByteArray unread = QByteArray("(COALESCE(t.unread, 0) > 0 AND p.id > t.read_to AND p.created >= ")
        + kBaseline + " AND p.author <> " + kMe + ")";
    QByteArray match = matchOf(terms, "text");
    m_authors.restrict(match, "author");
    m_forums.restrict(match, "forum");
    QByteArray sql = "SELECT p.id, p.topic, COALESCE(t.subject, ''), COALESCE(f.name, ''),"
                     " COALESCE(u.name, ''), p.created, "
        + unread + ", substr(CAST(p.text AS BLOB), 1, 65536) FROM ";
    sql += match.isEmpty() ? "post p " : "post_fts x CROSS JOIN post p ON p.id = x.rowid ";
    sql += "LEFT JOIN topic t ON t.id = p.topic LEFT JOIN forum f ON f.id = t.forum LEFT JOIN user u ON u.id "
           "= p.author WHERE ";
    sql += match.isEmpty() ? "?1 IS NOT NULL" : "post_fts MATCH ?1";
    sql += m_request.onlyUnread ? " AND " + unread : QByteArray();
    sql += match.isEmpty() ? " ORDER BY p.id DESC LIMIT ?2" : " ORDER BY x.rowid DESC LIMIT ?2";
    Statement find(m_db, sql.constData());
    find.bind(QString::fromUtf8(match), kCandidates);
    return rows(find, [this](const Statement &row) {
        Candidate each;
        each.found.kind = FoundKind::Post;
        each.found.postId = row.integer(0);
        each.found.topicId = row.integer(1);
        each.found.title = row.text(2);
        each.found.where = row.text(3);
        each.found.author = row.text(4);
        each.found.atUtc = row.time(5);
        each.found.unread = row.integer(6) != 0;
        each.text = row.blob(7);
        m_candidates.push_back(std::move(each));
    });
}

Result<int> SearchReading::documents(const std::vector<SearchTerm> &terms)
{
    QByteArray kinds;
    for (const FoundKind kind : {FoundKind::Lesson, FoundKind::Exercise, FoundKind::OwnCode}) {
        if (wants(kind)) {
            kinds += (kinds.isEmpty() ? "" : ",") + QByteArray::number(static_cast<int>(kind));
        }
    }
    QByteArray sql = "SELECT d.kind, d.key, d.title, d.place, d.changed, substr(CAST(d.text AS BLOB), 1, "
                     "65536) FROM ";
    sql += terms.empty()
        ? "document d WHERE ?1 IS NOT NULL"
        : "document_fts x CROSS JOIN document d ON d.id = x.rowid WHERE document_fts MATCH ?1";
    sql += " AND d.kind IN (" + kinds + ")";
    sql += terms.empty() ? " ORDER BY d.changed DESC LIMIT ?2" : " ORDER BY x.rowid DESC LIMIT ?2";
    Statement find(m_db, sql.constData());
    find.bind(QString::fromUtf8(matchOf(terms, "{title text}")), kCandidates);
    return rows(find, [this](const Statement &row) {
        Candidate each;
        each.found.kind = static_cast<FoundKind>(row.integer(0));
        each.found.key = row.text(1);
        each.found.title = row.text(2);
        each.found.where = row.text(3);
        each.found.atUtc = row.time(4);
        each.text = row.blob(5);
        m_candidates.push_back(std::move(each));
    });
}

void SearchReading::score(Candidate &candidate) const
{
    const QByteArray title = candidate.found.title.toUtf8();
    const TextMatch named = matchText(viewOf(title, kScored), m_terms);
    const TextMatch told = matchText(viewOf(candidate.text, kScored), m_terms);
    const auto all = static_cast<int>(m_terms.size());
    candidate.inTitle = candidate.found.kind != FoundKind::Post && named.termsFound == all;
    candidate.score = told.score + named.score + (candidate.found.unread ? 0.1 : 0);
}

SearchAnswer SearchReading::answer()
{
    // What matches whole was collected before the same as a beginning.
    QSet<QString> seen;
    QDateTime newest;
    std::vector<Candidate *> order;
    for (Candidate &each : m_candidates) {
        const QString id = each.found.key.isEmpty()
            ? QString::number(each.found.postId != 0 ? each.found.postId : each.found.topicId)
            : each.found.key;
        const QString name = QString::number(static_cast<int>(each.found.kind)) + u'/' + id;
        if (!seen.contains(name)) {
            seen.insert(name);
            score(each);
            newest = !newest.isValid() || each.found.atUtc > newest ? each.found.atUtc : newest;
            order.push_back(&each);
        }
    }
    for (Candidate *each : order) {
        // Half after three months: a forum's answers get old.
        const double days = each->found.atUtc.isValid() && newest.isValid()
            ? static_cast<double>(each->found.atUtc.msecsTo(newest)) / 86'400'000.0
            : 90;
        each->score += 0.5 / (1 + std::max(0.0, days) / 90);
    }
    std::stable_sort(order.begin(), order.end(), [](const Candidate *a, const Candidate *b) {
        return a->inTitle != b->inTitle ? a->inTitle : a->score > b->score;
    });
    SearchAnswer answer;
    answer.more = m_more;
    answer.authors = m_names;
    const bool posts = std::any_of(order.begin(), order.end(),
                                   [](const Candidate *each) { return each->found.kind == FoundKind::Post; });
    int topics = 0;
    for (Candidate *each : order) {
        const bool tooMany = posts && each->found.kind == FoundKind::Topic && ++topics > kMostTopics;
        if (tooMany || answer.found.size() >= static_cast<std::size_t>(m_request.most)) {
            answer.more = true;
            continue;
        }
        show(*each);
        answer.found.push_back(std::move(each->found));
    }
    return answer;
}

void SearchReading::show(Candidate &candidate)
{
    const QByteArray title = candidate.found.title.toUtf8();
    MarkedText named = markedLine(viewOf(title, 4096), matchText(viewOf(title, 4096), m_terms).spans);
    candidate.found.title = std::move(named.text);
    candidate.found.titleMarks = std::move(named.marks);
    const std::string_view text = viewOf(candidate.text, 65536);
    MarkedText told = snippetOf(text, matchText(text, m_terms).spans);
    candidate.found.snippet = std::move(told.text);
    candidate.found.marks = std::move(told.marks);
    if (candidate.found.kind == FoundKind::Topic || candidate.found.kind == FoundKind::Post) {
        candidate.found.markdown = QString::fromUtf8(candidate.text);
    }
}

} // namespace studio::store
