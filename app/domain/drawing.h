#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

namespace studio {

/// One thing on a turtle's canvas. Positions in canvas units: x to the right, y down, (0, 0) in the middle.
/// Colours are 0xRRGGBB; unset: not painted.
struct DrawingItem
{
    enum class Kind { Line, Area, Text };

    /// Where a text's position lies in it.
    struct Anchor
    {
        int x = 0; ///< -1 left, 0 middle, 1 right.
        int y = 0; ///< -1 top, 0 middle, 1 bottom.
    };

    Kind kind = Kind::Line;
    qint64 id = 0;
    qint64 place = 0; ///< In the order of painting, from back to front; unique.
    QList<QPointF> points; ///< At least one.
    double width = 1; ///< Of a line or an area's outline.
    std::optional<quint32> stroke; ///< Of lines, outlines and texts.
    std::optional<quint32> fill;
    bool pointer = false; ///< Shows where a turtle is; no part of what it drew.
    QString text;
    QString family;
    double pixels = 13; ///< Height of the text's font.
    bool bold = false;
    bool italic = false;
    bool underline = false;
    Anchor anchor;
};

/// The canvas itself.
struct DrawingScreen
{
    double width = 640;
    double height = 600;
    quint32 background = 0xffffff;
    QString title;
};

/// Which of a person's doings the program has asked for.
struct DrawingListens
{
    QStringList keys; ///< Tk's names, e.g. `Up`, `a`; an empty one stands for any.
    bool mouse = false;
    bool motion = false; ///< Of the mouse with no button down.

    bool any() const { return !keys.isEmpty() || mouse || motion; }
};

/// What a program has changed of its drawing since it last told.
struct DrawingChange
{
    bool fresh = false; ///< A new canvas: what was there before goes.
    QList<DrawingItem> items; ///< New, or instead of the one with the same id.
    QList<qint64> gone;
    std::optional<DrawingScreen> screen;
    std::optional<DrawingListens> listens;
};

/// What a turtle program has drawn so far. Bounded: what is beyond its limits is left out.
class Drawing final
{
public:
    static constexpr qsizetype kMostItems = 200'000;
    static constexpr qsizetype kMostPoints = 2'500'000;

    /// Gives the lowest place at which something changed; nothing when no item did.
    std::optional<qint64> apply(const DrawingChange &change);
    void clear();

    const QMap<qint64, DrawingItem> &items() const { return m_items; } ///< By place: back to front.

    const DrawingScreen &screen() const { return m_screen; }

    bool isEmpty() const { return m_items.isEmpty(); }

    qsizetype lines() const; ///< Straight pieces of lines, as a person would count them.
    qsizetype areas() const; ///< Filled ones, turtles left out.
    qsizetype texts() const;
    QRectF bounds() const; ///< Of all items, with half their width; null when there are none.

private:
    void remove(qint64 id, std::optional<qint64> &lowest);

    QMap<qint64, DrawingItem> m_items;
    QHash<qint64, qint64> m_places; ///< Place by id.
    DrawingScreen m_screen;
    qsizetype m_points = 0;
};

/// Something a person did on a drawing.
struct CanvasEvent
{
    enum class Kind { Key, ReleaseKey, Press, Move, Release };

    Kind kind = Kind::Key;
    QString key; ///< Tk's name.
    bool again = false; ///< The key is held down.
    QPointF at; ///< Canvas units.
    int button = 0; ///< 1 left, 2 middle, 3 right; 0 for a movement with none.
};

} // namespace studio
