#pragma once

#include "domain/ports/clock.h"
#include "store/version_table.h"

#include <QHash>

namespace studio::store {

/// Documents and the history of their texts. Opens no transaction: whoever calls it does, and calls forget()
/// after a rollback.
///
/// The newest text of documents in use is kept in memory, so that a key costs the same however long the
/// history is.
class Journal final
{
public:
    Journal(Database &db, const Clock &clock);

    /// The text as it is now becomes the document's newest. The same text again makes no second version,
    /// unless it is to be kept for another reason. A removed document is there again. Gives the version's id.
    Result<qint64> save(const Document &document, VersionReason reason);
    /// Keeps a text that need not be the newest: what was checked while typing went on. The newest stays.
    Result<qint64> keepBeside(const DocumentId &id, const QString &text, VersionReason reason,
                              const QDateTime &atUtc);
    Result<> setRemoved(const DocumentId &id, bool removed); ///< NotFound
    void forget();

    Result<std::optional<Document>> open(const DocumentId &id); ///< nullopt: never saved, or removed.
    Result<std::vector<DocumentVersion>> versions(const DocumentId &id);
    Result<QString> versionText(qint64 id);
    /// Last changed first, removed ones left out. One whose newest text is damaged comes with the newest text
    /// that can be had, or not at all.
    Result<std::vector<Document>> documents(const QString &keyPrefix);

private:
    struct Head
    {
        qint64 document = 0;
        VersionReason reason = VersionReason::Typed;
        std::optional<VersionBase> version; ///< Unset: the newest text cannot be rebuilt.
    };

    Result<std::optional<Head>> head(const DocumentId &id);
    Result<qint64> insertDocument(const Document &document, const QDateTime &changedUtc);
    Result<> setHead(const Head &head, const Document &document, const QDateTime &changedUtc);
    Result<qint64> writeVersion(Head &head, const QString &text, VersionReason reason,
                                const QDateTime &atUtc);
    void remember(const DocumentId &id, const Head &head);
    Result<QString> newestReadable(qint64 document);

    Database &m_db;
    const Clock &m_clock;
    VersionTable m_versions;
    QHash<QString, Head> m_heads; ///< By key.
};

} // namespace studio::store
