#include "content/forum/post_renderer.h"
#include "domain/forum.h"

#include <QElapsedTimer>

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

const QUrl kPlatform(u"https://learn.example.org/"_s);

std::vector<PostPart> render(const QString &markdown)
{
    return content::makePostRenderer(kPlatform)->render(markdown);
}

/// The HTML of a text that is one piece.
QString html(const QString &markdown)
{
    const auto parts = render(markdown);
    REQUIRE(parts.size() == 1);
    REQUIRE(parts[0].kind == PostPart::Kind::Html);
    return parts[0].html;
}

QString plainText(const QString &markdown)
{
    return content::makePostRenderer(QUrl())->plainText(markdown);
}

} // namespace

TEST_CASE("a post's Markdown becomes HTML")
{
    CHECK(
        html(u"My *loop* leaves out **the last** ~~fruit~~ `x`."_s)
        == u"<p>My <em>loop</em> leaves out <strong>the last</strong> <del>fruit</del> <code>x</code>.</p>"_s);
    CHECK(html(u"> then it crashes"_s).startsWith(u"<blockquote>"_s));
    CHECK(html(u"|a|b|\n|---|:-:|\n|1|2|"_s).contains(u"<th align=\"center\">b</th>"_s));
    CHECK(html(u"- [x] done\n- [ ] not"_s).contains(u"☑ done"_s));
    CHECK(html(u"3. three\n4. four"_s).startsWith(u"<ol start=\"3\">"_s));
}

TEST_CASE("headings of a post lie below those of the topic")
{
    CHECK(html(u"# One"_s) == u"<h3>One</h3>"_s);
    CHECK(html(u"###### Six"_s) == u"<h6>Six</h6>"_s);
}

TEST_CASE("blocks of code come out as code, with their language")
{
    const auto parts = render(
        u"Look:\n\n```Python title\nfor i in x:\n    print(i < 3)\n```\n\nand\n\n    indented & so\n\nend"_s);
    REQUIRE(parts.size() == 5);
    CHECK(parts[1].kind == PostPart::Kind::Code);
    CHECK(parts[1].code == u"for i in x:\n    print(i < 3)\n"_s);
    CHECK(parts[1].language == u"python"_s);
    CHECK(parts[3].kind == PostPart::Kind::Code);
    CHECK(parts[3].code == u"indented & so\n"_s);
    CHECK(parts[3].language.isEmpty());
    CHECK(parts[4].html == u"<p>end</p>"_s);
}

TEST_CASE("raw HTML is shown as it was typed")
{
    CHECK(html(u"<b onclick=\"x()\">hi</b>"_s) == u"<p>&lt;b onclick=&quot;x()&quot;&gt;hi&lt;/b&gt;</p>"_s);
    const QString block = html(u"<script>\nalert(1)\n</script>"_s);
    CHECK_FALSE(block.contains(u"<script"_s));
    CHECK(block.contains(u"&lt;script&gt;"_s));
}

TEST_CASE("pictures wait to be asked for")
{
    const auto parts = render(u"See ![the *shelf*](https://pics.example.net/a.png \"t\") here"_s);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].html == u"<p>See </p>"_s);
    CHECK(parts[1].kind == PostPart::Kind::Picture);
    CHECK(parts[1].address == u"https://pics.example.net/a.png"_s);
    CHECK(parts[1].alternative == u"the shelf"_s);
    CHECK(parts[2].html == u"<p> here</p>"_s);
    CHECK(render(u"![a](https://x.org/a.png)"_s).size() == 1);
    // In a quote it is a link; without a safe address only what it says.
    CHECK(html(u"> ![a](https://x.org/a.png)"_s)
              .contains(u"<a href=\"https://x.org/a.png\" title=\"x.org\">a</a>"_s));
    for (const QString &address :
         {u"http://x.org/a.png"_s, u"data:image/png;base64,AAAA"_s, u"javascript:alert(1)"_s,
          u"studio://course/a.png"_s, u"file:///etc/a.png"_s, u"//x.org/a.png"_s, u"a.png"_s,
          u"https://user@x.org/a.png"_s}) {
        INFO(address.toStdString());
        CHECK(html(u"![a shelf](%1)"_s.arg(address)) == u"<p>a shelf</p>"_s);
    }
}

TEST_CASE("links lead to the web or stay inside, and say where")
{
    CHECK(html(u"[docs](https://docs.python.org/3/ \"evil title\")"_s)
          == u"<p><a href=\"https://docs.python.org/3/\" title=\"docs.python.org\">docs</a></p>"_s);
    CHECK(html(u"https://docs.python.org/3/"_s).contains(u"title=\"docs.python.org\""_s));
    CHECK(html(u"[m](mailto:ada@example.org)"_s).contains(u"title=\"ada@example.org\""_s));
    CHECK(html(u"[l](studio:exercise/first/loops-1)"_s)
          == u"<p><a href=\"studio:exercise/first/loops-1\">l</a></p>"_s);
    for (const QString &address :
         {u"javascript:alert(1)"_s, u"JaVaScRiPt:alert(1)"_s, u"data:text/html,x"_s, u"vbscript:x"_s,
          u"blob:https://x/1"_s, u"file:///etc/passwd"_s, u"studio://static/forum.html"_s, u"studio:run/1"_s,
          u"ftp://x.org/"_s, u"//x.org"_s, u"/etc"_s, u"#top"_s, u"https://good.org@evil.org/"_s, u"qrc:/x"_s,
          u"javascript&colon;alert(1)"_s}) {
        INFO(address.toStdString());
        CHECK(html(u"[press](%1)"_s.arg(address)) == u"<p>press</p>"_s);
    }
}

TEST_CASE("addresses of the platform's topics open inside")
{
    const auto target
        = [](const QString &address) { return html(u"[t](%1)"_s.arg(address)).section(u'"', 1, 1); };
    CHECK(target(u"https://learn.example.org/forum/topics/12"_s) == u"studio:topic/12"_s);
    CHECK(target(u"https://learn.example.org/forum/forum/basics-3/topic/why-2-loops-12/"_s)
          == u"studio:topic/12"_s);
    CHECK(target(u"https://learn.example.org/forum/topics/why/12/?post=90#90"_s) == u"studio:post/90"_s);
    CHECK(target(u"https://learn.example.org/forum/topics/12#post-91"_s) == u"studio:post/91"_s);
    CHECK(target(u"https://other.example.org/forum/topics/12"_s)
          == u"https://other.example.org/forum/topics/12"_s);
    CHECK(target(u"https://learn.example.org:8443/forum/topics/12"_s).startsWith(u"https:"_s));
    CHECK(target(u"https://learn.example.org/about"_s).startsWith(u"https:"_s));
}

TEST_CASE("a link whose text names another place shows where it leads")
{
    CHECK(html(u"[https://bank.example.com/login](https://evil.example.net/)"_s)
              .contains(u"</a> (evil.example.net)"_s));
    CHECK(html(u"[bank.example.com](https://evil.example.net/)"_s).contains(u"(evil.example.net)"_s));
    CHECK(html(u"[ban\u200bk.example.com](https://evil.example.net/)"_s).contains(u"(evil.example.net)"_s));
    CHECK(html(u"[user@bank.example.com](mailto:a@evil.example.net)"_s).contains(u"(a@evil.example.net)"_s));
    CHECK(html(u"[exаmple.com](https://example.com/)"_s).contains(u"(example.com)"_s)); // a Cyrillic letter
    CHECK_FALSE(html(u"[www.python.org/doc](https://python.org/doc)"_s).contains(u'('));
    CHECK_FALSE(html(u"[see str.join](https://docs.python.org/)"_s).contains(u'('));
    CHECK(html(u"[python.org](studio:topic/3)"_s).contains(u"(studio:topic/3)"_s));
}

TEST_CASE("a link without text shows its place")
{
    CHECK(html(u"a [](https://x.example.org/y)"_s).contains(u">x.example.org</a>"_s));
}

TEST_CASE("quotes of older posts become quotes")
{
    CHECK(html(u"[quote=\"mira\"]\nmy *loop*\n[/quote]\nTake it away."_s)
          == html(u"> **mira:**\n>\n> my *loop*\n\nTake it away."_s));
    const QString nested = html(u"[quote=a]one [quote]two[/quote] three[/quote]"_s);
    CHECK(nested.count(u"<blockquote>"_s) == 2);
    CHECK(nested.indexOf(u"two"_s) < nested.indexOf(u"three"_s));
    CHECK(plainText(u"[/quote][quote]x"_s) == u"[/quote][quote]x"_s);
    CHECK(plainText(u"[quote][quote]x[/quote]"_s) == u"[quote] x"_s);
    CHECK(html(u"[quote=\"**b** [l](https://x.org)\"]q[/quote]"_s).contains(u"**b** [l"_s) == false);
    const auto fenced = render(u"```\n[quote]code[/quote]\n```"_s);
    REQUIRE(fenced.size() == 1);
    CHECK(fenced[0].code == u"[quote]code[/quote]\n"_s);
    CHECK(html(u"[quote]\n```python\nx\n```\n[/quote]"_s)
              .contains(u"<pre><code class=\"language-python\">x"_s));
    CHECK(html(u"[quote]"_s.repeated(40) + u"x"_s + u"[/quote]"_s.repeated(40)).count(u"<blockquote>"_s)
          == 6);
}

TEST_CASE("characters that turn or hide text are written out")
{
    CHECK(html(u"abc\u202Egpj.exe"_s) == u"<p>abc[U+202E]gpj.exe</p>"_s);
    CHECK(content::makePostRenderer(QUrl())->plainLine(u"*abc*\u202Egpj.exe\n<b>\u0000x"_s)
          == u"*abc*[U+202E]gpj.exe <b>x"_s);
    CHECK(html(u"\u2067שלום\u2069"_s) == u"<p>\u2067שלום\u2069</p>"_s); // right-to-left text needs them
    const auto code = render(u"```python\nif x:\u2066 # \u202Eok\na\u200bb = '\u00e9\u200d'\n```"_s);
    CHECK(code[0].code == u"if x:\\u2066 # \\u202eok\na\\u200bb = '\u00e9\u200d'\n"_s);
    CHECK(html(u"a\uFEFF\u2063b"_s) == u"<p>ab</p>"_s);
    CHECK(html(u"می\u200cخواهم 👨\u200d👩\u200d👧"_s) == u"<p>می\u200cخواهم 👨\u200d👩\u200d👧</p>"_s);
    CHECK(html(u"Z"_s + QString(200, QChar(0x0301))).size() == u"<p>Z</p>"_s.size() + 8);
    CHECK(html(u"x\U000E0041y 🏴\U000E0067\U000E0062\U000E007F"_s)
          == u"<p>xy 🏴\U000E0067\U000E0062\U000E007F</p>"_s);
}

TEST_CASE("what can't be rendered is shown as plain text, and in time")
{
    QElapsedTimer timer;
    timer.start();
    const QString deep = u">"_s.repeated(50'000) + u" x <b>"_s;
    CHECK(html(deep).startsWith(u"<pre>\n&gt;&gt;"_s));
    const QString longest = u"**a** "_s.repeated(kLongestPost);
    CHECK(html(longest).startsWith(u"<pre>"_s));
    QString references
        = u"[a]: https://x.org/"_s + QString(20'000, u'b') + u"\n\n"_s + u"[a] "_s.repeated(19'000);
    CHECK(html(references).startsWith(u"<pre>"_s));
    for (const QString &piece :
         {u"["_s, u"![[]()"_s, u"www.a_"_s, u"http://a.b/("_s, u"*a _b "_s, u"`"_s, u"a@a.b "_s, u"[](<"_s,
          u"| a "_s, u"- "_s, u"&amp"_s, u"\\"_s, u"[quote]"_s, u"[/quote]"_s, u"[quote=\"a\"]x[/quote]"_s,
          u"```\n"_s, u"<!--"_s, u"]:"_s}) {
        timer.restart();
        const auto parts = render(piece.repeated(kLongestPost / piece.size()));
        INFO(piece.toStdString() << " " << timer.elapsed() << " ms");
        CHECK(!parts.empty());
        CHECK(parts.size() <= 402);
        CHECK(timer.elapsed() < 3'000);
    }
    CHECK(render({}).empty());
}

TEST_CASE("a post as plain text is one line")
{
    CHECK(plainText(u"# A\n\nb *c* `d`\n\n```\ne\n```\n![f](https://x.org/f.png)"_s) == u"A b c d e f"_s);
    CHECK(plainText(u"| a | b |\n|---|---|\n| c | d |"_s) == u"a b c d"_s);
}
