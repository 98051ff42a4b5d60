#pragma once

#include "store/database.h"

namespace studio::store {

/// cache.db of a profile: what can be fetched again. Made anew, in place, when it is damaged, no database, or
/// of another program's schema.
class CacheFile final
{
public:
    explicit CacheFile(QString path)
        : m_path(std::move(path))
    {
    }

    const QString &path() const { return m_path; }

    /// Ready to be written to. `fresh`: it holds nothing yet.
    Result<Database> open(bool &fresh) const;
    Result<Database> look() const; ///< A second connection, to read with.

    /// Empties it, whatever it holds. Other connections see the empty one from their next read on.
    static Result<> remake(Database &db);

private:
    Result<Database> openOnce(bool &fresh) const;

    QString m_path;
};

} // namespace studio::store
