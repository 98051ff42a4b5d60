#include "sync/courses/media_fetch.h"

#include "sync/api/json_reader.h"
#include "sync/auth/durable_file.h"
#include "sync/courses/canonical_json.h"
#include "sync/courses/durable_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPart = 1024 * 1024;

/// `bytes 0-99/1000`: where it begins, and of how much.
struct ContentRange
{
    qint64 from = -1;
    qint64 total = -1;
};

ContentRange contentRange(const QByteArray &header)
{
    static const QRegularExpression form(
        u"\\A\\s*bytes\\s+([0-9]{1,15})-[0-9]{1,15}/([0-9]{1,15}|\\*)\\s*\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromLatin1(header));
    if (!match.hasMatch()) {
        return {};
    }
    const bool known = match.captured(2) != u"*"_s;
    return {match.captured(1).toLongLong(), known ? match.captured(2).toLongLong() : -1};
}

} // namespace

/// What is there of one picture.
struct MediaFetch::Partial
{
    QString address;
    QString file; ///< `….part`
    QString note; ///< `….part.json`
    QByteArray etag;
    QByteArray lastModified;
    qint64 total = -1;
    qint64 have = 0;
    bool kept = false; ///< The platform said 304.

    QByteArray validator() const { return !etag.isEmpty() && !etag.startsWith("W/") ? etag : lastModified; }

    void load()
    {
        const auto bytes = readSmallFile(note, 64 * 1024);
        const auto json = bytes ? parseJson(*bytes) : fail(bytes.error());
        if (!json || json->toObject().value("address"_L1).toString() != address) {
            forget();
            return;
        }
        etag = json->toObject().value("etag"_L1).toString().toLatin1();
        lastModified = json->toObject().value("last_modified"_L1).toString().toLatin1();
        total = json->toObject().value("total"_L1).toInteger(-1);
        have = QFileInfo(file).size();
        if (validator().isEmpty() || have > kLargestMedia || (total >= 0 && have > total)) {
            forget(); // nothing says that what follows belongs to it
        }
    }

    Result<> saveNote() const
    {
        return saveFile(note,
                        QJsonDocument(QJsonObject{{u"address"_s, address},
                                                  {u"etag"_s, QString::fromLatin1(etag)},
                                                  {u"last_modified"_s, QString::fromLatin1(lastModified)},
                                                  {u"total"_s, total}})
                            .toJson());
    }

    void forget()
    {
        QFile::remove(file);
        QFile::remove(note);
        etag.clear();
        lastModified.clear();
        total = -1;
        have = 0;
    }

    bool whole() const { return total >= 0 && have == total; }
};

QString pictureEnding(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        return u"png"_s;
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return u"jpg"_s;
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return u"gif"_s;
    }
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        return u"webp"_s;
    }
    if (bytes.mid(4, 8) == "ftypavif") {
        return u"avif"_s;
    }
    static const QRegularExpression start(u"\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<svg[\\s>]"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression runs(u"<script|<foreignobject|<!entity|javascript:|\\son[a-z]+\\s*="_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(bytes.left(1024));
    return start.match(text).hasMatch() && !QString::fromUtf8(bytes).contains(runs) ? u"svg"_s : QString();
}

Result<bool> MediaFetch::step(Partial &partial, const std::optional<StoredMedia> &known,
                              const Progress &progress, const std::stop_token &stop)
{
    HttpRequest request;
    request.url = partial.address.toLatin1();
    request.maxBytes = kLargestMedia;
    request.timeout = std::chrono::minutes(5); // the limit of speed ends it sooner
    request.headers = {"Accept: image/*",
                       "Range: bytes=" + QByteArray::number(partial.have) + '-'
                           + QByteArray::number(partial.have + kPart - 1)};
    if (partial.have > 0) {
        request.headers.push_back("If-Range: " + partial.validator());
    } else if (known && !known->etag.isEmpty()) {
        request.headers.push_back("If-None-Match: " + known->etag);
    } else if (known && !known->lastModified.isEmpty()) {
        request.headers.push_back("If-Modified-Since: " + known->lastModified);
    }
    auto answer = m_fetcher.any(std::move(request), Fetcher::Token::None, stop);
    if (!answer) {
        return fail(answer.error());
    }
    if (answer->status == 304) {
        partial.kept = true;
        return true;
    }
    const bool began = partial.have == 0;
    if (answer->status == 416) {
        partial.forget();
        return began ? Result<bool>(fail(ErrorCode::InvalidData, u"%1: no such part"_s.arg(partial.address)))
                     : Result<bool>(false);
    }
    const ContentRange range = contentRange(answer->header("content-range"));
    if (answer->status == 206 && range.from != partial.have) {
        partial.forget();
        return fail(ErrorCode::InvalidData, u"%1: another part than was asked for"_s.arg(partial.address));
    }
    if (answer->status == 200) {
        partial.forget(); // all of it: it changed, or the platform gives no parts
    }
    if (partial.have == 0) {
        partial.etag = answer->header("etag").left(500);
        partial.lastModified = answer->header("last-modified").left(100);
        partial.total = answer->status == 200 ? answer->body.size() : range.total;
    }
    if (partial.total < 0 || partial.total > kLargestMedia || answer->body.isEmpty()
        || partial.have + answer->body.size() > partial.total) {
        partial.forget();
        return fail(ErrorCode::InvalidData, u"%1: too large, empty, or of no size"_s.arg(partial.address));
    }
    if (began || answer->status == 200) {
        if (auto enough = m_store.reserve(partial.total); !enough) {
            return fail(enough.error());
        }
        if (auto saved = partial.saveNote(); !saved) {
            return fail(saved.error());
        }
    }
    QFile file(partial.file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)
        || file.write(answer->body) != answer->body.size() || !file.flush()) {
        return fail(ErrorCode::DiskFull, u"%1: %2"_s.arg(partial.file, file.errorString()));
    }
    partial.have += answer->body.size();
    progress(answer->body.size(), partial.total);
    return partial.whole();
}

Result<StoredMedia> MediaFetch::finish(Partial &partial)
{
    QFile file(partial.file);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, file.errorString());
    }
    const QByteArray bytes = file.read(kLargestMedia + 1);
    file.close();
    StoredMedia media;
    media.ending = pictureEnding(bytes);
    if (bytes.size() != partial.total || media.ending.isEmpty()) {
        const QString address = partial.address;
        partial.forget();
        return fail(ErrorCode::InvalidData, u"%1: no picture"_s.arg(address));
    }
    media.sha256 = sha256Hex(bytes);
    media.etag = partial.etag;
    media.lastModified = partial.lastModified;
    media.bytes = bytes.size();
    const QString place = m_store.mediaPath(media.sha256);
    if (auto synced = syncFile(partial.file); !synced) {
        return fail(synced.error());
    }
    QDir().mkpath(QFileInfo(place).path());
    if (!QFileInfo::exists(place) && !QFile::rename(partial.file, place)) {
        return fail(ErrorCode::Storage, u"%1 can't be put in place"_s.arg(place));
    }
    (void)syncFolder(QFileInfo(place).path());
    partial.forget();
    return media;
}

Result<StoredMedia> MediaFetch::fetch(const QString &address, const std::optional<StoredMedia> &known,
                                      const Progress &progress, const std::stop_token &stop)
{
    const bool have
        = known && QFileInfo(m_store.mediaPath(known->sha256)).size() == known->bytes && known->bytes > 0;
    Partial partial;
    partial.address = address;
    const QString name = QString::fromLatin1(sha256Hex(address.toUtf8()).left(32));
    partial.file = QFileInfo(m_store.mediaPath("parts")).path() + u"/../parts/"_s + name + u".part"_s;
    partial.file = QDir::cleanPath(partial.file);
    partial.note = partial.file + u".json"_s;
    partial.load();
    for (int restarts = 0; !partial.whole();) {
        const qint64 before = partial.have;
        const auto done = step(partial, have ? known : std::nullopt, progress, stop);
        if (!done) {
            return fail(done.error());
        }
        if (partial.kept) {
            return *known;
        }
        if (partial.have <= before && ++restarts > 2) {
            return fail(ErrorCode::InvalidData, u"%1: it changes while it is fetched"_s.arg(address));
        }
    }
    return finish(partial);
}

} // namespace studio::sync
