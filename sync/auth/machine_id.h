#pragma once

#include "domain/result.h"

#include <QString>

namespace studio::sync {

/// This computer's id in `machine.json` of `folder`, which is local and does not roam: 32 random hexadecimal
/// digits, made the first time, the same for all programs. Not the system's machine id: cloned images share
/// that. A damaged file is set aside and an id made anew (the vault's entries are not found then: sign in
/// again). Storage, ReadOnly, DiskFull. Any thread.
Result<QString> machineId(const QString &folder);

} // namespace studio::sync
