#pragma once

#include "domain/forum.h"
#include "ui/common/theme.h"
#include "ui/forum/forum_place.h"

#include <QTreeWidget>

namespace studio::ui {

/// The column of places in the forum: all, its forums with the number of topics that have something new, and
/// the person's own heaps.
class ForumTree final : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumTree)

public:
    /// Numbers at the places that no forum has.
    struct Counts
    {
        int unread = 0; ///< Topics, of all.
        int waiting = 0; ///< Written and not sent, or in need of the person.
        int needsYou = 0; ///< Of these.
        int unreadBlog = 0;
    };

    explicit ForumTree(QWidget *parent = nullptr);
    ~ForumTree() override = default;

    void setForums(const std::vector<ForumInfo> &forums); ///< A category before its forums.
    void setCounts(const Counts &counts);
    void setPlace(const ForumPlace &place); ///< Emits nothing. Unknown: All.
    ForumPlace place() const;
    QString nameOf(const ForumPlace &place) const; ///< Empty for a forum that is not here.
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void placeChosen(const studio::ui::ForumPlace &place);
    void entered(); ///< Enter: on to the topics.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    struct Row
    {
        ForumPlace place;
        QString name;
        QString icon = {}; ///< Empty for forums.
        QString toolTip = {};
        int depth = 0;
        int count = 0;
        bool urgent = false;
        bool groupBefore = false; ///< A line above it.
    };

    void rebuild();
    QTreeWidgetItem *itemOf(const ForumPlace &place) const;

    std::vector<ForumInfo> m_forums;
    Counts m_counts;
    ForumPlace m_place;
    std::vector<Row> m_rows;
    Theme m_theme;
};

} // namespace studio::ui
