#include "content/web_address.h"

#include "content/course_files.h"

#include <QUrl>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestAddress = 2048;
const QString kCourse = u"studio://course/"_s;

/// As a browser reads it: no tabs and line ends anywhere, no control characters and spaces around.
QString asRead(const QString &written)
{
    QString address;
    for (const QChar c : written) {
        if (c != u'\t' && c != u'\n' && c != u'\r') {
            address += c;
        }
    }
    qsizetype from = 0;
    qsizetype to = address.size();
    while (from < to && address[from].unicode() <= 0x20) {
        ++from;
    }
    while (to > from && address[to - 1].unicode() <= 0x20) {
        --to;
    }
    return address.mid(from, to - from);
}

} // namespace

std::optional<QString> safeLink(const QString &written)
{
    const QString address = asRead(written);
    if (address.isEmpty() || address.size() > kLongestAddress) {
        return std::nullopt;
    }
    if (address.startsWith(u'#')) {
        QUrl anchor;
        anchor.setFragment(address.mid(1), QUrl::TolerantMode);
        return u'#' % anchor.fragment(QUrl::FullyEncoded);
    }
    const bool web = address.startsWith("http://"_L1, Qt::CaseInsensitive)
        || address.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (!web && !address.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    const QUrl url(address, QUrl::TolerantMode);
    const bool whole = url.isValid() && (web ? !url.host().isEmpty() : !url.path().isEmpty());
    if (!whole || !url.userInfo().isEmpty()) {
        return std::nullopt; // user@host in front of the real host is there to deceive
    }
    return url.toString(QUrl::FullyEncoded);
}

std::optional<QString> coursePicture(const QString &folder, const QString &written)
{
    QString address = asRead(written);
    if (address.isEmpty() || address.size() > kLongestAddress) {
        return std::nullopt;
    }
    const bool whole = address.startsWith(kCourse);
    address = QUrl::fromPercentEncoding((whole ? address.mid(kCourse.size()) : address).toUtf8());
    if (address.contains(u'?') || address.contains(u'#') || address.contains(u'%')) {
        return std::nullopt;
    }
    return pathInCourse(whole ? QString() : folder, address);
}

QString courseAddress(const QString &path)
{
    return kCourse % QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

} // namespace studio::content
