#pragma once

#include "cli/platform/platform_command.h"

namespace studio::cli {

/// `catalog`: the platform's courses as last seen; fetched first with --refresh or when none are known.
class CatalogCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void list(bool json);
};

/// `enrol` and `leave`: saved here at once, sent by itself.
class WishCommand : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

protected:
    virtual QFuture<Result<>> wish(Platform &platform, const QString &courseId) = 0;
};

class EnrolCommand final : public WishCommand
{
    Q_OBJECT

public:
    using WishCommand::WishCommand;

protected:
    QFuture<Result<>> wish(Platform &platform, const QString &courseId) override;
};

class LeaveCommand final : public WishCommand
{
    Q_OBJECT

public:
    using WishCommand::WishCommand;

protected:
    QFuture<Result<>> wish(Platform &platform, const QString &courseId) override;
};

/// `download`: a course for offline use. How far it is goes to standard error; Ctrl+C keeps what is there,
/// and the next call goes on.
class DownloadCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;
    void interrupt() override;

private:
    void tellProgress();

    QString m_courseId;
    bool m_running = false;
    QString m_told;
};

} // namespace studio::cli
