#include "hostile_corpus.h"

#include <iterator>

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

// %H runs, %U is an address to load from.
const char *const kPayloads[] = {
    // Scripts.
    R"~(<script>%H</script>)~",
    R"~(<script src="%U"></script>)~",
    R"~(<script type="module">%H</script>)~",
    R"~(<script type="module" src="%U"></script>)~",
    R"~(<SCRIPT/XSS>%H</SCRIPT>)~",
    R"~(<noscript><p title="</noscript><script>%H</script>"></noscript>)~",
    R"~(<template><script>%H</script></template><script>%H</script>)~",
    // Event handlers.
    R"~(<img src="studio://course/none.png" onerror="%H">)~",
    R"~(<img src=x onerror=%H//)~",
    R"~(<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="%H">)~",
    R"~(<body onload="%H"><p>x</p>)~",
    R"~(<p onclick="%H" onmouseover="%H" onpointerenter="%H">text</p>)~",
    R"~(<div tabindex=0 onfocus="%H" onfocusin="%H" autofocus>text</div>)~",
    R"~(<input autofocus onfocus="%H" onblur="%H">)~",
    R"~(<select autofocus onfocus="%H"><option>x</select>)~",
    R"~(<textarea autofocus onfocus="%H"></textarea>)~",
    R"~(<button onclick="%H">press</button>)~",
    R"~(<details open ontoggle="%H"><summary>x</summary></details>)~",
    R"~(<audio src="%U" onerror="%H" autoplay></audio>)~",
    R"~(<video onerror="%H"><source src="%U" onerror="%H"></video>)~",
    R"~(<video poster="%U" src="%U" autoplay></video>)~",
    R"~(<marquee onstart="%H" loop=1>x</marquee>)~",
    R"~(<style>@keyframes a{}</style><p style="animation:a 1ms" onanimationstart="%H">x</p>)~",
    R"~(<p style="transition:color 1ms" ontransitionend="%H">x</p>)~",
    R"~(<dialog open onclose="%H"><form method=dialog><button>close</button></form></dialog>)~",
    R"~(<object data="%U" onerror="%H"></object>)~",
    R"~(<embed src="%U" onload="%H">)~",
    // Addresses.
    R"~(<a href="javascript:%H">press</a>)~",
    R"~(<a href="JaVaScRiPt:%H">press</a>)~",
    "<a href=\"java\tscript:%H\">press</a>",
    "<a href=\"\x01javascript:%H\">press</a>",
    R"~(<a href="&#106;&#97;vascript&colon;%H">press</a>)~",
    R"~(<a href="data:text/html,<script>%H</script>">press</a>)~",
    R"~(<a href="vbscript:%H">press</a>)~",
    R"~(<a href="studio://static/viewer.js">press</a>)~",
    R"~(<a href="file:///etc/passwd">press</a>)~",
    R"~(<a href="#" ping="%U">press</a>)~",
    R"~(<map name=m><area shape=default href="javascript:%H"></map><img usemap="#m" src="studio://course/x.png">)~",
    // Forms.
    R"~(<form action="javascript:%H"><input type=submit></form>)~",
    R"~(<form action="%U" method=post><input name=a value=b><button>send</button></form>)~",
    R"~(<form id=f></form><button form=f formaction="javascript:%H">send</button>)~",
    R"~(<isindex action="javascript:%H" type=submit value=press>)~",
    R"~(<input type=image src="%U" formaction="javascript:%H">)~",
    // Frames and whole pages.
    R"~(<iframe src="javascript:%H"></iframe>)~",
    R"~(<iframe srcdoc="<script>%H;parent.document.title='HARM'</script>"></iframe>)~",
    R"~(<iframe src="%U"></iframe>)~",
    R"~(<iframe src="data:text/html,<script>parent.document.title='HARM'</script>"></iframe>)~",
    R"~(<frameset onload="%H"><frame src="%U"></frameset>)~",
    R"~(<portal src="%U"></portal>)~",
    R"~(<meta http-equiv="refresh" content="0;url=%U">)~",
    R"~(<meta http-equiv="refresh" content="0;url=javascript:%H">)~",
    R"~(<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'"><script>%H</script>)~",
    R"~(<base href="%U/"><img src="picture.png"><script src="a.js"></script>)~",
    R"~(<link rel="stylesheet" href="%U">)~",
    R"~(<link rel="prefetch" href="%U"><link rel="preload" as="image" href="%U">)~",
    R"~(<link rel="dns-prefetch preconnect" href="%U">)~",
    R"~(<link rel="icon" href="%U"><link rel="manifest" href="%U">)~",
    R"~(<link rel="import" href="%U">)~",
    // Pictures and style.
    R"~(<img src="%U">)~",
    R"~(<img srcset="%U 1x, %U 2x" src="studio://course/x.png">)~",
    R"~(<picture><source srcset="%U"><img src="studio://course/x.png"></picture>)~",
    R"~(<table background="%U"><tr><td background="%U">x</table>)~",
    R"~(<p style="background:url(%U)">x</p>)~",
    R"~(<p style="list-style-image:url(%U);display:list-item;cursor:url(%U),auto">x</p>)~",
    R"~(<p style="background-image:image-set('%U' 1x)">x</p>)~",
    R"~(<style>@import url("%U");</style>)~",
    R"~(<style>body{background:url("%U")}</style>)~",
    R"~(<style>@font-face{font-family:f;src:url("%U")}p{font-family:f}</style><p>x</p>)~",
    R"~(<style>input[value^="s"]{background:url("%U")}</style><input value="secret">)~",
    R"~(<div style="width:expression(%H);behavior:url(%U);-moz-binding:url(%U)">x</div>)~",
    R"~(<style></style><img src="x" title="</style><img src=x onerror=%H>">)~",
    // SVG and MathML.
    R"~(<svg onload="%H"></svg>)~",
    R"~(<svg><script>%H</script></svg>)~",
    R"~(<svg><script href="%U"></script></svg>)~",
    R"~(<svg><a xlink:href="javascript:%H"><text y=20>press</text></a></svg>)~",
    R"~(<svg><animate attributeName=href values="javascript:%H" /><a id=x><text y=20>press</text></a></svg>)~",
    R"~(<svg><set attributeName="onmouseover" to="%H" /></svg>)~",
    R"~(<svg><animate onbegin="%H" attributeName=x dur=1s></svg>)~",
    R"~(<svg><image href="%U" /><use href="%U#a" /></svg>)~",
    R"~(<svg><foreignObject><iframe src="javascript:%H"></iframe></foreignObject></svg>)~",
    R"~(<svg><style>@import "%U";</style><rect filter="url(%U#f)" width=9 height=9 /></svg>)~",
    R"~(<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='%H'><script>%H</script><image href='%U'/></svg>">)~",
    R"~(<math><a xlink:href="javascript:%H">press</a></math>)~",
    R"~(<math href="javascript:%H">press</math>)~",
    R"~(<math><maction actiontype="statusline#http://x" xlink:href="javascript:%H">press</maction></math>)~",
    // Text that changes its meaning when it is read a second time.
    R"~(<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=%H&gt;">)~",
    R"~(<svg></p><style><a id="</style><img src=1 onerror=%H>"></a></svg>)~",
    R"~(<form><math><mtext></form><form><mglyph><style></math><img src onerror=%H>)~",
    R"~(<noembed><img title="</noembed><img src onerror=%H>"></noembed>)~",
    R"~(<xmp><p title="</xmp><svg/onload=%H>"></xmp>)~",
    R"~(<textarea><img title="</textarea><img src=x onerror=%H>"></textarea>)~",
    R"~(<!--><img src=x onerror=%H>-->)~",
    R"~(<![CDATA[><img src=x onerror=%H>]]>)~",
    R"~(<div id=x></div><p id=createElement name=getElementById><form id=studio><input name=receive></form>)~",
    R"~(<a id=studio href="javascript:%H"></a><a id=studio name=receive href="javascript:%H">press</a>)~",
};

} // namespace

QStringList hostileCorpus(const QString &server)
{
    QStringList all;
    for (const char *payload : kPayloads) {
        QString text = QString::fromUtf8(payload);
        const QString address = u"http://%1/%2"_s.arg(server).arg(all.size());
        // The harm must survive in attributes of either quotes.
        text.replace(u"%H"_s, u"top.document.title=/HARM/.source;alert(/HARM/.source)"_s)
            .replace(u"%U"_s, address);
        all.append(text);
    }
    return all;
}

} // namespace studio::tests
