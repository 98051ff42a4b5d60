#pragma once

#include "cli/platform/platform_command.h"

namespace studio::cli {

/// `sync`: sends and fetches now. Its exit status says whether anything is left to send.
class SyncCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void sync();
    void tell(const SyncStatus &status);

    bool m_json = false;
};

/// `status`: what waits, what is in the way, when all was sent.
class StatusCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void tell(const std::vector<OutboxEntry> &waiting, bool json);
};

/// `kept`: work that the platform refused. Thrown away only here, by number and with --yes.
class KeptCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void list(const std::vector<KeptWork> &kept, bool json);
};

/// `conflicts`: two texts of one thing, and which to take.
class ConflictsCommand final : public PlatformCommand
{
    Q_OBJECT

public:
    using PlatformCommand::PlatformCommand;

    void start(const QStringList &arguments) override;

private:
    void list(const std::vector<SyncConflict> &conflicts, bool json);
};

} // namespace studio::cli
