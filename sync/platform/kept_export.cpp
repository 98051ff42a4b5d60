#include "sync/platform/kept_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const KeptWork &work)
{
    const auto body = QJsonDocument::fromJson(work.entry.body);
    return {{u"id"_s, QString::fromLatin1(work.entry.operationId.toHex())},
            {u"kind"_s, toString(work.entry.kind)},
            {u"course"_s, work.entry.courseId},
            {u"item"_s, work.entry.itemId},
            {u"made"_s, work.entry.madeUtc.toString(Qt::ISODateWithMs)},
            {u"value"_s,
             body.isObject() ? QJsonValue(body.object())
                             : QJsonValue(QString::fromLatin1(work.entry.body.toBase64()))},
            {u"reason"_s, toString(work.reason)},
            {u"status"_s, work.status},
            {u"said"_s, work.serverText},
            {u"kept"_s, work.keptUtc.toString(Qt::ISODateWithMs)}};
}

ErrorCode codeFor(QFileDevice::FileError error)
{
    switch (error) {
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return ErrorCode::ReadOnly;
    case QFileDevice::ResourceError:
        return ErrorCode::DiskFull;
    default:
        return ErrorCode::Storage;
    }
}

} // namespace

Result<> exportKeptWork(const std::vector<KeptWork> &kept, const QString &path)
{
    QJsonArray list;
    for (const KeptWork &work : kept) {
        list.append(json(work));
    }
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"kept_work"_s, list}})
                                .toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(codeFor(file.error()), u"%1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

} // namespace studio::sync
