#include "ui/pictures/picture_canvas.h"

#include "ui/pictures/canvas_keys.h"
#include "ui/pictures/drawing_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallest = 0.05;
constexpr double kLargest = 16;
constexpr double kStep = 1.25;
constexpr int kMargin = 12;
constexpr qsizetype kLively = 64; // items at the front that are likely to change
constexpr qsizetype kFinest = 50'000; // items that are still drawn with smooth edges

int buttonNumber(Qt::MouseButton button)
{
    return button == Qt::LeftButton ? 1 : button == Qt::MiddleButton ? 2 : button == Qt::RightButton ? 3 : 0;
}

} // namespace

PictureCanvas::PictureCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"pictureCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureCanvas::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void PictureCanvas::showDrawing(const Drawing *drawing, const QRectF &part)
{
    m_part = part;
    m_image = {};
    m_drawing = drawing;
    m_settled = {};
    m_paper = {};
    fit();
}

void PictureCanvas::showImage(const QImage &image)
{
    m_drawing = nullptr;
    m_image = image;
    m_settled = {};
    fit();
}

void PictureCanvas::clear()
{
    m_drawing = nullptr;
    m_image = {};
    m_settled = {};
    setListens({});
    update();
}

void PictureCanvas::changed(std::optional<qint64> lowest)
{
    if (lowest && *lowest < m_settledBelow) {
        m_settled = {};
    }
    update();
}

void PictureCanvas::screenChanged()
{
    m_settled = {};
    if (m_fitted) {
        fit();
    }
    update();
}

void PictureCanvas::setListens(const DrawingListens &listens)
{
    m_listens = listens;
    setMouseTracking(listens.motion);
    setCursor(listens.mouse ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PictureCanvas::fit()
{
    m_paper = m_drawing != nullptr ? paperOf(*m_drawing) : QRectF();
    const QRectF all = content();
    const double room = 2.0 * kMargin;
    if (!all.isEmpty()) {
        const double scale = std::min((width() - room) / all.width(), (height() - room) / all.height());
        const double most = m_part.isNull() ? 1.0 : kLargest; // a part is to be looked at closely
        m_scale = std::clamp(std::min(scale, most), kSmallest, kLargest);
        m_centre = all.center();
    }
    m_fitted = true;
    update();
    Q_EMIT zoomed();
}

void PictureCanvas::zoomBy(double factor)
{
    zoomAbout(QRectF(rect()).center(), factor);
}

void PictureCanvas::zoomAbout(QPointF at, double factor)
{
    const QPointF under = transform().inverted().map(at);
    m_scale = std::clamp(m_scale * factor, kSmallest, kLargest);
    const QPointF now = transform().inverted().map(at);
    m_fitted = false;
    moveBy(under - now);
    Q_EMIT zoomed();
}

void PictureCanvas::moveBy(QPointF distance)
{
    const QRectF all = content();
    m_centre += distance; // the middle stays over the picture, so that it is never lost
    m_centre.setX(std::clamp(m_centre.x(), all.left(), std::max(all.left(), all.right())));
    m_centre.setY(std::clamp(m_centre.y(), all.top(), std::max(all.top(), all.bottom())));
    update();
}

int PictureCanvas::percent() const
{
    return qRound(m_scale * 100);
}

QRectF PictureCanvas::content() const
{
    if (m_drawing == nullptr) {
        return {QPointF(0, 0), QSizeF(m_image.size())};
    }
    if (!m_part.isNull()) {
        return m_part;
    }
    const double width = m_drawing->screen().width;
    const double height = m_drawing->screen().height;
    return m_paper | QRectF(-width / 2, -height / 2, width, height);
}

QTransform PictureCanvas::transform() const
{
    const QPointF middle = QRectF(rect()).center();
    return QTransform::fromTranslate(-m_centre.x(), -m_centre.y()) * QTransform::fromScale(m_scale, m_scale)
        * QTransform::fromTranslate(middle.x(), middle.y());
}

void PictureCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(),
                     m_theme.colours.isEmpty() ? palette().window().color() : m_theme.colour(u"raised"_s));
    if (isEmpty()) {
        return;
    }
    const QRectF frame = transform().mapRect(content());
    if (m_drawing != nullptr) {
        paintDrawing(painter);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(frame, m_image);
    }
    const QColor line = m_theme.colours.isEmpty() ? palette().mid().color() : m_theme.colour(u"line"_s);
    painter.setPen(line);
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (hasFocus()) {
        const QColor ring
            = m_theme.colours.isEmpty() ? palette().highlight().color() : m_theme.colour(u"accent"_s);
        painter.setPen(QPen(ring, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

qint64 PictureCanvas::settledBelow() const
{
    const auto &items = m_drawing->items();
    if (items.size() <= 2 * kLively) {
        return std::numeric_limits<qint64>::min();
    }
    return std::prev(items.end(), kLively).key();
}

void PictureCanvas::paintDrawing(QPainter &painter)
{
    const auto &items = m_drawing->items();
    const QTransform by = transform();
    const QRectF paper = by.mapRect(content());
    const double dots = devicePixelRatioF();
    if (m_settled.isNull() || m_settledBy != by || m_settledPaper != paper
        || m_settled.size() != size() * dots) {
        m_settled = QImage((QSizeF(size()) * dots).toSize(), QImage::Format_RGB32);
        m_settled.setDevicePixelRatio(dots);
        m_settled.fill(colourOf(m_drawing->screen().background));
        m_settledBy = by;
        m_settledPaper = paper;
        m_settledBelow = std::numeric_limits<qint64>::min();
    }
    const auto paint = [&](QPainter &on, qint64 from, std::optional<qint64> below) {
        on.setClipRect(paper);
        on.setRenderHint(QPainter::Antialiasing, items.size() <= kFinest);
        on.setTransform(by, true);
        const auto end = below ? items.lowerBound(*below) : items.end();
        for (auto each = items.lowerBound(from); each != end; ++each) {
            paintItem(on, *each);
        }
    };
    const qint64 settled = settledBelow();
    if (settled > m_settledBelow) {
        QPainter onSettled(&m_settled);
        paint(onSettled, m_settledBelow, settled);
        m_settledBelow = settled;
    }
    painter.save();
    painter.setClipRect(paper);
    painter.drawImage(0, 0, m_settled);
    paint(painter, m_settledBelow, std::nullopt);
    painter.restore();
}

void PictureCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_fitted) {
        fit();
    }
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (isEmpty() || steps == 0) {
        return event->ignore();
    }
    zoomAbout(event->position(), std::pow(kStep, steps));
    event->accept();
}

void PictureCanvas::tellMouse(CanvasEvent::Kind kind, QPointF at, int button)
{
    Q_EMIT eventMade({kind, {}, false, transform().inverted().map(at), button});
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    if (m_listens.mouse) {
        tellMouse(CanvasEvent::Kind::Press, event->position(), buttonNumber(event->button()));
    } else if (event->button() == Qt::LeftButton && !isEmpty()) {
        m_moving = true;
        m_grip = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_moving) {
        m_fitted = false;
        moveBy((m_grip - event->position()) / m_scale);
        m_grip = event->position();
        return;
    }
    const Qt::MouseButtons held = event->buttons();
    const int button = held.testFlag(Qt::LeftButton) ? 1
        : held.testFlag(Qt::MiddleButton)            ? 2
        : held.testFlag(Qt::RightButton)             ? 3
                                                     : 0;
    tellMouse(CanvasEvent::Kind::Move, event->position(), button);
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_moving) {
        m_moving = false;
        setCursor(Qt::ArrowCursor);
    } else {
        tellMouse(CanvasEvent::Kind::Release, event->position(), buttonNumber(event->button()));
    }
}

bool PictureCanvas::isListenedTo(const QKeyEvent &event) const
{
    if (event.modifiers().testFlag(Qt::ControlModifier) || event.modifiers().testFlag(Qt::AltModifier)) {
        return false; // the window's own
    }
    const QString name = canvasKeyName(event);
    return !name.isEmpty() && (m_listens.keys.contains(name) || m_listens.keys.contains(QString()));
}

bool PictureCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = dynamic_cast<QKeyEvent *>(event);
        if (key == nullptr) {
            return QWidget::event(event);
        }
        const bool ours = key->modifiers().testFlag(Qt::ControlModifier)
            && (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal || key->key() == Qt::Key_Minus
                || key->key() == Qt::Key_0);
        const bool run
            = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35; // Run and Stop stay the window's
        if (ours || key->matches(QKeySequence::Copy) || (isListenedTo(*key) && !run)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PictureCanvas::keyPressEvent(QKeyEvent *event)
{
    constexpr double kWay = 40;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (isListenedTo(*event)) {
        Q_EMIT eventMade({CanvasEvent::Kind::Key, canvasKeyName(*event), event->isAutoRepeat(), {}, 0});
    } else if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
        zoomBy(kStep);
    } else if (control && event->key() == Qt::Key_Minus) {
        zoomBy(1 / kStep);
    } else if (control && event->key() == Qt::Key_0) {
        fit();
    } else if (event->key() == Qt::Key_Left) {
        moveBy({-kWay / m_scale, 0});
    } else if (event->key() == Qt::Key_Right) {
        moveBy({kWay / m_scale, 0});
    } else if (event->key() == Qt::Key_Up) {
        moveBy({0, -kWay / m_scale});
    } else if (event->key() == Qt::Key_Down) {
        moveBy({0, kWay / m_scale});
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PictureCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (!isListenedTo(*event)) {
        return QWidget::keyReleaseEvent(event);
    }
    if (!event->isAutoRepeat()) {
        Q_EMIT eventMade({CanvasEvent::Kind::ReleaseKey, canvasKeyName(*event), false, {}, 0});
    }
}

} // namespace studio::ui
