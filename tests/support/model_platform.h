#pragma once

#include "support/manual_clock.h"
#include "sync/auth/session.h"
#include "sync/http/http_transport.h"

#include <QJsonObject>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace studio::test {

/// The platform as it is deployed, of one person, in memory, behind a network that loses and spoils things.
/// Answers come in any order. Lessons 1 to 99 are of classic course (lesson - 1) / 10 + 1.
class ModelPlatform final : public sync::HttpTransport
{
public:
    struct Row
    {
        qint64 id = 0;
        bool done = false;
        qint64 position = 0;
        bool bookmarked = false;
        QString notes;
        qint64 minutes = 0;
    };

    ModelPlatform(quint32 seed, sync::ManualClock &clock)
        : m_random(seed)
        , m_clock(clock)
    {
    }

    // The network and the process.
    double faults = 0; ///< Share of requests that something happens to.
    bool offline = false;
    bool dead = false; ///< The client's process was killed: nothing goes out any more.
    bool serverErrorsOnly = false;

    // What is there.
    std::map<qint64, Row> rows; ///< By lesson.
    std::set<qint64> deleted; ///< Lessons.
    std::set<qint64> enrolled; ///< Courses.
    std::multiset<QString> submissions;

    int requestsSeen() const { return m_requests; }

    int ambiguousTimes() const { return m_ambiguousTimes; }

    int inFlightMost() const { return m_inFlightMost; }

    quint64 start(sync::HttpRequest request) override;
    std::vector<sync::HttpCompletion> wait(std::chrono::milliseconds atMost,
                                           const std::stop_token &stop) override;
    void cancel(quint64 id) override;

    void networkChanged() override { }

private:
    sync::HttpResult through(const sync::HttpRequest &request);
    sync::HttpResult handle(const sync::HttpRequest &request);
    sync::HttpResult lesson(qint64 id, const QByteArray &method, const QByteArray &action,
                            const QJsonObject &body);
    sync::HttpResult progressList() const;
    sync::HttpResult progressRow(qint64 id, const QByteArray &method, const QJsonObject &body);
    sync::HttpResult course(qint64 id, const QByteArray &action);
    Row &row(qint64 lesson);

    std::mt19937 m_random;
    sync::ManualClock &m_clock;
    std::vector<sync::HttpCompletion> m_done;
    quint64 m_last = 0;
    qint64 m_lastRow = 100;
    int m_requests = 0;
    int m_ambiguousTimes = 0;
    int m_inFlightMost = 0;
    int m_attempts = 0;
};

/// Signed in for good; a refused token is renewed at once.
class ModelSession final : public sync::Session
{
public:
    qint64 user = 7;
    SessionState theState = SessionState::SignedIn;

    SessionState state() const override { return theState; }

    qint64 userId() const override { return user; }

    tl::expected<QByteArray, sync::NoToken> bearer(const std::stop_token &) override
    {
        if (theState != SessionState::SignedIn) {
            return tl::unexpected(sync::NoToken{sync::NoToken::Why::SignInNeeded, {}});
        }
        return QByteArray("token-") + QByteArray::number(m_number);
    }

    tl::expected<QByteArray, sync::NoToken> bearerInsteadOf(const QByteArray &token,
                                                            const std::stop_token &stop) override
    {
        m_number += token == "token-" + QByteArray::number(m_number) ? 1 : 0;
        return bearer(stop);
    }

    void refused(SessionState state) override { theState = state; }

private:
    int m_number = 1;
};

} // namespace studio::test
