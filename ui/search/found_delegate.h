#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace studio::ui {

/// Paints a row of FoundModel: a heading, a completion, or something found with its marked words.
class FoundDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMarked(QPainter *painter, const QRect &rect, const QString &text, const QVariantList &marks,
                     const QFont &font, const QColor &colour, Qt::LayoutDirection direction) const;

    Theme m_theme;
};

} // namespace studio::ui
