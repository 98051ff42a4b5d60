#include "store/journal.h"

#include "store/database.h"
#include "store/statement.h"

#include <QLoggingCategory>

#include <sqlite3.h>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcJournal, "studio.store.journal")

using namespace Qt::StringLiterals;

constexpr qsizetype kMostHeads = 8; // more documents than that are not typed in at once

} // namespace

Journal::Journal(Database &db, const Clock &clock)
    : m_db(db)
    , m_clock(clock)
    , m_versions(db)
{
}

Result<qint64> Journal::save(const Document &document, VersionReason reason)
{
    const QDateTime changed = document.changedUtc.isValid() ? document.changedUtc : m_clock.nowUtc();
    auto known = head(document.id);
    if (!known) {
        return fail(std::move(known).error());
    }
    Head now;
    if (*known) {
        now = std::move(**known);
    } else if (auto inserted = insertDocument(document, changed)) {
        now.document = *inserted;
    } else {
        return fail(std::move(inserted).error());
    }
    auto version = writeVersion(now, document.text, reason, changed);
    if (!version) {
        return version;
    }
    if (auto done = setHead(now, document, changed); !done) {
        return fail(std::move(done).error());
    }
    remember(document.id, now);
    return version;
}

Result<qint64> Journal::writeVersion(Head &head, const QString &text, VersionReason reason,
                                     const QDateTime &atUtc)
{
    if (head.version && head.version->text == text
        && (head.reason == reason || head.reason == VersionReason::Typed || reason == VersionReason::Typed)) {
        if (head.reason == VersionReason::Typed && reason != VersionReason::Typed) {
            if (auto done = m_versions.setReason(head.version->id, reason, atUtc); !done) {
                return fail(std::move(done).error());
            }
            head.reason = reason;
        }
        return head.version->id;
    }
    const NewVersion row{head.document, atUtc, reason, text, false};
    auto written = m_versions.insert(row, head.version ? &*head.version : nullptr);
    if (!written) {
        return fail(std::move(written).error());
    }
    head.version = std::move(*written);
    head.reason = reason;
    return head.version->id;
}

Result<qint64> Journal::keepBeside(const DocumentId &id, const QString &text, VersionReason reason,
                                   const QDateTime &atUtc)
{
    const auto known = head(id);
    if (!known) {
        return fail(known.error());
    }
    if (!*known || ((*known)->version && (*known)->version->text == text)) {
        auto document = open(id);
        if (!document) {
            return fail(std::move(document).error());
        }
        Document current = document->value_or(Document{id, {}, text, 0, atUtc});
        current.text = text;
        return save(current, reason);
    }
    auto written = m_versions.insert({(*known)->document, atUtc, reason, text, true}, nullptr);
    if (!written) {
        return fail(std::move(written).error());
    }
    return written->id;
}

Result<> Journal::setRemoved(const DocumentId &id, bool removed)
{
    Statement update(m_db, "UPDATE document SET removed=? WHERE key=?");
    if (auto done = update.bind(removed ? m_clock.nowUtc() : QDateTime(), id.key).run(); !done) {
        return done;
    }
    if (sqlite3_changes(m_db.handle()) == 0) {
        return fail(ErrorCode::NotFound, u"no document "_s + id.key);
    }
    return {};
}

void Journal::forget()
{
    m_heads.clear();
}

Result<std::optional<Document>> Journal::open(const DocumentId &id)
{
    Statement select(m_db,
                     "SELECT title, caret, changed, head FROM document WHERE key=? AND removed IS NULL");
    const auto row = select.bind(id.key).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::optional<Document>();
    }
    const auto known = head(id);
    if (!known) {
        return fail(known.error());
    }
    if (!*known || !(*known)->version) {
        return fail(ErrorCode::InvalidData,
                    u"the newest text of %1 is damaged; earlier versions may be had"_s.arg(id.key));
    }
    return std::optional(Document{id, select.text(0), (*known)->version->text,
                                  static_cast<int>(select.integer(1)), select.time(2)});
}

Result<std::vector<DocumentVersion>> Journal::versions(const DocumentId &id)
{
    Statement select(m_db, "SELECT id FROM document WHERE key=?");
    const auto row = select.bind(id.key).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? m_versions.list(select.integer(0)) : std::vector<DocumentVersion>();
}

Result<QString> Journal::versionText(qint64 id)
{
    auto version = m_versions.read(id);
    if (!version) {
        return fail(std::move(version).error());
    }
    return std::move(version->text);
}

Result<std::vector<Document>> Journal::documents(const QString &keyPrefix)
{
    std::vector<Document> documents;
    Statement select(
        m_db,
        "SELECT id, key, title, caret, changed, head FROM document"
        " WHERE removed IS NULL AND substr(key, 1, length(?1))=?1 ORDER BY changed DESC, id DESC");
    select.bind(keyPrefix);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return documents;
        }
        auto text = versionText(select.integer(5));
        if (!text && text.error().code == ErrorCode::InvalidData) {
            qCWarning(lcJournal) << "Document" << select.integer(0)
                                 << "shows an earlier text:" << text.error().message;
            text = newestReadable(select.integer(0));
        }
        if (!text && text.error().code == ErrorCode::InvalidData) {
            qCWarning(lcJournal) << text.error().message;
            continue;
        }
        if (!text) {
            return fail(std::move(text).error());
        }
        documents.push_back(
            {{select.text(1)}, select.text(2), *text, static_cast<int>(select.integer(3)), select.time(4)});
    }
}

Result<QString> Journal::newestReadable(qint64 document)
{
    const auto versions = m_versions.list(document);
    if (!versions) {
        return fail(versions.error());
    }
    for (const DocumentVersion &version : *versions) {
        if (auto text = versionText(version.id); text || text.error().code != ErrorCode::InvalidData) {
            return text;
        }
    }
    return fail(ErrorCode::InvalidData, u"no text of document %1 can be rebuilt"_s.arg(document));
}

Result<std::optional<Journal::Head>> Journal::head(const DocumentId &id)
{
    if (const auto known = m_heads.constFind(id.key); known != m_heads.cend()) {
        return std::optional(*known);
    }
    Statement select(
        m_db,
        "SELECT d.id, d.head, v.reason FROM document d LEFT JOIN version v ON v.id=d.head WHERE d.key=?");
    const auto row = select.bind(id.key).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::optional<Head>();
    }
    Head head{select.integer(0), versionReasonFrom(select.text(2)).value_or(VersionReason::Typed), {}};
    auto version = m_versions.read(select.integer(1));
    if (version) {
        head.version = std::move(*version);
        remember(id, head);
    } else if (version.error().code == ErrorCode::InvalidData
               || version.error().code == ErrorCode::NotFound) {
        qCWarning(lcJournal) << "Document" << head.document << ":" << version.error().message;
    } else {
        return fail(std::move(version).error());
    }
    return std::optional(std::move(head));
}

Result<qint64> Journal::insertDocument(const Document &document, const QDateTime &changedUtc)
{
    Statement insert(m_db, "INSERT INTO document(key, title, caret, changed) VALUES(?,?,?,?)");
    if (auto done = insert.bind(document.id.key, document.title, document.caret, changedUtc).run(); !done) {
        return fail(std::move(done).error());
    }
    return sqlite3_last_insert_rowid(m_db.handle());
}

Result<> Journal::setHead(const Head &head, const Document &document, const QDateTime &changedUtc)
{
    Statement update(m_db,
                     "UPDATE document SET title=?, caret=?, changed=?, head=?, removed=NULL WHERE id=?");
    return update.bind(document.title, document.caret, changedUtc, head.version->id, head.document).run();
}

void Journal::remember(const DocumentId &id, const Head &head)
{
    if (m_heads.size() >= kMostHeads && !m_heads.contains(id.key)) {
        m_heads.clear();
    }
    m_heads.insert(id.key, head);
}

} // namespace studio::store
