#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/forum_copy.h"
#include "domain/ports/monotonic_clock.h"
#include "domain/ports/sync_store.h"
#include "sync/auth/session.h"
#include "sync/http/http_transport.h"

#include <functional>
#include <utility>
#include <vector>

namespace studio::sync {

/// The rules that keep work from being lost or doubled, each with a switch, so that a test can show that it
/// fails without. Always all on in the program.
struct SafetyLines
{
    bool freshConnection = true; ///< What must not arrive twice goes over a connection of its own.
    bool goneProbe = true; ///< A 500 may mean "deleted": another address is asked.
    bool commitBeforeSend = true; ///< Time is on disk as Sent, with what was there, before it is sent.
    bool answerSchema = true; ///< 200 is a success only with the answer this address gives.
    bool compareTime = true; ///< After a lost answer the minutes are read before they are sent again.
    bool lookBeforeAgain = true; ///< After a lost answer a post is looked for before it is sent again.
    bool keepRefused = true; ///< What is refused becomes kept work.
    bool notesCompare = true; ///< Notes are read before they are written over.
};

struct EngineOptions
{
    SafetyLines lines;
    std::chrono::milliseconds startJitter = std::chrono::seconds(30); ///< A class does not begin as one.
    std::chrono::milliseconds pullEvery = std::chrono::minutes(15);
    quint32 seed = 0; ///< Of the jitter; 0: any.

    /// Shows the author what was sent at once; may be null. Outlives the engine.
    ForumCopy *forum = nullptr;

    /// Of a course in the CMS; empty: not known yet, and the entry waits.
    std::function<QString(const QString &courseId)> slugOf;
    /// Courses of the CMS (id, slug) of which to ask whether one is enrolled.
    std::function<std::vector<std::pair<QString, QString>>()> pageCourses;
    /// The course of an exercise; `catalogue` as in the answers of the platform, `legacy` or `cms`.
    std::function<QString(const QString &catalogue, qint64 exercise)> courseOfExercise;
    /// Before each run. An Error is one of the own disk: nothing is sent then.
    std::function<Result<>()> beforeRun;
    /// True: begin nothing more now, and come back.
    std::function<bool()> shouldYield;
};

/// What the engine works with. All on the sync thread, all outlive it.
struct SyncParts
{
    HttpTransport &transport;
    Session &session;
    SyncStore &store;
    const Clock &clock;
    const MonotonicClock &monotonic;
};

} // namespace studio::sync
