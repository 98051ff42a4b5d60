#include "ui/widgets/output_lines.h"
#include "ui/widgets/terminal_stream.h"

#include <QRandomGenerator>

#include "editor_driver.h"

using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

QString describe(const OutputStyle &style)
{
    return u"%1/%2/%3.%4/%5.%6"_s.arg(static_cast<int>(style.kind))
        .arg(style.marks)
        .arg(static_cast<int>(style.colour.type))
        .arg(style.colour.value)
        .arg(static_cast<int>(style.background.type))
        .arg(style.background.value);
}

/// Everything that can be seen of them, in words.
QStringList seen(const OutputLines &lines)
{
    QStringList all;
    for (qint64 i = 0; i < lines.total(); ++i) {
        if (i >= lines.headEnd() && i < lines.tailStart()) {
            continue;
        }
        const OutputLine line = lines.line(i);
        QString text = u"%1 +%2: "_s.arg(i).arg(line.hidden);
        qsizetype end = 0;
        for (const OutputSpan &span : line.spans) {
            REQUIRE(span.start == end);
            REQUIRE(span.length >= 0);
            end += span.length;
            text += u'[' + describe(span.style) + u']' + line.text.mid(span.start, span.length);
        }
        REQUIRE(end == line.text.size());
        all << text;
    }
    return all;
}

/// Where two texts differ first; empty when they do not.
QString difference(const QStringList &one, const QStringList &other)
{
    if (one == other) {
        return {};
    }
    const QString a = one.join(u'\n');
    const QString b = other.join(u'\n');
    qsizetype at = 0;
    while (at < std::min(a.size(), b.size()) && a.at(at) == b.at(at)) {
        ++at;
    }
    const qsizetype from = std::max<qsizetype>(0, at - 60);
    return u"“%1” and “%2”"_s.arg(a.mid(from, 120), b.mid(from, 120));
}

QStringList fed(const QByteArray &bytes, const std::vector<qsizetype> &cuts)
{
    OutputLines lines(100);
    TerminalStream stream(OutputKind::Out);
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        stream.feed(bytes.mid(from, cut - from), lines);
        from = cut;
    }
    stream.feed(bytes.mid(from), lines);
    stream.finish(lines);
    return seen(lines);
}

const QList<QByteArray> &pieces()
{
    static const QList<QByteArray> all = {"a",
                                          "word ",
                                          "\n",
                                          "\r\n",
                                          "\r",
                                          "\b",
                                          "\t",
                                          "\x07",
                                          QByteArray(1, 0),
                                          "\x7f",
                                          "\x18",
                                          "é",
                                          "漢字",
                                          "😀",
                                          "e\xcc\x81",
                                          "\xef\xbb\xbf",
                                          "\xff",
                                          "\xc0",
                                          "\x80",
                                          "\xe2\x82",
                                          "\xf0\x9f",
                                          "\x98\x80",
                                          "\xed\xa0\x80",
                                          "\xf4\x90\x80\x80",
                                          "\xe2\x80\xa9",
                                          "\xc2\x9b",
                                          "\x1b",
                                          "[",
                                          "]",
                                          "\x1b[",
                                          "\x1b]",
                                          "\x1b\\",
                                          "\x1b[31m",
                                          "\x1b[0m",
                                          "\x1b[38;5;200m",
                                          "\x1b[48;2;1;2;3m",
                                          "\x1b[38:2::9:9:9m",
                                          "\x1b[K",
                                          "\x1b[1K",
                                          "\x1b[2K",
                                          "\x1b[3D",
                                          "\x1b[7C",
                                          "\x1b[20G",
                                          "\x1b[A",
                                          "\x1b[?25l",
                                          "\x1b(B",
                                          "\x1b]0;title\x07",
                                          "\x1b]8;;u\x1b\\",
                                          "\x1bP",
                                          "1",
                                          ";",
                                          "m",
                                          "\x1b[999999999999C"};
    return all;
}

QByteArray randomBytes(QRandomGenerator &random)
{
    QByteArray bytes;
    for (int k = random.bounded(400); k >= 0; --k) {
        switch (random.bounded(30)) {
        case 0:
            bytes += QByteArray(random.bounded(3000), 'x');
            break;
        case 1:
            bytes += static_cast<char>(random.bounded(256));
            break;
        case 2:
            bytes += QByteArray("漢").repeated(random.bounded(1500));
            break;
        default:
            bytes += pieces().at(random.bounded(static_cast<int>(pieces().size())));
        }
    }
    return bytes;
}

} // namespace

TEST_CASE("any stream of bytes gives the same lines, however it is cut")
{
    const auto seed = GENERATE(range(1U, 41U));
    QRandomGenerator random(seed);
    for (int round = 0; round < 10; ++round) {
        const QByteArray bytes = randomBytes(random);
        const QStringList whole = fed(bytes, {});
        std::vector<qsizetype> each;
        for (qsizetype i = 1; i < bytes.size(); ++i) {
            each.push_back(i);
        }
        std::vector<qsizetype> some;
        for (const qsizetype cut : each) {
            if (random.bounded(7) == 0) {
                some.push_back(cut);
            }
        }
        REQUIRE(difference(fed(bytes, each), whole) == QString());
        REQUIRE(difference(fed(bytes, some), whole) == QString());
    }
}

TEST_CASE("each place where a sequence or a character can be cut is tried")
{
    QByteArray bytes = "start ";
    for (const QByteArray &piece : pieces()) {
        bytes += piece + "x";
    }
    const QStringList whole = fed(bytes, {});
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        CAPTURE(cut);
        REQUIRE(difference(fed(bytes, {cut}), whole) == QString());
    }
}

TEST_CASE("nothing a program prints makes the lines grow without bound")
{
    const auto seed = GENERATE(range(1U, 6U));
    QRandomGenerator random(seed);
    OutputLines lines(100);
    TerminalStream out(OutputKind::Out);
    TerminalStream err(OutputKind::Err);
    for (int i = 0; i < 300; ++i) {
        (random.bounded(3) == 0 ? err : out).feed(randomBytes(random), lines);
    }
    qsizetype size = 0;
    std::size_t spans = 0;
    int count = 0;
    for (qint64 i = 0; i < lines.total(); ++i) {
        if (i < lines.headEnd() || i >= lines.tailStart()) {
            const OutputLine line = lines.line(i);
            size += line.text.size();
            spans = std::max(spans, line.spans.size());
            ++count;
        }
    }
    CHECK(count <= 100);
    CHECK(size < 2 * OutputLines::kHalfSize + 100'000);
    CHECK(spans <= OpenLine::kMostSpans + 1);
}
