#include "store/search/sqlite_search_index.h"

#include "store/search/search_reading.h"
#include "store/statement.h"

#include <QSet>

namespace studio::store {

namespace {

constexpr qsizetype kLongestText = 1'000'000; ///< UTF-16, of a document.
constexpr qsizetype kLongestTitle = 400;

Result<> putDocument(Statement &put, const SearchDocument &document)
{
    put.bind(static_cast<int>(document.kind), document.key, document.title.left(kLongestTitle),
             document.where.left(kLongestTitle), document.text.left(kLongestText), document.changedUtc);
    auto done = put.run();
    put.reset();
    return done;
}

Result<> putAll(Database &db, const std::vector<SearchDocument> &documents)
{
    // What is as it was is not written: at each start all of it is put again.
    Statement put(db,
                  "INSERT INTO document(kind, key, title, place, text, changed) VALUES(?1,?2,?3,?4,?5,?6)"
                  " ON CONFLICT(kind, key) DO UPDATE SET title=?3, place=?4, text=?5, changed=?6"
                  " WHERE title<>?3 OR place<>?4 OR text<>?5 OR changed IS NOT ?6");
    for (const SearchDocument &each : documents) {
        if (each.kind == FoundKind::Topic || each.kind == FoundKind::Post) {
            continue; // they are here by themselves
        }
        if (auto done = putDocument(put, each); !done) {
            return done;
        }
    }
    return {};
}

Result<> dropOthers(Database &db, FoundKind kind, const QSet<QString> &keys)
{
    std::vector<qint64> gone;
    Statement list(db, "SELECT id, key FROM document WHERE kind=?");
    list.bind(static_cast<int>(kind));
    for (;;) {
        const auto row = list.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        if (!keys.contains(list.text(1))) {
            gone.push_back(list.integer(0));
        }
    }
    Statement drop(db, "DELETE FROM document WHERE id=?");
    for (const qint64 id : gone) {
        if (auto done = drop.bind(id).run(); !done) {
            return done;
        }
        drop.reset();
    }
    return {};
}

} // namespace

SqliteSearchIndex::SqliteSearchIndex(const QString &path, Write write, TellRemade tellRemade)
    : m_file(path)
    , m_write(std::move(write))
    , m_tellRemade(std::move(tellRemade))
{
}

SqliteSearchIndex::~SqliteSearchIndex()
{
    ++m_latest; // what is being looked for is wanted by nobody now
}

QFuture<Result<SearchAnswer>> SqliteSearchIndex::search(const SearchRequest &request)
{
    const quint64 number = ++m_latest;
    return m_reading.run([this, request, number]() {
        return searchNow(request, [this, number] { return m_latest.load() != number; });
    });
}

Result<SearchAnswer> SqliteSearchIndex::searchNow(const SearchRequest &request,
                                                  const std::function<bool()> &ended)
{
    if (ended()) {
        return fail(ErrorCode::Cancelled, QStringLiteral("a later search"));
    }
    if (auto ready = ensureReader(); !ready) {
        return fail(ready.error());
    }
    auto answer = SearchReading(*m_reader, request, ended).run();
    if (!answer && answer.error().code == ErrorCode::InvalidData) {
        m_reader.reset();
        // The thread that writes makes the file anew; the second time the work is asked it is content.
        m_write([known = false](Database &) mutable -> Result<> {
            if (std::exchange(known, true)) {
                return {};
            }
            return fail(ErrorCode::InvalidData, QStringLiteral("a search found it damaged"));
        });
    }
    return answer;
}

Result<> SqliteSearchIndex::ensureReader()
{
    if (m_reader) {
        return {};
    }
    // The writer makes the file: a reader alone could not.
    if (auto ready = m_write([](Database &) { return Result<>(); }).takeResult(); !ready) {
        return ready;
    }
    auto opened = m_file.look();
    if (!opened) {
        return fail(opened.error());
    }
    if (auto done = opened->execute(QStringLiteral("PRAGMA mmap_size=50331648; PRAGMA cache_size=-16000"));
        !done) {
        return done;
    }
    m_reader.emplace(std::move(*opened));
    return {};
}

MarkedText SqliteSearchIndex::excerpt(const SearchRequest &request, const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    const std::string_view utf8(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return snippetOf(utf8, matchText(utf8, termsOf(request)).spans);
}

QFuture<Result<>> SqliteSearchIndex::put(const std::vector<SearchDocument> &documents)
{
    return m_write([documents](Database &db) { return putAll(db, documents); });
}

QFuture<Result<>> SqliteSearchIndex::keepOnly(FoundKind kind, const QStringList &keys)
{
    return m_write([kind, keys = QSet<QString>(keys.begin(), keys.end())](Database &db) {
        return dropOthers(db, kind, keys);
    });
}

void SqliteSearchIndex::onEmptied(std::function<void()> call)
{
    m_tellRemade(std::move(call));
}

void SqliteSearchIndex::reopen()
{
    m_reading.post([this] { m_reader.reset(); });
}

} // namespace studio::store
