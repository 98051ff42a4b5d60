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

const QString kPulled = u"pulled"_s;

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
    m_tell = !pulled->isEmpty();
    m_userId = userId;
    for (const auto &step : {&ForumPull::forums, &ForumPull::topics, &ForumPull::posts,
                             &ForumPull::subscriptions, &ForumPull::extras}) {
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

/// What they answer never stands in the way of the forum.
ForumPull::StepResult ForumPull::extras(const std::stop_token &stop)
{
    if (const auto answer = ask(m_forum.notifications(1), stop); answer && answer->isDone()) {
        if (const auto list = decodePage<ForumNotification>(answer->response.body)) {
            if (auto done = m_copy.putNotifications(list->items); !done) {
                return fail(done.error());
            }
        }
    }
    return stop.stop_requested() ? Step::Stopped : Step::Done;
}

} // namespace studio::sync
