#include "sync/platform/forum_pictures.h"

#include "sync/auth/durable_file.h"
#include "sync/courses/media_fetch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = qint64{10} * 1024 * 1024;
constexpr qint64 kAll = qint64{200} * 1024 * 1024; ///< In the folder; those that came first go first.
constexpr int kRedirects = 3;

Error errorFor(const HttpError &error)
{
    switch (error.failure) {
    case Failure::Timeout:
        return {ErrorCode::Timeout, error.detail};
    case Failure::TooLarge:
        return {ErrorCode::InvalidData, error.detail};
    case Failure::Cancelled:
        return {ErrorCode::Cancelled, error.detail};
    default:
        return {ErrorCode::Offline, error.detail};
    }
}

} // namespace

bool isPublicHost(const QString &host)
{
    // Numbers are never asked for, in whatever form: behind one may be the router of the class room. A name
    // may lead there too, but only to somebody who has its certificate.
    const QString last = host.section(u'.', -1);
    if (!host.contains(u'.') || host.contains(u':') || last.isEmpty() || last.at(0).isDigit()) {
        return false;
    }
    static const QStringList own{u".local"_s, u".localhost"_s, u".internal"_s, u".lan"_s, u".home"_s};
    return std::none_of(own.begin(), own.end(), [&host](const QString &ending) {
        return host.endsWith(ending, Qt::CaseInsensitive);
    });
}

ForumPictures::ForumPictures(HttpTransport &transport, QString folder, const QString &server)
    : m_transport(transport)
    , m_folder(std::move(folder))
    , m_server(server)
{
}

bool ForumPictures::isAllowed(const QUrl &address) const
{
    if (!address.isValid() || !address.userInfo().isEmpty()) {
        return false;
    }
    const bool platform = address.scheme() == m_server.scheme() && address.host() == m_server.host()
        && address.port() == m_server.port();
    return platform || (address.scheme() == "https"_L1 && isPublicHost(address.host()));
}

Result<QString> ForumPictures::fetch(const QUrl &address, const std::stop_token &stop)
{
    const QString name = QString::fromLatin1(
        QCryptographicHash::hash(address.toEncoded(QUrl::RemoveFragment), QCryptographicHash::Sha256)
            .toHex());
    const QStringList kept = QDir(m_folder).entryList({name + u".*"_s}, QDir::Files);
    if (!kept.isEmpty()) {
        return m_folder + u'/' + kept.front();
    }
    QUrl next = address;
    for (int turn = 0; turn <= kRedirects; ++turn) {
        if (!isAllowed(next)) {
            return fail(ErrorCode::InvalidData, u"pictures are not fetched from "_s + next.host());
        }
        HttpRequest request;
        request.url = next.toEncoded(QUrl::RemoveFragment);
        request.headers = {"Accept: image/*"};
        request.maxBytes = kLargest;
        request.timeout = std::chrono::seconds(20); // what is to be sent waits behind it
        const HttpResult result = m_transport.send(std::move(request), stop);
        if (!result) {
            return fail(errorFor(result.error()));
        }
        if (result->status >= 300 && result->status < 400) {
            next = next.resolved(QUrl::fromEncoded(result->header("location")));
            continue;
        }
        if (result->status != 200) {
            return fail(ErrorCode::NotFound, u"HTTP %1"_s.arg(result->status));
        }
        return keep(name, result->body);
    }
    return fail(ErrorCode::NotFound, u"redirected too often"_s);
}

Result<QString> ForumPictures::keep(const QString &name, const QByteArray &picture)
{
    const QString ending = pictureEnding(picture);
    if (ending.isEmpty() || ending == "svg"_L1) { // a stranger's document is more than a picture
        return fail(ErrorCode::InvalidData, u"no picture"_s);
    }
    if (!QDir().mkpath(m_folder)) {
        return fail(ErrorCode::Storage, m_folder);
    }
    const QString file = m_folder + u'/' + name + u'.' + ending;
    if (auto done = writeDurably(file, picture); !done) {
        return fail(done.error());
    }
    makeRoom();
    return file;
}

void ForumPictures::makeRoom()
{
    qint64 size = 0;
    for (const QFileInfo &each : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) { // newest first
        size += each.size();
        if (size > kAll) {
            QFile::remove(each.filePath());
        }
    }
}

} // namespace studio::sync
