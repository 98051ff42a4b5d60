#include "content/web_address.h"

#include <QStringList>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace studio::content;

TEST_CASE("links to the web, to mail and to headings stay")
{
    CHECK(safeLink(u"https://example.org/a?b=c#d"_s) == u"https://example.org/a?b=c#d"_s);
    CHECK(safeLink(u" HTTP://example.org "_s) == u"http://example.org"_s);
    CHECK(safeLink(u"mailto:ada@example.org"_s) == u"mailto:ada@example.org"_s);
    CHECK(safeLink(u"#more"_s) == u"#more"_s);
    CHECK(safeLink(u"https://bücher.example/"_s) == u"https://xn--bcher-kva.example/"_s);
}

TEST_CASE("no other link stays, however it is disguised")
{
    const QStringList bad = {u"javascript:alert(1)"_s,
                             u"JaVaScRiPt:alert(1)"_s,
                             u"java\tscript:alert(1)"_s,
                             u"java\nscript:alert(1)"_s,
                             u"\u0001javascript:alert(1)"_s,
                             u" javascript:alert(1)"_s,
                             u"data:text/html,x"_s,
                             u"vbscript:x"_s,
                             u"file:///etc/passwd"_s,
                             u"studio://action/run"_s,
                             u"blob:https://example.org/x"_s,
                             u"//example.org"_s,
                             u"\\\\example.org"_s,
                             u"/etc/passwd"_s,
                             u"page.html"_s,
                             u"https:example.org"_s,
                             u"https://"_s,
                             u"https://google.com@example.org/"_s,
                             u"https://user:word@example.org/"_s,
                             u"mailto:"_s,
                             u"ftp://example.org"_s,
                             u""_s,
                             u"https://example.org/"_s + QString(3000, u'x')};
    for (const QString &each : bad) {
        INFO(each.toStdString());
        CHECK_FALSE(safeLink(each));
    }
}

TEST_CASE("pictures are files of the course and nothing else")
{
    CHECK(coursePicture(u"lessons/a"_s, u"images/x.svg"_s) == u"lessons/a/images/x.svg"_s);
    CHECK(coursePicture(u"lessons/a"_s, u"images/a%20b.svg"_s) == u"lessons/a/images/a b.svg"_s);
    CHECK(coursePicture(u"lessons/a"_s, u"studio://course/x.svg"_s) == u"x.svg"_s);
    CHECK(courseAddress(u"a b/ö.svg"_s) == "studio://course/a%20b/%C3%B6.svg"_L1);
    for (const QString &each :
         {u"https://example.org/x.png"_s, u"//example.org/x.png"_s, u"data:image/png;base64,x"_s,
          u"studio://static/x"_s, u"studio://course/../../x"_s, u"%2e%2e/%2e%2e/%2e%2e/x"_s,
          u"..%5c..%5c..%5cx"_s, u"/x"_s, u"x?y"_s, u"file:x"_s, u"a%00b"_s, u""_s}) {
        INFO(each.toStdString());
        CHECK_FALSE(coursePicture(u"lessons/a"_s, each));
    }
}
