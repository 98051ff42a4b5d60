#include "domain/verdict.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<Outcome, QLatin1StringView>, 4> kOutcomeNames = {{
    {Outcome::Passed, "passed"_L1},
    {Outcome::Wrong, "wrong"_L1},
    {Outcome::DidNotFinish, "did-not-finish"_L1},
    {Outcome::ExerciseBroken, "exercise-broken"_L1},
}};

} // namespace

QString toString(Outcome outcome)
{
    for (const auto &[value, name] : kOutcomeNames) {
        if (value == outcome) {
            return name;
        }
    }
    Q_UNREACHABLE();
}

std::optional<Outcome> outcomeFrom(const QString &name)
{
    for (const auto &[value, known] : kOutcomeNames) {
        if (name == known) {
            return value;
        }
    }
    return std::nullopt;
}

int Verdict::passedCases() const
{
    return static_cast<int>(std::count_if(cases.begin(), cases.end(), [](const CaseResult &result) {
        return result.state == CaseState::Passed;
    }));
}

int smallestDiffering(const std::vector<CaseResult> &cases)
{
    const auto size = [](const CaseResult &result) {
        return std::tuple(result.hidden, result.input.size() + result.call.size());
    };
    int best = -1;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const CaseResult &result = cases[i];
        if (result.state == CaseState::Passed || result.state == CaseState::NotRun) {
            continue;
        }
        if (best < 0 || size(result) < size(cases[static_cast<std::size_t>(best)])) {
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace studio
