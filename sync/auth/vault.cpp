#include "sync/auth/vault.h"

#include "sync/auth/jwt.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace studio::sync {

QString VaultKey::text() const
{
    return server % u'/' % QString::number(userId) % u'/' % machineId;
}

VaultResult<std::optional<VaultEntry>> MemoryVault::read()
{
    return m_entry ? std::optional(m_entry->copy()) : std::nullopt;
}

VaultResult<void> MemoryVault::write(const VaultEntry &entry)
{
    m_entry = entry.copy();
    return {};
}

VaultResult<bool> MemoryVault::remove(qint64 generation)
{
    if (!m_entry || m_entry->generation != generation) {
        return false;
    }
    m_entry.reset();
    return true;
}

Secret bytesOf(const VaultEntry &entry)
{
    return Secret(QJsonDocument(QJsonObject{{u"v"_s, 1},
                                            {u"refresh"_s, QString::fromLatin1(entry.refresh.view())},
                                            {u"generation"_s, entry.generation},
                                            {u"expires"_s, entry.expires},
                                            {u"user"_s, entry.userId}})
                      .toJson(QJsonDocument::Compact));
}

VaultResult<VaultEntry> entryFrom(QByteArrayView bytes)
{
    const auto damaged = [](const QString &what) {
        return tl::unexpected(VaultError{VaultError::Why::Damaged, u"entry: "_s % what});
    };
    if (bytes.size() > 2 * kMostTokenBytes) {
        return damaged(u"too large"_s);
    }
    const QJsonObject object = QJsonDocument::fromJson(bytes.toByteArray()).object();
    if (object.value("v"_L1).toInt() != 1) {
        return damaged(u"not of this version"_s);
    }
    VaultEntry entry{Secret::fromText(object.value("refresh"_L1).toString()),
                     object.value("generation"_L1).toInteger(), object.value("expires"_L1).toInteger(),
                     object.value("user"_L1).toInteger()};
    if (entry.generation <= 0 || entry.userId <= 0 || !readJwt(entry.refresh.view())) {
        return damaged(u"incomplete"_s);
    }
    return entry;
}

} // namespace studio::sync
