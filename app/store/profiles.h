#pragma once

#include "domain/ports/clock.h"
#include "domain/progress.h"
#include "domain/result.h"

#include <vector>

namespace studio::store {

/// Id of the profile that is there from the first start on.
QString defaultProfileId();

/// `<dataDir>/profiles/<id>`, which need not exist. InvalidData when the id could lead elsewhere.
Result<QString> profileFolder(const QString &dataDir, const QString &id);

/// The people who work on this computer account, oldest first. Needs no lock, so it works while one of them
/// is at work. A profile whose name cannot be read is listed without one.
Result<std::vector<Profile>> listProfiles(const QString &dataDir);

/// With a new id, which says nothing about the name.
Result<Profile> createProfile(const QString &dataDir, const QString &name, const Clock &clock);

// One profile, by its folder. What it is called lies in `profile.json`, outside of the locked database.

Result<Profile> readProfile(const QString &folder);
Result<> writeProfile(const QString &folder, const Profile &profile);
/// Makes the folder and `profile.json` when they are missing. ReadOnly, DiskFull, Storage.
Result<> ensureProfile(const QString &folder, const Clock &clock);

} // namespace studio::store
