#pragma once

#include "domain/drawing.h"
#include "ui/common/theme.h"

#include <QImage>
#include <QTransform>
#include <QWidget>

namespace studio::ui {

/// Shows a drawing as it grows, or a finished picture: fitted, enlarged or moved about.
///
/// A drawing's paper has the program's colour in every theme. What has long been drawn is kept as an image,
/// so that a picture of many lines grows smoothly. While the program listens, keys and the mouse are its own.
class PictureCanvas final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureCanvas)

public:
    explicit PictureCanvas(QWidget *parent = nullptr);
    ~PictureCanvas() override = default;

    void setTheme(const Theme &theme);
    /// Not owned; outlives its being shown. `part`: only this much of the paper, in the drawing's units.
    void showDrawing(const Drawing *drawing, const QRectF &part = {});
    void showImage(const QImage &image);
    void clear();
    void changed(std::optional<qint64> lowest); ///< The drawing, from this place on.
    void screenChanged(); ///< Its size or colour; or the drawing is finished, and may need more paper.
    void setListens(const DrawingListens &listens);

    void fit(); ///< All of it, no larger than life.
    void zoomBy(double factor); ///< About the middle.

    int percent() const; ///< Of life size.

    bool isEmpty() const { return m_drawing == nullptr && m_image.isNull(); }

    QSize sizeHint() const override { return {420, 360}; }

    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void eventMade(const studio::CanvasEvent &event);
    void zoomed();
    void copyRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    bool isListenedTo(const QKeyEvent &event) const;
    void tellMouse(CanvasEvent::Kind kind, QPointF at, int button);
    QRectF content() const; ///< In its own units.
    QTransform transform() const; ///< From the content's units to the widget's.
    void zoomAbout(QPointF at, double factor);
    void moveBy(QPointF distance);
    void paintDrawing(QPainter &painter);
    qint64 settledBelow() const;

    const Drawing *m_drawing = nullptr;
    QImage m_image;
    Theme m_theme;
    DrawingListens m_listens;
    bool m_fitted = true;
    double m_scale = 1;
    QPointF m_centre; ///< What lies in the middle of the widget, in the content's units.
    QPointF m_grip; ///< Where the mouse took hold, while it moves the picture.
    bool m_moving = false;
    QImage m_settled; ///< The paper, and all items below m_settledBelow.
    qint64 m_settledBelow = 0;
    QTransform m_settledBy;
    QRectF m_settledPaper;
    QRectF m_paper;
    QRectF m_part; ///< Null: the whole paper.
};

} // namespace studio::ui
