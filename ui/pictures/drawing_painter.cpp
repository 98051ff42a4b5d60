#include "ui/pictures/drawing_painter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <QSvgGenerator>

#include <algorithm>

namespace studio::ui {

namespace {

constexpr double kWidestImage = 8'000;

void paintLine(QPainter &painter, const DrawingItem &item)
{
    if (!item.stroke) {
        return;
    }
    const bool dot = std::all_of(item.points.begin(), item.points.end(),
                                 [&item](const QPointF &each) { return each == item.points.front(); });
    if (dot) { // a line of no length, as turtle makes its dots
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(*item.stroke));
        painter.drawEllipse(item.points.front(), item.width / 2, item.width / 2);
        return;
    }
    painter.setPen(QPen(colourOf(*item.stroke), item.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF(item.points));
}

void paintArea(QPainter &painter, const DrawingItem &item)
{
    painter.setPen(item.stroke && item.width > 0
                       ? QPen(colourOf(*item.stroke), item.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                       : QPen(Qt::NoPen));
    painter.setBrush(item.fill ? QBrush(colourOf(*item.fill)) : QBrush(Qt::NoBrush));
    painter.drawPolygon(QPolygonF(item.points), Qt::OddEvenFill);
}

void paintText(QPainter &painter, const DrawingItem &item)
{
    if (!item.stroke) {
        return;
    }
    QFont font(item.family);
    font.setPixelSize(std::max(1, qRound(item.pixels)));
    font.setBold(item.bold);
    font.setItalic(item.italic);
    font.setUnderline(item.underline);
    painter.setFont(font);
    painter.setPen(colourOf(*item.stroke));
    const QSizeF size = QFontMetricsF(font).size(0, item.text);
    const QPointF at = item.points.front();
    const double x = at.x() - size.width() * (item.anchor.x + 1) / 2;
    const double y = at.y() - size.height() * (item.anchor.y + 1) / 2;
    const int align = item.anchor.x < 0 ? Qt::AlignLeft
        : item.anchor.x > 0             ? Qt::AlignRight
                                        : Qt::AlignHCenter;
    painter.drawText(QRectF(QPointF(x, y), size), align | Qt::AlignTop | Qt::TextDontClip, item.text);
}

void paintAll(QPainter &painter, const Drawing &drawing, const QRectF &paper)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(paper, colourOf(drawing.screen().background));
    for (const DrawingItem &each : drawing.items()) {
        paintItem(painter, each);
    }
}

} // namespace

void paintItem(QPainter &painter, const DrawingItem &item)
{
    switch (item.kind) {
    case DrawingItem::Kind::Line:
        return paintLine(painter, item);
    case DrawingItem::Kind::Area:
        return paintArea(painter, item);
    case DrawingItem::Kind::Text:
        return paintText(painter, item);
    }
}

QRectF paperOf(const Drawing &drawing)
{
    const double width = drawing.screen().width;
    const double height = drawing.screen().height;
    const QRectF shown(-width / 2, -height / 2, width, height);
    const QRectF most(-width * 5, -height * 5, width * 10, height * 10);
    return shown | (drawing.bounds() & most);
}

QColor colourOf(quint32 rgb)
{
    return QColor::fromRgb(static_cast<QRgb>(rgb | 0xff000000U));
}

QImage imageOf(const Drawing &drawing, double scale)
{
    const QRectF paper = paperOf(drawing);
    scale = std::min(scale, kWidestImage / std::max(paper.width(), paper.height()));
    QImage image((paper.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-paper.topLeft());
    paintAll(painter, drawing, paper);
    return image;
}

QByteArray svgOf(const Drawing &drawing, const QString &title)
{
    const QRectF paper = paperOf(drawing);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(paper.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), paper.size()));
    generator.setResolution(96);
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.translate(-paper.topLeft());
    paintAll(painter, drawing, paper);
    painter.end();
    return buffer.data();
}

} // namespace studio::ui
