#include "ui/widgets/progress_strip.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(5);
}

void ProgressStrip::setSteps(const std::vector<bool> &done, int current)
{
    m_done = done;
    m_current = current;
    const auto count = std::count(done.begin(), done.end(), true);
    setAccessibleName(tr("%1 of %2 done").arg(count).arg(done.size()));
    setToolTip(accessibleName());
    update();
}

void ProgressStrip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void ProgressStrip::paintEvent(QPaintEvent * /*event*/)
{
    if (m_theme.colours.isEmpty() || m_done.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    constexpr double kGap = 5;
    const auto count = static_cast<double>(m_done.size());
    const double width = qMax(2.0, (this->width() - kGap * (count - 1)) / count);
    for (std::size_t i = 0; i < m_done.size(); ++i) {
        const bool current = static_cast<int>(i) == m_current;
        painter.setBrush(m_theme.colour(current ? u"accent"_s : m_done[i] ? u"good"_s : u"raised"_s));
        QRectF bar(static_cast<double>(i) * (width + kGap), 0, width, height());
        if (isRightToLeft()) {
            bar.moveLeft(this->width() - bar.right());
        }
        painter.drawRoundedRect(bar, 2, 2);
    }
}

} // namespace studio::ui
