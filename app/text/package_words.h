#pragma once

#include "domain/packages.h"

namespace studio::text {

/// Why a change of packages did not come about, and what to do, in one or two sentences.
QString describe(const PackageFailure &failure);

QString describe(const PackageStep &step); ///< "Downloading numpy, 3.1 of 18.2 MB"

QString fileSize(qint64 bytes); ///< "3.1 MB"

} // namespace studio::text
