#pragma once

namespace studio::store {

class Database;

/// What of the person's own in the forum can be read of a damaged file, into the older copy of the same work
/// that takes its place: marks go forwards, bookmarks come together, and what was sent stays known. In the
/// caller's transaction.
void bringForumRemains(Database &restored, Database &damaged);

} // namespace studio::store
