#pragma once

#include "domain/catalogue.h"
#include "domain/ports/sync_store.h"
#include "domain/result.h"
#include "sync/auth/session.h"
#include "sync/engine/sync_parts.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace studio::sync {

/// The platform's courses for one account: the list as last seen, and what of it lies here. Sync thread only.
class CourseDesk final
{
    Q_DISABLE_COPY_MOVE(CourseDesk)

public:
    using Done = std::function<void(Result<>)>;

    struct Parts
    {
        HttpTransport &transport;
        Session &session;
        SyncStore &store;
        const Clock &clock;
        QString server;
        QString root; ///< `<profile>/platform`
    };

    struct Tell
    {
        std::function<void()> changed; ///< courses() gives something else.
        std::function<void(const QString &courseId)> downloaded;
        std::function<bool()> shouldYield;
    };

    CourseDesk(const Parts &parts, Tell tell);
    ~CourseDesk(); ///< Cancels what was wanted and is not done.

    std::vector<CatalogueCourse> courses() const;
    Result<> refresh(const std::stop_token &stop);
    bool isStale() const; ///< Never swept, or not for some hours.
    /// More than 0: so many courses would go at once that the person has to say so; see answer().
    int askedToHide() const;
    void answer(bool hide); ///< The next refresh() does it.
    void enrolmentChanged(); ///< Reads again from the store what the person wants.

    void want(const QString &courseId, Done done);
    void cancel(const QString &courseId);
    bool hasWork() const; ///< Something is wanted.
    void work(const std::stop_token &stop); ///< One piece of it, until it is done or somebody waits.
    Result<> remove(const QString &courseId);
    Result<StorageUse> storage() const;

    // For the engine.
    QString slugOf(const QString &courseId) const;
    std::vector<std::pair<QString, QString>> pageCourses() const;
    QString courseOfExercise(const QString &catalogue, qint64 exercise) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::sync
