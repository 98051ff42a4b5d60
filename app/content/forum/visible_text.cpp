#include "content/forum/visible_text.h"

#include <QChar>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMarks = 8;
constexpr char32_t kBlackFlag = 0x1f3f4; ///< Begins the flags that are written with tag characters.

bool isControl(char32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
}

bool turnsDirection(char32_t c)
{
    return c >= 0x202a && c <= 0x202e;
}

bool isIsolate(char32_t c)
{
    return c >= 0x2066 && c <= 0x2069;
}

/// Never needed to read prose.
bool isNoise(char32_t c)
{
    return c == 0xfeff || c == 0x180e || (c >= 0x2060 && c <= 0x2065) || (c >= 0x206a && c <= 0x206f)
        || (c >= 0xfff9 && c <= 0xfffb);
}

bool isTag(char32_t c)
{
    return c >= 0xe0000 && c <= 0xe007f;
}

/// Has no width of its own, in code a way to hide that two names differ.
bool isInvisible(char32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || c == 0xad || c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160
        || c == 0x3164 || c == 0xffa0 || isNoise(c) || isTag(c);
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString writtenOut(char32_t c, TextSort sort)
{
    const QString digits = QString::number(static_cast<uint>(c), 16);
    if (sort == TextSort::Prose) {
        return u"[U+%1]"_s.arg(digits.toUpper());
    }
    return c > 0xffff ? u"\\U%1"_s.arg(digits, 8, u'0') : u"\\u%1"_s.arg(digits, 4, u'0');
}

class Reader final
{
public:
    explicit Reader(TextSort sort)
        : m_sort(sort)
    {
    }

    QString read(const QString &text)
    {
        m_out.reserve(text.size());
        for (qsizetype i = 0; i < text.size(); ++i) {
            char32_t c = text[i].unicode();
            if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
                c = QChar::surrogateToUcs4(text[i], text[i + 1]);
                ++i;
            } else if (QChar::isSurrogate(c)) {
                c = QChar::ReplacementCharacter;
            }
            take(c);
        }
        return m_out;
    }

private:
    void take(char32_t c)
    {
        const bool code = m_sort == TextSort::Code;
        if (c == 0x2028 || c == 0x2029) {
            c = '\n';
        }
        const bool joins = (c == 0x200c || c == 0x200d) && m_last >= 0x80; // emoji, Persian, Hindi, …
        if (turnsDirection(c) || (code && (isIsolate(c) || (isInvisible(c) && !joins)))) {
            m_out += writtenOut(c, m_sort);
            m_marks = 0;
        } else if (isTag(c) ? m_flag : !isControl(c) && !isNoise(c)) {
            m_marks = isMark(c) ? m_marks + 1 : 0;
            if (m_marks <= kMostMarks) {
                m_out += QStringView(QChar::fromUcs4(c));
            }
        }
        m_flag = c == kBlackFlag || (m_flag && isTag(c));
        m_last = c;
    }

    TextSort m_sort;
    QString m_out;
    char32_t m_last = 0;
    int m_marks = 0;
    bool m_flag = false;
};

bool isPlain(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x7f || (c.unicode() < 0x20 && c != u'\n' && c != u'\t')) {
            return false;
        }
    }
    return true;
}

} // namespace

QString visibleText(const QString &text, TextSort sort)
{
    return isPlain(text) ? text : Reader(sort).read(text);
}

QString visibleLine(const QString &text)
{
    return visibleText(text, TextSort::Prose).simplified();
}

} // namespace studio::content
