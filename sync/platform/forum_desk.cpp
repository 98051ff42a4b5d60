#include "sync/platform/forum_desk.h"

#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"
#include "sync/api/progress_answers.h"
#include "sync/courses/lesson_blocks.h"

#include <algorithm>
#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kEvery = 5min;
constexpr milliseconds kBlogEvery = 6h;
constexpr int kBlogTexts = 20; ///< Articles in one pull.
constexpr milliseconds kFirstWait = 15s; ///< After a pull that came to nothing; doubled each time.
constexpr milliseconds kLongestWait = 30min;

Error errorFor(const Obstacle &obstacle)
{
    switch (obstacle.trouble) {
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
        return {ErrorCode::Unauthorized, obstacle.detail};
    case SyncTrouble::Slow:
        return {ErrorCode::Timeout, obstacle.detail};
    default:
        return {ErrorCode::Offline, obstacle.detail};
    }
}

Error errorFor(const Answer &answer)
{
    const Verdict &verdict = answer.verdict;
    switch (verdict.kind) {
    case Verdict::Kind::Gone:
        return {ErrorCode::NotFound, verdict.text};
    case Verdict::Kind::Keep:
        return {ErrorCode::Conflict, verdict.text};
    case Verdict::Kind::AccountRefused:
        return {ErrorCode::Unauthorized, verdict.text};
    case Verdict::Kind::SignIn:
        return {ErrorCode::Unauthorized, verdict.text};
    case Verdict::Kind::Cancelled:
        return {ErrorCode::Cancelled, verdict.text};
    case Verdict::Kind::NotUnderstood:
        return {ErrorCode::InvalidData, verdict.text};
    default:
        return {verdict.serverError ? ErrorCode::InvalidData : ErrorCode::Offline, verdict.text};
    }
}

} // namespace

ForumDesk::ForumDesk(const SyncParts &parts, ForumCopy &copy, const QString &server, qint64 userId,
                     const QString &pictures, Tell tell)
    : m_parts(parts)
    , m_copy(copy)
    , m_endpoints(server)
    , m_userId(userId)
    , m_pictures(m_parts.transport, pictures, server)
    , m_tell(std::move(tell))
{
    if (const auto pulled = m_copy.cursor(u"pulled"_s); pulled && !pulled->isEmpty()) {
        m_state.pulledUtc = QDateTime::fromMSecsSinceEpoch(pulled->toLongLong(), Qt::UTC);
    }
}

ForumDesk::~ForumDesk()
{
    finish(fail(ErrorCode::Cancelled, u"the program ends, or the account is another one"_s));
}

void ForumDesk::want(Done done)
{
    m_waiting.push_back(std::move(done));
}

void ForumDesk::topicOpened(qint64 topicId)
{
    if (m_copy.noteOpened(topicId)) {
        m_due = std::min(m_due, m_parts.monotonic.now());
    }
}

std::optional<milliseconds> ForumDesk::untilDue() const
{
    if (!m_waiting.empty()) {
        return 0ms;
    }
    if (!m_byItself || m_parts.session.state() != SessionState::SignedIn) {
        return {};
    }
    return std::max(0ms, m_due - m_parts.monotonic.now());
}

void ForumDesk::work(const std::stop_token &stop)
{
    m_state.running = true;
    m_tell.state(m_state);
    Access access(m_parts, m_endpoints);
    Result<bool> complete = false;
    if (access.open(m_userId, stop)) {
        ForumPull pull(m_parts, m_copy, m_endpoints, access,
                       {m_tell.shouldYield,
                        [this](int left) {
                            m_state.topicsDone += std::max(0, m_state.topicsLeft - left);
                            m_state.topicsLeft = left;
                            m_tell.state(m_state);
                        },
                        [this](const ForumUser &own) {
                            if (own.staff || own.canModerate) {
                                setMayModerate();
                            }
                        }});
        complete = pull.run(m_userId, stop);
        if (complete && *complete) {
            learnAbilities(access, stop);
            pullBlog(access, stop);
        }
    }
    access.log().write(m_parts.store);
    m_state.running = false;
    const bool gaveWay = complete && !*complete && access.obstacle().trouble == SyncTrouble::None
        && (stop.stop_requested() || m_tell.shouldYield());
    if (gaveWay) {
        m_due = m_parts.monotonic.now();
        return m_tell.state(m_state);
    }
    if (complete && *complete) {
        m_failures = 0;
        m_state.topicsDone = 0;
        m_state.topicsLeft = 0;
        m_state.pulledUtc = m_parts.clock.nowUtc();
        m_due = m_parts.monotonic.now() + kEvery;
        m_tell.state(m_state);
        return finish({});
    }
    const milliseconds wait = kFirstWait * (1 << std::min(m_failures++, 10));
    m_due = m_parts.monotonic.now() + std::min(wait, kLongestWait);
    m_tell.state(m_state);
    finish(complete ? Result<>(fail(errorFor(access.obstacle()))) : Result<>(fail(complete.error())));
}

void ForumDesk::finish(const Result<> &result)
{
    for (const Done &done : std::exchange(m_waiting, {})) {
        done(result);
    }
}

/// Staff moderates (contract 8.4). Who does because of trust is seen in what they wrote.
void ForumDesk::learnAbilities(Access &access, const std::stop_token &stop)
{
    if (m_knowsAccount || stop.stop_requested()) {
        return;
    }
    const Answer answer = access.ask(Endpoint::AuthUser, m_endpoints.authUser(), stop);
    const auto account = answer.isDone() ? decode<AuthUserDto>(answer.response.body)
                                         : Result<AuthUserDto>(fail(errorFor(answer)));
    m_knowsAccount = account.has_value();
    if (account && account->staff) {
        setMayModerate();
    }
}

/// The list of articles now and then, and the texts that are not here. Nothing of it stands in the way of the
/// forum.
void ForumDesk::pullBlog(Access &access, const std::stop_token &stop)
{
    const ForumEndpoints endpoints(m_endpoints);
    const qint64 now = m_parts.clock.nowUtc().toMSecsSinceEpoch();
    const auto listed = m_copy.cursor(u"blog"_s);
    if (!listed || stop.stop_requested() || m_tell.shouldYield()) {
        return;
    }
    if (std::abs(now - listed->toLongLong()) > milliseconds(kBlogEvery).count()) {
        const Answer answer = access.ask(Endpoint::OtherJson, endpoints.blogPosts(), stop);
        const auto posts = answer.isDone() ? decodeList<BlogPost>(answer.response.body, "posts")
                                           : Result<Page<BlogPost>>(fail(errorFor(answer)));
        if (!posts || !m_copy.putBlogPosts(posts->items)
            || !m_copy.setCursor(u"blog"_s, QByteArray::number(now))) {
            return;
        }
    }
    const auto wanted = m_copy.blogTextsToFetch(kBlogTexts);
    for (const QString &slug : wanted ? *wanted : QStringList()) {
        if (stop.stop_requested() || m_tell.shouldYield()) {
            return;
        }
        const Answer answer = access.ask(Endpoint::OtherJson, endpoints.blogPost(slug), stop);
        if (!answer.isDone() || !takeBlogPost(slug, answer)) {
            return;
        }
    }
}

Result<> ForumDesk::pullBlogPost(const QString &slug, const std::stop_token &stop)
{
    const auto answer = ask(Endpoint::OtherJson, ForumEndpoints(m_endpoints).blogPost(slug), stop);
    return answer ? takeBlogPost(slug, *answer) : fail(answer.error());
}

Result<> ForumDesk::takeBlogPost(const QString &slug, const Answer &answer)
{
    const auto detail = decode<BlogDetailDto>(answer.response.body);
    if (!detail) {
        return fail(detail.error());
    }
    Conversion conversion(QString::fromUtf8(m_endpoints.server()));
    const QString text = articleBlocks(detail->body, conversion);
    // Without a text it would be asked for again and again.
    return m_copy.putBlogText(slug, text.isEmpty() ? detail->post.intro % u'\n' : text);
}

void ForumDesk::setMayModerate()
{
    if (!std::exchange(m_mayModerate, true)) {
        m_tell.abilities(abilities());
    }
}

Result<Answer> ForumDesk::ask(Endpoint endpoint, const HttpRequest &request, const std::stop_token &stop)
{
    Access access(m_parts, m_endpoints);
    if (!access.open(m_userId, stop)) {
        return fail(errorFor(access.obstacle()));
    }
    Answer answer = access.ask(endpoint, request, stop);
    access.log().write(m_parts.store);
    if (!answer.isDone()) {
        return fail(errorFor(answer));
    }
    return answer;
}

Result<QString> ForumDesk::picture(const QUrl &address, const std::stop_token &stop)
{
    return m_pictures.fetch(address, stop);
}

Result<ForumUserCard> ForumDesk::userCard(qint64 userId, const std::stop_token &stop)
{
    const auto answer = ask(Endpoint::OtherJson, ForumEndpoints(m_endpoints).userCard(userId), stop);
    if (!answer) {
        return fail(answer.error());
    }
    auto card = decode<ForumUserCard>(answer->response.body);
    if (card) {
        card->fromPlatform = true;
    }
    return card;
}

Result<> ForumDesk::moderate(const ModerationAction &action, const std::stop_token &stop)
{
    const bool away = action.kind == ModerationAction::Kind::Delete;
    const auto answer = ask(away ? Endpoint::ForumDelete : Endpoint::ForumModerate,
                            ForumEndpoints(m_endpoints).moderate(action), stop);
    if (!answer) {
        return fail(answer.error());
    }
    return away ? m_copy.removeTopic(action.topicId) : lookAt(action.topicId, stop);
}

/// The topic as the platform has it now.
Result<> ForumDesk::lookAt(qint64 topicId, const std::stop_token &stop)
{
    const auto answer = ask(Endpoint::OtherJson, ForumEndpoints(m_endpoints).topic(topicId), stop);
    if (answer) {
        if (const auto detail = decode<TopicDetailDto>(answer->response.body)) {
            const auto put = m_copy.putTopics({detail->topic});
            return put ? Result<>() : fail(put.error());
        }
    }
    m_due = m_parts.monotonic.now(); // done it is; what became of it the next pull says
    return {};
}

Result<std::vector<QueuedPost>> ForumDesk::moderationQueue(const std::stop_token &stop)
{
    const auto answer = ask(Endpoint::OtherJson, ForumEndpoints(m_endpoints).moderationQueue(), stop);
    if (!answer) {
        if (answer.error().code == ErrorCode::InvalidData && std::exchange(m_queueAnswers, false)) {
            m_tell.abilities(abilities()); // contract Q11: out of order as soon as something waits in it
        }
        return fail(answer.error());
    }
    auto queue = decode<ReviewQueueDto>(answer->response.body);
    if (!queue) {
        return fail(queue.error());
    }
    return std::move(queue->posts);
}

Result<> ForumDesk::review(qint64 queueId, bool approve, const QString &notes, const std::stop_token &stop)
{
    const auto answer
        = ask(Endpoint::ForumModerate, ForumEndpoints(m_endpoints).review(queueId, approve, notes), stop);
    return answer ? Result<>() : fail(answer.error());
}

ForumAbilities ForumDesk::abilities() const
{
    const bool signedIn = m_parts.session.state() == SessionState::SignedIn;
    return {signedIn, signedIn && m_mayModerate, signedIn && m_mayModerate && m_queueAnswers};
}

void ForumDesk::tellAll() const
{
    m_tell.state(m_state);
    m_tell.abilities(abilities());
}

} // namespace studio::sync
