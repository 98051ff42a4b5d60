#include "ui/pictures/drawing_pair.h"

#include "ui/pictures/picture_canvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFarthest = 2'000; // what lies beyond is not worth making all else small

} // namespace

DrawingPair::DrawingPair(std::shared_ptr<const DrawingComparison> drawings, QWidget *parent)
    : QWidget(parent)
    , m_drawings(std::move(drawings))
{
    setObjectName(u"drawingPair"_s);
    m_sides = new QHBoxLayout(this);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(16);
    constexpr double kMargin = 20;
    const QRectF part = (m_drawings->expected.bounds() | m_drawings->actual.bounds())
        & QRectF(-kFarthest, -kFarthest, 2 * kFarthest, 2 * kFarthest);
    const QRectF shown = part.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    m_actual = addSide(tr("You drew"), m_drawings->actual, shown);
    m_expected = addSide(tr("Expected"), m_drawings->expected, shown);
}

PictureCanvas *DrawingPair::addSide(const QString &title, const Drawing &drawing, const QRectF &part)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    auto *label = new QLabel(title, this);
    label->setProperty("muted", true);
    auto *canvas = new PictureCanvas(this);
    canvas->setMinimumHeight(220);
    canvas->setAccessibleName(title);
    canvas->setAccessibleDescription(contentsOf(drawing));
    canvas->showDrawing(&drawing, part);
    label->setBuddy(canvas);
    column->addWidget(label);
    column->addWidget(canvas, 1);
    m_sides->addLayout(column, 1);
    return canvas;
}

void DrawingPair::setTheme(const Theme &theme)
{
    m_expected->setTheme(theme);
    m_actual->setTheme(theme);
}

QString contentsOf(const Drawing &drawing)
{
    const auto lines = static_cast<int>(drawing.lines());
    const auto areas = static_cast<int>(drawing.areas());
    const auto texts = static_cast<int>(drawing.texts());
    QStringList parts
        = {lines == 1 ? DrawingPair::tr("1 line") : DrawingPair::tr("%n lines", nullptr, lines)};
    if (areas > 0) {
        parts.append(areas == 1 ? DrawingPair::tr("1 filled area")
                                : DrawingPair::tr("%n filled areas", nullptr, areas));
    }
    if (texts > 0) {
        parts.append(texts == 1 ? DrawingPair::tr("1 text") : DrawingPair::tr("%n texts", nullptr, texts));
    }
    return QLocale().createSeparatedList(parts);
}

} // namespace studio::ui
