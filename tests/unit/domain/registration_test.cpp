#include "domain/registration.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

Registration good()
{
    Registration made;
    made.server = u"https://learn.example.org"_s;
    made.username = u"ada"_s;
    made.email = u"ada@example.org"_s;
    made.password = u"three cups of tea"_s;
    made.firstName = u"Ada"_s;
    return made;
}

} // namespace

TEST_CASE("A good new account has no problem", "[domain]")
{
    CHECK(registrationProblems(good()).ok());
    Registration unusual = good();
    unusual.username = u"Zoë.O+k_1-2@x"_s;
    unusual.email = u"zoë+py@mail.schule.example"_s;
    unusual.firstName.clear();
    unusual.password = u"пароль с пробелами"_s;
    CHECK(registrationProblems(unusual).ok());
}

TEST_CASE("Each field tells its own problem", "[domain]")
{
    using P = RegistrationProblem;
    const auto password = [](const QString &text) {
        Registration made = good();
        made.password = text;
        return registrationProblems(made).password;
    };
    CHECK(password({}) == P::Missing);
    CHECK(password(u"short"_s) == P::TooShort);
    CHECK(password(u"9384756102938"_s) == P::OnlyDigits);
    CHECK(password(u"I am ADA 12345"_s) == P::LikeName);
    CHECK(password(u"Password123"_s) == P::TooCommon);
    CHECK(password(u"qwertyuiop"_s) == P::TooCommon);
    CHECK(password(u"zzzzzzzzzzzz"_s) == P::TooCommon);
    CHECK(password(QString(5000, u'x') % u"y"_s) == P::TooLong);

    const auto name = [](const QString &text) {
        Registration made = good();
        made.username = text;
        return registrationProblems(made).username;
    };
    CHECK(name({}) == P::Missing);
    CHECK(name(u"ada lovelace"_s) == P::BadCharacters);
    CHECK(name(u"ada/../x"_s) == P::BadCharacters);
    CHECK(name(QString(151, u'a')) == P::TooLong);

    const auto email = [](const QString &text) {
        Registration made = good();
        made.email = text;
        return registrationProblems(made).email;
    };
    CHECK(email({}) == P::Missing);
    for (const QString &bad : {u"ada"_s, u"ada@"_s, u"@example.org"_s, u"ada@example"_s, u"a b@example.org"_s,
                               u"ada@exa mple.org"_s, u"ada@@example.org"_s, u"ada@example..org"_s,
                               u"ada@example.org\nBcc: x@y.z"_s, u"ada@example.org\n"_s}) {
        CAPTURE(bad.toStdString());
        CHECK(email(bad) == P::NotAnAddress);
    }
    Registration longName = good();
    longName.firstName = QString(151, u'x');
    longName.server = u"ftp://example.org"_s;
    CHECK(registrationProblems(longName).firstName == P::TooLong);
    CHECK(registrationProblems(longName).server == P::BadServer);
    CHECK_FALSE(registrationProblems(longName).ok());
}

TEST_CASE("A server's address is taken as people type it, and never one that gives secrets away", "[domain]")
{
    CHECK(serverAddress(u" learn.example.org/ "_s) == u"https://learn.example.org"_s);
    CHECK(serverAddress(u"https://learn.example.org:8443/py/"_s) == u"https://learn.example.org:8443/py"_s);
    CHECK(serverAddress(u"https://learn.example.org/api/v1/auth/login/"_s) == u"https://learn.example.org"_s);
    CHECK(serverAddress(u"http://127.0.0.1:8000"_s) == u"http://127.0.0.1:8000"_s);
    CHECK(serverAddress(u"http://localhost:8000/"_s) == u"http://localhost:8000"_s);
    for (const QString &bad :
         {u""_s, u"   "_s, u"http://learn.example.org"_s, u"ftp://learn.example.org"_s,
          u"file:///etc/passwd"_s, u"https://"_s, u"https://ada:secret@learn.example.org"_s,
          u"learn example.org"_s, u"https://learn.example.org/?next=x"_s, u"https://learn.example.org/#a"_s,
          u"javascript:alert(1)"_s, QString(3000, u'a')}) {
        CAPTURE(bad.toStdString());
        CHECK_FALSE(serverAddress(bad));
    }
}
