#include "store/journal_thinning.h"

#include "store/database.h"
#include "store/statement.h"
#include "store/version_table.h"

#include <QLoggingCategory>

#include <chrono>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcThinning, "studio.store.thinning")

using namespace Qt::StringLiterals;

constexpr qint64 kMinute = 60'000;
constexpr int kDays = 1;

struct Row
{
    qint64 id = 0;
    std::optional<qint64> base;
    qint64 at = 0;
    bool typed = false;
    TextDelta delta;
    QByteArray checksum;
};

struct Stretch
{
    qint64 document = 0;
    qint64 after = 0; ///< The last version that was looked at before; 0 for none.
    qint64 last = 0;
};

Result<std::vector<Stretch>> stretches(Database &db, qint64 before)
{
    std::vector<Stretch> found;
    Statement select(db,
                     "SELECT d.id, d.thinned, max(v.id) FROM document d JOIN version v ON v.document=d.id"
                     " WHERE v.id > d.thinned AND v.beside=0 AND v.at < ? GROUP BY d.id");
    select.bind(before);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return found;
        }
        found.push_back({select.integer(0), select.integer(1), select.integer(2)});
    }
}

/// The stretch and one version more, which may have to be written anew.
Result<std::vector<Row>> rowsOf(Database &db, const Stretch &stretch)
{
    std::vector<Row> rows;
    Statement select(db,
                     "SELECT id, base, at, reason, kept_front, kept_back, text, checksum FROM version"
                     " WHERE document=? AND id > ? AND beside=0 ORDER BY id");
    select.bind(stretch.document, stretch.after);
    while (rows.empty() || rows.back().id <= stretch.last) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        const auto text = unpackText(select.blob(6));
        if (!text) {
            return fail(ErrorCode::InvalidData, u"version %1 is damaged"_s.arg(select.integer(0)));
        }
        rows.push_back({select.integer(0), select.optionalInteger(1), select.integer(2),
                        select.text(3) == toString(VersionReason::Typed),
                        TextDelta{select.integer(4), select.integer(5), *text}, select.blob(7)});
    }
    return rows;
}

/// Turns the text of the version before into that of this one.
bool advance(QString &text, qint64 before, const Row &row)
{
    if (!row.base) {
        text = row.delta.inserted;
    } else if (*row.base != before || !applyDelta(text, row.delta)) {
        return false;
    }
    return checksumOf(text) == row.checksum;
}

Result<VersionBase> writeAnew(Database &db, const VersionBase *base, qint64 id, const QString &text)
{
    const StoredText stored = storedForm(base, text);
    Statement update(db, "UPDATE version SET base=?, steps=?, kept_front=?, kept_back=?, text=? WHERE id=?");
    update.bind(stored.base, stored.steps, qint64{stored.delta.keptFront}, qint64{stored.delta.keptBack},
                packText(stored.delta.inserted), id);
    if (auto done = update.run(); !done) {
        return fail(std::move(done).error());
    }
    return VersionBase{id, stored.steps, text};
}

Result<std::vector<qint64>> rewrite(Database &db, const Stretch &stretch, const std::vector<Row> &rows,
                                    qint64 before)
{
    std::vector<qint64> gone;
    std::optional<VersionBase> kept; // the last one that stays
    QString text;
    qint64 previous = stretch.after;
    if (stretch.after != 0) {
        auto start = VersionTable(db).read(stretch.after);
        if (!start) {
            return fail(std::move(start).error());
        }
        text = start->text;
        kept = std::move(*start);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        if (!advance(text, previous, row)) {
            return fail(ErrorCode::InvalidData, u"version %1 is damaged"_s.arg(row.id));
        }
        previous = row.id;
        const bool sameMinute = i + 1 < rows.size() && rows[i + 1].at / kMinute == row.at / kMinute;
        if (row.typed && row.at < before && row.id <= stretch.last && sameMinute) {
            gone.push_back(row.id);
            continue;
        }
        if (row.base && (!kept || *row.base != kept->id)) {
            auto written = writeAnew(db, kept ? &*kept : nullptr, row.id, text);
            if (!written) {
                return fail(std::move(written).error());
            }
            kept = std::move(*written);
        } else {
            kept = VersionBase{row.id, row.base ? kept->steps + 1 : 0, text};
        }
    }
    return gone;
}

Result<int> thinDocument(Database &db, const Stretch &stretch, qint64 before)
{
    const auto rows = rowsOf(db, stretch);
    if (!rows) {
        return fail(rows.error());
    }
    const auto gone = rewrite(db, stretch, *rows, before);
    if (!gone) {
        return fail(gone.error());
    }
    Statement remove(db, "DELETE FROM version WHERE id=?");
    for (const qint64 id : *gone) {
        remove.reset();
        if (auto done = remove.bind(id).run(); !done) {
            return fail(std::move(done).error());
        }
    }
    Statement mark(db,
                   "UPDATE document SET thinned=(SELECT coalesce(max(id), 0) FROM version"
                   " WHERE document=?1 AND beside=0 AND id<=?2) WHERE id=?1");
    if (auto done = mark.bind(stretch.document, stretch.last).run(); !done) {
        return fail(std::move(done).error());
    }
    return static_cast<int>(gone->size());
}

} // namespace

Result<int> thinJournal(Database &db, const QDateTime &nowUtc)
{
    const qint64 before = nowUtc.addDays(-kDays).toMSecsSinceEpoch();
    Transaction transaction(db);
    if (auto begun = transaction.begin(); !begun) {
        return fail(std::move(begun).error());
    }
    const auto found = stretches(db, before);
    if (!found) {
        return fail(found.error());
    }
    int gone = 0;
    for (const Stretch &stretch : *found) {
        if (auto done = db.execute(u"SAVEPOINT one"_s); !done) {
            return fail(std::move(done).error());
        }
        const auto thinned = thinDocument(db, stretch, before);
        if (!thinned && thinned.error().code != ErrorCode::InvalidData) {
            return thinned;
        }
        if (!thinned) {
            qCWarning(lcThinning) << "Document" << stretch.document
                                  << "is left alone:" << thinned.error().message;
        }
        gone += thinned.value_or(0);
        const QString end = thinned ? u"RELEASE one"_s : u"ROLLBACK TO one; RELEASE one"_s;
        if (auto done = db.execute(end); !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto done = transaction.commit(); !done) {
        return fail(std::move(done).error());
    }
    return gone;
}

} // namespace studio::store
