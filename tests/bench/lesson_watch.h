#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <functional>

#include "timeline.h"

namespace studio::bench {

/// Tells "first_paint" once, after the first paint of a widget has been delivered.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_told) {
            m_told = true;
            QTimer::singleShot(0, this, [] { tell("first_paint", sinceStart()); });
        }
        return false;
    }

private:
    bool m_told = false;
};

/// Tells "lesson_painted" once there are dark pixels of text in the web view: the same test for both windows.
class LessonWatch final : public QObject
{
public:
    /// `view` gives the web view, or null while there is none.
    explicit LessonWatch(std::function<QWidget *()> view)
        : m_view(std::move(view))
    {
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            QWidget *shown = m_view();
            if (shown && shown->isVisible() && hasText(shown->grab().toImage())) {
                m_timer.stop();
                tell("lesson_painted", sinceStart());
            }
        });
        m_timer.start();
    }

private:
    static bool hasText(const QImage &image)
    {
        int dark = 0;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2) {
                dark += qGray(image.pixel(x, y)) < 90 ? 1 : 0;
            }
        }
        return dark > 200;
    }

    std::function<QWidget *()> m_view;
    QTimer m_timer;
};

} // namespace studio::bench
