#include "editor/language/highlight.h"
#include "editor/widget/scintilla.h"
#include "editor/widget/text_style.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

namespace {

/// The kind of every UTF-16 unit, one letter each.
QString kinds(const QString &code)
{
    QString result;
    for (const Token &token : tokenizePython(code)) {
        REQUIRE(token.start == result.size());
        REQUIRE(token.length > 0);
        result += QString(token.length, QStringView(u".ksn#bN").at(static_cast<int>(token.kind)));
    }
    return result;
}

/// The same as the editor colours it.
QString editorKinds(const QString &code)
{
    Driver driver(code);
    const auto *area = static_cast<QsciScintillaBase *>(driver.editor.textWidget());
    area->SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0UL, -1L);
    QString result;
    unsigned long position = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code.at(i).isLowSurrogate()) {
            result += result.back();
            continue;
        }
        const long style = area->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, position);
        result += QStringView(u".ksn#bN").at(static_cast<int>(kindOfStyle(static_cast<int>(style))));
        const qsizetype units = code.at(i).isHighSurrogate() ? 2 : 1;
        position += static_cast<unsigned long>(code.mid(i, units).toUtf8().size());
    }
    return result;
}

/// Blanks have no colour of their own to differ in.
QString withoutBlanks(const QString &code, const QString &found)
{
    QString result;
    for (qsizetype i = 0; i < code.size(); ++i) {
        result += code.at(i).isSpace() ? code.at(i) : found.at(i);
    }
    return result;
}

} // namespace

TEST_CASE("knows keywords, names, builtins, numbers, strings and comments")
{
    CHECK(kinds(u"def f(x): # go"_s) == u"kkk.N....####"_s.insert(9, u'.'));
    CHECK(kinds(u"print(len)"_s) == u"bbbbb.bbb."_s);
    CHECK(kinds(u"a.print"_s) == u"......."_s);
    CHECK(kinds(u"x=1.5e-3+0xFF"_s) == u"..nnnnnn.nnnn"_s);
    CHECK(kinds(u"r'a\\'b' 'c"_s) == u"sssssss.ss"_s);
    CHECK(kinds(u"'''a\n'b'''x"_s) == u"ssssssssss."_s);
}

TEST_CASE("colours in the lesson agree with the editor's")
{
    const QString code = GENERATE(
        QString(
            u"class Dog(Animal):\n    \"\"\"A dog: # no\"\"\"\n    def bark(self, n=3):\n        return 'woof ' * n\n"_s),
        QString(u"f'{name!r:>{width}} and {d[\"k\"]} {{x}}' + br'\\x00' + u'ü'\nF\"{len(x)}\"\n"_s),
        QString(u"@cached\ndef größe(x): return x ** 2 if x else None\n@ 3\n"_s),
        QString(u"x = 'not closed\nprint(x)  ## twice\ny = 0b101 + 1_000j + .5\n"_s),
        QString(u"list.index(print)\nself.sum = sum\nimport sys as system, os\nlambda x: x\n"_s),
        QString(u"s = f'''{\n  a + 1\n} b {c}'''\nt = 'a\\\nb'\nasync def go(): await x\n"_s),
        QString(u"a = '😀' # 😀 漢字\nзмінна = True\nif not x is y or z in w: pass\n"_s));
    const QString ours = withoutBlanks(code, kinds(code));
    const QString theirs = withoutBlanks(code, editorKinds(code));
    CHECK(ours == theirs);
}

TEST_CASE("HTML is escaped and marks only what has a colour")
{
    CHECK(highlightToHtml(u"if a < \"<b>\": pass"_s)
          == u"<span class=\"tok-keyword\">if</span> a &lt; <span "
             u"class=\"tok-string\">&quot;&lt;b&gt;&quot;</span>: "
             "<span class=\"tok-keyword\">pass</span>"_s);
    CHECK(highlightToHtml({}).isEmpty());
}

TEST_CASE("hostile text is gone through once")
{
    const QString piece = GENERATE(QString(u"f'{"_s), QString(u"'"_s), QString(u"\"\"\""_s), QString(u"("_s),
                                   QString(u"\\"_s), QString(u"f\"\"\"{"_s), QString(u"#"_s),
                                   QString(u"e+"_s), QString(u"bR"_s), QString(u"@a"_s));
    const auto length = [&piece](int times) {
        QElapsedTimer timer;
        timer.start();
        int total = 0;
        for (const Token &token : tokenizePython(piece.repeated(times))) {
            total += token.length;
        }
        CHECK(total == piece.size() * times);
        return timer.elapsed();
    };
    length(1000);
    CHECK(length(300'000) < 10'000); // a quadratic pass takes minutes
}

TEST_CASE("several threads may colour at once")
{
    const QString code = u"def f(x):\n    return f'{x}' + str(1)  # ok\n"_s.repeated(200);
    const QString expected = highlightToHtml(code);
    std::vector<QString> results(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (QString &result : results) {
        threads.emplace_back(QThread::create([&code, &result] { result = highlightToHtml(code); }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        REQUIRE(thread->wait(30'000));
    }
    for (const QString &result : results) {
        CHECK(result == expected);
    }
}
