#include "services/grading/drawing_compare.h"

#include "services/grading/line_index.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

using Span = std::pair<double, double>; ///< A part of a line, in units from its beginning.

double dot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Where `at + t * way` lies within [least, most], for t within `span`.
std::optional<Span> within(double at, double way, double least, double most, Span span)
{
    if (std::abs(way) < 1e-12) {
        return at >= least && at <= most ? std::optional(span) : std::nullopt;
    }
    double first = (least - at) / way;
    double last = (most - at) / way;
    if (first > last) {
        std::swap(first, last);
    }
    first = std::max(first, span.first);
    last = std::min(last, span.second);
    return first < last ? std::optional(Span(first, last)) : std::nullopt;
}

/// The part of `line` that `cover` lies on.
std::optional<Span> coveredBy(const StraightLine &line, const StraightLine &cover, double tolerance)
{
    const double length = line.at.length();
    const double coverLength = cover.at.length();
    const QPointF along = (line.at.p2() - line.at.p1()) / length;
    const QPointF coverAlong = (cover.at.p2() - cover.at.p1()) / coverLength;
    const QPointF coverAcross(-coverAlong.y(), coverAlong.x());
    const double slant = std::abs(dot(along, coverAcross));
    if (slant * std::min(length, coverLength) > tolerance) {
        return std::nullopt; // it crosses, or goes another way
    }
    const QPointF begin = line.at.p1() - cover.at.p1();
    const auto near
        = within(dot(begin, coverAcross), dot(along, coverAcross), -tolerance, tolerance, {0, length});
    return near
        ? within(dot(begin, coverAlong), dot(along, coverAlong), -tolerance, coverLength + tolerance, *near)
        : std::nullopt;
}

bool lookAlike(quint32 one, quint32 other, const DrawingRule &rule)
{
    return !rule.colours || one == other;
}

/// How much of a line is not there among the others.
double uncovered(const StraightLine &line, const std::vector<StraightLine> &others, const LineIndex &index,
                 const DrawingRule &rule)
{
    std::vector<Span> spans;
    for (const std::size_t number : index.near(line.at)) {
        const StraightLine &each = others[number];
        const bool alike = lookAlike(each.colour, line.colour, rule)
            && (!rule.widths || std::abs(each.width - line.width) < 0.5);
        if (!alike) {
            continue;
        }
        if (const auto span = coveredBy(line, each, rule.tolerance)) {
            spans.push_back(*span);
        }
    }
    std::sort(spans.begin(), spans.end());
    double free = 0;
    double reached = 0;
    for (const Span &each : spans) {
        free += std::max(0.0, each.first - reached);
        reached = std::max(reached, each.second);
    }
    return free + std::max(0.0, line.at.length() - reached);
}

int countMissing(const std::vector<StraightLine> &lines, const std::vector<StraightLine> &others,
                 const DrawingRule &rule, std::optional<QLineF> &first)
{
    LineIndex index(rule.tolerance);
    for (std::size_t i = 0; i < others.size(); ++i) {
        index.add(i, others[i].at);
    }
    int count = 0;
    for (const StraightLine &each : lines) {
        if (uncovered(each, others, index, rule) > rule.tolerance) {
            ++count;
            if (!first) {
                first = each.at;
            }
        }
    }
    return count;
}

bool contains(const FilledArea &area, QPointF point)
{
    if (!area.bounds.contains(point)) {
        return false;
    }
    bool inside = false;
    const auto &corners = area.corners;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const QPointF a = corners[i];
        const QPointF b = corners[j];
        if ((a.y() > point.y()) != (b.y() > point.y())
            && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x()) {
            inside = !inside;
        }
    }
    return inside;
}

double distanceToEdge(const FilledArea &area, QPointF point)
{
    double least = 1e12;
    const auto &corners = area.corners;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const QPointF way = corners[j] - corners[i];
        const double length = dot(way, way);
        const double t = length > 0 ? std::clamp(dot(point - corners[i], way) / length, 0.0, 1.0) : 0.0;
        least = std::min(least, distance(point, corners[i] + way * t));
    }
    return least;
}

/// The colour of what is in front at a point; nothing where nothing is filled.
std::optional<quint32> colourAt(const std::vector<FilledArea> &areas, QPointF point, const DrawingRule &rule)
{
    const auto front = std::find_if(areas.rbegin(), areas.rend(),
                                    [point](const FilledArea &each) { return contains(each, point); });
    if (front == areas.rend()) {
        return std::nullopt;
    }
    return rule.colours ? front->colour : 0U;
}

bool nearAnEdge(const std::vector<FilledArea> &areas, QPointF point, double tolerance)
{
    return std::any_of(areas.begin(), areas.end(), [point, tolerance](const FilledArea &each) {
        return each.bounds.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(point)
            && distanceToEdge(each, point) <= tolerance;
    });
}

/// Areas where at some point inside the others show something else.
int countDiffering(const std::vector<FilledArea> &areas, const std::vector<FilledArea> &others,
                   const DrawingRule &rule)
{
    const int side = areas.size() <= 20 ? 24 : areas.size() <= 100 ? 12 : 6;
    int count = 0;
    for (const FilledArea &area : areas) {
        bool differs = false;
        for (int i = 0; i < side * side && !differs; ++i) {
            const int column = i % side;
            const int row = i / side;
            const QPointF point(area.bounds.left() + area.bounds.width() * (column + 0.5) / side,
                                area.bounds.top() + area.bounds.height() * (row + 0.5) / side);
            differs = contains(area, point) && colourAt(areas, point, rule) != colourAt(others, point, rule)
                && !nearAnEdge(areas, point, rule.tolerance) && !nearAnEdge(others, point, rule.tolerance);
        }
        count += differs ? 1 : 0;
    }
    return count;
}

template<typename Part, typename Same>
int countUnmatched(const std::vector<Part> &parts, const std::vector<Part> &others, Same same)
{
    std::vector<bool> taken(others.size(), false);
    int count = 0;
    for (const Part &each : parts) {
        std::size_t at = 0;
        while (at < others.size() && (taken[at] || !same(each, others[at]))) {
            ++at;
        }
        if (at < others.size()) {
            taken[at] = true;
        } else {
            ++count;
        }
    }
    return count;
}

DrawingDifference compare(const DrawingParts &expected, const DrawingParts &actual, const DrawingRule &rule)
{
    DrawingDifference result;
    const auto expectedLines = joined(expected.lines, rule.tolerance);
    const auto actualLines = joined(actual.lines, rule.tolerance);
    result.expected = {static_cast<int>(expectedLines.size()), static_cast<int>(expected.areas.size()),
                       static_cast<int>(expected.dots.size()), static_cast<int>(expected.texts.size())};
    result.missing.lines = countMissing(expectedLines, actual.lines, rule, result.firstMissing);
    result.extra.lines = countMissing(actualLines, expected.lines, rule, result.firstExtra);
    result.missing.areas = countDiffering(expected.areas, actual.areas, rule);
    result.extra.areas = countDiffering(actual.areas, expected.areas, rule);
    const auto sameDot = [&rule](const Dot &a, const Dot &b) {
        return distance(a.at, b.at) <= rule.tolerance && std::abs(a.size - b.size) <= 2 * rule.tolerance
            && lookAlike(a.colour, b.colour, rule);
    };
    const auto sameText = [&rule](const WrittenText &a, const WrittenText &b) {
        return a.text == b.text && distance(a.at, b.at) <= rule.tolerance
            && lookAlike(a.colour, b.colour, rule);
    };
    result.missing.dots = countUnmatched(expected.dots, actual.dots, sameDot);
    result.extra.dots = countUnmatched(actual.dots, expected.dots, sameDot);
    result.missing.texts = countUnmatched(expected.texts, actual.texts, sameText);
    result.extra.texts = countUnmatched(actual.texts, expected.texts, sameText);
    return result;
}

QString place(QPointF point)
{
    const auto number = [](double value) {
        const double rounded = std::round(value * 10) / 10;
        return QString::number(rounded == 0 ? 0 : rounded); // no "-0"
    };
    return u"(%1, %2)"_s.arg(number(point.x()), number(point.y()));
}

QString colourText(quint32 colour, const DrawingRule &rule)
{
    return rule.colours ? u" #%1"_s.arg(colour, 6, 16, QChar(u'0')) : QString();
}

} // namespace

DrawingDifference compareDrawings(const Drawing &expected, const Drawing &actual, const DrawingRule &rule)
{
    DrawingParts wanted = partsOf(expected);
    DrawingParts drawn = partsOf(actual);
    DrawingDifference result;
    if (wanted.tooMany || drawn.tooMany) {
        result.tooMuch = true;
        return result;
    }
    if (rule.anywhere) {
        moveToOrigin(wanted);
        moveToOrigin(drawn);
    }
    result = compare(wanted, drawn, rule);
    if (rule.colours) {
        result.background = expected.screen().background != actual.screen().background;
        DrawingRule plain = rule;
        plain.colours = false;
        result.colourOnly = !result.none() && compare(wanted, drawn, plain).none();
    }
    return result;
}

QString drawingText(const Drawing &drawing, const DrawingRule &rule)
{
    const DrawingParts parts = partsOf(drawing);
    if (parts.tooMany) {
        return u"too many parts"_s;
    }
    QStringList lines;
    for (StraightLine each : joined(parts.lines, rule.tolerance)) {
        const auto order
            = [](QPointF point) { return std::pair(std::round(point.x()), std::round(point.y())); };
        if (order(each.at.p2()) < order(each.at.p1())) {
            each.at = QLineF(each.at.p2(), each.at.p1());
        }
        lines.append(u"line %1 %2"_s.arg(place(each.at.p1()), place(each.at.p2()))
                     + colourText(each.colour, rule));
    }
    for (const FilledArea &each : parts.areas) {
        lines.append(u"area %1 %2"_s.arg(place(each.bounds.topLeft()), place(each.bounds.bottomRight()))
                     + colourText(each.colour, rule));
    }
    for (const Dot &each : parts.dots) {
        lines.append(u"dot %1 %2"_s.arg(place(each.at)).arg(each.size) + colourText(each.colour, rule));
    }
    for (const WrittenText &each : parts.texts) {
        lines.append(u"text %1 "_s.arg(place(each.at)) + each.text + colourText(each.colour, rule));
    }
    lines.sort();
    return lines.join(u'\n');
}

} // namespace studio::services
