#include "ui/forum/forum_desk.h"

#include "domain/ports/clock.h"
#include "domain/ports/forum_store.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "ui/forum/topic_words.h"

#include <algorithm>
#include <chrono>
#include <mutex>

namespace studio::ui {

namespace {

constexpr std::chrono::milliseconds kBetween{250}; // a pull of 500,000 posts must not keep the window busy

} // namespace

/// The store tells of changes on a thread of its own, also while the desk goes.
struct ForumDesk::Wire
{
    std::mutex mutex;
    ForumDesk *desk = nullptr;
};

ForumDesk::ForumDesk(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_wire(std::make_shared<Wire>())
{
    m_wire->desk = this;
    store().onChanged([wire = m_wire] {
        const std::lock_guard guard(wire->mutex);
        if (wire->desk) {
            wire->desk->touch();
        }
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetween);
    connect(&m_soon, &QTimer::timeout, this, &ForumDesk::look);
    if (m_services.forumPlatform) {
        connect(m_services.forumPlatform, &ForumPlatform::pullStateChanged, this, &ForumDesk::changed);
        connect(m_services.forumPlatform, &ForumPlatform::abilitiesChanged, this, &ForumDesk::changed);
    }
    if (m_services.platform) {
        connect(m_services.platform, &Platform::accountChanged, this, &ForumDesk::changed);
    }
    look();
}

ForumDesk::~ForumDesk()
{
    const std::lock_guard guard(m_wire->mutex);
    m_wire->desk = nullptr;
}

void ForumDesk::touch()
{
    QMetaObject::invokeMethod(this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
}

void ForumDesk::look()
{
    if (m_open > 0) {
        m_again = true;
        return;
    }
    m_open = 4;
    const auto done = [this] {
        if (--m_open > 0) {
            return;
        }
        m_known = true;
        Q_EMIT changed();
        if (std::exchange(m_again, false)) {
            touch();
        }
    };
    whenDone(store().forums(), this, [this, done](const Result<std::vector<ForumInfo>> &forums) {
        if (forums) {
            m_forums = *forums;
        }
        done();
    });
    whenDone(store().unreadTopics(), this, [this, done](const Result<int> &unread) {
        m_unread = unread.value_or(m_unread);
        done();
    });
    whenDone(store().writings(), this, [this, done](const Result<std::vector<ForumWriting>> &writings) {
        if (writings) {
            m_writings = *writings;
        }
        done();
    });
    whenDone(store().notifications(), this,
             [this, done](const Result<std::vector<ForumNotification>> &notifications) {
                 if (notifications) {
                     m_notifications = *notifications;
                 }
                 done();
             });
}

int ForumDesk::unreadNotifications() const
{
    return static_cast<int>(std::count_if(m_notifications.begin(), m_notifications.end(),
                                          [](const ForumNotification &each) { return !each.read; }));
}

const ForumInfo *ForumDesk::forum(qint64 id) const
{
    for (const ForumInfo &each : m_forums) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

QString ForumDesk::forumName(qint64 id) const
{
    const ForumInfo *found = forum(id);
    return found ? found->name : QString();
}

bool ForumDesk::signedIn() const
{
    return m_services.platform && m_services.platform->account().has_value();
}

ForumPullState ForumDesk::pullState() const
{
    return m_services.forumPlatform ? m_services.forumPlatform->pullState() : ForumPullState();
}

QString ForumDesk::statusText() const
{
    return m_services.forumPlatform ? pullLineOf(pullState(), m_services.clock.nowUtc()) : QString();
}

} // namespace studio::ui
