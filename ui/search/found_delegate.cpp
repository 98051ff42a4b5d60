#include "ui/search/found_delegate.h"

#include "ui/common/icons.h"
#include "ui/search/found_model.h"

#include <QPainter>
#include <QTextLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 12;
constexpr int kAbove = 7;
constexpr int kIcon = 18;
constexpr int kGap = 12;

QFont bold(const QFont &font)
{
    QFont made = font;
    made.setWeight(QFont::DemiBold);
    return made;
}

QFont small(const QFont &font)
{
    QFont made = font;
    made.setPointSizeF(font.pointSizeF() * 0.92);
    return made;
}

} // namespace

void FoundDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    painter->save();
    const auto mirrored
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QRect inner = option.rect.adjusted(kEdge, kAbove, -kEdge, -kAbove);
    if (index.data(FoundModel::HeadingRole).toBool()) {
        paintMarked(painter, mirrored(inner), index.data().toString(), {}, bold(small(option.font)),
                    m_theme.colour(u"muted"_s), option.direction);
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.colour(u"accent"_s), 1));
        painter->setBrush(m_theme.colour(u"accent-soft"_s));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
    }
    const bool unread = index.data(FoundModel::UnreadRole).toBool();
    const QFontMetrics metrics(option.font);
    const QRect iconRect(inner.left(), inner.top() + (metrics.height() - kIcon) / 2, kIcon, kIcon);
    icon(index.data(FoundModel::IconRole).toString(), m_theme.colour(unread ? u"accent"_s : u"muted"_s))
        .paint(painter, mirrored(iconRect));
    inner.setLeft(inner.left() + kIcon + kGap);
    QRect first(inner.left(), inner.top(), inner.width(), metrics.height());
    const QFont factsFont = small(option.font);
    const QString facts = index.data(FoundModel::FactsRole).toString();
    if (!facts.isEmpty()) {
        const int width = qMin(QFontMetrics(factsFont).horizontalAdvance(facts) + 4, first.width() / 2);
        QRect end = first;
        end.setLeft(first.right() - width);
        paintMarked(painter, mirrored(end), facts, {}, factsFont, m_theme.colour(u"muted"_s),
                    option.direction);
        first.setRight(end.left() - 12);
    }
    paintMarked(painter, mirrored(first), index.data().toString(),
                index.data(FoundModel::TitleMarksRole).toList(), unread ? bold(option.font) : option.font,
                m_theme.colour(u"text"_s), option.direction);
    const QString snippet = index.data(FoundModel::SnippetRole).toString();
    if (!snippet.isEmpty()) {
        const QRect second(inner.left(), first.bottom() + 3, inner.width(), metrics.height());
        paintMarked(painter, mirrored(second), snippet, index.data(FoundModel::SnippetMarksRole).toList(),
                    factsFont, m_theme.colour(u"muted"_s), option.direction);
    }
    painter->restore();
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    const bool two = !index.data(FoundModel::SnippetRole).toString().isEmpty();
    return {200, 2 * kAbove + line + (two ? line + 3 : 0)};
}

void FoundDelegate::paintMarked(QPainter *painter, const QRect &rect, const QString &text,
                                const QVariantList &marks, const QFont &font, const QColor &colour,
                                Qt::LayoutDirection direction) const
{
    if (rect.width() < 8) {
        return;
    }
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    const auto kept = static_cast<int>(shown == text ? text.size() : qMax<qsizetype>(0, shown.size() - 1));
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype i = 0; i + 1 < marks.size(); i += 2) {
        const int start = qBound(0, marks[i].toInt(), kept);
        const int length = qBound(0, marks[i + 1].toInt(), kept - start);
        if (length > 0) {
            QTextCharFormat format;
            format.setBackground(m_theme.colour(u"warn-soft"_s));
            format.setForeground(m_theme.colour(u"text"_s));
            format.setFontWeight(QFont::DemiBold);
            formats.append({start, length, format});
        }
    }
    QTextLayout layout(shown, font);
    QTextOption wrap(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::NoWrap);
    wrap.setTextDirection(direction);
    layout.setTextOption(wrap);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(rect);
    painter->setPen(colour);
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    painter->restore();
}

} // namespace studio::ui
