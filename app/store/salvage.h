#pragma once

#include "domain/ports/clock.h"
#include "store/database.h"

namespace studio::store {

/// What was brought over from a damaged file.
struct Salvaged
{
    int documents = 0;
    int attempts = 0;
};

/// Brings what can still be read in the damaged file, and is newer, into the restored one: the texts (kept
/// for good as `restored`), the attempts, how far lessons were read, and what waits for the platform, was
/// refused by it or is in conflict with it. The damaged file stays as it is.
///
/// One transaction: all that was read, or nothing. What goes wrong is logged, for the restored work is whole
/// without.
Salvaged salvage(Database &restored, const QString &damagedPath, const Clock &clock);

} // namespace studio::store
