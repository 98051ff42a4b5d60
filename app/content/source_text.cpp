#include "content/source_text.h"

#include <QStringDecoder>

namespace studio::content {

using namespace Qt::StringLiterals;

int codePoints(QStringView text)
{
    int count = 0;
    for (const QChar c : text) {
        count += c.isLowSurrogate() ? 0 : 1;
    }
    return count;
}

SourcePlace SourceText::at(qsizetype offset) const
{
    const auto before = QStringView(text).left(offset);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return atLine(static_cast<int>(before.count(u'\n')) + 1, codePoints(before.mid(lineStart)) + 1);
}

SourcePlace SourceText::atLine(int line, int column) const
{
    return only.value_or(SourcePlace{file, firstLine + line - 1, indent + column});
}

SourceText SourceText::part(qsizetype from, qsizetype length) const
{
    SourceText some = *this;
    some.text = text.mid(from, length);
    some.firstLine += static_cast<int>(QStringView(text).left(from).count(u'\n'));
    return some;
}

namespace {

/// Where the first byte stands that is no UTF-8, as an offset; the size when all is well.
qsizetype firstBadByte(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const int more = lead < 0x80      ? 0
            : lead >= 0xc2 && lead < 0xe0 ? 1
            : lead >= 0xe0 && lead < 0xf0 ? 2
            : lead >= 0xf0 && lead < 0xf5 ? 3
                                          : -1;
        if (more < 0 || at + more >= bytes.size()) {
            return at;
        }
        const auto second = more > 0 ? static_cast<unsigned char>(bytes[at + 1]) : 0x80U;
        const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
        const bool beyond = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
        if (overlong || beyond) {
            return at;
        }
        for (int i = 1; i <= more; ++i) {
            if ((static_cast<unsigned char>(bytes[at + i]) & 0xc0U) != 0x80) {
                return at;
            }
        }
        at += more + 1;
    }
    return at;
}

} // namespace

std::optional<SourceText> decode(const QString &file, const QByteArray &bytes, ProblemList &problems)
{
    SourceText source;
    source.file = file;
    const qsizetype bad = firstBadByte(bytes);
    source.text = QString::fromUtf8(bytes.constData(), bad);
    if (source.text.startsWith(u'\ufeff')) {
        source.text.remove(0, 1);
    }
    source.text.replace("\r\n"_L1, "\n"_L1);
    source.text.replace(u'\r', u'\n');
    if (bad < bytes.size()) {
        problems.error(
            source.at(source.text.size()),
            u"the byte 0x%1 is not UTF-8"_s.arg(static_cast<unsigned char>(bytes[bad]), 2, 16, QChar(u'0')),
            u"a text file in UTF-8"_s);
        return std::nullopt;
    }
    for (qsizetype i = 0; i < source.text.size(); ++i) {
        const char16_t c = source.text[i].unicode();
        if ((c < 0x20 && c != u'\n' && c != u'\t') || c == 0x7f) {
            problems.error(source.at(i), u"a control character (0x%1)"_s.arg(int(c), 2, 16, QChar(u'0')),
                           u"only characters that can be seen"_s);
            return std::nullopt;
        }
    }
    return source;
}

} // namespace studio::content
