#pragma once

#include "domain/problem.h"

#include <vector>

namespace studio::content {

/// Collects everything that is wrong while a course is read; reading goes on.
class ProblemList final
{
public:
    void error(SourcePlace place, QString what, QString expected = {});
    void warning(SourcePlace place, QString what, QString expected = {});

    bool hasErrors() const;

    /// In the order of files (course.yaml first), lines and columns. Empties the list.
    std::vector<Problem> take();

private:
    std::vector<Problem> m_problems;
};

} // namespace studio::content
