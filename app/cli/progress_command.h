#pragma once

#include "cli/command.h"
#include "domain/course.h"
#include "domain/progress.h"

#include <QJsonObject>

namespace studio::cli {

/// `progress [COURSE]`: how far the person is.
class ProgressCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start(const QStringList &arguments) override;

private:
    void tell(const QHash<QString, CourseProgress> &progress);
    void tellCourse(const Course &course, const CourseProgress &progress);
    QJsonObject toJson(const Course &course, const CourseProgress &progress) const;

    QString m_courseId; ///< Empty: all courses.
    bool m_json = false;
};

} // namespace studio::cli
