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

TEST_CASE("colours and marks are kept, all other sequences are dropped")
{
    Screen screen;
    screen.out.feed("\x1b[1;31mred\x1b[0m plain "
                    "\x1b[96mcyan\x1b[38;5;200mx\x1b[38;2;1;2;3my\x1b[39;4mz\x1b[m\x1b[2J\x1b[?25l"
                    "\x1b]0;title\x07"
                    "\x1b]8;;http://a\x1b\\link\x1b(B!\x1b"
                    "7\x1bP1$q\x1b\\.",
                    screen.lines);
    const OutputLine line = screen.lines.line(0);
    CHECK(line.text == u"red plain cyanxyzlink!."_s);
    using Type = OutputColour::Type;
    REQUIRE(line.spans.size() == 7);
    CHECK(line.spans[0].style == OutputStyle{OutputKind::Out, OutputStyle::Bold, {Type::Indexed, 1}, {}});
    CHECK(line.spans[1].style == OutputStyle{});
    CHECK(line.spans[2].style.colour == OutputColour{Type::Indexed, 14});
    CHECK(line.spans[3].style.colour == OutputColour{Type::Indexed, 200});
    CHECK(line.spans[4].style.colour == OutputColour{Type::Direct, 0x010203});
    CHECK(line.spans[5].style == OutputStyle{OutputKind::Out, OutputStyle::Underline, {}, {}});
    CHECK(line.spans[6].style == OutputStyle{});
}

TEST_CASE("colours may be written in any of the ways terminals know, and nonsense leaves them alone")
{
    const auto styleAfter = [](const QByteArray &numbers) {
        Screen screen;
        screen.out.feed("\x1b[" + numbers + "mx", screen.lines);
        return screen.lines.line(0).spans.at(0).style;
    };
    using Type = OutputColour::Type;
    const OutputColour orange{Type::Direct, 0xFF8000};
    CHECK(styleAfter("38:2::255:128:0").colour == orange);
    CHECK(styleAfter("38:2:255:128:0").colour == orange);
    CHECK(styleAfter("48;2;255;128;0").background == orange);
    CHECK(styleAfter("38:5:9;1").colour == OutputColour{Type::Indexed, 9});
    CHECK(styleAfter("38:5:9;1").has(OutputStyle::Bold));
    CHECK(styleAfter("105").background == OutputColour{Type::Indexed, 13});
    CHECK(styleAfter("7;2;9;3").marks
          == (OutputStyle::Inverse | OutputStyle::Faint | OutputStyle::Struck | OutputStyle::Italic));
    CHECK(styleAfter("1;2;22").marks == OutputStyle::Plain);
    CHECK(styleAfter("4;4:0").marks == OutputStyle::Plain);
    CHECK(styleAfter("31;0") == OutputStyle{});
    CHECK(styleAfter("58;5;1;31").colour == OutputColour{Type::Indexed, 1}); // the underline's own colour
    for (const QByteArray each : {"38;2;1;2;999", "38;5", "38;2", "38;5;256", "38;9;1", "38", "38:7:1", "?25",
                                  ">4;1", "99999999999999999999"}) {
        CAPTURE(each.toStdString());
        CHECK(styleAfter(each) == OutputStyle{});
    }
}

TEST_CASE("a sequence may come in pieces, and one that never ends swallows at most its line")
{
    Screen screen;
    screen.out.feed("a\x1b", screen.lines);
    screen.out.feed("[3", screen.lines);
    screen.out.feed("2mb\x1b]0;never ends\nnext\x1b[" + QByteArray(500, '1') + "z", screen.lines);
    CHECK(screen.text().at(0) == u"ab"_s);
    CHECK(screen.lines.line(0).spans.at(1).style.colour == OutputColour{OutputColour::Type::Indexed, 2});
    CHECK(screen.text().at(1).startsWith(u"next1"_s));
    screen.out.feed("\nx\x1b[3\x18y\x1b[\x1b[31mred\x1b]0;t\x1b[32mgreen\x1b[1\nlast", screen.lines);
    CHECK(screen.text().at(2) == u"xyredgreen"_s);
    CHECK(screen.text().at(3) == u"last"_s);
}

TEST_CASE("the cursor moves within its line, never out of it")
{
    Screen screen;
    screen.out.feed("abc\x1b[2DX\x1b[10CY\n", screen.lines);
    screen.out.feed("abc\x1b[1GZ\x1b[999999999DQ\n\x1b[5Gx\n", screen.lines);
    screen.out.feed("one\n\x1b[Atwo\x1b[5;5Hthree\n", screen.lines);
    CHECK(screen.text()
          == QStringList{u"aXc          Y"_s.replace(u"c          Y"_s, u"c         Y"_s), u"Qbc"_s,
                         u"    x"_s, u"one"_s, u"twothree"_s});
}

TEST_CASE("a wide character takes two columns, an accent none")
{
    Screen screen;
    screen.out.feed(u"漢字\rab\n"_s.toUtf8(), screen.lines);
    screen.out.feed(u"漢字\ra\n"_s.toUtf8(), screen.lines);
    screen.out.feed(u"漢\b\bx\n"_s.toUtf8(), screen.lines);
    screen.out.feed(u"abc\b\b\b漢\n"_s.toUtf8(), screen.lines);
    screen.out.feed(u"e\u0301x\rY\n"_s.toUtf8(), screen.lines);
    screen.out.feed(u"xe\b\u0301\n"_s.toUtf8(), screen.lines);
    CHECK(screen.text() == QStringList{u"ab字"_s, u"a 字"_s, u"x "_s, u"漢c"_s, u"Yx"_s, u"x\u0301e"_s});
}

TEST_CASE("the line can be erased from the cursor on, or as a whole")
{
    Screen screen;
    screen.out.feed("abcdef\r\x1b[Kab\nabc\x1b[2Kx\nabcd\x1b[2D\x1b[1Kx\nabcd\x1b[2D\x1b[Kx", screen.lines);
    CHECK(screen.text() == QStringList{u"ab"_s, u"x"_s, u"  xd"_s, u"abx"_s});
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
    CHECK(screen.lines.folded() == 1);

    OutputLines many(10'000);
    TerminalStream stream(OutputKind::Out);
    qsizetype kept = 0;
    for (int i = 0; i < 5000; ++i) {
        stream.feed(QByteArray(2000, 'y') + '\n', many);
    }
    for (qint64 i = 0; i < many.total(); ++i) {
        kept += i < many.headEnd() || i >= many.tailStart() ? many.line(i).text.size() : 0;
    }
    CHECK(kept < 2 * OutputLines::kHalfSize + 10'000);
}

TEST_CASE("characters are counted, not bytes, also where a line is folded")
{
    Screen screen;
    screen.out.feed(u"é"_s.repeated(3000).toUtf8(), screen.lines);
    CHECK(screen.lines.line(0).text == u"é"_s.repeated(OutputLines::kLongestLine));
    CHECK(screen.lines.line(0).hidden == 3000 - OutputLines::kLongestLine);
    screen.out.feed("\rstart", screen.lines);
    CHECK(screen.lines.line(0).text.startsWith(u"starté"_s));
    screen.out.feed("\n" + QByteArray(100'000, '\x80') + "\n", screen.lines); // no beginning of any character
    CHECK(screen.lines.line(1).text.size() <= OutputLines::kLongestLine * 4);
}

TEST_CASE("a progress bar that never ends its line stays as large as it is")
{
    Screen screen;
    for (int i = 0; i < 100'000; ++i) {
        screen.out.feed("\r" + QByteArray::number(i) + " of 100000 [#####     ]", screen.lines);
    }
    CHECK(screen.text() == QStringList{u"99999 of 100000 [#####     ]"_s});
    screen.out.feed(QByteArray("x\b").repeated(100'000), screen.lines);
    CHECK(screen.lines.total() == 1);
}

TEST_CASE("long lines can be broken in place of folded")
{
    OutputLines lines(100, OutputLines::LongLines::Break);
    TerminalStream stream(OutputKind::Out);
    stream.feed(u"ж"_s.repeated(4500).toUtf8() + "\nend", lines);
    REQUIRE(lines.total() == 4);
    CHECK(lines.line(0).text == u"ж"_s.repeated(2000));
    CHECK(lines.line(2).text == u"ж"_s.repeated(500));
    CHECK(lines.line(3).text == u"end"_s);
    CHECK(lines.folded() == 0);
}

TEST_CASE("a million colours cost no more than their text")
{
    Screen screen;
    QByteArray rainbow;
    for (int i = 0; i < 20'000; ++i) {
        rainbow += "\x1b[38;5;" + QByteArray::number(i % 256) + "mx";
    }
    screen.out.feed(rainbow, screen.lines);
    CHECK(screen.lines.line(0).text.size() == OutputLines::kLongestLine);
    CHECK(screen.lines.line(0).spans.size() <= OpenLine::kMostSpans);
}
