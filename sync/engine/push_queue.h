#pragma once

#include "domain/outbox.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace studio::sync {

/// The order of sending: strict within a lane, at most one of a lane and one submission at a time, a course
/// joined before and left after what was done in it, and what matters most first.
class PushQueue final
{
public:
    using IsDue = std::function<bool(const QString &lane)>;

    explicit PushQueue(std::vector<OutboxEntry> entries);

    /// The next entry that may go; it is under way from then on.
    std::optional<OutboxEntry> next(const IsDue &isDue);
    void finished(const OutboxEntry &entry); ///< It is not in the outbox any more.
    void blocked(const OutboxEntry &entry); ///< Not now: its lane waits.

    bool isEmpty() const { return m_lanes.isEmpty(); }

private:
    using Lane = std::deque<OutboxEntry>;

    void offer(const QString &lane);
    bool mayGo(const OutboxEntry &entry) const;
    template<typename Before>
    bool holdsUp(const QString &lane, const OutboxEntry &entry, Before before) const;
    static int rank(const Lane &lane);

    QHash<QString, Lane> m_lanes;
    QHash<QString, QString> m_joining; ///< By course: the lane it is joined in.
    /// Lanes that neither wait nor are under way, by the rank and the number of what would go first.
    std::map<std::pair<int, qint64>, QString> m_ready;
    QSet<QString> m_blocked; ///< Lanes.
    bool m_submitting = false;
};

} // namespace studio::sync
