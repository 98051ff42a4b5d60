#pragma once

#include "domain/result.h"

#include <QDateTime>

namespace studio::store {

class Database;

/// Of what was typed more than a day ago, one version a minute stays. Versions with any other reason, and the
/// newest, always stay. A document with a damaged version is left alone. Gives the number of versions that
/// went.
///
/// One transaction; each version is looked at once in its life, so the cost is that of one day's typing.
Result<int> thinJournal(Database &db, const QDateTime &nowUtc);

} // namespace studio::store
