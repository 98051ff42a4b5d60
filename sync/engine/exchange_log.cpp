#include "sync/engine/exchange_log.h"

#include <QLoggingCategory>

#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcExchange, "studio.sync.exchange")

constexpr std::size_t kMostLines = 2000; ///< As many as are kept.

QString wordFor(Verdict::Kind kind)
{
    switch (kind) {
    case Verdict::Kind::Done:
        return u"done"_s;
    case Verdict::Kind::Refresh:
        return u"refresh"_s;
    case Verdict::Kind::SignIn:
        return u"sign-in"_s;
    case Verdict::Kind::AccountRefused:
        return u"account-refused"_s;
    case Verdict::Kind::ProbeAccount:
        return u"probe-account"_s;
    case Verdict::Kind::Throttled:
        return u"throttled"_s;
    case Verdict::Kind::Later:
        return u"later"_s;
    case Verdict::Kind::ProbeExists:
        return u"probe-exists"_s;
    case Verdict::Kind::PullFirst:
        return u"pull-first"_s;
    case Verdict::Kind::Gone:
        return u"gone"_s;
    case Verdict::Kind::Keep:
        return u"keep"_s;
    case Verdict::Kind::NotUnderstood:
        return u"not-understood"_s;
    case Verdict::Kind::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString wordFor(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::LessonStart:
        return u"lesson-start"_s;
    case Endpoint::LessonComplete:
        return u"lesson-complete"_s;
    case Endpoint::LessonPosition:
        return u"lesson-position"_s;
    case Endpoint::LessonBookmark:
        return u"lesson-bookmark"_s;
    case Endpoint::LessonProgress:
        return u"lesson-progress"_s;
    case Endpoint::ProgressPatch:
        return u"progress-patch"_s;
    case Endpoint::ProgressRows:
        return u"progress-rows"_s;
    case Endpoint::Submit:
        return u"submit"_s;
    case Endpoint::Submissions:
        return u"submissions"_s;
    case Endpoint::AnswerGet:
        return u"answer-get"_s;
    case Endpoint::AnswerPut:
        return u"answer-put"_s;
    case Endpoint::ClassicEnrol:
    case Endpoint::PagesEnrol:
        return u"enrol"_s;
    case Endpoint::ClassicLeave:
    case Endpoint::PagesLeave:
        return u"leave"_s;
    case Endpoint::PagesEnrolment:
        return u"enrolment"_s;
    case Endpoint::Enrolments:
        return u"enrolments"_s;
    case Endpoint::MePatch:
        return u"profile"_s;
    case Endpoint::AuthUser:
        return u"account"_s;
    case Endpoint::ForumTopicCreate:
        return u"topic"_s;
    case Endpoint::ForumReply:
        return u"reply"_s;
    case Endpoint::ForumPostEdit:
        return u"edit-post"_s;
    case Endpoint::ForumTopicEdit:
        return u"edit-topic"_s;
    case Endpoint::ForumDelete:
        return u"delete"_s;
    case Endpoint::ForumFollow:
        return u"follow"_s;
    case Endpoint::ForumUnfollow:
        return u"unfollow"_s;
    case Endpoint::ForumModerate:
        return u"moderate"_s;
    case Endpoint::OtherJson:
        return u"read"_s;
    }
    Q_UNREACHABLE();
}

void ExchangeLog::add(const QString &what, const Exchange &exchange, const HttpResult &result,
                      const QDateTime &nowUtc)
{
    add(what, wordFor(exchange.verdict().kind), result, nowUtc);
}

void ExchangeLog::add(const QString &what, const QString &verdict, const HttpResult &result,
                      const QDateTime &nowUtc)
{
    if (m_lines.size() == kMostLines) {
        m_lines.erase(m_lines.begin());
    }
    SyncLogLine line;
    line.atUtc = nowUtc;
    line.what = what;
    line.verdict = verdict;
    line.status = result ? result->status : 0;
    line.milliseconds = result ? static_cast<int>(result->took.count()) : 0;
    line.requestId = result ? result->requestId : result.error().requestId;
    m_lines.push_back(std::move(line));
}

void ExchangeLog::write(SyncStore &store)
{
    const auto lines = std::exchange(m_lines, {});
    if (lines.empty()) {
        return;
    }
    if (const auto done = store.log(lines); !done) {
        qCDebug(lcExchange) << "The log of exchanges was not written:" << done.error().message;
    }
}

} // namespace studio::sync
