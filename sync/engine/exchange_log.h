#pragma once

#include "domain/ports/sync_store.h"
#include "sync/engine/exchange.h"

#include <vector>

namespace studio::sync {

/// What went over the wire in one run: a line for each answer, or for each that did not come. No address, no
/// text and no name, only kinds and numbers.
///
/// Collected, and written at the end: a flush of the disk for each would cost more than the exchange.
class ExchangeLog final
{
public:
    /// After the exchange took `result`.
    void add(const QString &what, const Exchange &exchange, const HttpResult &result,
             const QDateTime &nowUtc);
    void add(const QString &what, const QString &verdict, const HttpResult &result, const QDateTime &nowUtc);
    /// Nothing to write is no call. That it fails is no reason to stop anything.
    void write(SyncStore &store);

private:
    std::vector<SyncLogLine> m_lines;
};

QString wordFor(Endpoint endpoint);

} // namespace studio::sync
