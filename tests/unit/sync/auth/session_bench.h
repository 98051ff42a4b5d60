#pragma once

#include "domain/ports/clock.h"
#include "support/fake_transport.h"
#include "support/token_platform.h"
#include "sync/auth/jwt_session.h"
#include "sync/auth/sign_in.h"

#include <QTemporaryDir>

namespace studio::sync {

class SetClock final : public Clock
{
public:
    QDateTime time = QDateTime::fromString(QStringLiteral("2026-11-28T09:00:00Z"), Qt::ISODate);

    QDateTime nowUtc() const override { return time; }
};

/// Keeps what a store would keep, outside the sessions that use it, and fails when told.
struct SharedEntry
{
    std::optional<VaultEntry> entry;
    std::optional<VaultError> readFails;
    std::optional<VaultError> writeFails;
    int writes = 0;
    int reads = 0;
    std::function<void(int)> onRead; ///< Before the n-th one.
};

class BenchVault final : public Vault
{
public:
    explicit BenchVault(SharedEntry &shared)
        : m_shared(shared)
    {
    }

    VaultKind kind() const override { return VaultKind::Keyring; }

    VaultResult<std::optional<VaultEntry>> read() override
    {
        ++m_shared.reads;
        if (m_shared.onRead) {
            m_shared.onRead(m_shared.reads);
        }
        if (m_shared.readFails) {
            return tl::unexpected(*m_shared.readFails);
        }
        return m_shared.entry ? std::optional(m_shared.entry->copy()) : std::nullopt;
    }

    VaultResult<void> write(const VaultEntry &entry) override
    {
        ++m_shared.writes;
        if (m_shared.writeFails) {
            return tl::unexpected(*m_shared.writeFails);
        }
        m_shared.entry = entry.copy();
        return {};
    }

    VaultResult<bool> remove(qint64 generation) override
    {
        if (!m_shared.entry || m_shared.entry->generation != generation) {
            return false;
        }
        m_shared.entry.reset();
        return true;
    }

private:
    SharedEntry &m_shared;
};

/// One account on one computer, before a platform. Programs come and go with open().
struct SessionBench
{
    QTemporaryDir folder;
    ManualClock monotonic;
    SetClock clock;
    TokenPlatform platform;
    FakeTransport transport{&monotonic};
    SharedEntry vault;
    std::stop_source stopping;
    std::vector<std::chrono::milliseconds> pauses;
    std::function<void(const char *)> atStep;

    SessionBench() { platform.attach(transport); }

    std::stop_token stop() const { return stopping.get_token(); }

    std::unique_ptr<JwtSession> open(std::unique_ptr<Vault> other = nullptr, qint64 userId = 2)
    {
        JwtSessionOptions options;
        options.lockWait = std::chrono::milliseconds(300);
        options.pause = [this](std::chrono::milliseconds time, const std::stop_token &) {
            pauses.push_back(time);
            return true;
        };
        options.atStep = [this](const char *name) {
            if (atStep) {
                atStep(name);
            }
        };
        return std::make_unique<JwtSession>(
            transport, monotonic, clock,
            JwtSession::Place{folder.path(), QStringLiteral("https://learn.example.org"), userId},
            other ? std::move(other) : std::make_unique<BenchVault>(vault), options);
    }

    TokenPair signedIn()
    {
        SignInFlow flow(transport);
        SignIn request;
        request.server = QStringLiteral("https://learn.example.org");
        request.name = QStringLiteral("ada");
        request.password = QString::fromLatin1(platform.password);
        auto granted = flow.signIn(request, stop());
        REQUIRE(granted);
        return std::move(granted->tokens);
    }

    std::unique_ptr<JwtSession> openSignedIn()
    {
        auto session = open();
        REQUIRE(session->start(signedIn(), stop()));
        return session;
    }

    int refreshRequests() const { return transport.count("POST", "/auth/refresh/"); }
};

inline const char *const kRefreshPath = "/auth/refresh/";

} // namespace studio::sync
