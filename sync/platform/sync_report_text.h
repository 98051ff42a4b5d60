#pragma once

#include "domain/result.h"

#include <QString>

namespace studio::sync {

class SyncSide;

/// How syncing goes, for whoever helps: states, counts, and the newest exchanges with their request ids. Made
/// of numbers and of words of our own alone, so that no name, address, token, code or title can be in it.
Result<QString> reportText(SyncSide &side, const QByteArray &version);

} // namespace studio::sync
