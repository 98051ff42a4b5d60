#pragma once

#include "domain/progress.h"
#include "domain/result.h"

namespace studio::store {

class Database;

/// A person's settings, and the place in the window to come back to.
class SettingsRepository final
{
public:
    explicit SettingsRepository(Database &db);

    Result<QHash<QString, QByteArray>> all();
    Result<> save(const QString &key, const QByteArray &json); ///< InvalidData when it is not JSON.

    Result<> savePlace(const Place &place);
    Result<std::optional<Place>> lastPlace();

private:
    Database &m_db;
};

} // namespace studio::store
