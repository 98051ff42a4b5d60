#include "content/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <vector>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestQuoted = 60;
constexpr qsizetype kLongestCompared = 64;

/// Edits between two words, where a swap of two neighbours counts as one.
int distance(const QString &left, const QString &right)
{
    const auto width = static_cast<std::size_t>(right.size()) + 1;
    std::vector<int> older(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    std::iota(above.begin(), above.end(), 0);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int change = left[i - 1] == right[j - 1] ? 0 : 1;
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[at] = std::min(row[at], older[at - 2] + 1);
            }
        }
        std::swap(older, above);
        std::swap(above, row);
    }
    return above.back();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    if (word.size() > kLongestCompared) {
        return {};
    }
    QString nearest;
    int least = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const QString &each : known) {
        if (const int edits = distance(word.toLower(), each.toLower()); edits < least) {
            least = edits;
            nearest = each;
        }
    }
    return nearest;
}

QString didYouMean(const QString &word, const QStringList &known)
{
    const QString nearest = nearestWord(word, known);
    return nearest.isEmpty() ? QString() : u"; did you mean \"%1\"?"_s.arg(nearest);
}

QString quoted(const QString &text)
{
    QString line = text.left(kLongestQuoted);
    line.replace(u'\n', u'⏎');
    return text.size() > kLongestQuoted ? u"\"%1…\""_s.arg(line) : u"\"%1\""_s.arg(line);
}

const QString kIdRule
    = u"small letters, digits and dashes, beginning with a letter, at most 64, e.g. second-largest"_s;

bool isId(const QString &text)
{
    static const QRegularExpression id(u"\\A[a-z][a-z0-9-]{0,63}\\z"_s);
    return id.match(text).hasMatch();
}

bool isPythonName(const QString &text)
{
    static const QRegularExpression name(u"\\A[\\p{L}_][\\p{L}\\p{N}_]*\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return name.match(text).hasMatch();
}

} // namespace studio::content
