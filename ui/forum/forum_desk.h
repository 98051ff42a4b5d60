#pragma once

#include "domain/forum.h"
#include "domain/ports/forum_platform.h"
#include "ui/shell/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace studio {
class ForumStore;
} // namespace studio

namespace studio::ui {

/// What all that shows the forum shares: what is counted of it, its forums by name, and the news that
/// something changed, told at most four times a second.
class ForumDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumDesk)

public:
    /// services.forum is set. All outlive it.
    explicit ForumDesk(const Services &services, QObject *parent = nullptr);
    ~ForumDesk() override;

    ForumStore &store() const { return *m_services.forum; }

    const Services &services() const { return m_services; }

    ForumPlatform *platform() const { return m_services.forumPlatform; } ///< Null: none.

    /// Something of the copy or of the writings changed; from any thread.
    void touch();

    // As of the last look; changed() tells of a newer one.
    const std::vector<ForumInfo> &forums() const { return m_forums; }

    const std::vector<ForumWriting> &writings() const { return m_writings; }

    const std::vector<ForumNotification> &notifications() const { return m_notifications; }

    int unreadTopics() const { return m_unread; }

    int unreadNotifications() const;

    bool known() const { return m_known; } ///< False before the first look is done.

    const ForumInfo *forum(qint64 id) const;
    QString forumName(qint64 id) const;
    bool signedIn() const; ///< There is an account to write with.
    ForumPullState pullState() const;
    QString statusText() const; ///< For the status line: "posts of Sunday 18:10".

Q_SIGNALS:
    void changed();

private:
    struct Wire;

    void look();

    Services m_services;
    std::shared_ptr<Wire> m_wire; ///< The store's thread holds its other end.
    std::vector<ForumInfo> m_forums;
    std::vector<ForumWriting> m_writings;
    std::vector<ForumNotification> m_notifications;
    int m_unread = 0;
    bool m_known = false;
    QTimer m_soon;
    int m_open = 0; ///< Answers still to come of this look.
    bool m_again = false;
};

} // namespace studio::ui
