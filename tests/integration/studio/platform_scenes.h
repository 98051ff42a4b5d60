#pragma once

#include "support/fake_platform.h"

#include <QString>

namespace studio::test {

/// A platform with a person's few weeks on it: courses of both catalogues, things that wait, one kept, one
/// with two texts.
std::unique_ptr<FakePlatform> busyPlatform();

/// Draws the pages that the platform has a part in, each in the states worth looking at.
bool drawPlatform(const QString &dataDir, const QString &into, const QString &theme);

} // namespace studio::test
