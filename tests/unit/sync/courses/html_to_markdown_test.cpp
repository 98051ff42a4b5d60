#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"

#include <catch2/catch.hpp>

using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

Conversion conversion()
{
    Conversion made(u"https://learn.example.org"_s,
                    {{u"https://learn.example.org/media/a.png"_s, u"0a.png"_s}});
    made.setFolder(u"lessons/lesson-1"_s);
    return made;
}

std::string html(const QString &text)
{
    Conversion made = conversion();
    return htmlToMarkdown(text, made).toStdString();
}

std::string markdown(const QString &text)
{
    Conversion made = conversion();
    return markdownToMarkdown(text, made).toStdString();
}

} // namespace

TEST_CASE("HTML becomes the Markdown a person would write")
{
    CHECK(html(u"<p>One <b>two</b> <i>three</i> <code>a_b</code></p><p>four</p>"_s)
          == "One **two** *three* `a_b`\n\nfour");
    CHECK(html(u"<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>"_s) == "- a\n- b\n\n  1. c");
    CHECK(html(u"<h1>T</h1><h3>U #</h3><h6>V</h6>"_s) == "## T\n\n### U\n\n#### V");
    CHECK(html(u"<pre class='language-python'><code>x = 1\n\ny</code></pre>"_s)
          == "```python\nx = 1\n\ny\n```");
    CHECK(html(u"<blockquote><p>a</p><p>b</p></blockquote>"_s) == "> a\n>\n> b");
    CHECK(html(u"<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>"_s)
          == "| a | b |\n| --- | --- |\n| 1\\|2 |  |");
    CHECK(html(u"a<br>- b"_s) == "a\\\n\\- b");
    CHECK(html(u"plain, not HTML"_s) == "plain, not HTML");
}

TEST_CASE("letters that mean something in Markdown stay letters")
{
    CHECK(html(u"<p># a *b* _c_ [d] `e` &lt;f&gt; &amp;amp; ~g~</p>"_s)
          == "\\# a \\*b\\* \\_c\\_ \\[d\\] \\`e\\` \\<f\\> \\&amp; \\~g\\~");
    CHECK(html(u"<p>::: exercise x</p><p>1. a</p><p>--- b</p><p>+ c</p>"_s)
          == "\\::: exercise x\n\n1\\. a\n\n\\--- b\n\n\\+ c");
    CHECK(html(u"<pre>``` :::\n~~~</pre>"_s) == "````text\n``` :::\n~~~\n````");
}

TEST_CASE("links are resolved or dropped, and their words stay")
{
    CHECK(html(u"<a href='/learning/x/'>here</a>"_s) == "[here](https://learn.example.org/learning/x/)");
    CHECK(html(u"<a href='https://a.org/(b)?c=1&amp;lt;=2'>b</a>"_s)
          == "[b](https://a.org/%28b%29?c=1&amp;lt;=2)");
    for (const auto &bad :
         {u"javascript:alert(1)"_s, u" java\nscript:alert(1)"_s, u"data:text/html,x"_s, u"None"_s, u"#here"_s,
          u"file:///etc/passwd"_s, u"https://user:pw@evil.org"_s, u""_s, u"vbscript:x"_s, u"https://"_s}) {
        INFO(bad.toStdString());
        CHECK(html(u"<a href='"_s + bad + u"'>word</a>"_s) == "word");
    }
    CHECK(html(u"<a linktype=\"page\" id=\"3\">the index</a>"_s) == "the index");
}

TEST_CASE("pictures are the platform's own, with words for those who can't see them")
{
    CHECK(html(u"<img src='/media/a.png' alt='A [loop]'>"_s) == "![A \\[loop\\]](../../pictures/0a.png)");
    CHECK(html(u"<img src='https://learn.example.org/media/a.png'>"_s)
          == "![Picture](../../pictures/0a.png)");
    CHECK(html(u"<img src='https://evil.org/pixel.png' alt='x'>"_s) == "(x)");
    CHECK(html(u"<img src='/media/not-fetched.png' alt='later'>"_s) == "(later)");
    Conversion made = conversion();
    htmlToMarkdown(u"<img src='/media/b.png'><img src='/media/b.png#x'><img src='//evil.org/c.png'>"_s, made);
    CHECK(made.wanted() == QStringList{u"https://learn.example.org/media/b.png"_s});
    CHECK(made.report().size() == 1);
}

TEST_CASE("scripts, frames and forms are never there")
{
    Conversion made = conversion();
    const QString text = htmlToMarkdown(
        u"a<script>alert(1)</script><iframe "
        u"src='https://x.org'>f</iframe><style>p{}</style><svg><text>t</text></svg>"
        "<object>o</object><p onclick='x()'>b</p><embed embedtype=\"image\" id=\"1\"><textarea>z</textarea>"_s,
        made);
    CHECK(text == u"a\n\nb"_s);
    CHECK(made.report().contains(u"left out: <script>"_s));
    CHECK(made.report().contains(u"left out: <iframe>"_s));
}

TEST_CASE("Markdown of strangers goes the same way")
{
    CHECK(markdown(u"# Printing\n\nSome *markdown*."_s) == "## Printing\n\nSome *markdown*.");
    CHECK(markdown(u"::: exercise x\n:::\n"_s) == "\\::: exercise x :::");
    CHECK(markdown(u"![a](/media/a.png)\n\n[x](javascript:y) <script>z</script>"_s)
          == "![a](../../pictures/0a.png)\n\nx");
    CHECK(markdown(u"```python run=1 \"\n# not closed"_s) == "```python\n# not closed\n```");
    CHECK(markdown(u"---\ntitle: x\n---"_s) == "***\n\n## title: x");
    CHECK(markdown(u"a &copy; b"_s) == "a © b");
}

TEST_CASE("whatever the size and depth, it ends and is bounded")
{
    Conversion made = conversion();
    const QString deep = htmlToMarkdown(u"<div>"_s.repeated(100'000) + u"x"_s, made);
    CHECK(deep.size() < 200);
    CHECK_FALSE(made.report().isEmpty());
    CHECK(htmlToMarkdown(QString(10'000'000, u'x') + u"<b>"_s, made).size() <= kLongestPiece);
    CHECK(markdownToMarkdown(u"> "_s.repeated(50'000) + u"x"_s, made).size() <= 3 * kLongestPiece);
    CHECK(markdownToMarkdown(QString(200'000, u'['), made).size() <= 3 * kLongestPiece);
    CHECK_FALSE(htmlToMarkdown(QString(QChar(0)) + u"a\u0007<b>\xd800</b>"_s, made).contains(QChar(0)));
}

TEST_CASE("code keeps its letters, whatever they are")
{
    CHECK(codeSpan(u"a`b"_s) == u"``a`b``"_s);
    CHECK(codeSpan(u"`"_s) == u"`` ` ``"_s);
    CHECK(fenced(u"\n\n"_s, u"python"_s).isEmpty());
    CHECK(fenced(u"x"_s, u"python"_s, u"a \"b\" `c`"_s) == u"```python title=\"a \\\"b\\\" 'c'\"\nx\n```"_s);
    CHECK(fenceLanguage(u"Python3"_s) == u"python"_s);
    CHECK(fenceLanguage(u"run title=\"x\""_s) == u"text"_s);
}
