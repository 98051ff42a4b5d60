// A program with one account, for tests that need several: does what its standard input says, a line each,
// and answers with a line each. The vault's passphrase is the first line.
//
//   auth_program <server> <folder> <user id> [step to die at]      refresh | bearer | signout
//   auth_program --keyring <user id>                               read | write N | remove N

#include "domain/ports/clock.h"
#include "sync/auth/file_vault.h"
#include "sync/auth/jwt_session.h"
#include "sync/auth/keyring_vault.h"
#include "sync/http/boot_clock.h"
#include "sync/http/curl_transport.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <iostream>
#include <string>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

class WallClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

std::string told(const tl::expected<QByteArray, NoToken> &token, const JwtSession &session,
                 const QString &folder)
{
    if (token) {
        return "ok " + std::to_string(readSessionNote(folder).generation);
    }
    static constexpr std::array kWhy{"sign-in ", "later ", "cancelled "};
    return kWhy.at(static_cast<std::size_t>(token.error().why))
        + std::to_string(static_cast<int>(session.state())) + ' ' + token.error().http.detail.toStdString();
}

std::string told(const VaultError &error)
{
    static constexpr std::array kWhy{"missing", "locked",  "cancelled", "timeout",
                                     "damaged", "storage", "other"};
    return std::string(kWhy.at(static_cast<std::size_t>(error.why))) + ": " + error.detail.toStdString();
}

/// A token of the shape that vaults accept.
QByteArray madeToken(qint64 generation)
{
    return "e30."
        + QByteArray("{\"user_id\":2,\"iat\":1,\"exp\":" + QByteArray::number(generation + 1) + '}')
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2ln";
}

int keyringProgram(qint64 userId)
{
    KeyringVault vault({u"https://learn.example.org"_s, userId, u"0123456789abcdef0123456789abcdef"_s},
                       std::chrono::seconds(4));
    std::string word;
    qint64 generation = 0;
    while (std::cin >> word) {
        if (word == "read") {
            const auto entry = vault.read();
            std::cout << (!entry       ? told(entry.error())
                              : *entry ? "entry " + std::to_string((*entry)->generation)
                                       : "none")
                      << std::endl;
        } else if (word == "write" && std::cin >> generation) {
            const auto done = vault.write({Secret(madeToken(generation)), generation, 9, userId});
            std::cout << (done ? "ok" : told(done.error())) << std::endl;
        } else if (word == "remove" && std::cin >> generation) {
            const auto done = vault.remove(generation);
            std::cout << (!done ? told(done.error()) : *done ? "removed" : "kept") << std::endl;
        }
    }
    return 0;
}

int accountProgram(const QString &server, const QString &folder, qint64 userId, const std::string &dieAt)
{
    std::string passphrase;
    std::getline(std::cin, passphrase);
    HttpOptions options;
    options.version = "test";
    options.proxy.mode = ProxySettings::Mode::None;
    CurlTransport transport(options);
    const BootClock monotonic;
    const WallClock clock;
    JwtSessionOptions sessionOptions;
    sessionOptions.atStep = [&dieAt](const char *step) {
        if (dieAt == step) {
            std::raise(SIGKILL);
        }
    };
    auto vault = std::make_unique<FileVault>(folder + u"/vault.bin"_s, VaultKey{server, userId, u"machine"_s},
                                             Secret(QByteArray::fromStdString(passphrase)));
    JwtSession session(transport, monotonic, clock, {folder, server, userId}, std::move(vault),
                       sessionOptions);
    QByteArray last;
    std::string word;
    std::cout << "ready" << std::endl;
    while (std::cin >> word) {
        if (word == "signout") {
            const auto done = session.signOut({});
            std::cout << (done && *done ? "revoked" : "not told") << std::endl;
            continue;
        }
        session.tryNow();
        const auto token = word == "refresh" ? session.bearerInsteadOf(last, {}) : session.bearer({});
        last = token.value_or(last);
        std::cout << told(token, session, folder) << std::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--keyring"_L1) {
        return keyringProgram(arguments.value(2).toLongLong());
    }
    return accountProgram(arguments.value(1), arguments.value(2), arguments.value(3).toLongLong(),
                          arguments.value(4).toStdString());
}
