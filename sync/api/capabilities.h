#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace studio::sync {

/// What this platform can do beyond what is deployed today. Two sources: the document at `v1/capabilities/`
/// (404: as deployed), and what was seen when it was used, which wins.
struct Capabilities
{
    enum class Seen { NotTried, No, Yes };

    bool etag = false; ///< Answers carry ETag or Last-Modified, and 304 is known.
    bool updatedSince = false;
    bool cmsLessons = false; ///< Lessons of pages can be read.
    bool classicExercises = false; ///< `exercises/` can be read.
    bool submissions = false; ///< Submissions can be listed.
    bool idempotencyKey = false;
    bool occurredAt = false;
    bool exerciseAnswers = false; ///< There is a place for answers of exercises, of both catalogues.
    bool throttle429 = false;
    bool tokensInBody = false;
    bool refreshGrace = false;
    bool logoutByBody = false;

    Seen exercisesSeen = Seen::NotTried;
    Seen lessonsSeen = Seen::NotTried;

    bool canReadClassicExercises() const;
    bool canReadPageLessons() const;
    /// Worth one try: said to be there, or never tried.
    bool tryClassicExercises() const;
    bool tryPageLessons() const;

    bool operator==(const Capabilities &) const = default;
};

/// From the status and body of `GET v1/capabilities/`. 404: nothing beyond what is deployed. Any other
/// failure is an Error: then what was known before stays.
Result<Capabilities> capabilitiesFrom(int status, const QByteArray &body);

/// For keeping between two runs.
QByteArray toJson(const Capabilities &capabilities);
Capabilities capabilitiesFromJson(const QByteArray &json); ///< Nothing known when it can't be read.

} // namespace studio::sync
