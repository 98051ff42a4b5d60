#pragma once

#include "domain/drawing.h"

#include <QColor>
#include <QFont>
#include <QImage>

class QPainter;

namespace studio::ui {

/// Paints one item at its place; the painter's units are those of the canvas.
void paintItem(QPainter &painter, const DrawingItem &item);

/// The paper: what the canvas shows, and all that was drawn beyond its edges but never more than ten times
/// it.
QRectF paperOf(const Drawing &drawing);

QColor colourOf(quint32 rgb);

/// The whole paper with all on it, at `scale` pixels for a unit; smaller when it would be more than 8,000
/// wide.
QImage imageOf(const Drawing &drawing, double scale);

/// The same as SVG.
QByteArray svgOf(const Drawing &drawing, const QString &title);

} // namespace studio::ui
