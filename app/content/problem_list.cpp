#include "content/problem_list.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

void ProblemList::error(SourcePlace place, QString what, QString expected)
{
    m_problems.push_back({Severity::Error, std::move(place), std::move(what), std::move(expected)});
}

void ProblemList::warning(SourcePlace place, QString what, QString expected)
{
    m_problems.push_back({Severity::Warning, std::move(place), std::move(what), std::move(expected)});
}

bool ProblemList::hasErrors() const
{
    return std::any_of(m_problems.begin(), m_problems.end(),
                       [](const Problem &problem) { return problem.severity == Severity::Error; });
}

std::vector<Problem> ProblemList::take()
{
    const auto key = [](const Problem &problem) {
        return std::tuple(problem.place.file != "course.yaml"_L1, problem.place.file, problem.place.line,
                          problem.place.column);
    };
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [&key](const Problem &left, const Problem &right) { return key(left) < key(right); });
    return std::exchange(m_problems, {});
}

} // namespace studio::content
