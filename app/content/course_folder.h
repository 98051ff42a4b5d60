#pragma once

#include "domain/ports/course_source.h"

#include <QMutex>
#include <QStringList>

namespace studio::content {

/// Courses in folders: those that came with the program and those a person installed.
///
/// A course of an id that came with the program can't be replaced: its exercises are what progress is kept
/// under. Ids of the platform's courses (`classic-5`) are for downloaded ones alone: work on them is sent.
/// Installing and removing take a lock file, so two running programs don't meet.
class CourseFolder final : public CourseSource
{
public:
    /// Folders that hold course folders; absolute, need not exist. `installed` is made when it is needed;
    /// `downloaded` belongs to whoever downloads and is only read.
    CourseFolder(QStringList bundled, QString installed, QString downloaded = {});
    ~CourseFolder() override = default;

    std::vector<CourseSummary> courses() const override;
    Result<LoadedCourse> load(const QString &courseId) const override;
    Result<LoadedCourse> loadFolder(const QString &path) const override;
    /// Also ReadOnly, DiskFull, InUse, Storage; what was installed before stays whole then. Conflict when a
    /// course that came with the program has the id.
    Result<CourseSummary> install(const QString &path) override;
    Result<> remove(const QString &courseId) override;
    RichText render(const QString &markdown) const override;

private:
    std::optional<CourseSummary> find(const QString &courseId) const;
    Result<> replace(const QString &incoming, const QString &id);

    QStringList m_bundled;
    QString m_installed;
    QString m_downloaded;
    QMutex m_mutex;
};

} // namespace studio::content
