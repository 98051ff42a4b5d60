#pragma once

#include <QString>
#include <QStringList>

#include <cmath>
#include <vector>

namespace studio::bench {

inline constexpr int kWords = 40'000;

/// The word of this rank: the commonest first. Beyond those of talk about Python they are made of syllables.
inline const QString &wordAt(int rank)
{
    static const std::vector<QString> words = [] {
        const QStringList common
            = QString::fromLatin1(
                  "the to a i is it and in of you that for this my with on not have be if can are but so as "
                  "print list function loop string value error code python return number variable how what "
                  "when while def range index dictionary integer float input output class method import "
                  "module line test try except else elif true false none append length sort key item file "
                  "open read write self object call argument parameter recursion solution exercise answer "
                  "question help thanks")
                  .split(u' ');
        const QStringList syllables
            = QString::fromLatin1("ba be bi bo da de di do fa fe fi fo ga ge la le li lo ma me mi mo na ne "
                                  "ni no pra pre pri pro ra re ri ro sta ste sti sto ta te ti to")
                  .split(u' ');
        std::vector<QString> all(common.begin(), common.end());
        for (qsizetype number = common.size(); number < kWords; ++number) {
            QString word;
            for (qsizetype rest = number; rest > 0; rest /= syllables.size()) {
                word += syllables[rest % syllables.size()];
            }
            all.push_back(word + u'n');
        }
        return all;
    }();
    return words[static_cast<std::size_t>(std::clamp(rank, 0, kWords - 1))];
}

/// Texts like those of a forum about Python: few words are everywhere, most are rare. The same each time.
class Texts
{
public:
    explicit Texts(quint64 seed)
        : m_state(seed)
    {
    }

    int number(int below)
    {
        m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<quint64>(below));
    }

    /// Rank 1 is about ten times as common as rank 10 (Zipf).
    int rank(int below) { return static_cast<int>(std::pow(double(below), number(100'000) / 100'000.0)) - 1; }

    const QString &word() { return wordAt(rank(kWords)); }

    QString subject() { return words(3 + number(6)) + (number(3) == 0 ? u"?" : u""); }

    /// Markdown: paragraphs, and in some a quote, a list, code within a line, a block of code.
    QString post()
    {
        QString text;
        if (number(6) == 0) {
            text += u"> " + words(6 + number(12)) + u"\n\n";
        }
        text += words(10 + number(50));
        if (number(3) == 0) {
            text += u" `" + word() + u'_' + word() + u"()` " + words(4 + number(10));
        }
        text += u".\n";
        if (number(10) == 0) {
            for (int line = 0; line < 3; ++line) {
                text += u"\n- **" + word() + u"**: " + words(3 + number(6));
            }
            text += u'\n';
        }
        if (number(3) == 0) {
            text += code();
        }
        return text;
    }

private:
    QString words(int count)
    {
        QString text;
        for (int i = 0; i < count; ++i) {
            text += (i == 0 ? u"" : u" ") + word();
        }
        return text;
    }

    QString code()
    {
        const QString name = word() + u'_' + word();
        QString text = u"\n```python\ndef " + name + u"(values):\n    total = 0\n";
        for (int line = 0; line < 1 + number(4); ++line) {
            text += u"    if values[" + QString::number(number(9)) + u"] != " + word() + u'.' + word()
                + u":\n        total += len(" + word() + u")\n";
        }
        return text + u"    return total\n\n\nprint(" + name + u"([1, 2, 3]))\n```\n";
    }

    quint64 m_state;
};

} // namespace studio::bench
