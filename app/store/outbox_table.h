#pragma once

#include "domain/outbox.h"
#include "domain/ports/clock.h"
#include "domain/result.h"

#include <vector>

namespace studio::store {

class Database;

/// Actions the platform has not confirmed, and those it refused. Opens no transaction; whoever calls it does.
class OutboxTable final
{
public:
    OutboxTable(Database &db, const Clock &clock);

    /// Adds the action, or puts it in the place of an earlier one that nobody has begun to send; an entry
    /// that gets another body gets another operationId too.
    Result<> add(OutboxEntry entry);
    Result<> add(const std::vector<OutboxEntry> &entries);

    /// In order; empty lane: all. Those with a hash that does not fit go to the kept work.
    Result<std::vector<OutboxEntry>> list(const QString &lane = {});
    Result<> setSent(const OutboxEntry &entry, std::optional<qint64> base);
    Result<> setNew(const OutboxEntry &entry);
    Result<> setTries(const OutboxEntry &entry);
    Result<> remove(const OutboxEntry &entry); ///< Only because it is somewhere else now. NotFound.
    /// Another body for what nobody has begun to send, with another operationId; in its place. NotFound.
    Result<OutboxEntry> rewrite(OutboxEntry entry, const QByteArray &body);
    Result<> noteConfirmed(const OutboxEntry &entry);
    Result<bool> wasConfirmed(const QString &lane, OperationKind kind);
    Result<> forgetConfirmed(const QString &lane);
    Result<int> count();
    Result<int> timeSentCount();
    bool takeAdded(); ///< Whether something was added since the last call.

    Result<> keep(const KeptWork &work); ///< Removes it from the outbox.
    Result<std::vector<KeptWork>> kept(const QString &lane = {});
    Result<std::optional<KeptWork>> keptAt(qint64 seq);
    Result<> removeKept(qint64 seq); ///< NotFound
    Result<int> keptCount();

    /// Last in its lane, as it is; with a new seq and operationId.
    Result<> requeue(OutboxEntry entry);

    // From a damaged file, as far as it can be read: only what has a hash that fits, and nothing is changed.
    std::vector<OutboxEntry> readable();
    std::vector<KeptWork> readableKept();
    /// With its operationId and how far it was sent; with its seq too, when that is free.
    Result<OutboxEntry> bring(OutboxEntry entry);
    Result<bool> wasConfirmed(const OutboxEntry &entry); ///< This very one.

private:
    Result<int> number(const char *sql);
    Result<> insert(const OutboxEntry &entry, std::optional<qint64> seq = {});
    Result<> changed(const OutboxEntry &entry);

    Database &m_db;
    const Clock &m_clock;
    bool m_added = false;
};

/// A letter, then the bytes: compressed when that helps. Programs with a virus scanner's test text in them
/// stay whole that way.
QByteArray packBytes(const QByteArray &bytes);
std::optional<QByteArray> unpackBytes(const QByteArray &packed);

} // namespace studio::store
