#pragma once

#include "cli/command.h"
#include "domain/course.h"
#include "domain/verdict.h"

namespace studio::services {
class Grading;
} // namespace studio::services

namespace studio::cli {

/// `check COURSE/EXERCISE --code FILE`: checks an answer and, unless told not to, records the attempt.
class CheckCommand final : public Command
{
    Q_OBJECT

public:
    CheckCommand(const Environment &environment, CommandIo io);
    ~CheckCommand() override;

    void start(const QStringList &arguments) override;
    void interrupt() override;

private:
    void grade();
    void record(const Verdict &verdict);
    void tell(const Verdict &verdict);

    std::shared_ptr<const Course> m_course;
    std::shared_ptr<const Exercise> m_exercise;
    QString m_answer;
    bool m_json = false;
    bool m_record = true;
    std::unique_ptr<services::Grading> m_grading;
};

} // namespace studio::cli
