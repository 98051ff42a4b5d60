#pragma once

#include "domain/forum.h"
#include "domain/forum_limits.h"

#include <QObject>

namespace studio {
class ForumStore;
} // namespace studio

namespace studio::services {

class SettingsService;

/// Keeps the copy of the forum within what the person set and the school allows, from when it is made on and
/// whenever a setting changes. On the thread of the settings.
class ForumLimiter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumLimiter)

public:
    /// Both outlive it.
    ForumLimiter(SettingsService &settings, ForumStore &forum, const ForumLimits &school,
                 QObject *parent = nullptr);

    ForumLimits limits() const;

private:
    SettingsService &m_settings;
    ForumStore &m_forum;
    const ForumLimits m_school;
};

} // namespace studio::services
