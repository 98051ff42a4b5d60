#pragma once

#include "runner/host/worker_runner.h"
#include "services/grader.h"
#include "support/runner_path.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace studio::test {

using namespace Qt::StringLiterals;

/// Grades with a real worker and waits for the verdict.
inline Verdict verdictOn(const Exercise &exercise, const QString &answer)
{
    runner::WorkerRunner runner(workerPath());
    services::Grader grader(runner);
    const auto grading = grader.grade(std::make_shared<Exercise>(exercise), answer);
    QSignalSpy finished(grading.get(), &services::Grading::finished);
    REQUIRE(finished.wait(60'000));
    REQUIRE(finished.count() == 1);
    return finished.first().first().value<Verdict>();
}

inline Exercise exerciseOf(ExerciseKind kind, ExerciseSpec spec)
{
    Exercise exercise;
    exercise.id = u"it"_s;
    exercise.kind = kind;
    exercise.fileName = u"it.py"_s;
    exercise.limits.time = std::chrono::milliseconds(1000);
    exercise.spec = std::move(spec);
    return exercise;
}

inline ProgramCase programCase(const QString &input, const QString &output, bool hidden = false)
{
    ProgramCase each;
    each.input = input;
    each.output = output;
    each.hidden = hidden;
    return each;
}

inline FunctionCase functionCase(const QString &call, const QString &gives, bool hidden = false)
{
    FunctionCase each;
    each.call = call;
    each.gives = gives;
    each.hidden = hidden;
    return each;
}

/// Reads a number and prints its double.
inline Exercise doubler()
{
    ProgramSpec spec;
    spec.cases = {programCase(u"2\n"_s, u"4\n"_s), programCase(u"10\n"_s, u"20\n"_s, true)};
    return exerciseOf(ExerciseKind::Program, spec);
}

/// `triple(n)`.
inline Exercise tripler()
{
    FunctionSpec spec;
    spec.name = u"triple"_s;
    spec.cases = {functionCase(u"triple(2)"_s, u"6"_s), functionCase(u"triple(-1)"_s, u"-3"_s),
                  functionCase(u"triple(1000)"_s, u"3000"_s, true)};
    return exerciseOf(ExerciseKind::Function, spec);
}

/// Tests of `half(n)`.
inline Exercise halves(bool open)
{
    UnitTestSpec spec;
    spec.module = u"answer"_s;
    spec.testsFile = u"tests/test_half.py"_s;
    spec.open = open;
    spec.tests = uR"(
import unittest

import answer


class TestHalf(unittest.TestCase):
    def test_even(self):
        """Half of 8"""
        self.assertEqual(answer.half(8), 4)

    def test_odd(self):
        self.assertEqual(answer.half(7), 3.5)
)"_s;
    return exerciseOf(ExerciseKind::UnitTest, spec);
}

} // namespace studio::test
