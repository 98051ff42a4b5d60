#pragma once

#include "support/fleet_world.h"
#include "sync/http/http_transport.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace studio::fleet {

/// What the platform can do at a time, and whom it turns away.
struct PlatformLimits
{
    int workers = 8; ///< Requests that are worked on at once; each of them takes its time (kinds below).
    double slowness = 1; ///< Times are multiplied by this.
    std::size_t backlog = 2048; ///< Waiting for a worker. One more is answered at once with `overload`.
    int overload = 500; ///< 500, 502 or 503 (that with `retryAfter`).
    int retryAfter = 0; ///< Seconds, of a 503; 0: does not say.
    std::chrono::seconds gateway{60}; ///< Who waited longer gets 504, and nothing was done.

    int submitsPerMinute = 20; ///< Of one user, in fixed windows: 403 (contract 3).
    int perAddressPerMinute = 0; ///< Of everything from one address: 403; 0: no limit.
};

/// Who sends: a user, and the address all of a school share.
struct Sender
{
    qint64 user = 0;
    int address = 0;
};

/// The platform as it is deployed, as far as a client drives it: the answers of the contract and their
/// limits, with a queue in front of few workers. In virtual time.
class ModelPlatform final
{
    Q_DISABLE_COPY_MOVE(ModelPlatform)

public:
    struct Lesson
    {
        qint64 row = 0;
        bool done = false;
        bool bookmarked = false;
        qint64 position = 0;
        qint64 minutes = 0;
        QByteArray notes;
    };

    struct User
    {
        std::map<qint64, Lesson> lessons;
        std::set<qint64> courses;
        std::map<qint64, int> submissions; ///< By exercise.
    };

    /// What came to it, in the order of arrival.
    struct Seen
    {
        Micros at{0};
        Micros waited{0}; ///< For a worker.
        int status = 0;
    };

    using Reply = std::function<void(sync::HttpResult)>;

    ModelPlatform(World &world, PlatformLimits limits, quint32 seed);

    /// A request is here now; `reply` is called when its answer leaves.
    void receive(const Sender &sender, const sync::HttpRequest &request, Reply reply);

    void setDown(bool down) { m_down = down; } ///< As a proxy before it says: 502 to all.

    /// Addresses with this in them answer 500 from now on; empty: none.
    void setFailing(const QByteArray &part) { m_failing = part; }

    const std::vector<Seen> &seen() const { return m_seen; }

    const User &user(qint64 id) { return m_users[id]; }

    /// What its workers worked for, all together: divided by their number, the least time all of it could
    /// take.
    Micros worked() const { return m_worked; }

    const PlatformLimits &limits() const { return m_limits; }

    int mostWaiting() const { return static_cast<int>(m_mostWaiting); }

private:
    struct Waiting
    {
        std::size_t seen = 0;
        Sender sender;
        sync::HttpRequest request;
        Reply reply;
    };

    void beginNext();
    bool isOver(const QByteArray &group, qint64 who, int perMinute);
    sync::HttpResponse work(const Sender &sender, const sync::HttpRequest &request);
    sync::HttpResponse lessonAction(User &user, qint64 lesson, const QByteArray &action,
                                    const sync::HttpRequest &request);
    sync::HttpResponse progressRows(const Sender &sender, const sync::HttpRequest &request);
    sync::HttpResponse enrolments(const Sender &sender);
    sync::HttpResponse overloaded() const;
    Micros timeFor(const sync::HttpRequest &request);

    World &m_world;
    const PlatformLimits m_limits;
    std::mt19937 m_random;
    std::map<qint64, User> m_users;
    std::map<std::pair<QByteArray, qint64>, std::pair<qint64, int>> m_windows; ///< Window and count.
    std::deque<Waiting> m_queue;
    std::vector<Seen> m_seen;
    std::size_t m_mostWaiting = 0;
    Micros m_worked{0};
    int m_working = 0;
    qint64 m_lastRow = 0;
    bool m_down = false;
    QByteArray m_failing;
};

/// Lessons are in courses of ten: lesson 17 in course 2.
inline qint64 courseOfLesson(qint64 lesson)
{
    return (lesson + 9) / 10;
}

} // namespace studio::fleet
