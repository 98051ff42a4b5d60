#pragma once

#include "domain/course.h"
#include "domain/result.h"

namespace studio {

/// A course and what is wrong with it. A course with errors is still loaded as far as it can be.
struct LoadedCourse
{
    std::shared_ptr<const Course> course; ///< Null when course.yaml itself can't be used.
    std::vector<Problem> problems;
};

/// Where courses come from. Thread-safe: any function may be called from any thread.
class CourseSource
{
    Q_DISABLE_COPY_MOVE(CourseSource)

public:
    CourseSource() = default;
    virtual ~CourseSource() = default;

    /// Bundled and installed courses, in the order to show them. Reads only course.yaml files.
    virtual std::vector<CourseSummary> courses() const = 0;

    /// NotFound when there is no such course.
    virtual Result<LoadedCourse> load(const QString &courseId) const = 0;

    /// Loads a course folder from anywhere (validate, preview). NotFound when there is no course.yaml.
    virtual Result<LoadedCourse> loadFolder(const QString &path) const = 0;

    /// Copies a course folder into the installed ones; replaces an older copy of the same id.
    /// InvalidData, with the first problem as message, when the course has errors.
    virtual Result<CourseSummary> install(const QString &path) = 0;

    /// Moves an installed course to the bin. Conflict for a bundled one.
    virtual Result<> remove(const QString &courseId) = 0;

    /// Python-flavoured Markdown to sanitised HTML, for text that is not part of a course (notes, messages).
    virtual RichText render(const QString &markdown) const = 0;
};

} // namespace studio
