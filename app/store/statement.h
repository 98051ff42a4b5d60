#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace studio::store {

class Database;
class StatementCache;

/// One prepared SQL statement, kept by its connection for the next that has the same text. "No more rows"
/// differs from "failed": next() gives true, false or an Error.
///
/// What goes wrong while preparing or binding is given by the first next() or run().
class Statement final
{
public:
    Statement(Database &db, const char *sql);

    /// Binds the next parameters, from the left.
    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        (bindOne(values), ...);
        return *this;
    }

    Result<bool> next(); ///< true: a row is there.
    Result<> run(); ///< For statements without rows.
    void reset(); ///< Ready to be bound and run again.

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    QDateTime time(int column) const; ///< Invalid for NULL.

private:
    struct GivesBack
    {
        std::shared_ptr<StatementCache> cache;
        void operator()(sqlite3_stmt *statement) const;
    };

    void bindOne(qint64 value);

    void bindOne(int value) { bindOne(qint64{value}); }

    void bindOne(bool value) { bindOne(qint64{value ? 1 : 0}); }

    void bindOne(double value);
    void bindOne(const QString &value);
    void bindOne(const QByteArray &value);
    void bindOne(const QDateTime &value); ///< NULL when invalid.
    void bindOne(const std::optional<qint64> &value);
    void note(int rc);

    Database &m_db;
    std::unique_ptr<sqlite3_stmt, GivesBack> m_statement;
    std::optional<Error> m_error;
    int m_bound = 0;
};

/// All rows of a statement with its parameters in place, each as `from` makes it of the statement.
template<typename Row, typename From>
Result<std::vector<Row>> allRows(Statement &statement, From from)
{
    std::vector<Row> rows;
    for (;;) {
        const auto row = statement.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return rows;
        }
        rows.push_back(from(statement));
    }
}

inline qint64 firstNumber(const Statement &row) ///< For allRows(): lists of ids.
{
    return row.integer(0);
}

} // namespace studio::store
