#include "services/grading/line_index.h"

#include <algorithm>
#include <cmath>

namespace studio::services {

namespace {

constexpr double kSmallestSide = 10;
constexpr double kLongest = 20'000;
constexpr double kFarthest = 1e9;

bool isLong(const QLineF &line)
{
    return line.length() > kLongest || std::abs(line.x1()) > kFarthest || std::abs(line.y1()) > kFarthest;
}

} // namespace

LineIndex::LineIndex(double tolerance)
    : m_side(std::max(kSmallestSide, 2 * tolerance))
{
}

std::vector<LineIndex::Cell> LineIndex::cellsOf(const QLineF &line) const
{
    // Two points in a row are half a side apart, so what lies between them is in a cell beside theirs at
    // most.
    const int steps = static_cast<int>(std::ceil(line.length() / (m_side / 2)));
    std::vector<Cell> cells;
    for (int i = 0; i <= steps; ++i) {
        const QPointF point = steps == 0 ? line.p1() : line.pointAt(double(i) / steps);
        const Cell cell(static_cast<qint64>(std::floor(point.x() / m_side)),
                        static_cast<qint64>(std::floor(point.y() / m_side)));
        if (cells.empty() || cells.back() != cell) {
            cells.push_back(cell);
        }
    }
    return cells;
}

void LineIndex::add(std::size_t number, const QLineF &line)
{
    if (isLong(line)) {
        m_long.push_back(number);
        return;
    }
    for (const Cell &each : cellsOf(line)) {
        m_cells[each].push_back(number);
    }
}

std::vector<std::size_t> LineIndex::near(const QLineF &line) const
{
    std::vector<std::size_t> found = m_long;
    if (isLong(line)) {
        for (const auto &each : m_cells) {
            found.insert(found.end(), each.begin(), each.end());
        }
    } else {
        for (const Cell &each : cellsOf(line)) {
            for (qint64 x = each.first - 1; x <= each.first + 1; ++x) {
                for (qint64 y = each.second - 1; y <= each.second + 1; ++y) {
                    if (const auto cell = m_cells.constFind(Cell(x, y)); cell != m_cells.constEnd()) {
                        found.insert(found.end(), cell->begin(), cell->end());
                    }
                }
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace studio::services
