#include "domain/packages.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 200;

const QString kName = u"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"_s;

/// A line of requirements.txt without its comment.
QString bare(const QString &line)
{
    static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
    return QString(line).remove(comment).trimmed();
}

} // namespace

bool isPackageName(const QString &text)
{
    static const QRegularExpression valid(u"\\A"_s % kName % u"\\z"_s);
    return text.size() <= kLongest && valid.match(text).hasMatch();
}

bool isRequirement(const QString &text)
{
    static const QString version = u"\\s*(?:===|==|~=|!=|<=|>=|<|>)\\s*[A-Za-z0-9.*+!_-]+\\s*"_s;
    static const QRegularExpression valid(u"\\A"_s % kName % u"(?:\\s*\\[\\s*"_s % kName % u"(?:\\s*,\\s*"_s
                                          % kName % u")*\\s*\\])?(?:"_s % version % u"(?:,"_s % version
                                          % u")*)?\\z"_s);
    return text.size() <= kLongest && valid.match(text).hasMatch();
}

QString packageKey(const QString &requirement)
{
    static const QRegularExpression name(u"\\A\\s*("_s % kName % u")"_s);
    static const QRegularExpression marks(u"[-_.]+"_s);
    return name.match(requirement).captured(1).toLower().replace(marks, u"-"_s);
}

bool isIndexAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && !text.contains(u' ') && text.size() <= 2000;
}

QString withoutCredentials(const QString &address)
{
    static const QRegularExpression credentials(u"(https?://)[^/@\\s]*@"_s);
    return QString(address).replace(credentials, u"\\1"_s);
}

QStringList requirementsIn(const QString &text, QStringList *left)
{
    QStringList found;
    for (const QString &line : text.split(u'\n')) {
        const QString words = bare(line);
        if (words.isEmpty()) {
            continue;
        }
        if (isRequirement(words)) {
            found.append(words);
        } else if (left != nullptr) {
            left->append(words);
        }
    }
    return found;
}

QString withRequirement(const QString &text, const QString &requirement)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty()) {
        lines.removeLast();
    }
    const auto same = [&requirement](const QString &line) {
        return isRequirement(bare(line)) && packageKey(line) == packageKey(requirement);
    };
    const auto place = std::find_if(lines.begin(), lines.end(), same);
    if (place == lines.end()) {
        lines.append(requirement);
    } else {
        *place = requirement;
    }
    return lines.join(u'\n') % u'\n';
}

QString withoutRequirement(const QString &text, const QString &name)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([&name](const QString &line) {
        return isRequirement(bare(line)) && packageKey(line) == packageKey(name);
    });
    return lines.join(u'\n');
}

} // namespace studio
