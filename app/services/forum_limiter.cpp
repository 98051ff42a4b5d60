#include "services/forum_limiter.h"

#include "domain/ports/forum_store.h"
#include "services/settings_service.h"

namespace studio::services {

ForumLimiter::ForumLimiter(SettingsService &settings, ForumStore &forum, const ForumLimits &school,
                           QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_forum(forum)
    , m_school(school)
{
    connect(&m_settings, &SettingsService::changed, this, [this](Setting changed) {
        if (changed == Setting::ForumDays || changed == Setting::ForumMegabytes
            || changed == Setting::ForumOnlyFollowed) {
            m_forum.setLimits(limits());
        }
    });
    m_forum.setLimits(limits());
}

ForumLimits ForumLimiter::limits() const
{
    ForumLimits own;
    own.days = m_settings.number(Setting::ForumDays);
    own.bytes = qint64{m_settings.number(Setting::ForumMegabytes)} * 1'000'000;
    own.onlyFollowed = m_settings.flag(Setting::ForumOnlyFollowed);
    return stricterOf(own, m_school);
}

} // namespace studio::services
