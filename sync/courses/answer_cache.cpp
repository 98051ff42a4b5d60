#include "sync/courses/answer_cache.h"

#include "sync/api/json_reader.h"
#include "sync/auth/durable_file.h"
#include "sync/courses/canonical_json.h"

#include <QDir>
#include <QFile>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = qint64{64} * 1024 * 1024;
constexpr qsizetype kLongestEtag = 200;

} // namespace

QString AnswerCache::fileOf(const QByteArray &key) const
{
    return m_folder + u'/' + QString::fromLatin1(sha256Hex(key));
}

/// `<etag>\n<SHA-256 of the body>\n<body>`: half a file is none.
std::optional<AnswerCache::Answer> AnswerCache::find(const QByteArray &key) const
{
    const auto bytes = readSmallFile(fileOf(key), kMostJsonBytes + 1024);
    if (!bytes) {
        return {};
    }
    const qsizetype first = bytes->indexOf('\n');
    const qsizetype second = bytes->indexOf('\n', first + 1);
    if (first < 1 || second < 0) {
        return {};
    }
    Answer answer{bytes->left(first), bytes->mid(second + 1)};
    return sha256Hex(answer.body) == bytes->mid(first + 1, second - first - 1)
        ? std::optional(std::move(answer))
        : std::nullopt;
}

void AnswerCache::keep(const QByteArray &key, const Answer &answer)
{
    const bool plain = !answer.etag.isEmpty() && answer.etag.size() <= kLongestEtag
        && !answer.etag.contains('\n') && !answer.etag.contains('\r');
    if (!plain || !QDir().mkpath(m_folder)) {
        return;
    }
    QFile file(fileOf(key)); // not flushed to the disk: it can be had again
    const QByteArray bytes = answer.etag + '\n' + sha256Hex(answer.body) + '\n' + answer.body;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        file.remove();
        return;
    }
    file.close();
    trim();
}

void AnswerCache::trim() const
{
    qint64 bytes = 0;
    for (const QFileInfo &each : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) { // the newest first
        bytes += each.size();
        if (bytes > kMostBytes) {
            QFile::remove(each.filePath());
        }
    }
}

} // namespace studio::sync
