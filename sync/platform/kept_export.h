#pragma once

#include "domain/outbox.h"
#include "domain/result.h"

#include <vector>

namespace studio::sync {

/// All of the kept work as JSON, for people and for a later import: nothing is left out, texts stand as text.
/// Written whole or not at all. ReadOnly, DiskFull, Storage.
Result<> exportKeptWork(const std::vector<KeptWork> &kept, const QString &path);

} // namespace studio::sync
