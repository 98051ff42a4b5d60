#include "sync/courses/conversion.h"

#include <QUrl>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestAddress = 2000;
constexpr qsizetype kMostNotes = 500;
constexpr qsizetype kMostPictures = 2000;

} // namespace

QString cleanText(const QString &text, qsizetype most)
{
    QString clean;
    clean.reserve(std::min(text.size(), most));
    for (qsizetype i = 0; i < text.size() && clean.size() < most; ++i) {
        const QChar c = text.at(i);
        if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n') {
                clean += u'\n';
            }
        } else if (c == u'\n' || c == u'\t') {
            clean += c;
        } else if (c == u'\u2028' || c == u'\u2029' || c == u'\u0085') {
            clean += u'\n';
        } else if (c.isHighSurrogate()) {
            if (i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
                clean += c;
                clean += text.at(++i);
            }
        } else if (!c.isLowSurrogate() && c.category() != QChar::Other_Control && c != u'\ufeff'
                   && c.unicode() < 0xfffe) {
            clean += c;
        }
    }
    return clean;
}

QString cleanLine(const QString &text, qsizetype most)
{
    const QString line = cleanText(text, most * 4).simplified();
    if (line.size() <= most) {
        return line;
    }
    QString cut = line.left(most - 1);
    if (cut.back().isHighSurrogate()) {
        cut.chop(1);
    }
    return cut + u'…';
}

Conversion::Conversion(const QString &server, QHash<QString, QString> pictures)
    : m_server(server + u'/')
    , m_pictures(std::move(pictures))
{
}

QString Conversion::link(const QString &written) const
{
    const QString address = cleanText(written, kLongestAddress + 1).trimmed();
    if (address.isEmpty() || address.size() > kLongestAddress || address == "None"_L1
        || address.startsWith(u'#') || address.contains(u'\n') || address.contains(u'\t')) {
        return {};
    }
    const QUrl url = QUrl(m_server).resolved(QUrl(address, QUrl::TolerantMode));
    const bool web = (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
    const bool mail = url.scheme() == "mailto"_L1 && !url.path().isEmpty();
    if (!url.isValid() || (!web && !mail) || !url.userInfo().isEmpty()) {
        return {};
    }
    QString encoded = url.toString(QUrl::FullyEncoded);
    // What has a meaning in Markdown's brackets, and entities.
    encoded.replace(u'(', "%28"_L1).replace(u')', "%29"_L1).replace(u'\\', "%5C"_L1).replace(u'*', "%2A"_L1);
    encoded.replace(u'<', "%3C"_L1).replace(u'>', "%3E"_L1).replace(u'&', "&amp;"_L1);
    return encoded.size() > kLongestAddress ? QString() : encoded;
}

QString Conversion::picture(const QString &written)
{
    const QString address = written.trimmed();
    if (address.isEmpty() || address.size() > kLongestAddress) {
        return {};
    }
    const QUrl server(m_server);
    QUrl url = server.resolved(QUrl(address, QUrl::TolerantMode));
    url.setFragment({});
    // Any other host would learn who reads which lesson.
    const bool own = url.isValid() && url.scheme() == server.scheme() && url.host() == server.host()
        && url.port() == server.port() && url.userInfo().isEmpty();
    if (!own) {
        note(u"a picture of another place is not kept: %1"_s.arg(cleanLine(address, 100)));
        return {};
    }
    const QString whole = url.toString(QUrl::FullyEncoded);
    if (!m_wanted.contains(whole) && m_wanted.size() < kMostPictures) {
        m_wanted.append(whole);
    }
    const QString name = m_pictures.value(whole);
    if (name.isEmpty()) {
        return {};
    }
    const qsizetype depth = m_folder.isEmpty() ? 0 : m_folder.count(u'/') + 1;
    return u"../"_s.repeated(depth) + u"pictures/"_s + name;
}

void Conversion::note(const QString &what)
{
    const QString line = m_place.isEmpty() ? what : m_place + u": "_s + what;
    if (m_report.size() < kMostNotes && !m_report.contains(line)) {
        m_report.append(line);
    }
}

} // namespace studio::sync
