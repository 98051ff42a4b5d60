#include "ui/widgets/output_lines.h"
#include "ui/widgets/terminal_stream.h"

#include "editor_driver.h"

using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

struct Screen
{
    OutputLines lines{100};
    TerminalStream out{OutputKind::Out};
    TerminalStream err{OutputKind::Err};

    QStringList text() const
    {
        QStringList all;
        for (qint64 i = 0; i < lines.total(); ++i) {
            if (i >= lines.headEnd() && i < lines.tailStart()) {
                continue;
            }
            all << lines.line(i).text;
        }
        return all;
    }
};

} // namespace

TEST_CASE("a carriage return goes back to the line's start, as progress bars need it")
{
    Screen screen;
    screen.out.feed("10 %\r 50 %\r100 %\nnext\r\nlast\rL", screen.lines);
    CHECK(screen.text() == QStringList{u"100 %"_s, u"next"_s, u"Last"_s});
}

TEST_CASE("a backspace goes back one character, also over one of two units")
{
    Screen screen;
    screen.out.feed("\babc\b\bX\n😀\b\b\bZ", screen.lines);
    CHECK(screen.text().first() == u"aXc"_s);
    CHECK(screen.text().last().startsWith(u'Z'));
}

TEST_CASE("colours are kept, all other sequences are dropped")
{
    Screen screen;
    screen.out.feed(
        "\x1b[1;31mred\x1b[0m plain \x1b[96mcyan\x1b[38;5;200mx\x1b[38;2;1;2;3my\x1b[39m\x1b[2J\x1b[?25l"
        "\x1b]0;title\x07"
        "\x1b]8;;http://a\x1b\\link\x1b(B!",
        screen.lines);
    const OutputLine line = screen.lines.line(0);
    CHECK(line.text.startsWith(u"red plain cyanxylink"_s));
    REQUIRE(line.spans.size() >= 3);
    CHECK(line.spans[0].style == OutputStyle{OutputKind::Out, 2, true});
    CHECK(line.spans[1].style == OutputStyle{OutputKind::Out, 0, false});
    CHECK(line.spans[2].style == OutputStyle{OutputKind::Out, 15, false});
    CHECK_FALSE(line.text.contains(u'\x1b'));
}

TEST_CASE("a sequence may come in pieces, and one that never ends swallows at most its line")
{
    Screen screen;
    screen.out.feed("a\x1b", screen.lines);
    screen.out.feed("[3", screen.lines);
    screen.out.feed("2mb\x1b]0;never ends\nnext\x1b[" + QByteArray(500, '1') + "z", screen.lines);
    CHECK(screen.text().at(0) == u"ab"_s);
    CHECK(screen.lines.line(0).spans.at(1).style.colour == 3);
    CHECK(screen.text().at(1).startsWith(u"next1"_s));
}

TEST_CASE("the line can be erased from the cursor on, or as a whole")
{
    Screen screen;
    screen.out.feed("abcdef\r\x1b[Kab\nabc\x1b[2Kx", screen.lines);
    CHECK(screen.text() == QStringList{u"ab"_s, u"x"_s});
}

TEST_CASE("UTF-8 may be split anywhere, on both streams at once")
{
    const QByteArray text = u"é漢😀ж"_s.toUtf8();
    Screen screen;
    for (const char byte : text) {
        screen.out.feed(QByteArray(1, byte), screen.lines);
    }
    screen.lines.newLine();
    for (qsizetype i = 0; i < text.size(); i += 3) {
        screen.err.feed(text.mid(i, 3), screen.lines);
    }
    CHECK(screen.text() == QStringList{u"é漢😀ж"_s, u"é漢😀ж"_s});
}

TEST_CASE("bytes that are no UTF-8 become a replacement character")
{
    Screen screen;
    screen.out.feed("a\xff\xfe"
                    "b\xe2\x82",
                    screen.lines);
    screen.out.finish(screen.lines);
    CHECK(screen.text().first().startsWith(u'a'));
    CHECK(screen.text().first().contains(u'b'));
    CHECK(screen.text().first().contains(QChar(QChar::ReplacementCharacter)));
    Screen paragraphs;
    paragraphs.out.feed(u"a\u2029b\u2028c"_s.toUtf8(), paragraphs.lines);
    CHECK(paragraphs.text() == QStringList{u"a\ufffdb\ufffdc"_s});
}

TEST_CASE("stdout and stderr never share a line")
{
    Screen screen;
    screen.out.feed("no end", screen.lines);
    screen.err.feed("Traceback\n", screen.lines);
    CHECK(screen.text() == QStringList{u"no end"_s, u"Traceback"_s});
    CHECK(screen.lines.line(0).kind() == OutputKind::Out);
    CHECK(screen.lines.line(1).kind() == OutputKind::Err);
}

TEST_CASE("the middle of a long output is counted and dropped")
{
    Screen screen;
    for (int i = 0; i < 1000; ++i) {
        screen.out.feed(QByteArray::number(i) + '\n', screen.lines);
    }
    const QStringList text = screen.text();
    CHECK(text.size() <= 99);
    CHECK(text.first() == u"0"_s);
    CHECK(text.last() == u"999"_s);
    CHECK(screen.lines.dropped() == 1000 - text.size());
    CHECK(screen.lines.total() == 1000);
}

TEST_CASE("a line without end is folded, and so are many long ones")
{
    Screen screen;
    screen.out.feed(QByteArray(1'000'000, 'x'), screen.lines);
    screen.out.feed(QByteArray(500'000, 'x') + '\n', screen.lines);
    CHECK(screen.lines.line(0).text.size() == OutputLines::kLongestLine);
    CHECK(screen.lines.line(0).hidden == 1'500'000 - OutputLines::kLongestLine);

    OutputLines many(10'000);
    TerminalStream stream(OutputKind::Out);
    qsizetype kept = 0;
    for (int i = 0; i < 5000; ++i) {
        stream.feed(QByteArray(2000, 'y') + '\n', many);
    }
    for (qint64 i = 0; i < many.total(); ++i) {
        kept += i < many.headEnd() || i >= many.tailStart() ? many.line(i).text.size() : 0;
    }
    CHECK(kept < 2'100'000);
}
