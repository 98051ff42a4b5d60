#include "store/statement.h"

#include "store/database.h"
#include "store/statement_cache.h"

#include <sqlite3.h>

namespace studio::store {

using namespace Qt::StringLiterals;

void Statement::GivesBack::operator()(sqlite3_stmt *statement) const
{
    cache->giveBack(statement);
}

Statement::Statement(Database &db, const char *sql)
    : m_db(db)
    , m_statement(db.statements()->take(sql), GivesBack{db.statements()})
{
    if (!m_statement) {
        sqlite3_stmt *raw = nullptr;
        note(sqlite3_prepare_v3(db.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr));
        m_statement.reset(raw);
    }
}

Result<bool> Statement::next()
{
    if (m_error) {
        return fail(*m_error);
    }
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        m_error = m_db.lastError();
        return fail(*m_error);
    }
}

Result<> Statement::run()
{
    auto row = next();
    if (!row) {
        return fail(std::move(row).error());
    }
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bound = 0;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const void *bytes = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(static_cast<const char *>(bytes),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

void Statement::bindOne(qint64 value)
{
    note(sqlite3_bind_int64(m_statement.get(), ++m_bound, value));
}

void Statement::bindOne(double value)
{
    note(sqlite3_bind_double(m_statement.get(), ++m_bound, value));
}

void Statement::bindOne(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    note(sqlite3_bind_text64(m_statement.get(), ++m_bound, utf8.constData(),
                             static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindOne(const QByteArray &value)
{
    note(sqlite3_bind_blob64(m_statement.get(), ++m_bound, value.constData(),
                             static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bindOne(const QDateTime &value)
{
    bindOne(value.isValid() ? std::optional(value.toMSecsSinceEpoch()) : std::nullopt);
}

void Statement::bindOne(const std::optional<qint64> &value)
{
    if (value) {
        bindOne(*value);
    } else {
        note(sqlite3_bind_null(m_statement.get(), ++m_bound));
    }
}

void Statement::note(int rc)
{
    if (rc != SQLITE_OK && !m_error) {
        m_error = m_db.lastError();
    }
}

} // namespace studio::store
