#include "ui/forum/topic_delegate.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QPainter>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 16;
constexpr int kAbove = 11;
constexpr int kIcon = 18;
constexpr int kGap = 12;
constexpr int kBetween = 3;
constexpr int kMostShown = 999;

QFont titleFont(const QStyleOptionViewItem &option, bool unread)
{
    QFont font = option.font;
    font.setWeight(unread ? QFont::DemiBold : QFont::Medium);
    return font;
}

} // namespace

int paintCount(QPainter *painter, const QRect &in, int count, const QColor &field, const QColor &text,
               Qt::LayoutDirection direction)
{
    const QString number = count > kMostShown ? u"%1+"_s.arg(kMostShown) : QLocale().toString(count);
    QFont font = painter->font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    const int width = qMax(metrics.horizontalAdvance(number) + 14, height);
    const QRect pill = QStyle::alignedRect(direction, Qt::AlignVCenter | Qt::AlignRight, {width, height}, in);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(field);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(text);
    painter->drawText(pill, Qt::AlignCenter, number);
    painter->restore();
    return width;
}

TopicDelegate::TopicDelegate(Roles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
{
}

void TopicDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect,
                      m_theme.colour(selected      ? u"accent-soft"_s
                                         : hovered ? u"raised"_s
                                                   : u"surface"_s));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.colour(u"line"_s));
    const int unread = index.data(m_roles.unread).toInt();
    const QFont bold = titleFont(option, unread > 0);
    const QFontMetrics titleMetrics(bold);
    const QFontMetrics lineMetrics(option.font);
    QRect inner = option.rect.adjusted(kEdge, kAbove, -kEdge, -kAbove - 1);
    const auto mirrored
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };

    const QRect iconRect(inner.left(), inner.top() + (titleMetrics.height() - kIcon) / 2, kIcon, kIcon);
    icon(index.data(m_roles.icon).toString(), m_theme.colour(unread > 0 ? u"accent"_s : u"muted"_s))
        .paint(painter, mirrored(iconRect));
    inner.setLeft(inner.left() + kIcon + kGap);
    QRect titleRect(inner.left(), inner.top(), inner.width(), titleMetrics.height());
    if (unread > 0) {
        painter->setFont(option.font);
        const int width = paintCount(painter, mirrored(titleRect), unread, m_theme.colour(u"accent"_s),
                                     m_theme.colour(u"on-accent"_s), option.direction);
        titleRect.setRight(titleRect.right() - width - 8);
    }
    const auto drawLine
        = [&](const QRect &rect, const QFont &font, const QString &colour, const QString &text) {
              painter->setFont(font);
              painter->setPen(m_theme.colour(colour));
              // One line each; elided so that a hostile subject cannot get at its neighbours.
              const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
              painter->drawText(mirrored(rect),
                                int(Qt::AlignVCenter)
                                    | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
                                    | Qt::TextSingleLine,
                                shown);
          };
    drawLine(titleRect, bold, u"text"_s, index.data(Qt::DisplayRole).toString());
    const QRect second(inner.left(), titleRect.bottom() + 1 + kBetween, inner.width(), lineMetrics.height());
    drawLine(second, option.font, u"muted"_s, index.data(m_roles.line).toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.colour(u"accent"_s), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int title = QFontMetrics(titleFont(option, true)).height();
    return {160, 2 * kAbove + title + kBetween + QFontMetrics(option.font).height() + 1};
}

} // namespace studio::ui
