#pragma once

#include "domain/forum.h"
#include "ui/common/theme.h"

#include <QWidget>

class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace studio {
class Clock;
} // namespace studio

namespace studio::ui {

class EmptyState;
class TopicDelegate;

/// The articles of the platform's blog, newest first.
class BlogList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlogList)

public:
    explicit BlogList(const Clock &clock, QWidget *parent = nullptr);

    void setPosts(const std::vector<BlogPost> &posts);
    void setCurrent(const QString &slug); ///< Emits nothing.

    EmptyState &emptyState() const { return *m_empty; } ///< Shown while there is none.

    QWidget *focusTarget() const;
    bool step(int by);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void chosen(const QString &slug, bool entered);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row, bool entered);

    const Clock &m_clock;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
    TopicDelegate *m_delegate;
    bool m_quiet = false;
};

} // namespace studio::ui
