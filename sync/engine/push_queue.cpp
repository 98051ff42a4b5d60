#include "sync/engine/push_queue.h"

#include <algorithm>
#include <limits>

namespace studio::sync {

namespace {

int rankOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Enrol:
    case OperationKind::Leave:
    case OperationKind::Complete:
        return 0;
    case OperationKind::Submit:
        return 1;
    case OperationKind::Answer:
    case OperationKind::Notes:
    case OperationKind::Topic:
    case OperationKind::Reply:
    case OperationKind::EditPost:
    case OperationKind::EditTopic:
    case OperationKind::DeletePost:
    case OperationKind::DeleteTopic:
    case OperationKind::Follow:
    case OperationKind::Unfollow:
        return 2;
    case OperationKind::Time:
    case OperationKind::Position:
    case OperationKind::Bookmark:
    case OperationKind::Profile:
        return 3;
    }
    return 3;
}

} // namespace

PushQueue::PushQueue(std::vector<OutboxEntry> entries)
{
    for (OutboxEntry &entry : entries) {
        if (entry.kind == OperationKind::Enrol) {
            m_joining.insert(entry.courseId, entry.lane);
        }
        m_lanes[entry.lane].push_back(std::move(entry));
    }
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend(); ++lane) {
        offer(lane.key());
    }
}

void PushQueue::offer(const QString &lane)
{
    const Lane &entries = m_lanes[lane];
    m_ready.emplace(std::pair(rank(entries), entries.front().seq), lane);
}

/// By the most important of its entries: those before it have to go first anyway.
int PushQueue::rank(const Lane &lane)
{
    int best = std::numeric_limits<int>::max();
    for (const OutboxEntry &entry : lane) {
        best = std::min(best, rankOf(entry.kind));
    }
    return best;
}

bool PushQueue::mayGo(const OutboxEntry &entry) const
{
    if (entry.kind == OperationKind::Submit && m_submitting) {
        return false;
    }
    if (entry.kind == OperationKind::Complete) { // asked for each of them: no look at all lanes
        const QString lane = m_joining.value(entry.courseId);
        return !holdsUp(lane, entry, [&entry](const OutboxEntry &other) {
            return other.kind == OperationKind::Enrol && other.courseId == entry.courseId;
        });
    }
    if (entry.kind != OperationKind::Leave) {
        return true;
    }
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend(); ++lane) {
        const bool earlier = holdsUp(lane.key(), entry, [&entry](const OutboxEntry &other) {
            return other.courseId == entry.courseId && other.seq < entry.seq;
        });
        if (earlier) {
            return false;
        }
    }
    return true;
}

/// A lane that can't move now holds nobody up: the platform takes a completion without enrolment.
template<typename Before>
bool PushQueue::holdsUp(const QString &lane, const OutboxEntry &entry, Before before) const
{
    const auto found = m_lanes.constFind(lane);
    return found != m_lanes.cend() && lane != entry.lane && !m_blocked.contains(lane)
        && std::any_of(found->begin(), found->end(), before);
}

std::optional<OutboxEntry> PushQueue::next(const IsDue &isDue)
{
    for (auto candidate = m_ready.begin(); candidate != m_ready.end();) {
        const OutboxEntry &entry = m_lanes[candidate->second].front();
        if (!isDue(candidate->second)) {
            m_blocked.insert(candidate->second);
            m_ready.erase(candidate);
            candidate = m_ready.begin(); // it may have held up one before it
        } else if (mayGo(entry)) {
            m_ready.erase(candidate);
            m_submitting |= entry.kind == OperationKind::Submit;
            return entry;
        } else {
            ++candidate;
        }
    }
    return {};
}

void PushQueue::finished(const OutboxEntry &entry)
{
    m_submitting &= entry.kind != OperationKind::Submit;
    Lane &lane = m_lanes[entry.lane];
    lane.pop_front();
    if (lane.empty()) {
        m_lanes.remove(entry.lane);
    } else {
        offer(entry.lane);
    }
}

void PushQueue::blocked(const OutboxEntry &entry)
{
    m_submitting &= entry.kind != OperationKind::Submit;
    m_blocked.insert(entry.lane);
}

} // namespace studio::sync
