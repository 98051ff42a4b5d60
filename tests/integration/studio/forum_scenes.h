#pragma once

#include <QString>

namespace studio::test {

/// A forum as a learner's computer has it after a pull: forums, topics with posts, some unread, one about an
/// exercise. False: the work could not be opened.
bool fillForum(const QString &dataDir);

/// Pictures of reader, writer, wizard and search into the folder: first with an empty forum, then with a full
/// one. False: something did not come.
bool drawForum(const QString &dataDir, const QString &into, const QString &theme);

} // namespace studio::test
