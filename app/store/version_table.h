#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "store/text_delta.h"

namespace studio::store {

class Database;

/// A version whose text is known, on which the next one can build.
struct VersionBase
{
    qint64 id = 0;
    int steps = 0; ///< Differences to apply since the last whole text.
    QString text;
};

struct NewVersion
{
    qint64 document = 0;
    QDateTime atUtc;
    VersionReason reason = VersionReason::Typed;
    QString text;
    bool beside = false; ///< Not on the line of typing; stored whole.
};

/// How a text is stored: whole, or as the difference to its base.
struct StoredText
{
    std::optional<qint64> base;
    int steps = 0;
    TextDelta delta; ///< Whole: `inserted` is all of it.
};

/// Whole when there is no base, when the way from the last whole text is long, or when a difference saves
/// little.
StoredText storedForm(const VersionBase *base, const QString &text);

/// The rows of versions: writes texts as differences and rebuilds them. Opens no transaction.
class VersionTable final
{
public:
    explicit VersionTable(Database &db);

    /// `base` may be null. Gives the row's id, and its place on the way in `steps`.
    Result<VersionBase> insert(const NewVersion &version, const VersionBase *base);
    Result<> setReason(qint64 id, VersionReason reason, const QDateTime &atUtc);
    /// InvalidData when what is rebuilt is not what was stored; NotFound.
    Result<VersionBase> read(qint64 id);
    Result<std::vector<DocumentVersion>> list(qint64 document); ///< Newest first.

private:
    Database &m_db;
};

} // namespace studio::store
