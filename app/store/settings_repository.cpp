#include "store/settings_repository.h"

#include "store/database.h"
#include "store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

/// QJsonDocument reads only arrays and objects, so a bare value is put into one.
bool isJson(const QByteArray &json)
{
    QJsonParseError error{};
    const QByteArray wrapped = QByteArray(1, '[') + json + QByteArray(1, ']');
    const auto array = QJsonDocument::fromJson(wrapped, &error);
    return error.error == QJsonParseError::NoError && array.array().size() == 1;
}

} // namespace

SettingsRepository::SettingsRepository(Database &db)
    : m_db(db)
{
}

Result<QHash<QString, QByteArray>> SettingsRepository::all()
{
    QHash<QString, QByteArray> settings;
    Statement select(m_db, "SELECT key, json FROM setting");
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return settings;
        }
        settings.insert(select.text(0), select.blob(1));
    }
}

Result<> SettingsRepository::save(const QString &key, const QByteArray &json)
{
    if (!isJson(json)) {
        return fail(ErrorCode::InvalidData, u"setting %1 is not JSON"_s.arg(key));
    }
    Statement save(
        m_db, "INSERT INTO setting(key, json) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET json=excluded.json");
    return save.bind(key, QString::fromUtf8(json)).run();
}

Result<> SettingsRepository::savePlace(const Place &place)
{
    Statement save(m_db, "INSERT OR REPLACE INTO place(id, page, course, item) VALUES(1,?,?,?)");
    return save.bind(place.page, place.courseId, place.itemId).run();
}

Result<std::optional<Place>> SettingsRepository::lastPlace()
{
    Statement select(m_db, "SELECT page, course, item FROM place");
    const auto row = select.next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional(Place{select.text(0), select.text(1), select.text(2)}) : std::nullopt;
}

} // namespace studio::store
