#include "services/grading/drawing_check.h"

#include "services/grading/drawing_compare.h"

namespace studio::services {

using namespace Qt::StringLiterals;

DrawingCheck::DrawingCheck(CodeRunner &runner, Job job)
    : m_runner(runner)
    , m_job(std::move(job))
{
}

void DrawingCheck::start()
{
    CaseResult only;
    only.number = 1;
    m_result.cases = {only};
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_result.stopped) {
                return conclude();
            }
            run(m_job.solution, m_expected, &DrawingCheck::solutionDrawn);
        },
        Qt::QueuedConnection);
}

void DrawingCheck::stop()
{
    m_result.stopped = true;
    if (m_run) {
        m_run->stop();
    }
}

void DrawingCheck::run(const QString &code, Drawing &drawing, void (DrawingCheck::*then)(const RunResult &))
{
    RunRequest request;
    request.code = code;
    request.fileName = m_job.fileName;
    request.input = m_job.spec.input.toUtf8();
    request.limits = m_job.limits;
    m_run = m_runner.run(request);
    connect(m_run.get(), &Run::drew, this,
            [&drawing](const DrawingChange &change) { drawing.apply(change); });
    connect(m_run.get(), &Run::finished, this, [this, then](const RunResult &result) {
        m_run.release()->deleteLater(); // this is its own signal
        (this->*then)(result);
    });
}

void DrawingCheck::solutionDrawn(const RunResult &result)
{
    if (m_result.stopped) {
        return conclude();
    }
    if (result.state == RunState::WorkerFailed) {
        m_result.broken = BrokenReason{u"Python could not be started: "_s % result.failure, {}, true, {}};
    } else if (!cameToItsEnd(result)) {
        m_result.broken
            = BrokenReason{u"solution.py does not come to its end"_s, m_job.place, false, result.error};
    } else if (drawingText(m_expected, m_job.spec.rule).isEmpty()) {
        m_result.broken = BrokenReason{u"solution.py draws nothing"_s, m_job.place, false, {}};
    } else if (partsOf(m_expected).tooMany) {
        m_result.broken
            = BrokenReason{u"solution.py draws too much to be compared"_s, m_job.place, false, {}};
    }
    if (m_result.broken) {
        return conclude();
    }
    run(m_job.code, m_actual, &DrawingCheck::answerDrawn);
}

void DrawingCheck::answerDrawn(const RunResult &result)
{
    CaseResult &only = m_result.cases.front();
    only.run = result.state;
    only.error = result.error;
    only.expected = drawingText(m_expected, m_job.spec.rule);
    only.actual = drawingText(m_actual, m_job.spec.rule);
    auto comparison = std::make_shared<DrawingComparison>();
    comparison->expected = m_expected;
    comparison->actual = m_actual;
    comparison->difference = compareDrawings(m_expected, m_actual, m_job.spec.rule);
    if (result.state == RunState::WorkerFailed) {
        m_result.broken = BrokenReason{u"Python could not be started: "_s % result.failure, {}, true, {}};
    } else if (result.state == RunState::SyntaxError) {
        m_result.error = result.error;
    } else if (didNotFinish(result.state)) {
        only.state = CaseState::DidNotFinish;
    } else if (result.state == RunState::Raised) {
        only.state = CaseState::Raised;
    } else {
        only.state = comparison->difference.none() ? CaseState::Passed : CaseState::Differs;
    }
    only.drawing = std::move(comparison);
    Q_EMIT progressed(1, 1);
    conclude();
}

void DrawingCheck::conclude()
{
    Q_EMIT done(m_result);
}

} // namespace studio::services
