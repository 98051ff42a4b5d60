#pragma once

#include "sync/api/capabilities.h"
#include "sync/courses/course_source.h"
#include "sync/courses/course_store.h"
#include "sync/courses/fetcher.h"

#include <functional>

namespace studio::sync {

/// Fetches all of one course and installs it in our own format. Blocking, on the sync thread. Each answer is
/// kept in
/// `<root>/staging/<id>` as it comes: whatever ends a run, the next one asks only for what is missing. What
/// was installed before stays until the new version is whole.
class CourseDownload
{
public:
    /// Bytes that are here; all of them, or -1 while that is not known.
    using Progress = std::function<void(qint64 done, qint64 all)>;

    /// `capabilities` learns what the platform gave out when it was asked.
    CourseDownload(Fetcher &fetcher, CourseStore &store, Capabilities &capabilities);

    /// `contentHash`: of the catalogue's item, to know later whether there is something newer. Errors are
    /// those of Fetcher; DiskFull, ReadOnly, Storage; NotFound when the course is gone. A lesson's picture or
    /// an exercise that can't be had does not end it: it is in the manifest's report.
    Result<CourseManifest> run(const CatalogueCourse &course, const QByteArray &contentHash,
                               const Progress &progress, const std::stop_token &stop);

private:
    struct Run;

    Result<QByteArray> piece(Run &run, const HttpRequest &request, Fetcher::Token token);
    Result<ClassicSource> classicSource(Run &run, qint64 id);
    Result<PageSource> pageSource(Run &run, qint64 id, const QString &slug);
    Result<> pageExercise(Run &run, PageSource &source, const CourseExerciseDto &listed);
    Result<> pageLessons(Run &run, PageSource &source, const QString &slug);
    Result<> pictures(Run &run, const QStringList &wanted, CourseManifest &manifest);
    Result<CourseManifest> install(Run &run, const std::function<CourseFilesMap(Conversion &)> &write);

    Fetcher &m_fetcher;
    CourseStore &m_store;
    Capabilities &m_capabilities;
};

} // namespace studio::sync
