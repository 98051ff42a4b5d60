#include "sync/auth/machine_id.h"

#include "sync/auth/durable_file.h"
#include "sync/auth/secret.h"
#include "sync/auth/waiting.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace studio::sync {

namespace {

QString idIn(const QByteArray &bytes)
{
    static const QRegularExpression id(u"\\A[0-9a-f]{32}\\z"_s);
    const QString text = QJsonDocument::fromJson(bytes).object().value("machine_id"_L1).toString();
    return id.match(text).hasMatch() ? text : QString();
}

} // namespace

Result<QString> machineId(const QString &folder)
{
    const QString path = folder % u"/machine.json"_s;
    AccountLock lock(folder); // two programs that start at once get one id
    if (lock.take(5s, {}) != AccountLock::Outcome::Taken) {
        return fail(ErrorCode::Storage, folder % u": can't be locked"_s);
    }
    const auto bytes = readSmallFile(path, 4096);
    if (bytes) {
        if (const QString id = idIn(*bytes); !id.isEmpty()) {
            return id;
        }
    } else if (bytes.error().code == ErrorCode::Storage) {
        return fail(bytes.error()); // it is there: an id of another making would lose the vault's entries
    }
    if (!bytes && bytes.error().code == ErrorCode::NotFound) {
        // the first time
    } else if (!QFile::rename(path,
                              path % u".damaged-"_s % QString::number(QDateTime::currentMSecsSinceEpoch()))) {
        return fail(ErrorCode::Storage, path % u": damaged, and can't be set aside"_s);
    }
    const QString id = QString::fromLatin1(Secret::random(16).bytes().toHex());
    if (const auto written = writeDurably(
            path, QJsonDocument(QJsonObject{{u"machine_id"_s, id}}).toJson(QJsonDocument::Compact));
        !written) {
        return fail(written.error());
    }
    return id;
}

} // namespace studio::sync
