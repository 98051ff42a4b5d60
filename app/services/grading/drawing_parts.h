#pragma once

#include "domain/drawing.h"

#include <QLineF>

#include <vector>

namespace studio::services {

/// A straight line, in whatever steps it was drawn. y upwards, as in a turtle program.
struct StraightLine
{
    QLineF at;
    quint32 colour = 0;
    double width = 1;
};

struct FilledArea
{
    std::vector<QPointF> corners;
    QRectF bounds;
    quint32 colour = 0;
};

struct Dot
{
    QPointF at;
    double size = 0;
    quint32 colour = 0;
};

struct WrittenText
{
    QPointF at;
    QString text;
    quint32 colour = 0;
};

/// A drawing as what it shows, not how it was made: in the order of drawing, turtles left out.
struct DrawingParts
{
    std::vector<StraightLine> lines;
    std::vector<FilledArea> areas;
    std::vector<Dot> dots;
    std::vector<WrittenText> texts;
    bool tooMany = false; ///< More than can be compared in a short time; then nothing else is set.
};

DrawingParts partsOf(const Drawing &drawing);

/// Lines that continue each other, or lie on each other, made one. Colours and widths must agree.
std::vector<StraightLine> joined(const std::vector<StraightLine> &lines, double tolerance);

/// Moves all so that the drawing's lower left corner is at (0, 0).
void moveToOrigin(DrawingParts &parts);

} // namespace studio::services
