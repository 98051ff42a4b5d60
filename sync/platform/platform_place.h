#pragma once

#include "domain/ports/monotonic_clock.h"
#include "sync/auth/policy.h"
#include "sync/engine/sync_parts.h"
#include "sync/http/http_options.h"
#include "sync/http/token_bucket.h"

#include <QString>

#include <memory>

namespace studio::sync {

/// Where one profile's side of the platform lies, and how the network is reached.
struct PlatformPlace
{
    QString folder; ///< The profile's.
    QString machineFolder; ///< The same for all profiles: `machine.json`.
    HttpOptions http;
    Policy policy;
    RequestRate rate;
    ForumCopy *forum = nullptr; ///< To be filled; null: no forum. Outlives the platform.
    EngineOptions engine; ///< Without what the catalogue knows.
    std::chrono::milliseconds pushAfter = std::chrono::seconds(20); ///< Small actions go out together.
    std::shared_ptr<MonotonicClock> monotonic; ///< Null: the computer's own.
};

/// Where downloaded courses of a profile are.
inline QString downloadedCourses(const QString &profileFolder)
{
    return profileFolder + QStringLiteral("/platform/courses");
}

} // namespace studio::sync
