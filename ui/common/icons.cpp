#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcIcons, "studio.ui.icons")

QString &folder()
{
    static QString path;
    return path;
}

/// Draws a line icon in one colour, at the size and scale that is asked for.
class LineIcon final : public QIconEngine
{
public:
    LineIcon(QByteArray svg, QString name, const QColor &colour, bool mirrored)
        : m_svg(std::move(svg))
        , m_name(std::move(name))
        , m_colour(colour)
        , m_mirrored(mirrored)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", m_colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setOpacity(mode == QIcon::Disabled ? 0.45 : 1.0);
        if (m_mirrored && QGuiApplication::isRightToLeft()) {
            painter->translate(rect.x() * 2 + rect.width(), 0);
            painter->scale(-1, 1);
        }
        const int side = qMin(rect.width(), rect.height());
        renderer.render(painter,
                        QRectF(rect.x() + (rect.width() - side) / 2.0,
                               rect.y() + (rect.height() - side) / 2.0, side, side));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = u"studio-icon %1 %2 %3x%4 %5 %6 %7"_s.arg(m_name, m_colour.name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(static_cast<int>(mode))
                                .arg(scale)
                                .arg(m_mirrored && QGuiApplication::isRightToLeft());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIcon(*this); }

private:
    QByteArray m_svg;
    QString m_name;
    QColor m_colour;
    bool m_mirrored;
};

} // namespace

void setIconFolder(const QString &path)
{
    folder() = path;
}

QIcon icon(const QString &name, const QColor &colour, bool mirrored)
{
    QFile file(folder() % u'/' % name % u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcons) << "No icon" << name;
        return {};
    }
    return QIcon(new LineIcon(file.readAll(), name, colour, mirrored));
}

} // namespace studio::ui
