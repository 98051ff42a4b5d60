#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QHBoxLayout;

namespace studio::ui {

/// Where you are, and what the page can do.
class TopBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setCrumbs(const QList<Crumb> &crumbs);
    void setActions(const QList<QAction *> &actions);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void placeRequested(const studio::Place &place);

private:
    void clear(QHBoxLayout *layout);

    QHBoxLayout *m_crumbs;
    QHBoxLayout *m_actions;
    QList<Crumb> m_path;
    Theme m_theme;
};

} // namespace studio::ui
