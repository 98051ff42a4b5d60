#include "cli/remote/wire.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kHeader = 5;

} // namespace

QString serverName(const QString &dataDir)
{
    const QString canonical
        = QDir(dataDir).exists() ? QDir(dataDir).canonicalPath() : QDir::cleanPath(dataDir);
    const QByteArray seed = canonical.toUtf8() + '\n' + QDir::homePath().toUtf8();
    return u"learning-studio-"_s
        % QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(16));
}

QByteArray encode(const RemoteRequest &request)
{
    const QJsonObject json{
        {u"version"_s, kVersion},
        {u"kind"_s, request.kind == RemoteRequest::Kind::Show ? u"show"_s : u"command"_s},
        {u"command"_s, request.command},
        {u"arguments"_s, QJsonArray::fromStringList(request.arguments)},
        {u"folder"_s, request.workingFolder},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<RemoteRequest> decodeRequest(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.value("version"_L1).toInt() != kVersion) {
        return std::nullopt;
    }
    RemoteRequest request;
    const QString kind = json.value("kind"_L1).toString();
    if (kind == "command"_L1) {
        request.kind = RemoteRequest::Kind::Command;
    } else if (kind != "show"_L1) {
        return std::nullopt;
    }
    request.command = json.value("command"_L1).toString();
    request.workingFolder = json.value("folder"_L1).toString();
    const QJsonArray arguments = json.value("arguments"_L1).toArray();
    for (const auto &argument : arguments) {
        request.arguments.append(argument.toString());
    }
    return request;
}

QByteArray encode(const RemoteFrame &frame)
{
    QByteArray bytes(kHeader, Qt::Uninitialized);
    bytes[0] = static_cast<char>(frame.kind);
    qToBigEndian(static_cast<quint32>(frame.bytes.size()), bytes.data() + 1);
    return bytes + frame.bytes;
}

std::optional<RemoteFrame> takeFrame(QByteArray &buffer, bool &broken)
{
    if (buffer.size() < kHeader) {
        return std::nullopt;
    }
    const char kind = buffer[0];
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(buffer.constData() + 1));
    if (!QByteArrayView("oextisn").contains(kind) || length > kLargestFrame) {
        broken = true;
        return std::nullopt;
    }
    if (buffer.size() < kHeader + length) {
        return std::nullopt;
    }
    RemoteFrame frame{static_cast<RemoteFrame::Kind>(kind), buffer.mid(kHeader, length)};
    buffer.remove(0, kHeader + length);
    return frame;
}

} // namespace studio::cli
