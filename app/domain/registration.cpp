#include "domain/registration.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 150; // the platform's column
constexpr qsizetype kLongestAddress = 254;
constexpr qsizetype kShortestPassword = 10;
constexpr qsizetype kLongestPassword = 4096; // beyond, hashing it is work for the platform and no help
constexpr qsizetype kShortestAlike = 3; // a user name of two letters is in many a good password

RegistrationProblem nameProblem(const QString &name)
{
    return name.size() > kLongestName ? RegistrationProblem::TooLong : RegistrationProblem::None;
}

RegistrationProblem usernameProblem(const QString &name)
{
    if (name.isEmpty()) {
        return RegistrationProblem::Missing;
    }
    if (name.size() > kLongestName) {
        return RegistrationProblem::TooLong;
    }
    const auto allowed = [](QChar c) { return c.isLetterOrNumber() || u"@.+-_"_s.contains(c); };
    return std::all_of(name.begin(), name.end(), allowed) ? RegistrationProblem::None
                                                          : RegistrationProblem::BadCharacters;
}

RegistrationProblem emailProblem(const QString &email)
{
    if (email.isEmpty()) {
        return RegistrationProblem::Missing;
    }
    if (email.size() > kLongestAddress) {
        return RegistrationProblem::TooLong;
    }
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(
        u"[^@\\s\"(),:;<>\\[\\]\\\\]+@[^@\\s.\"(),:;<>\\[\\]\\\\]+(\\.[^@\\s.\"(),:;<>\\[\\]\\\\]+)+"_s));
    return shape.match(email).hasMatch() ? RegistrationProblem::None : RegistrationProblem::NotAnAddress;
}

bool isCommon(const QString &lowered)
{
    // The beginnings that lists of leaked passwords share; ten characters alone do not stop these.
    static const std::array<QString, 14> kBeginnings
        = {u"password"_s,   u"passw0rd"_s,   u"123456789"_s,  u"qwertyuiop"_s, u"qwerty123"_s,
           u"iloveyou"_s,   u"1q2w3e4r5t"_s, u"azertyuiop"_s, u"letmein"_s,    u"welcome1"_s,
           u"abcdefghij"_s, u"abcd1234"_s,   u"football"_s,   u"motdepasse"_s};
    const bool begins = std::any_of(kBeginnings.begin(), kBeginnings.end(), [&lowered](const QString &each) {
        return lowered.startsWith(each) && lowered.size() <= each.size() + 4;
    });
    const bool oneLetter
        = std::all_of(lowered.begin(), lowered.end(), [&lowered](QChar c) { return c == lowered.front(); });
    return begins || oneLetter;
}

RegistrationProblem passwordProblem(const Registration &registration)
{
    const QString &password = registration.password;
    if (password.isEmpty()) {
        return RegistrationProblem::Missing;
    }
    if (password.size() < kShortestPassword) {
        return RegistrationProblem::TooShort;
    }
    if (password.size() > kLongestPassword) {
        return RegistrationProblem::TooLong;
    }
    if (std::all_of(password.begin(), password.end(), [](QChar c) { return c.isDigit(); })) {
        return RegistrationProblem::OnlyDigits;
    }
    const QString lowered = password.toLower();
    const QStringList alike
        = {registration.username.toLower(), registration.email.section(u'@', 0, 0).toLower()};
    const bool like = std::any_of(alike.begin(), alike.end(), [&lowered](const QString &each) {
        return each.size() >= kShortestAlike && lowered.contains(each);
    });
    if (like) {
        return RegistrationProblem::LikeName;
    }
    return isCommon(lowered) ? RegistrationProblem::TooCommon : RegistrationProblem::None;
}

} // namespace

bool RegistrationProblems::ok() const
{
    const auto fine = [](RegistrationProblem each) { return each == RegistrationProblem::None; };
    return fine(server) && fine(username) && fine(email) && fine(password) && fine(firstName)
        && fine(lastName);
}

RegistrationProblems registrationProblems(const Registration &registration)
{
    RegistrationProblems problems;
    problems.server
        = serverAddress(registration.server) ? RegistrationProblem::None : RegistrationProblem::BadServer;
    problems.username = usernameProblem(registration.username);
    problems.email = emailProblem(registration.email);
    problems.password = passwordProblem(registration);
    problems.firstName = nameProblem(registration.firstName);
    problems.lastName = nameProblem(registration.lastName);
    return problems;
}

std::optional<QString> serverAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > 2000 || text.contains(u' ')) {
        return std::nullopt;
    }
    if (!text.contains("://"_L1)) {
        text.prepend("https://"_L1);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment()) {
        return std::nullopt;
    }
    const bool here = url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    if (url.scheme() != "https"_L1 && (url.scheme() != "http"_L1 || !here)) {
        return std::nullopt;
    }
    QString path = url.path();
    if (const qsizetype api = path.indexOf("/api/v1"_L1); api >= 0) {
        path.truncate(api);
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    QUrl base;
    base.setScheme(url.scheme());
    base.setHost(url.host());
    base.setPort(url.port());
    return base.toString(QUrl::FullyEncoded) % path;
}

} // namespace studio
