#include "sync/http/origin.h"
#include "sync/http/user_agent.h"

#include <QString>

#include <catch2/catch.hpp>

using namespace studio::sync;

TEST_CASE("an origin has its port, whatever the spelling")
{
    CHECK(parseAddress("https://learn.example.org/api/v1/")->origin == "https://learn.example.org:443");
    CHECK(parseAddress("HTTPS://Learn.Example.ORG:443")->origin == "https://learn.example.org:443");
    CHECK(parseAddress("http://localhost:8000/x?y=1#z")->origin == "http://localhost:8000");
    CHECK(parseAddress("http://localhost:8000/x?y=1#z")->url == "http://localhost:8000/x?y=1");
    CHECK(parseAddress("http://[::1]:8000/")->origin == "http://[::1]:8000");
    CHECK(parseAddress("https://b\xc3\xbc"
                       "cher.example/")
              ->origin
          == "https://xn--bcher-kva.example:443");
}

TEST_CASE("what is not asked")
{
    for (const char *url :
         {"", "learn.example.org", "//learn.example.org/", "ftp://a/", "file:///etc/passwd", "https://",
          "https:///x", "https://a:b@host/", "https://a@host/", "https://host:0/", "https://host:99999/",
          "https://ho st/", "https://host/\r\nX: 1", "javascript:1"}) {
        CAPTURE(url);
        CHECK_FALSE(parseAddress(url));
    }
    CHECK_FALSE(parseAddress("https://host/" + QByteArray(9000, 'x')));
}

TEST_CASE("this computer and names that only look like it")
{
    for (const char *url :
         {"http://localhost/", "http://127.0.0.1:80/", "http://127.9.9.9/", "http://[::1]/"}) {
        CAPTURE(url);
        CHECK(isLoopback(*parseAddress(url)));
    }
    for (const char *url :
         {"http://localhost.example.org/", "http://127.0.0.1.example.org/", "http://128.0.0.1/",
          "http://10.0.0.1/", "http://127.example.org/", "http://[::2]/", "http://0.0.0.0/"}) {
        CAPTURE(url);
        CHECK_FALSE(isLoopback(*parseAddress(url)));
    }
}

TEST_CASE("the program's name is a header's text whatever its version says")
{
    CHECK(userAgent("1.2.3").startsWith("learning-studio/1.2.3 ("));
    CHECK(userAgent("").startsWith("learning-studio/0 ("));
    CHECK_FALSE(userAgent("1\r\nX: y").contains('\r'));
}
