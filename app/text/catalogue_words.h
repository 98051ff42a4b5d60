#pragma once

#include "domain/catalogue.h"

#include <QString>

namespace studio::text {

QString describeFacts(const CatalogueCourse &course); ///< "Beginner · 4 hours · 12 lessons · by Ada Learner"
QString difficultyWord(const QString &difficulty); ///< Empty for an unknown one.

/// Enrolled or not, what waits, what is on this computer: "Enrolled · waiting to be told · downloaded".
QString describeState(const CatalogueCourse &course);

/// What the platform does not give of this course, in a sentence; empty when it gives all.
QString describeMissing(const CatalogueCourse &course);

QString describeProgress(const CatalogueCourse &course); ///< "42 % of 3.1 MB" or "1.3 MB"
QString describeDownloadProblem(const CatalogueCourse &course); ///< Why it stopped; empty when it did not.
QString describe(const StorageUse &use); ///< "Courses take 2 MB here; 40 GB are free."

} // namespace studio::text
