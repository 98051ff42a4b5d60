#include "content/course_folder.h"
#include "content/html_scan.h"
#include "content/sanitizer.h"

#include <QUrl>

#include <catch2/catch.hpp>
#include <gumbo.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace studio::content;

namespace {

const char *const kPayloads[] = {
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example/a.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>alert(1)",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\"//",
    "<img src='x'onerror='alert(1)'>",
    "<IMG SRC=images/a.png OnLoad=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=https://tracker.example/x.png>",
    "<img srcset='https://tracker.example/x.png 2x'>",
    "<img src=data:image/svg+xml;base64,PHN2Zy8+>",
    "<img src='javascript:alert(1)'>",
    "<image src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"java&#x09;script:alert(1)\">x</a>",
    "<a href=\"java&NewLine;script:alert(1)\">x</a>",
    "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)\">x</a>",
    "<a href=\"javascript&colon;alert(1)\">x</a>",
    "<a href=\"&#1;javascript:alert(1)\">x</a>",
    "<a href=\"  javascript:alert(1)\">x</a>",
    "<a href=\"javascript&#0;:alert(1)\">x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='studio://action/run'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='https://bank.example@evil.example/'>x</a>",
    "<a href='https://ok.example' target=_blank ping='https://t.example' onclick=alert(1) "
    "style='position:fixed'>x</a>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate href=#x attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)/>#x'/></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math href='javascript:alert(1)'>CLICK</math>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<form action=javascript:alert(1)><input type=submit><button "
    "formaction=javascript:alert(1)>x</button></form>",
    "<form id=a><form id=b><input name=attributes></form></form>",
    "<input autofocus onfocus=alert(1)>",
    "<input type=image src=x onerror=alert(1)>",
    "<input type=checkbox onclick=alert(1) checked>",
    "<select autofocus onfocus=alert(1)><option><style></option></select><img src=x "
    "onerror=alert(1)></style>",
    "<textarea autofocus onfocus=alert(1)></textarea><textarea><script>x</script>",
    "<keygen autofocus onfocus=alert(1)>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style><style/><img src=x onerror=alert(1)></style>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<div style=\"width:expression(alert(1))\">x</div>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=import href=data:text/html,x>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=https://evil.example/>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
    "<object data=javascript:alert(1)></object>",
    "<object type=text/html data=x><param name=src value=x></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<video src=x onerror=alert(1)><source src=x onerror=alert(1)></video>",
    "<audio src=x autoplay onloadstart=alert(1)>",
    "<video poster=javascript:alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>x",
    "<html onclick=alert(1)><head><title></title></head>",
    "<template><script>alert(1)</script></template>",
    "<template><style></template><img src=x onerror=alert(1)></style>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><p title='</noembed><img src=x onerror=alert(1)>'>",
    "<noframes><p title='</noframes><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<title><p title='</title><img src=x onerror=alert(1)>'>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version='1.0'?><img src=x onerror=alert(1)>",
    "<!DOCTYPE html [<!ENTITY x '<script>alert(1)</script>'>]>&x;",
    "<table><td><table><a href='javascript:alert(1)'><td>x</table>",
    "<table><script>alert(1)</script><img src=x onerror=alert(1)><tr><td onclick=alert(1)>x</table>",
    "<a href=\"https://ok.example/&quot;onmouseover=&quot;alert(1)\">x</a>",
    "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
    "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">x</p>",
    "<code class='language-python\" onclick=\"alert(1)'>x</code>",
    "<code class='language-x danger'>x</code>",
    "<img src='images/a.png' alt='\"onerror=alert(1) x=\"'>",
    "<div id=getElementById name=body>x</div>",
    "<img name=cookie id=location src=images/a.png>",
    "<x onclick=alert(1)>x</x><x-y is=z onclick=alert(1)>",
    "<<img src=x onerror=alert(1)>>",
    "<img src=x onerror",
    "<a href='https://ok.example",
    "<",
    "</",
    "<!",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p>\xe2\x80\xae"
    "evil\xe2\x80\xac \xe2\x81\xa6x</p><code>\xe2\x81\xa6"
    "if\xe2\x81\xa9</code>",
    "<img sr\xd1\x81=x \xce\xbfnerror=alert(1)>",
    "<\xef\xbc\xb3"
    "cript>alert(1)</script>",
    "<button popovertarget=x onbeforetoggle=alert(1)>x</button><dialog open onclose=alert(1)>x</dialog>",
    "<portal src=javascript:alert(1)></portal><menu onclick=alert(1)><menuitem>",
    "<portal><p><b><i><a href=x><b><i><table><b><i><script>alert(1)",
};

const QStringList kTags
    = {u"p"_s,       u"br"_s,         u"hr"_s,    u"h1"_s,      u"h2"_s,    u"h3"_s,     u"h4"_s,
       u"h5"_s,      u"h6"_s,         u"ul"_s,    u"ol"_s,      u"li"_s,    u"dl"_s,     u"dt"_s,
       u"dd"_s,      u"blockquote"_s, u"pre"_s,   u"code"_s,    u"kbd"_s,   u"samp"_s,   u"var"_s,
       u"em"_s,      u"strong"_s,     u"b"_s,     u"i"_s,       u"u"_s,     u"s"_s,      u"del"_s,
       u"ins"_s,     u"sub"_s,        u"sup"_s,   u"mark"_s,    u"small"_s, u"abbr"_s,   u"cite"_s,
       u"q"_s,       u"a"_s,          u"img"_s,   u"span"_s,    u"div"_s,   u"figure"_s, u"figcaption"_s,
       u"details"_s, u"summary"_s,    u"table"_s, u"caption"_s, u"thead"_s, u"tbody"_s,  u"tfoot"_s,
       u"tr"_s,      u"th"_s,         u"td"_s};

const QStringList kAttributes
    = {u"title"_s, u"lang"_s, u"dir"_s,   u"class"_s,  u"align"_s, u"colspan"_s, u"rowspan"_s, u"start"_s,
       u"value"_s, u"open"_s, u"width"_s, u"height"_s, u"href"_s,  u"src"_s,     u"alt"_s};

/// What is left is read again and walked: only tags, attributes and addresses of the lists may be there.
QString firstDanger(const GumboNode &node)
{
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        return {};
    }
    if (node.type != GUMBO_NODE_ELEMENT) {
        return u"a node of type %1"_s.arg(node.type);
    }
    const GumboElement &element = node.v.element;
    const QString tag = QString::fromLatin1(gumbo_normalized_tagname(element.tag));
    const bool frame
        = element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_HEAD || element.tag == GUMBO_TAG_BODY;
    if (!frame && (!kTags.contains(tag) || element.tag_namespace != GUMBO_NAMESPACE_HTML)) {
        return u"<%1>"_s.arg(tag);
    }
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto &attribute = *static_cast<const GumboAttribute *>(element.attributes.data[i]);
        const QString name = QString::fromUtf8(attribute.name);
        const QString value = QString::fromUtf8(attribute.value);
        if (frame || !kAttributes.contains(name)) {
            return u"%1 in <%2>"_s.arg(name, tag);
        }
        const QString scheme = QUrl(value).scheme();
        const bool good = name == "href"_L1
            ? (value.startsWith(u'#') || scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1)
            : name != "src"_L1 || (value.startsWith("studio://course/"_L1) && !value.contains(".."_L1));
        if (!good) {
            return u"%1=%2"_s.arg(name, value);
        }
    }
    for (unsigned i = 0; i < element.children.length; ++i) {
        const QString found = firstDanger(*static_cast<const GumboNode *>(element.children.data[i]));
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

QString firstDanger(const QString &html)
{
    const QByteArray bytes = html.toUtf8();
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes.constData(),
                                                   static_cast<std::size_t>(bytes.size()));
    const QString found = firstDanger(*output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return found;
}

} // namespace

TEST_CASE("the walk that looks for dangers sees them")
{
    CHECK(firstDanger(u"<p onclick=x>a</p>"_s) == "onclick in <p>"_L1);
    CHECK(firstDanger(u"<a href='javascript:x'>a</a>"_s) == "href=javascript:x"_L1);
    CHECK(firstDanger(u"<svg></svg>"_s) == "<svg>"_L1);
    CHECK(firstDanger(u"<img src='https://x.example/'>"_s) == "src=https://x.example/"_L1);
    CHECK(firstDanger(u"<script></script>"_s) == "<script>"_L1);
}

TEST_CASE("nothing dangerous survives, and sanitising again changes nothing")
{
    static_assert(std::size(kPayloads) >= 100);
    for (const char *payload : kPayloads) {
        const QString html = QString::fromUtf8(payload);
        for (const QString &each :
             QStringList{html, u"<p>before "_s % html % u" after</p>"_s, u"<table><tr><td>"_s % html,
                         u"<ul><li><b><a href='https://ok.example'>"_s % html}) {
            INFO(each.toStdString());
            const QString clean = sanitizeHtml(each);
            INFO(clean.toStdString());
            REQUIRE(firstDanger(clean).toStdString().empty());
            REQUIRE(sanitizeHtml(clean).toStdString() == clean.toStdString());
        }
    }
}

TEST_CASE("the same payloads in Markdown are only text")
{
    const CourseFolder source({}, u"/nowhere"_s);
    for (const char *payload : kPayloads) {
        const QString text = QString::fromUtf8(payload);
        for (const QString &markdown :
             QStringList{text, u"> - "_s % text, u"[x]("_s % text % u")"_s, u"![x]("_s % text % u")"_s,
                         u"[x](<"_s % text % u">)"_s, u"[x](https://ok.example \""_s % text % u"\")"_s,
                         u"<"_s % text % u">"_s, u"``` "_s % text % u"\nx\n```"_s,
                         u"[x]: "_s % text % u"\n\n[x]"_s, u"| a |\n|---|\n| "_s % text % u" |"_s}) {
            INFO(markdown.toStdString());
            const QString clean = source.render(markdown).html;
            INFO(clean.toStdString());
            REQUIRE(firstDanger(clean).toStdString().empty());
        }
    }
    for (const QString &link :
         {u"[x](javascript:alert(1))"_s, u"[x](JAVASCRIPT:alert(1))"_s, u"[x](&#106;avascript:alert(1))"_s,
          u"<javascript:alert(1)>"_s, u"[x](data:text/html;base64,PHNj)"_s, u"[x](vbscript:x)"_s,
          u"[x]\n\n[x]: javascript:alert(1)"_s, u"[x](java\\script:alert(1))"_s}) {
        INFO(link.toStdString());
        CHECK_FALSE(source.render(link).html.contains("href"_L1));
    }
}

TEST_CASE("what is harmless stays as it is")
{
    for (
        const QString &html :
        {u"<p>a <em>b</em> <strong>c</strong> &amp; &lt;d&gt;</p>"_s,
         u"<pre><code class=\"language-python\">x = 1\n</code></pre>"_s,
         u"<ul><li class=\"task-list-item\">x</li></ul>"_s, u"<ol start=\"3\"><li>x</li></ol>"_s,
         u"<a href=\"https://ok.example/?a=1&amp;b=2\" title=\"t\">x</a>"_s, u"<a href=\"#x\">x</a>"_s,
         u"<img src=\"studio://course/images/a.png\" alt=\"a\">"_s,
         u"<p dir=\"rtl\" lang=\"he\">שלום \u2067x\u2069</p>"_s,
         u"<table><thead><tr><th align=\"left\">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"_s,
         u"<pre>\n\nx</pre>"_s, u"a<br>b<hr>"_s, u"<details open=\"\"><summary>x</summary>y</details>"_s}) {
        CHECK(sanitizeHtml(html).toStdString() == html.toStdString());
    }
    CHECK(sanitizeHtml(u"<input type=checkbox disabled checked>x"_s) == u"☑ x"_s);
    CHECK(sanitizeHtml(u"<form>kept <font>text</font></form>"_s) == "kept text"_L1);
    CHECK(sanitizeHtml(u"<script>gone</script><style>gone</style>x"_s) == "x"_L1);
    CHECK(sanitizeHtml(u"a\u202eb"_s) == "ab"_L1);
    CHECK(sanitizeHtml(u"<code>a\u2066b</code>"_s) == "<code>ab</code>"_L1);
    CHECK(sanitizeHtml(u"a"_s + QChar(u'\0') + u"b"_s).size() <= 3);
}

TEST_CASE("HTML that is nested too deeply or too large comes back as plain text")
{
    const QStringList deep = {u"<div>"_s.repeated(300),
                              u"<b>"_s.repeated(10'000),
                              u"<p><b></p>"_s.repeated(300),
                              u"<a><b>"_s.repeated(5'000),
                              u"<div></x>"_s.repeated(300),
                              u"<div><!--</div>-->"_s.repeated(300),
                              u"<div title='</div>'>"_s.repeated(300),
                              u"<ul><li>"_s.repeated(200),
                              u"<table><td>"_s.repeated(150)};
    for (const QString &html : deep) {
        INFO(html.left(40).toStdString());
        CHECK(sanitizeHtml(html).startsWith("<pre>\n&lt;"_L1));
    }
    CHECK(sanitizeHtml(QString(70'000, u'x')).startsWith("<pre>"_L1));
    CHECK(sanitizeHtml(QString(70'000, u'ä')).size() < 66'000);
    CHECK_FALSE(sanitizeHtml(u"<div></div>"_s.repeated(5'000)).startsWith("<pre>"_L1));
    CHECK_FALSE(sanitizeHtml(u"<div>"_s.repeated(150)).startsWith("<pre>"_L1));
    CHECK(sanitizeHtml(u"<table><tr><td>"_s.repeated(60)).count("<table>"_L1) == 3);
}

TEST_CASE("the depth of HTML is found without a tree")
{
    CHECK(htmlDepth("", 9) == 0);
    CHECK(htmlDepth("<p>a</p><p>b<br>c</p>", 9) == 1);
    CHECK(htmlDepth("<div><p><b>x</b></p></div>", 9) == 3);
    CHECK(htmlDepth("<script><div><div><div></script>", 9) == 1);
    CHECK(htmlDepth("1 < 2 <- <3", 9) == 0);
    CHECK(htmlDepth(QByteArray("<div>").repeated(1000), 9) == 10);
}
