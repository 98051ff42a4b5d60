#include "services/forum_notices.h"

#include "services/settings_service.h"

#include <algorithm>

namespace studio::services {

namespace {

constexpr std::chrono::seconds kLongestGathering{20}; ///< A long pull must not keep the news for ever.

} // namespace

ForumNotices::ForumNotices(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_parts.gather);
    connect(&m_soon, &QTimer::timeout, this, &ForumNotices::tell);
    connect(&m_parts.desktop, &DesktopNotices::chosen, this, &ForumNotices::open);
    connect(&m_parts.desktop, &DesktopNotices::closed, this, [this] { m_shown.clear(); });
    connect(&m_parts.settings, &SettingsService::changed, this, [this](Setting changed) {
        if (changed == Setting::ForumNotices && !m_parts.settings.flag(Setting::ForumNotices)) {
            forget();
        }
    });
}

ForumNotices::~ForumNotices() = default;

ForumNotices::Key ForumNotices::keyOf(const ForumNotification &each)
{
    return {static_cast<int>(each.kind), each.id};
}

void ForumNotices::take(const std::vector<ForumNotification> &all)
{
    std::vector<ForumNotification> news;
    for (const ForumNotification &each : all) {
        if (m_known.contains(keyOf(each))) {
            continue;
        }
        m_known.insert(keyOf(each));
        if (m_started && isNews(each)) {
            news.push_back(each);
        }
        if (each.postId != 0) {
            m_posts.insert(each.postId);
        }
    }
    if (all.size() >= kMostNotifications) {
        m_horizon = std::max(m_horizon, all.back().atUtc);
    }
    m_started = true;
    dropRead(all);
    if (!news.empty() && m_parts.settings.flag(Setting::ForumNotices)) {
        m_gathered.insert(m_gathered.begin(), news.begin(), news.end());
        gather();
    }
}

bool ForumNotices::isNews(const ForumNotification &each) const
{
    const bool returned = m_horizon.isValid() && each.atUtc.isValid() && each.atUtc < m_horizon;
    const bool saidBefore = each.postId != 0 && m_posts.contains(each.postId);
    return each.news && !each.read && !returned && !saidBefore;
}

void ForumNotices::dropRead(const std::vector<ForumNotification> &all)
{
    QSet<Key> unread;
    for (const ForumNotification &each : all) {
        if (!each.read) {
            unread.insert(keyOf(each));
        }
    }
    const auto isRead = [&unread](const ForumNotification &each) { return !unread.contains(keyOf(each)); };
    std::erase_if(m_gathered, isRead);
    if (std::erase_if(m_shown, isRead) > 0 && m_shown.empty()) {
        m_parts.desktop.withdraw();
    }
}

void ForumNotices::gather()
{
    if (!m_soon.isActive()) {
        m_since.start();
    }
    if (!m_soon.isActive() || std::chrono::milliseconds(m_since.elapsed()) < kLongestGathering) {
        m_soon.start();
    }
}

void ForumNotices::tell()
{
    const Surroundings now = m_parts.surroundings();
    std::erase_if(m_gathered, [&now](const ForumNotification &each) {
        return now.windowActive && now.topicId != 0 && each.topicId == now.topicId;
    });
    if (m_gathered.empty()) {
        return;
    }
    m_shown.insert(m_shown.begin(), m_gathered.begin(), m_gathered.end());
    m_gathered.clear();
    m_parts.desktop.show(m_parts.words(m_shown, now.sharedComputer));
}

void ForumNotices::open(const QString &token)
{
    qint64 topic = m_shown.empty() ? 0 : m_shown.front().topicId;
    qint64 post = m_shown.size() == 1 ? m_shown.front().postId : 0;
    for (const ForumNotification &each : m_shown) {
        topic = each.topicId == topic ? topic : 0;
    }
    m_shown.clear();
    m_parts.desktop.withdraw();
    Q_EMIT openRequested(topic, post, token);
}

void ForumNotices::personCame()
{
    if (!m_shown.empty()) {
        m_shown.clear();
        m_parts.desktop.withdraw();
    }
}

void ForumNotices::forget()
{
    m_gathered.clear();
    m_soon.stop();
    personCame();
}

} // namespace studio::services
