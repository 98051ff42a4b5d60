#include "services/grading/unittest_check.h"

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

CaseResult caseFrom(const TestOutcome &outcome)
{
    CaseResult result;
    result.name = outcome.description;
    result.call = outcome.name;
    result.message = outcome.message;
    result.error = outcome.error;
    switch (outcome.state) {
    case TestOutcome::State::Passed:
        result.state = CaseState::Passed;
        break;
    case TestOutcome::State::Failed:
        result.state = CaseState::Differs;
        break;
    case TestOutcome::State::Raised:
        result.state = CaseState::Raised;
        break;
    case TestOutcome::State::Skipped:
        result.state = CaseState::NotRun;
        break;
    }
    return result;
}

} // namespace

UnitTestCheck::UnitTestCheck(CodeRunner &runner, UnitTestSpec spec, QString code, QString fileName,
                             const RunLimits &limits)
    : m_runner(runner)
    , m_spec(std::move(spec))
    , m_code(std::move(code))
    , m_fileName(std::move(fileName))
    , m_limits(limits)
{
}

void UnitTestCheck::start()
{
    m_result.openTests = m_spec.open;
    QMetaObject::invokeMethod(this, &UnitTestCheck::begin, Qt::QueuedConnection);
}

void UnitTestCheck::stop()
{
    m_result.stopped = true;
    if (m_session) {
        m_session.release()->deleteLater(); // kills both processes
        Q_EMIT done(m_result);
    }
}

void UnitTestCheck::begin()
{
    if (m_result.stopped) {
        Q_EMIT done(m_result);
        return;
    }
    m_session = m_runner.test(
        {m_code, m_fileName, m_spec.module, m_spec.tests, m_spec.testsFile, m_spec.open, m_limits});
    connect(m_session.get(), &TestSession::finished, this, &UnitTestCheck::finished);
}

void UnitTestCheck::finished(const TestReport &report)
{
    m_session.release()->deleteLater(); // this is its own signal
    const RunResult &answer = report.answerRun;
    int number = 0;
    for (const TestOutcome &outcome : report.tests) {
        m_result.cases.push_back(caseFrom(outcome));
        m_result.cases.back().number = ++number;
    }
    if (answer.state == RunState::WorkerFailed || report.testRun.state == RunState::WorkerFailed) {
        // The tests never start when the answer's module fails, and then their run has the same default
        // state.
        if (!answer.failure.isEmpty() || !report.testRun.failure.isEmpty()) {
            m_result.broken = BrokenReason{
                u"Python could not be started: "_s % answer.failure % report.testRun.failure, {}, true, {}};
        }
    }
    const bool none = report.tests.empty();
    if (m_result.broken) {
        m_result.cases.clear();
    } else if (report.testsBroken) {
        m_result.broken = BrokenReason{
            none ? u"the test file has no test"_s
                 : u"the test file does not load: "_s % report.tests[0].message,
            {m_spec.testsFile, none || !report.tests[0].error ? 0 : report.tests[0].error->line, 0},
            false,
            none ? std::nullopt : report.tests[0].error};
        m_result.cases.clear();
    } else if (didNotFinish(answer.state)) {
        CaseResult unfinished;
        unfinished.state = CaseState::DidNotFinish;
        unfinished.run = answer.state;
        // Tests after the process was gone tell nothing of their own.
        for (CaseResult &each : m_result.cases) {
            if (each.state == CaseState::Raised && !each.error) {
                each.state = CaseState::NotRun;
            }
        }
        m_result.cases.insert(m_result.cases.begin(), unfinished);
    } else if (none && (answer.state == RunState::SyntaxError || answer.state == RunState::Raised)) {
        m_result.error = answer.error;
    } else if (none) {
        RunError left;
        left.type = u"SystemExit"_s;
        m_result.error = left;
    }
    Q_EMIT done(m_result);
}

} // namespace studio::services
