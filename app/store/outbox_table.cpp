#include "store/outbox_table.h"

#include "domain/outbox_rules.h"
#include "store/database.h"
#include "store/statement.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

constexpr char kPlain = 'p';
constexpr char kCompressed = 'z';
constexpr qsizetype kWorthCompressing = 100; // bytes
constexpr quint32 kLargestBody = 1U << 26; // bytes; more is a damaged length
constexpr qsizetype kMostServerText = 500; // characters

QByteArray newOperationId()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

/// Columns: seq, op, kind, lane, course, item, body, made, hash. False: it is not what was written.
bool readCommon(const Statement &row, OutboxEntry &entry)
{
    entry.seq = row.integer(0);
    entry.operationId = row.blob(1);
    const auto kind = operationKindFrom(row.text(2));
    entry.kind = kind.value_or(OperationKind::Complete);
    entry.lane = row.text(3);
    entry.courseId = row.text(4);
    entry.itemId = row.text(5);
    const QByteArray stored = row.blob(6);
    const auto body = unpackBytes(stored);
    entry.body = body.value_or(stored);
    entry.madeUtc = row.time(7);
    return kind && body && hashOf(entry) == row.blob(8);
}

constexpr auto kEntryColumns
    = "SELECT seq, op, kind, lane, course, item, body, made, hash, state, base, tries,"
      " refusals, server_errors, maybe_twice, first_tried, problem FROM outbox";
constexpr auto kKeptColumns
    = "SELECT seq, op, kind, lane, course, item, body, made, hash, maybe_twice, reason,"
      " status, server_text, kept_at FROM kept";

bool readEntry(const Statement &row, OutboxEntry &entry)
{
    const bool sound = readCommon(row, entry);
    entry.state = row.text(9) == "sent"_L1 ? OutboxState::Sent : OutboxState::New;
    entry.base = row.optionalInteger(10);
    entry.tries = static_cast<int>(row.integer(11));
    entry.refusals = static_cast<int>(row.integer(12));
    entry.serverErrors = static_cast<int>(row.integer(13));
    entry.maybeTwice = row.integer(14) != 0;
    entry.firstTriedUtc = row.time(15);
    entry.lastProblem = row.text(16);
    return sound;
}

bool readKept(const Statement &row, KeptWork &work)
{
    const bool sound = readCommon(row, work.entry);
    work.entry.maybeTwice = row.integer(9) != 0;
    work.reason = sound ? keptReasonFrom(row.text(10)).value_or(KeptWork::Reason::Refused)
                        : KeptWork::Reason::Damaged;
    work.status = static_cast<int>(row.integer(11));
    work.serverText = row.text(12);
    work.keptUtc = row.time(13);
    return sound;
}

/// Row for row until the damage is met, from both ends.
template<typename Row, typename Read>
std::map<qint64, Row> readBothWays(Database &db, const QByteArray &columns, Read read)
{
    std::map<qint64, Row> rows;
    for (const char *order : {" ORDER BY seq", " ORDER BY seq DESC"}) {
        const QByteArray sql = columns + order;
        Statement select(db, sql.constData());
        for (auto row = select.next(); row && *row; row = select.next()) {
            Row each;
            if (read(select, each)) {
                rows.emplace(select.integer(0), std::move(each));
            }
        }
    }
    return rows;
}

template<typename Row>
std::vector<Row> valuesOf(std::map<qint64, Row> rows)
{
    std::vector<Row> values;
    for (auto &[seq, row] : rows) {
        values.push_back(std::move(row));
    }
    return values;
}

} // namespace

QByteArray packBytes(const QByteArray &bytes)
{
    if (bytes.size() >= kWorthCompressing) {
        const QByteArray compressed = qCompress(bytes, 1);
        if (compressed.size() < bytes.size()) {
            return kCompressed + compressed;
        }
    }
    return kPlain + bytes;
}

std::optional<QByteArray> unpackBytes(const QByteArray &packed)
{
    if (packed.isEmpty()) {
        return {};
    }
    QByteArray bytes = packed.mid(1);
    if (packed.front() == kPlain) {
        return bytes;
    }
    if (packed.front() != kCompressed || bytes.size() < 4
        || qFromBigEndian<quint32>(bytes.constData()) > kLargestBody) {
        return {};
    }
    bytes = qUncompress(bytes);
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

OutboxTable::OutboxTable(Database &db, const Clock &clock)
    : m_db(db)
    , m_clock(clock)
{
}

Result<> OutboxTable::add(const std::vector<OutboxEntry> &entries)
{
    for (const OutboxEntry &entry : entries) {
        if (auto done = add(entry); !done) {
            return done;
        }
    }
    return {};
}

Result<> OutboxTable::add(OutboxEntry entry)
{
    entry.operationId = newOperationId();
    entry.madeUtc = m_clock.nowUtc();
    m_added = true;
    const auto lane = list(entry.lane);
    if (!lane) {
        return fail(lane.error());
    }
    // What was begun to be sent stays as it is: the platform may have it.
    const auto earlier = std::find_if(lane->rbegin(), lane->rend(),
                                      [&entry](const OutboxEntry &each) { return replaces(entry, each); });
    if (earlier == lane->rend()) {
        return insert(entry);
    }
    entry.body = joinedBody(*earlier, entry);
    Statement update(m_db, "UPDATE outbox SET op=?, kind=?, body=?, hash=?, made=? WHERE seq=?");
    return update
        .bind(entry.operationId, toString(entry.kind), packBytes(entry.body), hashOf(entry), entry.madeUtc,
              earlier->seq)
        .run();
}

Result<> OutboxTable::insert(const OutboxEntry &entry, std::optional<qint64> seq)
{
    m_added = true;
    Statement insert(m_db,
                     "INSERT INTO outbox(seq, op, kind, lane, course, item, body, hash, made, maybe_twice)"
                     " VALUES(?,?,?,?,?,?,?,?,?,?)");
    return insert
        .bind(seq, entry.operationId, toString(entry.kind), entry.lane, entry.courseId, entry.itemId,
              packBytes(entry.body), hashOf(entry), entry.madeUtc, entry.maybeTwice)
        .run();
}

Result<std::vector<OutboxEntry>> OutboxTable::list(const QString &lane)
{
    std::vector<OutboxEntry> entries;
    std::vector<OutboxEntry> damaged;
    {
        const QByteArray sql = QByteArray(kEntryColumns) + " WHERE ?1='' OR lane=?1 ORDER BY seq";
        Statement select(m_db, sql.constData());
        select.bind(lane);
        for (;;) {
            const auto row = select.next();
            if (!row) {
                return fail(row.error());
            }
            if (!*row) {
                break;
            }
            OutboxEntry entry;
            const bool sound = readEntry(select, entry);
            (sound ? entries : damaged).push_back(std::move(entry));
        }
    }
    for (const OutboxEntry &entry : damaged) {
        if (auto done = keep({entry, KeptWork::Reason::Damaged, 0, {}, m_clock.nowUtc()}); !done) {
            return fail(std::move(done).error());
        }
    }
    return entries;
}

/// NotFound when the statement before named an entry that is not there as it was.
Result<> OutboxTable::changed(const OutboxEntry &entry)
{
    if (sqlite3_changes(m_db.handle()) == 1) {
        return {};
    }
    return fail(ErrorCode::NotFound, u"entry %1 is another one now"_s.arg(entry.seq));
}

Result<> OutboxTable::setSent(const OutboxEntry &entry, std::optional<qint64> base)
{
    Statement update(m_db, "UPDATE outbox SET state='sent', base=? WHERE seq=? AND op=?");
    if (auto done = update.bind(base, entry.seq, entry.operationId).run(); !done) {
        return done;
    }
    return changed(entry);
}

Result<> OutboxTable::setNew(const OutboxEntry &entry)
{
    Statement update(m_db, "UPDATE outbox SET state='new', base=NULL WHERE seq=? AND op=?");
    if (auto done = update.bind(entry.seq, entry.operationId).run(); !done) {
        return done;
    }
    return changed(entry);
}

Result<> OutboxTable::setTries(const OutboxEntry &entry)
{
    Statement update(m_db,
                     "UPDATE outbox SET tries=?, refusals=?, server_errors=?, maybe_twice=?, first_tried=?,"
                     " problem=? WHERE seq=? AND op=?");
    update.bind(entry.tries, entry.refusals, entry.serverErrors, entry.maybeTwice, entry.firstTriedUtc,
                entry.lastProblem, entry.seq, entry.operationId);
    if (auto done = update.run(); !done) {
        return done;
    }
    return changed(entry);
}

Result<> OutboxTable::remove(const OutboxEntry &entry)
{
    Statement remove(m_db, "DELETE FROM outbox WHERE seq=? AND op=?");
    if (auto done = remove.bind(entry.seq, entry.operationId).run(); !done) {
        return done;
    }
    return changed(entry);
}

Result<OutboxEntry> OutboxTable::rewrite(OutboxEntry entry, const QByteArray &body)
{
    const QByteArray before = entry.operationId;
    entry.operationId = newOperationId();
    entry.body = body;
    entry.tries = entry.refusals = entry.serverErrors = 0;
    entry.maybeTwice = false;
    entry.firstTriedUtc = {};
    entry.lastProblem.clear();
    Statement update(m_db,
                     "UPDATE outbox SET op=?, body=?, hash=?, tries=0, refusals=0, server_errors=0, "
                     "maybe_twice=0, first_tried=NULL, problem='' WHERE seq=? AND op=? AND state='new'");
    if (auto done = update.bind(entry.operationId, packBytes(body), hashOf(entry), entry.seq, before).run();
        !done) {
        return fail(done.error());
    }
    if (auto done = changed(entry); !done) {
        return fail(done.error());
    }
    m_added = true;
    return entry;
}

Result<> OutboxTable::noteConfirmed(const OutboxEntry &entry)
{
    constexpr qint64 kKeptFor = 400LL * 24 * 3600; // seconds
    const QDateTime now = m_clock.nowUtc();
    Statement insert(m_db, "INSERT OR REPLACE INTO confirmed(op, kind, lane, at, hash) VALUES(?,?,?,?,?)");
    if (auto done
        = insert.bind(entry.operationId, toString(entry.kind), entry.lane, now, hashOf(entry)).run();
        !done) {
        return done;
    }
    Statement old(m_db, "DELETE FROM confirmed WHERE lane=? AND at<?");
    return old.bind(entry.lane, now.addSecs(-kKeptFor)).run();
}

Result<bool> OutboxTable::wasConfirmed(const QString &lane, OperationKind kind)
{
    Statement select(m_db, "SELECT 1 FROM confirmed WHERE lane=? AND kind=? LIMIT 1");
    return select.bind(lane, toString(kind)).next();
}

Result<bool> OutboxTable::wasConfirmed(const OutboxEntry &entry)
{
    Statement select(m_db, "SELECT 1 FROM confirmed WHERE op=? AND hash=?");
    return select.bind(entry.operationId, hashOf(entry)).next();
}

std::vector<OutboxEntry> OutboxTable::readable()
{
    return valuesOf(readBothWays<OutboxEntry>(m_db, kEntryColumns, readEntry));
}

std::vector<KeptWork> OutboxTable::readableKept()
{
    return valuesOf(readBothWays<KeptWork>(m_db, kKeptColumns, readKept));
}

Result<OutboxEntry> OutboxTable::bring(OutboxEntry entry)
{
    Statement taken(m_db, "SELECT 1 FROM outbox WHERE seq=?1 UNION ALL SELECT 1 FROM kept WHERE seq=?1");
    const auto row = taken.bind(entry.seq).next();
    if (!row) {
        return fail(row.error());
    }
    if (auto done = insert(entry, *row ? std::nullopt : std::optional(entry.seq)); !done) {
        return fail(std::move(done).error());
    }
    entry.seq = sqlite3_last_insert_rowid(m_db.handle());
    if (entry.state == OutboxState::Sent) {
        if (auto done = setSent(entry, entry.base); !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto done = setTries(entry); !done) {
        return fail(std::move(done).error());
    }
    return entry;
}

Result<> OutboxTable::forgetConfirmed(const QString &lane)
{
    Statement remove(m_db, "DELETE FROM confirmed WHERE lane=?");
    return remove.bind(lane).run();
}

Result<int> OutboxTable::number(const char *sql)
{
    Statement select(m_db, sql);
    const auto row = select.next();
    if (!row) {
        return fail(row.error());
    }
    return static_cast<int>(select.integer(0));
}

Result<int> OutboxTable::count()
{
    return number("SELECT count(*) FROM outbox");
}

Result<int> OutboxTable::timeSentCount()
{
    return number("SELECT count(*) FROM outbox WHERE state='sent' AND kind='time'");
}

Result<int> OutboxTable::keptCount()
{
    return number("SELECT count(*) FROM kept");
}

bool OutboxTable::takeAdded()
{
    return std::exchange(m_added, false);
}

Result<> OutboxTable::requeue(OutboxEntry entry)
{
    entry.operationId = newOperationId();
    return insert(entry);
}

Result<> OutboxTable::keep(const KeptWork &work)
{
    // Copied as it lies, so that what is damaged stays what it is.
    Statement insert(m_db,
                     "INSERT INTO kept(seq, op, kind, lane, course, item, body, hash, made, maybe_twice,"
                     " reason, status, server_text, kept_at) SELECT seq, op, kind, lane, course, item, body,"
                     " hash, made, maybe_twice, ?, ?, ?, ? FROM outbox WHERE seq=? AND op=?");
    insert.bind(toString(work.reason), work.status, work.serverText.left(kMostServerText),
                work.keptUtc.isValid() ? work.keptUtc : m_clock.nowUtc(), work.entry.seq,
                work.entry.operationId);
    if (auto done = insert.run(); !done) {
        return done;
    }
    return remove(work.entry);
}

Result<std::vector<KeptWork>> OutboxTable::kept(const QString &lane)
{
    std::vector<KeptWork> all;
    const QByteArray sql = QByteArray(kKeptColumns) + " WHERE ?1='' OR lane=?1 ORDER BY seq";
    Statement select(m_db, sql.constData());
    select.bind(lane);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return all;
        }
        KeptWork work;
        readKept(select, work);
        all.push_back(std::move(work));
    }
}

Result<std::optional<KeptWork>> OutboxTable::keptAt(qint64 seq)
{
    const auto all = kept();
    if (!all) {
        return fail(all.error());
    }
    const auto found = std::find_if(all->begin(), all->end(),
                                    [seq](const KeptWork &each) { return each.entry.seq == seq; });
    return found == all->end() ? std::nullopt : std::optional(*found);
}

Result<> OutboxTable::removeKept(qint64 seq)
{
    Statement remove(m_db, "DELETE FROM kept WHERE seq=?");
    if (auto done = remove.bind(seq).run(); !done) {
        return done;
    }
    return sqlite3_changes(m_db.handle()) == 1 ? Result<>()
                                               : fail(ErrorCode::NotFound, u"no kept work %1"_s.arg(seq));
}

} // namespace studio::store
