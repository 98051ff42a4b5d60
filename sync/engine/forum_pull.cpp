#include "sync/engine/forum_pull.h"

#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSubscriptionPages = 100;
constexpr int kMostNotificationPages = 20;
constexpr int kMostSentTexts = 50; ///< In one pull.

const QString kPulled = u"pulled"_s;
const QString kPulledBy = u"pulled_by"_s; ///< Who the last whole pull was for.
const QString kNotificationsCut
    = u"notifications_cut"_s; ///< Older ones than those that are here are missing.

} // namespace

ForumPull::ForumPull(SyncParts &parts, ForumCopy &copy, const Endpoints &endpoints, Access &access,
                     Options options)
    : m_parts(parts)
    , m_copy(copy)
    , m_forum(endpoints)
    , m_access(access)
    , m_options(std::move(options))
{
}

std::optional<Answer> ForumPull::ask(const HttpRequest &request, const std::stop_token &stop)
{
    if (stop.stop_requested() || (m_options.shouldYield && m_options.shouldYield())) {
        return {};
    }
    return m_access.ask(Endpoint::OtherJson, request, stop);
}

Result<bool> ForumPull::run(qint64 userId, const std::stop_token &stop)
{
    if (auto done = m_copy.setOwnUser(userId); !done) {
        return fail(done.error());
    }
    const auto pulled = m_copy.cursor(kPulled);
    if (!pulled) {
        return fail(pulled.error());
    }
    const auto pulledBy = m_copy.cursor(kPulledBy);
    if (!pulledBy) {
        return fail(pulledBy.error());
    }
    m_tell = !pulled->isEmpty() && pulledBy->toLongLong() == userId;
    m_userId = userId;
    for (const auto &step : {&ForumPull::forums, &ForumPull::topics, &ForumPull::posts, &ForumPull::sentTexts,
                             &ForumPull::subscriptions, &ForumPull::notifications}) {
        const StepResult result = (this->*step)(stop);
        if (!result) {
            return fail(result.error());
        }
        if (*result == Step::Stopped) {
            return false;
        }
    }
    if (auto done = m_copy.applyLimits(); !done) {
        return fail(done.error());
    }
    const QByteArray now = QByteArray::number(m_parts.clock.nowUtc().toMSecsSinceEpoch());
    if (auto done = m_copy.setCursor(kPulledBy, QByteArray::number(userId)); !done) {
        return fail(done.error());
    }
    if (auto done = m_copy.setCursor(kPulled, now); !done) {
        return fail(done.error());
    }
    return true;
}

ForumPull::StepResult ForumPull::forums(const std::stop_token &stop)
{
    const auto answer = ask(m_forum.forums(), stop);
    if (!answer || !answer->isDone()) {
        return Step::Stopped;
    }
    const auto list = decode<ForumListDto>(answer->response.body);
    if (!list) {
        return Step::Stopped;
    }
    m_forums.clear();
    for (const ForumInfo &each : list->forums) {
        if (!each.isCategory) {
            m_forums.push_back(each.id);
        }
    }
    if (list->forums.empty()) {
        return Step::Done; // a platform without any forum: rather one that is out of order
    }
    if (auto done = m_copy.putForums(list->forums); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::subscriptions(const std::stop_token &stop)
{
    std::vector<qint64> followed;
    for (int page = 1; page <= kMostSubscriptionPages; ++page) {
        const auto answer = ask(m_forum.subscriptions(m_userId, page), stop);
        if (!answer) {
            return Step::Stopped;
        }
        const QJsonObject list = QJsonDocument::fromJson(answer->response.body).object();
        if (!answer->isDone() || !list.value("subscriptions"_L1).isArray()) {
            // What is known stays. A list that is out of order does not stand in the way of the forum.
            return answer->verdict.serverError || answer->isDone() ? Step::Done : Step::Stopped;
        }
        QStringList skipped;
        const auto topics = Fields::itemsOf<SubscriptionDto>(list.value("subscriptions"_L1).toArray(),
                                                             u"subscriptions"_s, skipped);
        for (const SubscriptionDto &each : topics) {
            followed.push_back(each.topicId);
        }
        if (topics.empty() || page >= list.value("pagination"_L1)["total_pages"_L1].toInt()) {
            break;
        }
    }
    if (auto done = m_copy.putSubscriptions(followed); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

/// Whether others see what was sent: of a text that is held back the answer to sending it says nothing, and
/// of one that a moderator let through nobody tells (contract 8.4).
ForumPull::StepResult ForumPull::sentTexts(const std::stop_token &stop)
{
    const auto sent = m_copy.sentTexts(kMostSentTexts);
    if (!sent) {
        return fail(sent.error());
    }
    for (const SentText &each : *sent) {
        const auto answer
            = ask(each.postId != 0 ? m_forum.post(each.postId) : m_forum.topic(each.topicId), stop);
        if (!answer) {
            return Step::Stopped;
        }
        const bool hidden = answer->verdict.kind == Verdict::Kind::Gone;
        if (!hidden && !answer->isDone()) {
            return answer->verdict.serverError ? Step::Done : Step::Stopped;
        }
        if (hidden && each.held) {
            continue;
        }
        if (!hidden) {
            if (auto done = takeShown(each, *answer); !done) {
                return fail(done.error());
            }
        }
        if (auto done = m_copy.noteShown(each, !hidden); !done) {
            return fail(done.error());
        }
    }
    return Step::Done;
}

/// What was held and is not any more comes into the copy at once.
Result<> ForumPull::takeShown(const SentText &sent, const Answer &answer)
{
    if (sent.postId == 0) {
        const auto detail = decode<TopicDetailDto>(answer.response.body);
        const auto put = detail ? m_copy.putTopics({detail->topic}) : std::vector<TopicSeen>();
        return put ? Result<>() : fail(put.error());
    }
    const auto detail = decode<ForumPostDetailDto>(answer.response.body);
    return detail && sent.held ? m_copy.putPosts(sent.topicId, {detail->post}, false) : Result<>();
}

/// From the newest down to the first that is here. What they answer never stands in the way of the forum.
ForumPull::StepResult ForumPull::notifications(const std::stop_token &stop)
{
    const auto cut = m_copy.cursor(kNotificationsCut);
    if (!cut) {
        return fail(cut.error());
    }
    NotificationsGiven given;
    given.tell = m_tell;
    bool all = true;
    QSet<qint64> met;
    qint64 count = -1;
    for (int page = 1; page <= kMostNotificationPages; ++page) {
        const auto answer = ask(m_forum.notifications(page), stop);
        if (!answer) {
            return Step::Stopped; // the next pull begins anew, so that no gap is left
        }
        const auto list = answer->isDone()
            ? decodePage<ForumNotification>(answer->response.body)
            : Result<Page<ForumNotification>>(fail(ErrorCode::InvalidData, answer->verdict.text));
        if (!list) {
            given.steady = false; // the list became shorter, or is out of order
            all = answer->verdict.kind == Verdict::Kind::Gone;
            if (page == 1) {
                return Step::Done;
            }
            break;
        }
        given.steady = given.steady && list->skipped.isEmpty() && (count < 0 || list->count == count);
        count = list->count;
        std::vector<qint64> ids;
        for (const ForumNotification &each : list->items) {
            ids.push_back(each.id);
            if (!met.contains(each.id)) {
                met.insert(each.id);
                given.list.push_back(each);
            }
        }
        given.whole = !list->more;
        const auto known = m_copy.notificationsKnown(ids);
        if (!known) {
            return fail(known.error());
        }
        if (!list->more || (cut->isEmpty() && !known->empty())) {
            break;
        }
    }
    if (all != cut->isEmpty()) {
        if (auto done = m_copy.setCursor(kNotificationsCut, all ? QByteArray() : QByteArray("1")); !done) {
            return fail(done.error());
        }
    }
    if (auto done = m_copy.putNotifications(given); !done) {
        return fail(done.error());
    }
    return stop.stop_requested() ? Step::Stopped : Step::Done;
}

} // namespace studio::sync
