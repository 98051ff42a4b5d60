#pragma once

#include "domain/drawing_comparison.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace studio::ui {

class PictureCanvas;

/// The drawing that was expected and the learner's, side by side: the same part of the paper, where they
/// drew.
class DrawingPair final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrawingPair)

public:
    explicit DrawingPair(std::shared_ptr<const DrawingComparison> drawings, QWidget *parent = nullptr);
    ~DrawingPair() override = default;

    void setTheme(const Theme &theme);

private:
    PictureCanvas *addSide(const QString &title, const Drawing &drawing, const QRectF &part);

    std::shared_ptr<const DrawingComparison> m_drawings;
    QHBoxLayout *m_sides = nullptr;
    PictureCanvas *m_expected = nullptr;
    PictureCanvas *m_actual = nullptr;
};

/// "4 lines and 1 filled area": what a drawing holds, in words.
QString contentsOf(const Drawing &drawing);

} // namespace studio::ui
