#pragma once

#include "domain/account.h"
#include "domain/catalogue.h"
#include "domain/outbox.h"
#include "domain/sync_status.h"

#include <QJsonObject>

namespace studio::cli {

/// Fields as in docs/command-line.md. Times are ISO 8601 in UTC; unknown ones are null.
QJsonObject toJson(const Account &account);
QJsonObject toJson(const SyncStatus &status);
QJsonObject toJson(const OutboxEntry &entry, const QString &words);
QJsonObject toJson(const KeptWork &kept, const QString &words);
QJsonObject toJson(const SyncConflict &conflict);
QJsonObject toJson(const CatalogueCourse &course);

QString toString(SessionState state); ///< `signed-in`, …
QString toString(VaultKind kind); ///< `keyring`, `file`, `memory`
QString toString(SyncTrouble trouble);
QString toString(DownloadState state);

} // namespace studio::cli
