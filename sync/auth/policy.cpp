#include "sync/auth/policy.h"

#include "domain/registration.h"
#include "sync/auth/durable_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr qint64 kMostPolicyBytes = 64 * 1024;

Policy unreadable(const QString &why)
{
    Policy policy;
    policy.found = true;
    policy.sharedComputer = true;
    policy.keepSignIn = false;
    policy.problems = {why};
    return policy;
}

/// Takes the keys out one by one; what is left at the end nobody knows.
class Keys
{
public:
    Keys(QJsonObject object, Policy &policy)
        : m_left(std::move(object))
        , m_policy(policy)
    {
    }

    /// `cautious` when it is there and no truth value.
    std::optional<bool> flag(QLatin1StringView key, bool cautious)
    {
        const QJsonValue value = m_left.take(key);
        if (value.isUndefined() || value.isNull()) {
            return {};
        }
        if (!value.isBool()) {
            wrong(key, u"not true or false"_s);
        }
        return value.toBool(cautious);
    }

    QString text(QLatin1StringView key)
    {
        const QJsonValue value = m_left.take(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString()) {
            wrong(key, u"not a text"_s);
        }
        return value.toString().trimmed();
    }

    /// Between `least` and `most`; nothing when it is not there, or no such number.
    std::optional<int> number(QLatin1StringView key, int least, int most)
    {
        const QJsonValue value = m_left.take(key);
        if (value.isUndefined() || value.isNull()) {
            return {};
        }
        const int number = value.toInt(least - 1);
        if (number < least || number > most) {
            wrong(key, u"not a whole number from %1 to %2"_s.arg(least).arg(most));
            return {};
        }
        return number;
    }

    void wrong(QLatin1StringView key, const QString &what) { m_policy.problems.append(key % u": "_s % what); }

    void nameTheRest()
    {
        const QStringList keys = m_left.keys();
        for (const QString &key : keys) {
            if (key != "$schema"_L1 && !key.startsWith(u'_')) {
                m_policy.problems.append(key.left(100) % u": not known"_s);
            }
        }
    }

private:
    QJsonObject m_left;
    Policy &m_policy;
};

void readPlaces(Keys &keys, Policy &policy)
{
    if (const QString typed = keys.text("server"_L1); !typed.isEmpty()) {
        const auto server = serverAddress(typed);
        policy.server = server.value_or(QString());
        if (!server) {
            keys.wrong("server"_L1, u"not an https address"_s);
        }
    }
    if (const QString proxy = keys.text("proxy"_L1); !proxy.isEmpty()) {
        const QUrl url(proxy, QUrl::StrictMode);
        const bool good = url.isValid() && !url.host().isEmpty()
            && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "socks5h"_L1);
        policy.proxy = good ? proxy : QString();
        if (!good) {
            keys.wrong("proxy"_L1, u"not an address such as http://proxy.example:3128"_s);
        }
    }
    if (const QString file = keys.text("extra_ca_file"_L1); !file.isEmpty()) {
        const bool good = QFileInfo(file).isAbsolute() && QFileInfo(file).isReadable();
        policy.extraCaFile = good ? file : QString();
        if (!good) {
            keys.wrong("extra_ca_file"_L1, u"not the absolute path of a readable file"_s);
        }
    }
}

} // namespace

Policy readPolicy(const QString &path)
{
    const auto bytes = readSmallFile(path, kMostPolicyBytes);
    if (!bytes) {
        return bytes.error().code == ErrorCode::NotFound ? Policy() : unreadable(bytes.error().message);
    }
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &parsed);
    if (!document.isObject()) {
        return unreadable(
            path % u": at byte "_s % QString::number(parsed.offset) % u": "_s
            % (parsed.error == QJsonParseError::NoError ? u"not an object"_s : parsed.errorString()));
    }
    Policy policy;
    policy.found = true;
    Keys keys(document.object(), policy);
    policy.sharedComputer = keys.flag("shared_computer"_L1, true);
    policy.allowRegistration = keys.flag("allow_registration"_L1, false).value_or(true);
    policy.keepSignIn = keys.flag("keep_sign_in"_L1, false).value_or(true);
    readPlaces(keys, policy);
    policy.forum.days = keys.number("forum_days"_L1, 1, kMostForumDays).value_or(0);
    if (const auto megabytes = keys.number("forum_megabytes"_L1, kLeastForumMegabytes, kMostForumMegabytes)) {
        policy.forum.bytes = qint64{*megabytes} * 1'000'000;
    }
    policy.forum.onlyFollowed = keys.flag("forum_only_followed"_L1, true).value_or(false);
    keys.nameTheRest();
    return policy;
}

QString policyPath()
{
    if (const QString given = qEnvironmentVariable("LEARNING_STUDIO_POLICY"); !given.isEmpty()) {
        return given;
    }
#ifdef Q_OS_WIN
    return qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s) % u"/Learning Studio/policy.json"_s;
#else
    return u"/etc/learning-studio/policy.json"_s;
#endif
}

} // namespace studio::sync
