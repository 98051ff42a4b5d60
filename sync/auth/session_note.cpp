#include "sync/auth/session_note.h"

#include "sync/auth/durable_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr qint64 kMostNoteBytes = 16 * 1024;

constexpr std::array kStates{
    std::pair(SessionState::SignedOut, "signed_out"_L1),
    std::pair(SessionState::SignedIn, "signed_in"_L1),
    std::pair(SessionState::Unsure, "unsure"_L1),
    std::pair(SessionState::SignInNeeded, "sign_in_needed"_L1),
    std::pair(SessionState::Inactive, "inactive"_L1),
    std::pair(SessionState::WrongUser, "wrong_user"_L1),
};

constexpr std::array kVaults{
    std::pair(VaultKind::Keyring, "keyring"_L1),
    std::pair(VaultKind::EncryptedFile, "encrypted_file"_L1),
    std::pair(VaultKind::Memory, "memory"_L1),
};

template<typename Table, typename Value>
QString nameOf(const Table &table, Value value)
{
    for (const auto &[each, name] : table) {
        if (each == value) {
            return name;
        }
    }
    return {};
}

template<typename Table, typename Value>
Value valueOf(const Table &table, const QString &name, Value otherwise)
{
    for (const auto &[value, each] : table) {
        if (each == name) {
            return value;
        }
    }
    return otherwise;
}

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

QString sessionNotePath(const QString &folder)
{
    return folder % u"/session.json"_s;
}

SessionNote readSessionNote(const QString &folder)
{
    SessionNote note;
    const auto bytes = readSmallFile(sessionNotePath(folder), kMostNoteBytes);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) {
        return note;
    }
    const QJsonObject object = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    note.state = valueOf(kStates, object.value("state"_L1).toString(), SessionState::SignedIn);
    note.vault = valueOf(kVaults, object.value("vault"_L1).toString(), VaultKind::Keyring);
    note.userId = object.value("user"_L1).toInteger();
    note.generation = std::max<qint64>(0, object.value("generation"_L1).toInteger());
    note.refreshedUtc = time(object.value("refreshed"_L1));
    if (const QJsonObject begun = object.value("begun"_L1).toObject(); !begun.isEmpty()) {
        note.begun = SessionNote::Begun{begun.value("generation"_L1).toInteger(),
                                        begun.value("token_sha256"_L1).toString().toLatin1(),
                                        time(begun.value("started"_L1))};
    }
    if (const QJsonObject left = object.value("unrevoked"_L1).toObject(); !left.isEmpty()) {
        note.unrevoked = SessionNote::Unrevoked{left.value("token_sha256"_L1).toString().toLatin1(),
                                                left.value("expires"_L1).toInteger()};
    }
    return note;
}

Result<> writeSessionNote(const QString &folder, const SessionNote &note)
{
    QJsonObject object{{u"state"_s, nameOf(kStates, note.state)},
                       {u"vault"_s, nameOf(kVaults, note.vault)},
                       {u"user"_s, note.userId},
                       {u"generation"_s, note.generation},
                       {u"refreshed"_s, text(note.refreshedUtc)}};
    if (note.begun) {
        object.insert(u"begun"_s,
                      QJsonObject{{u"generation"_s, note.begun->generation},
                                  {u"token_sha256"_s, QString::fromLatin1(note.begun->tokenSha256)},
                                  {u"started"_s, text(note.begun->startedUtc)}});
    }
    if (note.unrevoked) {
        object.insert(u"unrevoked"_s,
                      QJsonObject{{u"token_sha256"_s, QString::fromLatin1(note.unrevoked->tokenSha256)},
                                  {u"expires"_s, note.unrevoked->expires}});
    }
    return writeDurably(sessionNotePath(folder), QJsonDocument(object).toJson());
}

} // namespace studio::sync
