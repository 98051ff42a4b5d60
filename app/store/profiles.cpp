#include "store/profiles.h"

#include "store/system_error.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcProfiles, "studio.store.profiles")

using namespace Qt::StringLiterals;

QString fileIn(const QString &folder)
{
    return folder + u"/profile.json"_s;
}

} // namespace

QString defaultProfileId()
{
    return u"default"_s;
}

Result<QString> profileFolder(const QString &dataDir, const QString &id)
{
    static const QRegularExpression valid(u"\\A[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}\\z"_s);
    if (!valid.match(id).hasMatch()) {
        return fail(ErrorCode::InvalidData, u"not the id of a profile: "_s + id);
    }
    return QString(dataDir + u"/profiles/"_s + id);
}

Result<std::vector<Profile>> listProfiles(const QString &dataDir)
{
    std::vector<Profile> profiles;
    const QDir parent(dataDir + u"/profiles"_s);
    for (const QString &id : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (auto profile = readProfile(parent.filePath(id))) {
            profiles.push_back(std::move(*profile));
        } else {
            qCWarning(lcProfiles) << "Profile" << id << ":" << profile.error().message;
            profiles.push_back({id, {}, QFileInfo(parent.filePath(id)).lastModified().toUTC()});
        }
    }
    std::stable_sort(profiles.begin(), profiles.end(),
                     [](const Profile &a, const Profile &b) { return a.createdUtc < b.createdUtc; });
    return profiles;
}

Result<Profile> createProfile(const QString &dataDir, const QString &name, const Clock &clock)
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128).left(16);
    const auto folder = profileFolder(dataDir, id);
    if (!folder) {
        return fail(folder.error());
    }
    if (auto made = ensureProfile(*folder, clock); !made) {
        return fail(std::move(made).error());
    }
    const Profile profile{id, name, clock.nowUtc()};
    if (auto written = writeProfile(*folder, profile); !written) {
        return fail(std::move(written).error());
    }
    return profile;
}

Result<Profile> readProfile(const QString &folder)
{
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, file.fileName() + u": "_s + file.errorString());
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QDateTime created = QDateTime::fromString(json["created"_L1].toString(), Qt::ISODateWithMs);
    if (!created.isValid()) {
        return fail(ErrorCode::InvalidData, file.fileName() + u" is damaged"_s);
    }
    return Profile{QDir(folder).dirName(), json["name"_L1].toString(), created.toUTC()};
}

Result<> writeProfile(const QString &folder, const Profile &profile)
{
    const QJsonObject json{{u"name"_s, profile.name},
                           {u"created"_s, profile.createdUtc.toString(Qt::ISODateWithMs)}};
    QSaveFile file(fileIn(folder));
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit()) {
        return fail(codeFromErrno(errno), file.fileName() + u": "_s + file.errorString());
    }
    return {};
}

Result<> ensureProfile(const QString &folder, const Clock &clock)
{
    const bool wasThere = QFileInfo(folder).isDir();
    errno = 0;
    if (!QDir().mkpath(folder)) {
        const ErrorCode code = codeFromErrno(errno); // before the next call changes it
        const bool isFile = QFileInfo(folder).isFile();
        return fail(isFile ? ErrorCode::Storage : code,
                    folder + (isFile ? u" is a file, not a folder"_s : u" cannot be made"_s));
    }
    if (!wasThere) {
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (QFile::exists(fileIn(folder))) {
        return {};
    }
    return writeProfile(folder, {QDir(folder).dirName(), {}, clock.nowUtc()});
}

} // namespace studio::store
