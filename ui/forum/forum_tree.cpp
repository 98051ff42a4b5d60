#include "ui/forum/forum_tree.h"

#include "ui/common/icons.h"
#include "ui/forum/topic_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 34;
constexpr int kIndent = 12;

/// Rows are as high as a person can hit; the text is painted by the tree itself.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {120, qMax(kRowHeight, QFontMetrics(option.font).height() + 14)};
    }
};

} // namespace

ForumTree::ForumTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"forumTree"_s);
    setAccessibleName(tr("Forums"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setItemDelegate(new RowDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item) {
            m_place = m_rows[item->data(0, Qt::UserRole).toUInt()].place;
            Q_EMIT placeChosen(m_place);
        }
    });
    rebuild();
}

void ForumTree::setForums(const std::vector<ForumInfo> &forums)
{
    m_forums = forums;
    rebuild();
}

void ForumTree::setCounts(const Counts &counts)
{
    m_counts = counts;
    rebuild();
}

void ForumTree::setPlace(const ForumPlace &place)
{
    m_place = place;
    const QSignalBlocker quiet(this);
    QTreeWidgetItem *item = itemOf(place);
    setCurrentItem(item ? item : topLevelItem(0));
}

ForumPlace ForumTree::place() const
{
    return m_place;
}

QString ForumTree::nameOf(const ForumPlace &place) const
{
    for (const Row &row : m_rows) {
        if (row.place == place) {
            return row.name;
        }
    }
    return {};
}

void ForumTree::setTheme(const Theme &theme)
{
    m_theme = theme;
    viewport()->update();
}

void ForumTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT entered();
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void ForumTree::rebuild()
{
    using Kind = ForumPlace::Kind;
    std::vector<Row> rows;
    rows.push_back({{Kind::All, 0}, tr("All"), u"messages-square"_s, {}, 0, m_counts.unread});
    for (const ForumInfo &forum : m_forums) {
        const int depth = !forum.isCategory && forum.categoryId != 0 ? 1 : 0;
        rows.push_back(
            {{Kind::Forum, forum.id}, forum.name, {}, forum.description, depth, forum.unreadTopics});
    }
    rows.push_back({{Kind::Bookmarked, 0}, tr("Bookmarks"), u"bookmark"_s});
    rows.back().groupBefore = true;
    rows.push_back({{Kind::Subscribed, 0}, tr("Following"), u"bell"_s});
    rows.push_back({{Kind::Waiting, 0},
                    tr("Waiting to send"),
                    u"send"_s,
                    {},
                    0,
                    m_counts.waiting,
                    m_counts.needsYou > 0});
    rows.push_back({{Kind::Blog, 0}, tr("Blog"), u"newspaper"_s, {}, 0, m_counts.unreadBlog});

    const bool same = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                      [](const Row &a, const Row &b) { return a.place == b.place; });
    m_rows = std::move(rows);
    const QSignalBlocker quiet(this);
    if (!same) {
        clear();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            auto *item = new QTreeWidgetItem(this);
            item->setData(0, Qt::UserRole, static_cast<uint>(i));
        }
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        QTreeWidgetItem *item = topLevelItem(static_cast<int>(i));
        item->setText(0, row.name);
        item->setToolTip(0,
                         row.toolTip.isEmpty() ? QString()
                                               : u"<qt>%1</qt>"_s.arg(row.toolTip.left(300).toHtmlEscaped()));
        QString spoken = row.name;
        if (row.count > 0) {
            spoken = row.place.kind == Kind::Waiting
                ? (row.urgent ? tr("%1, %n need you", nullptr, m_counts.needsYou)
                              : tr("%1, %n waiting", nullptr, row.count))
                      .arg(row.name)
                : tr("%1, %n unread", nullptr, row.count).arg(row.name);
        }
        item->setData(0, Qt::AccessibleTextRole, spoken);
    }
    QTreeWidgetItem *current = itemOf(m_place);
    setCurrentItem(current ? current : topLevelItem(0));
    viewport()->update();
}

QTreeWidgetItem *ForumTree::itemOf(const ForumPlace &place) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].place == place) {
            return topLevelItem(static_cast<int>(i));
        }
    }
    return nullptr;
}

void ForumTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool current = currentIndex() == index;
    const QRect all = option.rect.adjusted(8, 1, -8, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.groupBefore) {
        painter->fillRect(QRect(all.left(), option.rect.top(), all.width(), 1), m_theme.colour(u"line"_s));
    }
    const bool hovered = option.rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && underMouse();
    if (current || hovered) {
        painter->setPen(current && hasFocus() ? QPen(m_theme.colour(u"accent"_s), 2) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.colour(current ? u"accent-soft"_s : u"raised"_s));
        painter->drawRoundedRect(QRectF(all).adjusted(1, 1, -1, -1), 6, 6);
    }
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, all, rect); };
    QRect inner = all.adjusted(10, 0, -10, 0);
    QFont font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    if (row.count > 0) {
        const QColor field = m_theme.colour(row.urgent    ? u"bad-soft"_s
                                                : current ? u"surface"_s
                                                          : u"raised"_s);
        const QColor text = m_theme.colour(row.urgent ? u"bad"_s : current ? u"text"_s : u"muted"_s);
        inner.setRight(inner.right()
                       - paintCount(painter, mirrored(inner), row.count, field, text, option.direction) - 8);
    }
    const QColor colour = m_theme.colour(current ? u"accent"_s : u"text"_s);
    if (!row.icon.isEmpty()) {
        const QRect at(inner.left(), inner.center().y() - 8, 16, 16);
        icon(row.icon, m_theme.colour(current ? u"accent"_s : u"muted"_s)).paint(painter, mirrored(at));
        inner.setLeft(inner.left() + 24);
    } else {
        inner.setLeft(inner.left() + row.depth * kIndent);
    }
    painter->setPen(colour);
    const QString shown = QFontMetrics(font).elidedText(row.name, Qt::ElideRight, inner.width());
    painter->drawText(mirrored(inner),
                      int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
                          | Qt::TextSingleLine,
                      shown);
    painter->restore();
}

} // namespace studio::ui
