#pragma once

#include <QString>

namespace studio::sync {

/// Whether the Secret Service has an entry of QtKeychain's under `service` and `key` in a locked collection.
/// libsecret says "not found" for such an entry when nobody answers its question, or the person closes it;
/// taken for the truth, that would sign people out. False where there is no Secret Service. Blocks for 3 s at
/// the most.
bool hasLockedItem(const QString &service, const QString &key);

} // namespace studio::sync
