#include "domain/drawing.h"

#include <algorithm>

namespace studio {

namespace {

void lower(std::optional<qint64> &lowest, qint64 place)
{
    lowest = lowest ? std::min(*lowest, place) : place;
}

} // namespace

std::optional<qint64> Drawing::apply(const DrawingChange &change)
{
    std::optional<qint64> lowest;
    if (change.fresh) {
        if (!m_items.isEmpty()) {
            lower(lowest, m_items.firstKey());
        }
        clear();
    }
    if (change.screen) {
        m_screen = *change.screen;
    }
    for (const qint64 id : change.gone) {
        remove(id, lowest);
    }
    for (const DrawingItem &item : change.items) {
        remove(item.id, lowest);
        const bool full = m_items.size() >= kMostItems || m_points + item.points.size() > kMostPoints;
        if (full || item.points.isEmpty() || m_items.contains(item.place)) {
            continue;
        }
        m_points += item.points.size();
        m_places.insert(item.id, item.place);
        m_items.insert(item.place, item);
        lower(lowest, item.place);
    }
    return lowest;
}

void Drawing::clear()
{
    m_items.clear();
    m_places.clear();
    m_screen = {};
    m_points = 0;
}

void Drawing::remove(qint64 id, std::optional<qint64> &lowest)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd()) {
        return;
    }
    lower(lowest, *place);
    m_points -= m_items.take(*place).points.size();
    m_places.erase(place);
}

qsizetype Drawing::lines() const
{
    qsizetype count = 0;
    for (const DrawingItem &item : m_items) {
        if (item.kind == DrawingItem::Kind::Line) {
            count += std::max<qsizetype>(1, item.points.size() - 1);
        }
    }
    return count;
}

qsizetype Drawing::areas() const
{
    return std::count_if(m_items.begin(), m_items.end(), [](const DrawingItem &item) {
        return item.kind == DrawingItem::Kind::Area && item.fill && !item.pointer;
    });
}

qsizetype Drawing::texts() const
{
    return std::count_if(m_items.begin(), m_items.end(),
                         [](const DrawingItem &item) { return item.kind == DrawingItem::Kind::Text; });
}

QRectF Drawing::bounds() const
{
    QRectF all;
    for (const DrawingItem &item : m_items) {
        const double margin = item.kind == DrawingItem::Kind::Text
            ? item.pixels * static_cast<double>(std::min<qsizetype>(item.text.size(), 200)) * 0.6
            : item.width / 2;
        const double above = item.kind == DrawingItem::Kind::Text ? item.pixels * 1.2 : margin;
        for (const QPointF &point : item.points) {
            all |= QRectF(point.x() - margin, point.y() - above, 2 * margin, 2 * above);
        }
    }
    return all;
}

} // namespace studio
