#include "cli/platform/account_commands.h"

#include "cli/options.h"
#include "cli/platform/sync_json.h"

#include <QJsonDocument>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<VaultKind> vaultFrom(const QString &word)
{
    if (word.isEmpty() || word == "keyring"_L1) {
        return VaultKind::Keyring;
    }
    if (word == "file"_L1) {
        return VaultKind::EncryptedFile;
    }
    return word == "memory"_L1 ? std::optional(VaultKind::Memory) : std::nullopt;
}

/// Asks, and gives the text on; nothing when nobody could be asked.
void askFor(const CommandIo &io, SecretSource source, const QString &prompt,
            const std::function<void(const std::optional<QString> &)> &then)
{
    if (!io.askSecret) {
        return then({});
    }
    io.askSecret(source, prompt, [then](std::optional<QByteArray> secret) {
        if (!secret || secret->isEmpty()) {
            return then({});
        }
        then(QString::fromUtf8(*secret));
        secret->fill('\0');
    });
}

bool isSignedIn(SessionState state)
{
    return state == SessionState::SignedIn || state == SessionState::Unsure;
}

} // namespace

void LoginCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments,
                                      {{u"server"_s, true},
                                       {u"user"_s, true},
                                       {u"password-stdin"_s, false},
                                       {u"keep"_s, true},
                                       {u"shared"_s, false}},
                                      0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const Account known = platform->account().value_or(Account());
    const auto server = serverAddress(options->has(u"server"_s) ? options->value(u"server"_s) : known.server);
    m_request.name = options->has(u"user"_s) ? options->value(u"user"_s) : known.username;
    const auto keep = vaultFrom(options->value(u"keep"_s));
    if (!server || m_request.name.isEmpty() || !keep) {
        return endUsage(!keep         ? tr("--keep is keyring, memory or file.")
                            : !server ? tr("Say where: --server https://… (http only for this computer).")
                                      : tr("Say who: --user NAME, a user name or an e-mail address."));
    }
    m_request.server = *server;
    m_request.sharedComputer = options->has(u"shared"_s);
    m_request.keepIn = m_request.sharedComputer ? VaultKind::Memory : *keep;
    m_source = options->has(u"password-stdin"_s) ? SecretSource::StandardInput : SecretSource::Terminal;
    askFor(io(), m_source, tr("Password of %1: ").arg(m_request.name),
           [this](const std::optional<QString> &password) {
               if (!password) {
                   return endUsage(tr("There is no password. In a script: --password-stdin."));
               }
               m_request.password = *password;
               if (m_request.keepIn == VaultKind::EncryptedFile) {
                   askPassphrase();
               } else {
                   signIn();
               }
           });
}

void LoginCommand::askPassphrase()
{
    askFor(io(), m_source, tr("Passphrase of the file that keeps the session: "),
           [this](const std::optional<QString> &passphrase) {
               if (!passphrase) {
                   return endUsage(tr("There is no passphrase for --keep file."));
               }
               m_request.passphrase = *passphrase;
               signIn();
           });
}

void LoginCommand::signIn()
{
    const auto platform = this->platform();
    if (!platform) {
        return;
    }
    const QFuture<Result<Account>> signing = platform->signIn(m_request);
    m_request.password.fill(u'\0');
    m_request.passphrase.fill(u'\0');
    whenDone(signing, this, [this](const Result<Account> &account) {
        if (!account) {
            return endWrongly(account.error(), true);
        }
        print(tr("Signed in to %1 as %2.").arg(account->server, text::personName(*account)));
        if (account->vault != m_request.keepIn) {
            print(text::describe(account->vault));
        }
        finishLater(kDone);
    });
}

void RegisterCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments,
                                      {{u"server"_s, true},
                                       {u"user"_s, true},
                                       {u"email"_s, true},
                                       {u"first-name"_s, true},
                                       {u"last-name"_s, true},
                                       {u"password-stdin"_s, false},
                                       {u"shared"_s, false}},
                                      0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    if (!platform()) {
        return;
    }
    m_request.server = serverAddress(options->value(u"server"_s)).value_or(options->value(u"server"_s));
    m_request.username = options->value(u"user"_s);
    m_request.email = options->value(u"email"_s);
    m_request.firstName = options->value(u"first-name"_s);
    m_request.lastName = options->value(u"last-name"_s);
    m_request.sharedComputer = options->has(u"shared"_s);
    const bool piped = options->has(u"password-stdin"_s);
    const SecretSource source = piped ? SecretSource::StandardInput : SecretSource::Terminal;
    const auto none = [this] { endUsage(tr("There is no password. In a script: --password-stdin.")); };
    askFor(io(), source, tr("New password: "),
           [this, piped, source, none](const std::optional<QString> &password) {
               if (!password) {
                   return none();
               }
               m_request.password = *password;
               if (piped) {
                   return check(*password);
               }
               askFor(io(), source, tr("The same again: "),
                      [this, none](const std::optional<QString> &again) { again ? check(*again) : none(); });
           });
}

void RegisterCommand::check(const QString &again)
{
    if (again != m_request.password) {
        return endUsage(tr("The two passwords differ."));
    }
    const RegistrationProblems problems = registrationProblems(m_request);
    for (const auto &[name, problem] : {std::pair("--server", problems.server),
                                        {"--user", problems.username},
                                        {"--email", problems.email},
                                        {"--first-name", problems.firstName},
                                        {"--last-name", problems.lastName}}) {
        if (problem != RegistrationProblem::None) {
            printError(u"%1: %2"_s.arg(QString::fromLatin1(name), text::describe(problem)));
        }
    }
    if (problems.password != RegistrationProblem::None) {
        printError(tr("Password: %1").arg(text::describe(problems.password)));
    }
    if (!problems.ok()) {
        return finishLater(kUsage);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const QFuture<Result<Account>> making = platform->registerAccount(m_request);
    m_request.password.fill(u'\0');
    whenDone(making, this, [this](const Result<Account> &account) {
        if (!account) {
            return endWrongly(account.error(), true);
        }
        print(tr("The account %1 is made, and signed in to %2.").arg(account->username, account->server));
        finishLater(kDone);
    });
}

void LogoutCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {}, 0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    if (!platform->account()) {
        print(tr("Nobody is signed in."));
        return finishLater(kDone);
    }
    after(platform->signOut(), [this, platform](bool told) {
        const Account account = platform->account().value_or(Account());
        print(text::describeSession(account, platform->status().waiting));
        if (!told) {
            print(tr("The platform could not be told; it will be told later."));
        }
        finishLater(kDone);
    });
}

void AccountCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const std::optional<Account> account = platform->account();
    if (options->has(u"json"_s)) {
        printJson(QJsonDocument(account ? toJson(*account) : QJsonObject()).toJson());
    } else if (!account) {
        print(tr("This profile has no account. Sign in: learning-studio login --server URL --user NAME"));
    } else {
        print(tr("%1 (%2) on %3").arg(text::personName(*account), account->username, account->server));
        print(text::describeSession(*account, platform->status().waiting));
        print(text::describe(account->vault));
    }
    finishLater(account && isSignedIn(account->session) ? kDone : kSignInNeeded);
}

} // namespace studio::cli
