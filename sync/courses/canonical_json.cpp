#include "sync/courses/canonical_json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// What differs from person to person, or moves by itself.
const QStringList kNotContent = {u"enrollment_count"_s,  u"user_enrolled"_s,  u"enrollment_status"_s,
                                 u"user_progress"_s,     u"user_completed"_s, u"completion_count"_s,
                                 u"total_enrollments"_s, u"total_reviews"_s,  u"average_rating"_s,
                                 u"total_lessons"_s,     u"course"_s}; // a lesson repeats its whole course

} // namespace

QByteArray canonicalJson(const QJsonObject &object, const QStringList &without)
{
    QJsonObject kept = object; // its keys are in order by themselves
    for (const QString &key : without) {
        kept.remove(key);
    }
    return QJsonDocument(kept).toJson(QJsonDocument::Compact);
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray contentHash(const QJsonObject &course, const std::vector<QJsonObject> &parts)
{
    QByteArrayList hashes;
    for (const QJsonObject &part : parts) {
        hashes.append(sha256Hex(canonicalJson(part, kNotContent)));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.prepend(sha256Hex(canonicalJson(course, kNotContent)));
    return sha256Hex(hashes.join('\n'));
}

} // namespace studio::sync
