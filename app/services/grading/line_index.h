#pragma once

#include <QHash>
#include <QLineF>

#include <vector>

namespace studio::services {

/// Finds lines near a line quickly: a grid of cells, each with the lines that pass through it.
class LineIndex final
{
public:
    explicit LineIndex(double tolerance);

    void add(std::size_t number, const QLineF &line);

    /// Numbers of the lines that may come within the tolerance, each once, in ascending order; of others some
    /// as well.
    std::vector<std::size_t> near(const QLineF &line) const;

private:
    using Cell = std::pair<qint64, qint64>;

    std::vector<Cell> cellsOf(const QLineF &line) const;

    double m_side;
    QHash<Cell, std::vector<std::size_t>> m_cells;
    std::vector<std::size_t> m_long; ///< Too long for cells: always near.
};

} // namespace studio::services
