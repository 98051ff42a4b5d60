#pragma once

#include "cli/command.h"

namespace studio::services {
class CourseValidation;
struct CourseReport;
} // namespace studio::services

namespace studio::cli {

/// `validate FOLDER`: proves a course and tells all its problems.
class ValidateCommand final : public Command
{
    Q_OBJECT

public:
    ValidateCommand(const Environment &environment, CommandIo io);
    ~ValidateCommand() override;

    void start(const QStringList &arguments) override;
    void interrupt() override;

private:
    void tell(const services::CourseReport &report);
    void tellJson(const services::CourseReport &report);

    std::unique_ptr<services::CourseValidation> m_validation;
    bool m_json = false;
};

} // namespace studio::cli
