#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace studio::ui {

/// Paints a row of two lines: an icon that says what it is, the title (bold while something is unread), what
/// there is to know of it, and the number of what is new at the end.
class TopicDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// The model's roles of icon name, second line and number of new ones.
    struct Roles
    {
        int icon;
        int line;
        int unread;
    };

    TopicDelegate(Roles roles, QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Roles m_roles;
    Theme m_theme;
};

/// A number in a rounded field, its end at the end of `in`. Gives the width it took.
int paintCount(QPainter *painter, const QRect &in, int count, const QColor &field, const QColor &text,
               Qt::LayoutDirection direction);

} // namespace studio::ui
