#include "services/grading/program_check.h"

#include <QRegularExpression>

namespace studio::services {

using namespace Qt::StringLiterals;

std::vector<CaseResult> unrunCases(const std::vector<ProgramCase> &cases)
{
    std::vector<CaseResult> results;
    int visible = 0;
    int hidden = 0;
    for (const ProgramCase &each : cases) {
        CaseResult result;
        result.name = each.name;
        result.hidden = each.hidden;
        result.number = each.hidden ? ++hidden : ++visible;
        result.input = each.input;
        result.expected = each.output;
        results.push_back(result);
    }
    return results;
}

ProgramCheck::ProgramCheck(CodeRunner &runner, Job job)
    : m_runner(runner)
    , m_job(std::move(job))
{
}

void ProgramCheck::start()
{
    m_result.cases = unrunCases(m_job.cases);
    if (m_job.cases.empty()) {
        m_result.broken = BrokenReason{u"there is no case to check the answer with"_s, {}, false, {}};
    }
    for (const ProgramCase &each : m_job.cases) {
        const QRegularExpression pattern(each.output);
        if (m_job.rule.kind == OutputRule::Kind::Pattern && !pattern.isValid()) {
            m_result.broken = BrokenReason{u"the pattern of a case is not a regular expression: "_s
                                               % pattern.errorString(),
                                           each.place,
                                           false,
                                           {}};
        }
    }
    m_enough = m_result.broken.has_value();
    QMetaObject::invokeMethod(this, &ProgramCheck::next, Qt::QueuedConnection);
}

void ProgramCheck::stop()
{
    m_result.stopped = true;
    if (m_run) {
        m_run->stop();
    }
}

void ProgramCheck::next()
{
    if (m_enough || m_result.stopped || m_at == m_job.cases.size()) {
        return conclude();
    }
    const ProgramCase &each = m_job.cases[m_at];
    RunRequest request;
    request.code = m_job.code;
    request.fileName = m_job.fileName;
    request.arguments = each.arguments;
    request.input = each.input.toUtf8();
    request.limits = m_job.limits;
    m_printed.clear();
    m_run = m_runner.run(request);
    connect(m_run.get(), &Run::output, this, [this](RunStream stream, const QByteArray &bytes) {
        if (stream == RunStream::Out) {
            m_printed += bytes;
        }
    });
    connect(m_run.get(), &Run::finished, this, &ProgramCheck::ended);
}

void ProgramCheck::ended(const RunResult &run)
{
    m_run.release()->deleteLater(); // this is its own signal
    CaseResult &result = m_result.cases[m_at];
    result.actual = QString::fromUtf8(m_printed);
    result.run = run.state;
    result.error = run.error;
    const OutputComparison comparison = compareOutput(result.actual, result.expected, m_job.rule);
    if (run.state == RunState::WorkerFailed) {
        m_result.broken = BrokenReason{u"Python could not be started: "_s % run.failure, {}, true, {}};
        m_enough = true;
    } else if (run.state == RunState::SyntaxError) {
        m_result.error = run.error;
        m_enough = true;
    } else if (didNotFinish(run.state)) {
        result.state = CaseState::DidNotFinish;
        m_enough = true; // the other cases would take as long
    } else if (run.state == RunState::Raised) {
        result.state = CaseState::Raised;
    } else {
        result.state = comparison.equal ? CaseState::Passed : CaseState::Differs;
    }
    if (!comparison.equal) {
        result.difference = comparison.difference;
    }
    ++m_at;
    Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_job.cases.size()));
    next();
}

void ProgramCheck::conclude()
{
    Q_EMIT done(m_result);
}

} // namespace studio::services
