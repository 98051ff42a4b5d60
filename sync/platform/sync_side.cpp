#include "sync/platform/sync_side.h"

#include "sync/http/boot_clock.h"
#include "sync/http/make_transport.h"

#include <algorithm>
#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What stopped a run, as a caller has to act on it.
std::optional<Error> errorFor(const SyncReport &report)
{
    switch (report.trouble) {
    case SyncTrouble::None:
        return {};
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
        return Error{ErrorCode::Unauthorized, report.detail};
    case SyncTrouble::Slow:
        return Error{ErrorCode::Timeout, report.detail};
    case SyncTrouble::StorageFailed:
        return Error{ErrorCode::Storage, report.detail};
    case SyncTrouble::UpdateNeeded:
        return Error{ErrorCode::InvalidData, report.detail};
    case SyncTrouble::Offline:
    case SyncTrouble::Portal:
    case SyncTrouble::Certificate:
    case SyncTrouble::ProxyPassword:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::Busy:
        return Error{ErrorCode::Offline, report.detail};
    }
    return {};
}

} // namespace

SyncSide::SyncSide(SyncStore &store, const Clock &clock, PlatformPlace place, Tell tell)
    : m_store(store)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_tell(std::move(tell))
    , m_monotonic(m_place.monotonic ? m_place.monotonic : std::make_shared<BootClock>())
    , m_transport(makeTransport(m_place.http, *m_monotonic, m_place.rate))
    , m_desk(*m_transport, store, clock, *m_monotonic, {m_place.folder, m_place.machineFolder},
             m_place.policy)
    , m_seal(store, m_place.folder + u"/platform/seal"_s)
{
}

SyncSide::~SyncSide()
{
    for (const SyncDone &done : m_syncWaiters) {
        done(fail(ErrorCode::Cancelled, u"the program ends"_s));
    }
}

Result<> SyncSide::open()
{
    auto opened = m_desk.open();
    if (!opened) {
        m_openFailed = true;
        m_openError = opened.error();
    }
    afterAccountChange();
    return opened;
}

void SyncSide::afterAccountChange()
{
    m_engine.reset();
    m_forum.reset();
    m_courses.reset();
    if (m_desk.session() != nullptr) {
        m_courses = std::make_unique<CourseDesk>(
            CourseDesk::Parts{*m_transport, *m_desk.session(), m_store, m_clock, m_desk.account()->server,
                              m_place.folder + u"/platform"_s},
            CourseDesk::Tell{[this] { m_tell.catalogue(m_courses->courses()); }, m_tell.downloaded,
                             m_tell.shouldYield});
        makeEngine();
        makeForum();
        m_tell.catalogue(m_courses->courses());
    }
    m_tell.account(m_desk.account());
    tellStatus();
}

void SyncSide::makeForum()
{
    if (m_place.forum == nullptr) {
        return;
    }
    m_forum = std::make_unique<ForumDesk>(
        SyncParts{*m_transport, *m_desk.session(), m_store, m_clock, *m_monotonic}, *m_place.forum,
        m_desk.account()->server, m_desk.account()->userId, m_place.folder + u"/platform/pictures"_s,
        ForumDesk::Tell{m_tell.forumState, m_tell.forumAbilities, m_tell.shouldYield});
    if (m_byItself) {
        m_forum->runByItself();
    }
    m_forum->tellAll();
}

void SyncSide::makeEngine()
{
    EngineOptions options = m_place.engine;
    options.forum = m_place.forum;
    options.slugOf = [this](const QString &courseId) { return m_courses->slugOf(courseId); };
    options.pageCourses = [this] { return m_courses->pageCourses(); };
    options.courseOfExercise = [this](const QString &catalogue, qint64 exercise) {
        return m_courses->courseOfExercise(catalogue, exercise);
    };
    options.beforeRun = [this] { return m_seal.check(); };
    options.shouldYield = m_tell.shouldYield;
    m_engine = std::make_unique<SyncEngine>(
        SyncParts{*m_transport, *m_desk.session(), m_store, m_clock, *m_monotonic}, std::move(options));
}

void SyncSide::runByItself()
{
    m_byItself = true;
    if (m_forum) {
        m_forum->runByItself();
    }
}

void SyncSide::networkChanged(const std::stop_token &stop)
{
    m_transport->networkChanged();
    if (m_desk.session() != nullptr) {
        static_cast<void>(
            m_desk.session()->revokeLater(stop)); // who signed out without a network does not sync
    }
    if (m_engine) {
        m_desk.session()->tryNow();
        m_engine->event(SyncEngine::Event::NetworkUp);
    }
}

Result<Account> SyncSide::signIn(const SignIn &request, const std::stop_token &stop)
{
    auto account = m_desk.signIn(request, stop);
    afterAccountChange();
    return account;
}

Result<Account> SyncSide::registerAccount(const Registration &request, const std::stop_token &stop)
{
    auto account = m_desk.registerAccount(request, stop);
    afterAccountChange();
    return account;
}

Result<bool> SyncSide::signOut(const std::stop_token &stop)
{
    auto told = m_desk.signOut(stop);
    m_tell.account(m_desk.account());
    tellStatus();
    return told;
}

void SyncSide::wantSync(SyncDone done)
{
    if (m_openFailed) {
        return done(fail(m_openError));
    }
    if (!m_engine || m_desk.session()->state() == SessionState::SignedOut) {
        return done(fail(ErrorCode::Unauthorized, u"nobody is signed in"_s));
    }
    m_desk.session()->tryNow();
    m_engine->event(SyncEngine::Event::PersonAsked);
    m_pushAt.reset();
    m_syncWaiters.push_back(std::move(done));
}

Result<> SyncSide::answerQuestion(bool yes)
{
    if (!m_engine) {
        return fail(ErrorCode::NotFound, u"there is no question"_s);
    }
    const bool aboutCourses = m_engine->status().question == SyncQuestion::None;
    if (aboutCourses) {
        m_courses->answer(yes);
    }
    auto done = aboutCourses ? Result<>() : m_engine->answer(yes);
    tellStatus();
    return done;
}

Result<> SyncSide::setEnrolled(const QString &courseId, bool wanted)
{
    auto done = m_store.setEnrolled(courseId, wanted);
    if (done && m_courses) {
        m_courses->enrolmentChanged();
    }
    return done;
}

Result<> SyncSide::refreshCatalogue(const std::stop_token &stop)
{
    return m_courses ? m_courses->refresh(stop) : fail(ErrorCode::Unauthorized, u"nobody is signed in"_s);
}

void SyncSide::wantDownload(const QString &courseId, Done done)
{
    if (!m_courses) {
        return done(fail(ErrorCode::Unauthorized, u"nobody is signed in"_s));
    }
    m_courses->want(courseId, std::move(done));
}

void SyncSide::cancelDownload(const QString &courseId)
{
    if (m_courses) {
        m_courses->cancel(courseId);
    }
}

Result<> SyncSide::removeDownload(const QString &courseId)
{
    return m_courses ? m_courses->remove(courseId) : fail(ErrorCode::NotFound, courseId);
}

Result<StorageUse> SyncSide::storage()
{
    return m_courses ? m_courses->storage() : StorageUse{};
}

std::optional<std::chrono::milliseconds> SyncSide::background(const std::stop_token &stop,
                                                              const std::stop_token &yield)
{
    if (m_queued.exchange(false)) {
        tellQueue();
        if (!m_pushAt) {
            m_pushAt = m_monotonic->now() + m_place.pushAfter;
        }
    }
    if (!m_engine) {
        return {};
    }
    if (untilSync() == 0ms) {
        sync(stop);
        if (m_tell.shouldYield() && !stop.stop_requested()) {
            return 0ms; // it may have stopped for them, and goes on after them
        }
    }
    if (m_courses->hasWork() && !stop.stop_requested()) {
        m_courses->work(yield);
    }
    if (m_forum && m_forum->untilDue() == 0ms && !stop.stop_requested()) {
        m_forum->work(stop);
    }
    if (m_courses->hasWork()) {
        return 0ms;
    }
    const auto sync = untilSync();
    const auto forum = m_forum ? m_forum->untilDue() : std::nullopt;
    return sync && forum ? std::min(*sync, *forum) : sync ? sync : forum;
}

/// Nothing: not before something happens.
std::optional<std::chrono::milliseconds> SyncSide::untilSync()
{
    if (!syncIsWanted()) {
        return {};
    }
    if (!m_syncWaiters.empty()) {
        return 0ms;
    }
    auto until = m_engine->untilDue();
    if (until && m_pushAt) {
        until = std::max(*until, *m_pushAt - m_monotonic->now());
    }
    return until;
}

void SyncSide::sync(const std::stop_token &stop)
{
    m_working = true;
    tellStatus();
    const auto report = m_engine->run(stop);
    m_working = false;
    if (!report || report->sent > 0) {
        m_seal.noteSent();
    }
    m_desk.refreshAccount();
    m_desk.session()->revokeLater(stop);
    if (report && report->trouble == SyncTrouble::None) {
        static_cast<void>(m_desk.session()->keepAlive(stop)); // what it finds is in the session's state
    }
    const bool unfinished = m_tell.shouldYield() || stop.stop_requested();
    if (!unfinished) {
        m_pushAt.reset();
        const auto error = report ? errorFor(*report) : std::optional(report.error());
        const SyncStatus now = status();
        for (const SyncDone &done : std::exchange(m_syncWaiters, {})) {
            done(error ? Result<SyncStatus>(fail(*error)) : Result<SyncStatus>(now));
        }
    }
    if (report && report->pulled) {
        m_courses->enrolmentChanged();
    }
    if (report && report->trouble == SyncTrouble::None && !unfinished && m_byItself && m_courses->isStale()) {
        static_cast<void>(
            m_courses->refresh(stop)); // a list that is not there yet is asked for the next time
    }
    if (report && report->changed > 0) {
        tellProgress();
    }
    m_tell.account(m_desk.account());
    tellQueue();
}

SyncStatus SyncSide::status()
{
    if (!m_engine) {
        SyncStatus status;
        if (m_openFailed) {
            status.trouble = SyncTrouble::StorageFailed;
            status.detail = m_openError.message;
        }
        return status;
    }
    SyncStatus status = m_engine->status();
    status.working = m_working;
    status.vaultMissing = m_desk.vaultMissing();
    if (const int going = m_courses->askedToHide(); going > 0 && status.question == SyncQuestion::None) {
        status.question = SyncQuestion::ManyGone;
        status.questionCount = going;
    }
    return status;
}

void SyncSide::tellStatus()
{
    m_tell.status(status());
}

void SyncSide::tellQueue()
{
    m_tell.queue();
    tellStatus();
}

} // namespace studio::sync
