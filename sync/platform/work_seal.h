#pragma once

#include "domain/ports/sync_store.h"

#include <QString>

namespace studio::sync {

/// Notices that an older copy of the work lies in its place: brought back by a person, or by a tool that
/// keeps folders alike. What waits in such a copy may have been sent long ago, so it is treated as a restored
/// backup: nothing goes out before the person has said so.
///
/// A word in the work and the same word in a file beside it, both changed before something is sent. A copy of
/// the whole folder brings its own file along and is not noticed.
///
/// Sync thread only. `store` outlives it.
class WorkSeal final
{
    Q_DISABLE_COPY_MOVE(WorkSeal)

public:
    WorkSeal(SyncStore &store, QString file);

    /// Before a run. Fails when the work itself can't be written; a file that can't be is only no seal.
    Result<> check();

    void noteSent() { m_used = true; } ///< After a run that sent something: the next gets another word.

private:
    Result<> renew(const QByteArray &current);

    SyncStore &m_store;
    const QString m_file;
    bool m_used = true;
};

} // namespace studio::sync
