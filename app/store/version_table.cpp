#include "store/version_table.h"

#include "store/database.h"
#include "store/statement.h"

#include <sqlite3.h>

#include <algorithm>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

// Bounds what rebuilding costs; a whole text every 256 saves costs little beside the saves themselves.
constexpr int kMostSteps = 256;

tl::unexpected<Error> damaged(qint64 id)
{
    return fail(ErrorCode::InvalidData, u"version %1 cannot be rebuilt: its checksum does not fit"_s.arg(id));
}

} // namespace

StoredText storedForm(const VersionBase *base, const QString &text)
{
    if (base != nullptr && base->steps + 1 < kMostSteps) {
        TextDelta delta = differenceBetween(base->text, text);
        if (delta.inserted.size() <= text.size() / 2) {
            return {base->id, base->steps + 1, std::move(delta)};
        }
    }
    return {std::nullopt, 0, {0, 0, text}};
}

VersionTable::VersionTable(Database &db)
    : m_db(db)
{
}

Result<VersionBase> VersionTable::insert(const NewVersion &version, const VersionBase *base)
{
    const StoredText stored = storedForm(version.beside ? nullptr : base, version.text);
    Statement insert(
        m_db,
        "INSERT INTO version(document, base, steps, beside, at, reason, length, kept_front, kept_back,"
        " text, checksum) VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(version.document, stored.base, stored.steps, version.beside, version.atUtc,
                toString(version.reason), qint64{version.text.size()}, qint64{stored.delta.keptFront},
                qint64{stored.delta.keptBack}, packText(stored.delta.inserted), checksumOf(version.text));
    if (auto done = insert.run(); !done) {
        return fail(std::move(done).error());
    }
    return VersionBase{sqlite3_last_insert_rowid(m_db.handle()), stored.steps, version.text};
}

Result<> VersionTable::setReason(qint64 id, VersionReason reason, const QDateTime &atUtc)
{
    Statement update(m_db, "UPDATE version SET reason=?, at=? WHERE id=?");
    return update.bind(toString(reason), atUtc, id).run();
}

Result<VersionBase> VersionTable::read(qint64 id)
{
    std::vector<TextDelta> way; // from the wanted version back to a whole text
    QByteArray checksum;
    int steps = 0;
    Statement select(m_db,
                     "SELECT base, steps, kept_front, kept_back, text, checksum FROM version WHERE id=?");
    for (std::optional<qint64> at = id; at;) {
        select.reset();
        const auto row = select.bind(*at).next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return way.empty() ? fail(ErrorCode::NotFound, u"no version %1"_s.arg(id)) : damaged(id);
        }
        if (way.empty()) {
            steps = static_cast<int>(select.integer(1));
            checksum = select.blob(5);
        }
        auto inserted = unpackText(select.blob(4));
        const std::optional<qint64> base = select.optionalInteger(0);
        if (!inserted || (base && *base >= *at)) {
            return damaged(id);
        }
        way.push_back({select.integer(2), select.integer(3), std::move(*inserted)});
        at = base;
    }
    QString text = way.back().inserted;
    const bool fits = std::all_of(way.rbegin() + 1, way.rend(),
                                  [&text](const TextDelta &delta) { return applyDelta(text, delta); });
    if (!fits || checksumOf(text) != checksum) {
        return damaged(id);
    }
    return VersionBase{id, steps, std::move(text)};
}

Result<std::vector<DocumentVersion>> VersionTable::list(qint64 document)
{
    std::vector<DocumentVersion> versions;
    Statement select(m_db, "SELECT id, at, reason, length FROM version WHERE document=? ORDER BY id DESC");
    select.bind(document);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return versions;
        }
        versions.push_back({select.integer(0), select.time(1),
                            versionReasonFrom(select.text(2)).value_or(VersionReason::Typed),
                            static_cast<int>(select.integer(3))});
    }
}

} // namespace studio::store
