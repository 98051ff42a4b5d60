#pragma once

#include "sync/engine/push.h"

#include <map>

namespace studio::sync {

struct PullReport
{
    bool complete = false; ///< Everything was read and merged, or asked about.
    PullOutcome outcome;
    int answers = 0; ///< Answers that are other ones here now.
    int back = 0; ///< Kept entries that wait again, because what they are about is offered again.
    std::optional<Error> storeError;
};

/// Reads all the platform has of this person's progress and merges it. Nothing is believed gone after one
/// sweep: rows that were there before and are not now are swept for again, and their lessons asked for.
class Pull final
{
    Q_DISABLE_COPY_MOVE(Pull)

public:
    Pull(SyncParts &parts, const EngineOptions &options, const Endpoints &endpoints, Access &access,
         bool answersHavePlace);

    PullReport run(const PullAnswer &answer, const std::stop_token &stop);

private:
    using Rows = std::map<qint64, PlatformLesson>; ///< By row id.

    struct Swept
    {
        Rows rows;
        bool whole = true; ///< No row was skipped as unreadable.
    };

    std::optional<Swept> sweepOnce(const std::stop_token &stop);
    /// Until one sweep holds as many rows as the platform says there are.
    std::optional<Swept> sweepRows(const std::stop_token &stop);
    std::optional<std::vector<QString>> sweepEnrolments(const std::stop_token &stop);
    std::vector<std::pair<QString, bool>> askPageCourses(const std::stop_token &stop);
    bool lookForMissing(const Swept &swept, Sweep &sweep, const std::stop_token &stop);
    bool lessSeen(const Rows &rows, const std::vector<PlatformLesson> &seen) const;
    bool pullAnswers(PullReport &report, const std::stop_token &stop);
    bool retryGone(PullReport &report, const std::stop_token &stop);
    bool mayGoOn(const std::stop_token &stop) const;

    SyncParts &m_parts;
    const EngineOptions &m_options;
    const Endpoints &m_endpoints;
    Access &m_access;
    const bool m_answersHavePlace;
    std::optional<Error> m_storeError;
};

} // namespace studio::sync
