#include "store/sync_tables.h"

#include "store/database.h"
#include "store/statement.h"

#include <sqlite3.h>

#include <utility>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostLogLines = 2000;

std::optional<bool> flag(const Statement &row, int column)
{
    const auto value = row.optionalInteger(column);
    return value ? std::optional(*value != 0) : std::nullopt;
}

std::optional<qint64> number(const std::optional<bool> &value)
{
    return value ? std::optional<qint64>(*value ? 1 : 0) : std::nullopt;
}

/// Columns: course, lesson, row, done, position, bookmarked, notes, minutes.
PlatformLesson lessonFrom(const Statement &row)
{
    return {row.text(0),    row.text(1),         row.integer(2), row.integer(3) != 0,
            row.integer(4), row.integer(5) != 0, row.text(6),    row.integer(7)};
}

} // namespace

SyncTables::SyncTables(Database &db, const Clock &clock)
    : m_db(db)
    , m_clock(clock)
{
}

Result<std::optional<Account>> SyncTables::account()
{
    Statement select(m_db,
                     "SELECT server, user, username, email, first_name, last_name, vault, shared_computer,"
                     " signed_in FROM account");
    const auto row = select.next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    Account account;
    account.server = select.text(0);
    account.userId = select.integer(1);
    account.username = select.text(2);
    account.email = select.text(3);
    account.firstName = select.text(4);
    account.lastName = select.text(5);
    account.vault = select.integer(6) == 0 ? VaultKind::Keyring
        : select.integer(6) == 1           ? VaultKind::EncryptedFile
                                           : VaultKind::Memory;
    account.sharedComputer = select.integer(7) != 0;
    account.signedInUtc = select.time(8);
    return account;
}

Result<> SyncTables::link(const Account &account)
{
    const auto known = this->account();
    if (!known) {
        return fail(known.error());
    }
    if (*known && ((*known)->server != account.server || (*known)->userId != account.userId)) {
        return fail(ErrorCode::Conflict, u"the work belongs to another account"_s);
    }
    const int vault = account.vault == VaultKind::Keyring ? 0
        : account.vault == VaultKind::EncryptedFile       ? 1
                                                          : 2;
    Statement save(m_db,
                   "INSERT OR REPLACE INTO account(id, server, user, username, email, first_name, last_name,"
                   " vault, shared_computer, signed_in) VALUES(1,?,?,?,?,?,?,?,?,?)");
    return save
        .bind(account.server, account.userId, account.username, account.email, account.firstName,
              account.lastName, vault, account.sharedComputer, account.signedInUtc)
        .run();
}

Result<std::optional<PlatformLesson>> SyncTables::seenLesson(const QString &courseId, const QString &lessonId)
{
    Statement select(m_db,
                     "SELECT course, lesson, row, done, position, bookmarked, notes, minutes"
                     " FROM platform_lesson WHERE course=? AND lesson=?");
    const auto row = select.bind(courseId, lessonId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional(lessonFrom(select)) : std::nullopt;
}

Result<std::vector<PlatformLesson>> SyncTables::seenLessons()
{
    std::vector<PlatformLesson> lessons;
    Statement select(m_db,
                     "SELECT course, lesson, row, done, position, bookmarked, notes, minutes"
                     " FROM platform_lesson");
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return lessons;
        }
        lessons.push_back(lessonFrom(select));
    }
}

Result<> SyncTables::noteSeen(const PlatformLesson &lesson)
{
    Statement save(m_db,
                   "INSERT OR REPLACE INTO platform_lesson(course, lesson, row, done, position, bookmarked,"
                   " notes, minutes, seen) VALUES(?,?,?,?,?,?,?,?,?)");
    return save
        .bind(lesson.courseId, lesson.lessonId, lesson.rowId, lesson.done, lesson.position, lesson.bookmarked,
              lesson.notes, lesson.minutes, m_clock.nowUtc())
        .run();
}

Result<std::optional<PlatformAnswer>> SyncTables::seenAnswer(const QString &courseId,
                                                             const QString &exerciseId)
{
    Statement select(m_db,
                     "SELECT version, code, completed FROM platform_answer WHERE course=? AND exercise=?");
    const auto row = select.bind(courseId, exerciseId).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return PlatformAnswer{courseId, exerciseId, select.integer(0),
                          QString::fromUtf8(unpackBytes(select.blob(1)).value_or(QByteArray())),
                          select.integer(2) != 0};
}

Result<> SyncTables::noteSeenAnswer(const PlatformAnswer &answer)
{
    Statement save(m_db,
                   "INSERT OR REPLACE INTO platform_answer(course, exercise, version, code, completed)"
                   " VALUES(?,?,?,?,?)");
    return save
        .bind(answer.courseId, answer.exerciseId, answer.version, packBytes(answer.code.toUtf8()),
              answer.completed)
        .run();
}

Result<SyncTables::Enrolment> SyncTables::enrolment(const QString &courseId)
{
    Statement select(m_db, "SELECT wanted, seen FROM enrolment WHERE course=?");
    const auto row = select.bind(courseId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? Enrolment{flag(select, 0), flag(select, 1)} : Enrolment{};
}

Result<> SyncTables::setEnrolment(const QString &courseId, const Enrolment &enrolment)
{
    Statement save(m_db, "INSERT OR REPLACE INTO enrolment(course, wanted, seen) VALUES(?,?,?)");
    return save.bind(courseId, number(enrolment.wanted), number(enrolment.seen)).run();
}

Result<std::vector<std::pair<QString, SyncTables::Enrolment>>> SyncTables::enrolments()
{
    std::vector<std::pair<QString, Enrolment>> all;
    Statement select(m_db, "SELECT course, wanted, seen FROM enrolment");
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return all;
        }
        all.push_back({select.text(0), {flag(select, 1), flag(select, 2)}});
    }
}

Result<std::vector<SyncConflict>> SyncTables::conflicts()
{
    std::vector<SyncConflict> all;
    Statement select(
        m_db, "SELECT id, course, item, what, mine, theirs, mine_at, theirs_at FROM conflict ORDER BY id");
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return all;
        }
        all.push_back({select.integer(0), select.text(1), select.text(2), select.text(3), select.text(4),
                       select.text(5), select.time(6), select.time(7)});
    }
}

Result<> SyncTables::addConflict(const SyncConflict &conflict)
{
    // Another text of theirs is another conflict: the one before may be nowhere else any more.
    Statement again(m_db, "DELETE FROM conflict WHERE course=? AND item=? AND what=? AND theirs=?");
    if (auto done = again.bind(conflict.courseId, conflict.itemId, conflict.what, conflict.theirs).run();
        !done) {
        return done;
    }
    Statement save(m_db,
                   "INSERT INTO conflict(course, item, what, mine, theirs, mine_at, theirs_at)"
                   " VALUES(?,?,?,?,?,?,?)");
    return save
        .bind(conflict.courseId, conflict.itemId, conflict.what, conflict.mine, conflict.theirs,
              conflict.mineUtc, conflict.theirsUtc)
        .run();
}

Result<> SyncTables::removeConflict(qint64 id)
{
    Statement remove(m_db, "DELETE FROM conflict WHERE id=?");
    if (auto done = remove.bind(id).run(); !done) {
        return done;
    }
    return sqlite3_changes(m_db.handle()) == 1 ? Result<>()
                                               : fail(ErrorCode::NotFound, u"no conflict %1"_s.arg(id));
}

Result<int> SyncTables::conflictCount()
{
    Statement select(m_db, "SELECT count(*) FROM conflict");
    const auto row = select.next();
    if (!row) {
        return fail(row.error());
    }
    return static_cast<int>(select.integer(0));
}

Result<QByteArray> SyncTables::cursor(const QString &name)
{
    Statement select(m_db,
                     "SELECT value FROM cursor WHERE name=? AND generation="
                     "(SELECT value FROM sync_state WHERE key='generation')");
    const auto row = select.bind(name).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? select.blob(0) : QByteArray();
}

Result<> SyncTables::setCursor(const QString &name, const QByteArray &value)
{
    Statement save(m_db,
                   "INSERT OR REPLACE INTO cursor(name, value, generation) SELECT ?, ?, value FROM sync_state"
                   " WHERE key='generation'");
    return save.bind(name, value).run();
}

Result<QByteArray> SyncTables::state(const QString &key)
{
    Statement select(m_db, "SELECT value FROM sync_state WHERE key=?");
    const auto row = select.bind(key).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? select.blob(0) : QByteArray();
}

Result<> SyncTables::setState(const QString &key, const QByteArray &value)
{
    Statement save(m_db, "INSERT OR REPLACE INTO sync_state(key, value) VALUES(?,?)");
    return save.bind(key, value).run();
}

Result<> SyncTables::markRestored()
{
    return m_db.execute(u"INSERT OR REPLACE INTO sync_state VALUES('generation', randomblob(16));"
                        "INSERT OR REPLACE INTO sync_state SELECT 'restored', x'31'"
                        " WHERE EXISTS(SELECT 1 FROM account) OR EXISTS(SELECT 1 FROM outbox)"_s);
}

Result<> SyncTables::log(const std::vector<SyncLogLine> &lines)
{
    Statement insert(m_db, "INSERT INTO synclog(at, what, verdict, status, ms, request) VALUES(?,?,?,?,?,?)");
    for (const SyncLogLine &line : lines) {
        insert.reset();
        insert.bind(line.atUtc, line.what, line.verdict, line.status, line.milliseconds, line.requestId);
        if (auto done = insert.run(); !done) {
            return done;
        }
    }
    Statement thin(m_db, "DELETE FROM synclog WHERE id<=(SELECT max(id) FROM synclog)-?");
    return thin.bind(kMostLogLines).run();
}

Result<std::vector<SyncLogLine>> SyncTables::logLines()
{
    std::vector<SyncLogLine> lines;
    Statement select(m_db, "SELECT at, what, verdict, status, ms, request FROM synclog ORDER BY id DESC");
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return lines;
        }
        lines.push_back({select.time(0), select.text(1), select.text(2), static_cast<int>(select.integer(3)),
                         static_cast<int>(select.integer(4)), select.blob(5)});
    }
}

} // namespace studio::store
