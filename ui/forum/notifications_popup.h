#pragma once

#include "domain/forum.h"
#include "ui/common/theme.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace studio {
class Clock;
} // namespace studio

namespace studio::ui {

/// The list behind the bell: what happened where the person writes or follows.
class NotificationsPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationsPopup)

public:
    NotificationsPopup(const Clock &clock, QWidget *parent);

    void setNotifications(const std::vector<ForumNotification> &notifications); ///< Newest first.
    void openAt(const QWidget *anchor); ///< Below it, at its end.
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void chosen(const studio::ForumNotification &notification);
    void readAllRequested();

private:
    const Clock &m_clock;
    QLabel *m_empty;
    QListWidget *m_list;
    QPushButton *m_readAll;
    std::vector<ForumNotification> m_notifications;
    Theme m_theme;
};

} // namespace studio::ui
