#include "sync/http/session_cookies.h"
#include "sync/http/set_cookie.h"

#include <QString>

#include <catch2/catch.hpp>

using namespace studio::sync;

TEST_CASE("a cookie as the platform sets it")
{
    const auto cookie
        = parseSetCookie("access_token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln; expires=Sun, 22 Aug 2027 10:00:00 "
                         "GMT; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure");
    REQUIRE(cookie);
    CHECK(cookie->name == "access_token");
    CHECK(cookie->value == "eyJhbGciOiJIUzI1NiJ9.e30.c2ln");
    CHECK(cookie->maxAge == 3600);
    CHECK(cookie->path == "/");
    CHECK(cookie->domain.isEmpty());
    CHECK(cookie->sameSite == "lax");
    CHECK(cookie->secure);
    CHECK(cookie->httpOnly);
}

TEST_CASE("cookies as other servers set them")
{
    CHECK(parseSetCookie("a=b")->value == "b");
    CHECK(parseSetCookie(" a = b ;")->name == "a");
    CHECK(parseSetCookie("a=b=c==")->value == "b=c==");
    CHECK(parseSetCookie("a=\"b\"")->value == "b");
    CHECK(parseSetCookie("a=\"\"")->value.isEmpty());
    CHECK(parseSetCookie("a=")->value.isEmpty());
    CHECK(parseSetCookie("a=b; DOMAIN=.Example.ORG")->domain == "example.org");
    CHECK(parseSetCookie("a=b; path=relative")->path.isEmpty());
    CHECK(parseSetCookie("a=b; samesite=whatever; secure=1; priority=high;;;")->sameSite.isEmpty());
    CHECK(parseSetCookie("a=b; max-age=1; max-age=2")->maxAge == 2);
}

TEST_CASE("ages that are no ages do not count, and huge ones are ten years")
{
    CHECK(parseSetCookie("a=b; max-age=-1")->maxAge == 0);
    CHECK(parseSetCookie("a=b; max-age=0")->maxAge == 0);
    CHECK_FALSE(parseSetCookie("a=b; max-age=")->maxAge);
    CHECK_FALSE(parseSetCookie("a=b; max-age=-")->maxAge);
    CHECK_FALSE(parseSetCookie("a=b; max-age=1e9")->maxAge);
    CHECK_FALSE(parseSetCookie("a=b; max-age=+5")->maxAge);
    const qint64 tenYears = 10LL * 366 * 24 * 3600;
    CHECK(parseSetCookie("a=b; max-age=99999999999")->maxAge == tenYears);
    CHECK(parseSetCookie("a=b; max-age=" + QByteArray(500, '9'))->maxAge == tenYears);
}

TEST_CASE("what could not be sent back as it came is no cookie")
{
    CHECK_FALSE(parseSetCookie(""));
    CHECK_FALSE(parseSetCookie(";"));
    CHECK_FALSE(parseSetCookie("a"));
    CHECK_FALSE(parseSetCookie("=b"));
    CHECK_FALSE(parseSetCookie("a=b c"));
    CHECK_FALSE(parseSetCookie("a=b,c"));
    CHECK_FALSE(parseSetCookie(QByteArray("a=b\0c", 5)));
    CHECK_FALSE(parseSetCookie("a=b\r\nX-Evil: 1"));
    CHECK_FALSE(parseSetCookie("a=caf\xc3\xa9"));
    CHECK_FALSE(parseSetCookie("a=" + QByteArray(9000, 'x')));
}

TEST_CASE("only the session's cookie is kept, for its origin, until it is taken back")
{
    SessionCookies cookies;
    const QByteArray here = "https://learn.example.org:443";
    cookies.received(here, "access_token=AAA; Path=/");
    cookies.received(here, "refresh_token=RRR; Path=/");
    cookies.received(here, "csrftoken=ccc");
    CHECK(cookies.headerFor(here).isEmpty());
    cookies.received(here, "sessionid=abc; HttpOnly; Secure");
    CHECK(cookies.headerFor(here) == "Cookie: sessionid=abc");
    CHECK(cookies.headerFor("https://learn.example.org:8443").isEmpty());
    CHECK(cookies.headerFor("http://learn.example.org:80").isEmpty());
    cookies.received(here, "sessionid=b d"); // nothing that can be sent: the old one stays
    CHECK(cookies.headerFor(here) == "Cookie: sessionid=abc");
    cookies.received(here, "sessionid=\"\"; Max-Age=0");
    CHECK(cookies.headerFor(here).isEmpty());
    cookies.received("http://localhost:80", "sessionid=abc; Secure");
    CHECK(cookies.headerFor("http://localhost:80").isEmpty());
}
