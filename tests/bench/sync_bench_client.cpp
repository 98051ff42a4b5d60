#include "sync_bench_client.h"

#include "sync/auth/sign_in.h"
#include "sync/engine/forum_pull.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QThread>

#include <algorithm>

namespace studio::bench {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

sync::HttpOptions optionsFor(const SyncPlace &place)
{
    sync::HttpOptions options;
    options.version = "bench";
    options.extraCaFile = place.ca;
    options.proxy.mode = sync::ProxySettings::Mode::None;
    return options;
}

store::OpenedWorkStore opened(const QString &folder, const Clock &clock)
{
    if (!QDir().mkpath(folder)) {
        giveUp(folder + u": can't be made"_s);
    }
    return must(store::openWorkStore(folder, clock));
}

} // namespace

std::vector<sync::HttpCompletion> CountingTransport::wait(milliseconds atMost, const std::stop_token &stop)
{
    auto complete = takeHeldBack();
    for (sync::HttpCompletion &each : m_inner->wait(complete.empty() ? atMost : milliseconds(0), stop)) {
        bytes += each.result ? each.result->wireBytes : 0;
        complete.push_back(std::move(each));
    }
    return complete;
}

SyncClient::SyncClient(SyncPlace place)
    : m_place(std::move(place))
    , m_opened(opened(m_place.folder, m_clock))
    , m_transport(sync::makeTransport(optionsFor(m_place), m_monotonic, m_place.rate))
{
}

SyncClient::~SyncClient() = default;

void SyncClient::signIn(const QString &user, const QString &password)
{
    SignIn request;
    request.server = m_place.server;
    request.name = user;
    request.password = password;
    auto granted = must(sync::SignInFlow(m_transport).signIn(request, {}));
    must(sync().link(granted.account));
    m_session = std::make_unique<sync::JwtSession>(
        m_transport, m_monotonic, m_clock,
        sync::JwtSession::Place{m_place.folder, m_place.server, granted.account.userId},
        std::make_unique<sync::MemoryVault>());
    must(m_session->start(std::move(granted.tokens), {}));
    m_transport.requests = 0;
    m_transport.bytes = 0;
}

QByteArray SyncClient::token()
{
    const auto token = m_session->bearer({});
    if (!token) {
        giveUp(u"no token: "_s + token.error().http.detail);
    }
    return *token;
}

void SyncClient::startEngine(milliseconds jitter)
{
    sync::EngineOptions options;
    options.startJitter = jitter;
    m_engine.emplace(sync::SyncParts{m_transport, *m_session, sync(), m_clock, m_monotonic},
                     std::move(options));
}

void SyncClient::untilDone(std::chrono::seconds atMost)
{
    const QDeadlineTimer end(atMost);
    bool fetched = false;
    while (!end.hasExpired()) {
        const auto wait = m_engine->untilDue();
        if (!wait) {
            giveUp(u"only a person could go on: "_s + m_engine->status().detail);
        }
        if (wait->count() > 0) {
            QThread::msleep(static_cast<unsigned long>(std::min<qint64>(wait->count(), 1000)));
            continue;
        }
        fetched |= must(m_engine->run({})).pulled;
        const SyncCounts counts = must(sync().counts());
        if (counts.kept > 0) {
            giveUp(u"%1 actions were refused"_s.arg(counts.kept));
        }
        if (fetched && counts.waiting == 0) {
            return;
        }
    }
    giveUp(u"not done in time; %1 actions wait"_s.arg(must(sync().counts()).waiting));
}

sync::SyncReport SyncClient::run()
{
    const sync::SyncReport report = must(m_engine->run({}));
    const SyncCounts counts = must(sync().counts());
    if (counts.waiting != 0 || counts.kept != 0 || report.trouble != SyncTrouble::None) {
        giveUp(u"not all was done: %1 wait, %2 kept, trouble %3, %4"_s.arg(counts.waiting)
                   .arg(counts.kept)
                   .arg(static_cast<int>(report.trouble))
                   .arg(report.detail));
    }
    return report;
}

void SyncClient::pullForum()
{
    sync::SyncParts parts{m_transport, *m_session, sync(), m_clock, m_monotonic};
    const sync::Endpoints endpoints(m_place.server);
    sync::Access access(parts, endpoints);
    const auto account = must(sync().account());
    if (!account || !access.open(account->userId, {})) {
        giveUp(u"nobody is signed in"_s);
    }
    sync::ForumPull pull(parts, *m_opened.forumCopy, endpoints, access, {});
    if (!must(pull.run(account->userId, {}))) {
        giveUp(u"the forum did not come: "_s + access.obstacle().detail);
    }
}

void readLesson(WorkStore &work, const QString &course, qint64 lesson, const QString &notes, bool bookmarked)
{
    LessonProgress progress;
    progress.position = 0.4; // on the way: coalesced with the end
    progress.lastSeenUtc = QDateTime::currentDateTimeUtc();
    const QString id = u"lesson-%1"_s.arg(lesson);
    must(work.saveLesson(course, id, progress).result());
    progress.position = 0.97;
    progress.read = true;
    progress.notes = notes;
    progress.bookmarked = bookmarked;
    must(work.saveLesson(course, id, progress).result());
}

void spendMinutes(WorkStore &work, const QString &course, qint64 lesson, int minutes)
{
    must(work.addTime(course, u"lesson-%1"_s.arg(lesson), {}, std::chrono::minutes(minutes)).result());
}

void submit(WorkStore &work, const QString &course, qint64 exercise, const QString &code)
{
    Attempt attempt;
    attempt.courseId = course;
    attempt.exerciseId = u"exercise-%1"_s.arg(exercise);
    attempt.atUtc = QDateTime::currentDateTimeUtc();
    attempt.answer = code;
    attempt.outcome = Outcome::Passed;
    must(work.recordAttempt(attempt).result());
}

} // namespace studio::bench
