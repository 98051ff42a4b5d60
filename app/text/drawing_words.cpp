#include "text/drawing_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct DrawingWords
{
    Q_DECLARE_TR_FUNCTIONS(Drawing)
};

QString place(QPointF point)
{
    return u"(%1, %2)"_s.arg(std::lround(point.x())).arg(std::lround(point.y()));
}

void addMissing(const DrawingDifference &difference, QStringList &words)
{
    const DrawingCounts &missing = difference.missing;
    const DrawingCounts &all = difference.expected;
    if (missing.lines > 0) {
        words.append(all.lines == 1
                         ? DrawingWords::tr("The line is missing.")
                         : DrawingWords::tr("Missing lines: %1 of %2.").arg(missing.lines).arg(all.lines));
        if (difference.firstMissing) {
            words.append(
                DrawingWords::tr("The first that is missing goes from %1 to %2.")
                    .arg(place(difference.firstMissing->p1()), place(difference.firstMissing->p2())));
        }
    }
    if (missing.areas > 0) {
        words.append(DrawingWords::tr("Filled areas that are missing or different: %1 of %2.")
                         .arg(missing.areas)
                         .arg(all.areas));
    }
    if (missing.dots > 0) {
        words.append(DrawingWords::tr("Missing dots: %1 of %2.").arg(missing.dots).arg(all.dots));
    }
    if (missing.texts > 0) {
        words.append(DrawingWords::tr("Texts that are missing, or written elsewhere: %1 of %2.")
                         .arg(missing.texts)
                         .arg(all.texts));
    }
}

void addExtra(const DrawingDifference &difference, QStringList &words)
{
    const DrawingCounts &extra = difference.extra;
    if (extra.lines > 0) {
        words.append(DrawingWords::tr("Lines that should not be there: %1.").arg(extra.lines));
        if (difference.firstExtra) {
            words.append(DrawingWords::tr("The first of them goes from %1 to %2.")
                             .arg(place(difference.firstExtra->p1()), place(difference.firstExtra->p2())));
        }
    }
    if (extra.areas > 0 && difference.missing.areas == 0) {
        words.append(DrawingWords::tr("Something is filled that should not be."));
    }
    if (extra.dots > 0) {
        words.append(DrawingWords::tr("Dots that should not be there: %1.").arg(extra.dots));
    }
    if (extra.texts > 0 && difference.missing.texts == 0) {
        words.append(DrawingWords::tr("Texts that should not be there: %1.").arg(extra.texts));
    }
}

} // namespace

QString drawingDifference(const DrawingDifference &difference)
{
    if (difference.none()) {
        return {};
    }
    if (difference.tooMuch) {
        return DrawingWords::tr("The drawing has too many parts to be compared.");
    }
    QStringList words;
    if (difference.colourOnly) {
        words.append(
            DrawingWords::tr("Everything is in its place; a colour is not the one that is asked for."));
    } else {
        addMissing(difference, words);
        addExtra(difference, words);
    }
    if (difference.background) {
        words.append(DrawingWords::tr("The paper has another colour."));
    }
    return words.join(u' ');
}

} // namespace studio::text
