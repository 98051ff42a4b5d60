#pragma once

#include "domain/ports/clock.h"
#include "support/hosted_server.h"
#include "sync/auth/file_vault.h"
#include "sync/auth/jwt_session.h"
#include "sync/auth/sign_in.h"
#include "sync/http/boot_clock.h"
#include "sync/http/curl_transport.h"

#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <memory>

namespace studio::sync {

class WallClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

inline const QString kPassphrase = QStringLiteral("a long passphrase");
inline const QString kPassword = QStringLiteral("Ada!Example1");

/// auth_program as a process; every answer is waited for.
class AuthProgram
{
public:
    AuthProgram(const QString &program, const QStringList &arguments,
                const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        m_process.setProcessEnvironment(environment);
        m_process.start(program, arguments);
        REQUIRE(m_process.waitForStarted());
    }

    ~AuthProgram()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    void say(const QByteArray &line)
    {
        m_process.write(line + '\n');
        m_process.waitForBytesWritten();
    }

    /// Empty when the program ended.
    QByteArray heard(int milliseconds = 40000)
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(milliseconds)) {
                break;
            }
        }
        return m_process.readLine().trimmed();
    }

    QByteArray ask(const QByteArray &line)
    {
        say(line);
        return heard();
    }

    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

/// One account on one computer before the real platform. Programs come and go.
struct AuthRoom
{
    QTemporaryDir folder;
    HostedServer server;
    BootClock monotonic;
    WallClock clock;
    std::unique_ptr<CurlTransport> transport;
    QByteArray access;

    explicit AuthRoom(const QString &profile)
        : server(profile, {QStringLiteral("--limit-scale"), QStringLiteral("0")})
    {
        HttpOptions options;
        options.version = "test";
        options.proxy.mode = ProxySettings::Mode::None;
        transport = std::make_unique<CurlTransport>(options);
        signIn();
    }

    void signIn()
    {
        const auto session = open();
        SignIn request;
        request.server = server.origin();
        request.name = QStringLiteral("ada");
        request.password = kPassword;
        auto granted = SignInFlow(*transport).signIn(request, {});
        REQUIRE(granted);
        REQUIRE(session->start(std::move(granted->tokens), {}));
        access = session->bearer({}).value_or(QByteArray());
        REQUIRE(!access.isEmpty());
    }

    std::unique_ptr<Vault> vault() const
    {
        return std::make_unique<FileVault>(folder.filePath(QStringLiteral("vault.bin")),
                                           VaultKey{server.origin(), 2, QStringLiteral("machine")},
                                           Secret::fromText(kPassphrase));
    }

    std::unique_ptr<JwtSession> open()
    {
        return std::make_unique<JwtSession>(*transport, monotonic, clock,
                                            JwtSession::Place{folder.path(), server.origin(), 2}, vault());
    }

    std::unique_ptr<AuthProgram> program(const QString &dieAt = {})
    {
        auto made = std::make_unique<AuthProgram>(
            QStringLiteral(AUTH_PROGRAM),
            QStringList{server.origin(), folder.path(), QStringLiteral("2"), dieAt});
        CHECK(made->ask(kPassphrase.toUtf8()) == "ready");
        return made;
    }

    QJsonObject refreshes() const
    {
        return server.state(QStringLiteral("ada"))[QStringLiteral("refreshes")].toObject();
    }
};

} // namespace studio::sync
