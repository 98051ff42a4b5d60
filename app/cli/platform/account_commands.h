#pragma once

#include "cli/platform/platform_command.h"

namespace studio::cli {

class Options;

/// `login`: binds the profile to an account and signs in. The password is asked for, or is the first line
/// of standard input; never an argument.
class LoginCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void askPassphrase();
    void signIn();

    SignIn m_request;
    SecretSource m_source = SecretSource::Terminal;
};

/// `register`: a new account on the platform, signed in at once.
class RegisterCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void check(const QString &again);

    Registration m_request;
};

/// `logout`: what waits stays here.
class LogoutCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;
};

/// `account`: who is signed in, where, and how the session stands.
class AccountCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;
};

} // namespace studio::cli
