#include "services/grading/drawing_parts.h"

#include "services/grading/line_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace studio::services {

namespace {

constexpr std::size_t kMostLines = 4'000;
constexpr std::size_t kMostAreas = 500;
constexpr std::size_t kMostCorners = 10'000;
constexpr std::size_t kMostOthers = 2'000;
constexpr double kShortest = 1e-6;

QPointF upwards(QPointF point)
{
    return {point.x(), -point.y()};
}

double dot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

void addLine(const DrawingItem &item, DrawingParts &parts)
{
    if (!item.stroke) {
        return;
    }
    bool moved = false;
    for (qsizetype i = 1; i < item.points.size() && parts.lines.size() <= kMostLines; ++i) {
        const QLineF line(upwards(item.points[i - 1]), upwards(item.points[i]));
        if (line.length() > kShortest) {
            parts.lines.push_back({line, *item.stroke, item.width});
            moved = true;
        }
    }
    if (!moved) {
        parts.dots.push_back({upwards(item.points.front()), item.width, *item.stroke});
    }
}

void addArea(const DrawingItem &item, DrawingParts &parts)
{
    if (!item.fill || item.pointer || item.points.size() < 3) {
        return;
    }
    FilledArea area;
    area.colour = *item.fill;
    QPointF least = upwards(item.points.front());
    QPointF most = least;
    for (const QPointF &each : item.points) {
        const QPointF corner = upwards(each);
        area.corners.push_back(corner);
        least = {std::min(least.x(), corner.x()), std::min(least.y(), corner.y())};
        most = {std::max(most.x(), corner.x()), std::max(most.y(), corner.y())};
    }
    area.bounds = QRectF(least, most);
    if (area.bounds.width() > kShortest && area.bounds.height() > kShortest) {
        parts.areas.push_back(std::move(area));
    }
}

/// `line` made longer by `other`, when the two lie on one straight line and touch.
bool join(StraightLine &line, const StraightLine &other, double tolerance)
{
    if (line.colour != other.colour || line.width != other.width) {
        return false;
    }
    const double length = line.at.length();
    const QPointF along = (line.at.p2() - line.at.p1()) / length;
    const QPointF across(-along.y(), along.x());
    double from = 0;
    double to = length;
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    for (const QPointF &end : {other.at.p1(), other.at.p2()}) {
        const QPointF way = end - line.at.p1();
        if (std::abs(dot(way, across)) > tolerance / 4) {
            return false;
        }
        least = std::min(least, dot(way, along));
        most = std::max(most, dot(way, along));
    }
    if (least > to + tolerance / 4 || most < from - tolerance / 4) {
        return false;
    }
    from = std::min(from, least);
    to = std::max(to, most);
    line.at = QLineF(line.at.p1() + along * from, line.at.p1() + along * to);
    return true;
}

} // namespace

DrawingParts partsOf(const Drawing &drawing)
{
    DrawingParts parts;
    std::size_t corners = 0;
    for (const DrawingItem &item : drawing.items()) {
        switch (item.kind) {
        case DrawingItem::Kind::Line:
            addLine(item, parts);
            break;
        case DrawingItem::Kind::Area:
            corners += static_cast<std::size_t>(item.points.size());
            addArea(item, parts);
            break;
        case DrawingItem::Kind::Text:
            parts.texts.push_back(
                {upwards(item.points.front()), item.text.trimmed(), item.stroke.value_or(0)});
            break;
        }
        const bool tooMany = parts.lines.size() > kMostLines || parts.areas.size() > kMostAreas
            || corners > kMostCorners || parts.dots.size() + parts.texts.size() > kMostOthers;
        if (tooMany) {
            DrawingParts none;
            none.tooMany = true;
            return none;
        }
    }
    return parts;
}

std::vector<StraightLine> joined(const std::vector<StraightLine> &lines, double tolerance)
{
    std::vector<StraightLine> all;
    std::vector<bool> swallowed;
    LineIndex index(tolerance);
    for (StraightLine line : lines) {
        // One that has grown is looked at again: it may close the gap between two others.
        bool grown = true;
        while (grown) {
            grown = false;
            for (const std::size_t each : index.near(line.at)) {
                // cppcheck-suppress containerOutOfBounds; the index knows lines of `all` only
                if (!swallowed[each] && join(line, all[each], tolerance)) {
                    swallowed[each] = true;
                    grown = true;
                }
            }
        }
        index.add(all.size(), line.at);
        all.push_back(line);
        swallowed.push_back(false);
    }
    std::vector<StraightLine> result;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!swallowed[i]) {
            result.push_back(all[i]);
        }
    }
    return result;
}

void moveToOrigin(DrawingParts &parts)
{
    QPointF least(std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
    const auto note = [&least](QPointF point) {
        least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
    };
    for (const StraightLine &each : parts.lines) {
        note(each.at.p1());
        note(each.at.p2());
    }
    for (const FilledArea &each : parts.areas) {
        note(each.bounds.topLeft());
    }
    for (const Dot &each : parts.dots) {
        note(each.at - QPointF(each.size, each.size) / 2);
    }
    if (parts.lines.empty() && parts.areas.empty() && parts.dots.empty()) {
        for (const WrittenText &each : parts.texts) {
            note(each.at);
        }
    }
    for (StraightLine &each : parts.lines) {
        each.at.translate(-least);
    }
    for (FilledArea &each : parts.areas) {
        each.bounds.translate(-least);
        for (QPointF &corner : each.corners) {
            corner -= least;
        }
    }
    for (Dot &each : parts.dots) {
        each.at -= least;
    }
    for (WrittenText &each : parts.texts) {
        each.at -= least;
    }
}

} // namespace studio::services
