#include "services/grading/function_check.h"

namespace studio::services {

using namespace Qt::StringLiterals;

FunctionCheck::FunctionCheck(CodeRunner &runner, FunctionSpec spec, QString code, QString fileName,
                             const RunLimits &limits)
    : m_runner(runner)
    , m_spec(std::move(spec))
    , m_code(std::move(code))
    , m_fileName(std::move(fileName))
    , m_limits(limits)
{
}

void FunctionCheck::start()
{
    int visible = 0;
    int hidden = 0;
    for (const FunctionCase &each : m_spec.cases) {
        CaseResult result;
        result.name = each.name;
        result.hidden = each.hidden;
        result.number = each.hidden ? ++hidden : ++visible;
        result.call = each.call;
        result.input = each.input;
        PyValue value;
        if (each.gives) {
            auto parsed = parsePyLiteral(*each.gives);
            if (parsed) {
                value = std::move(*parsed);
                result.expected = value.repr();
            } else {
                m_result.broken = BrokenReason{
                    u"`gives` is not a Python literal: "_s % parsed.error().message, each.place, false, {}};
            }
        } else if (each.prints) {
            result.expected = *each.prints;
        } else {
            result.expected = each.raises.value_or(QString());
        }
        m_expected.push_back(std::move(value));
        m_result.cases.push_back(std::move(result));
    }
    if (m_spec.cases.empty()) {
        m_result.broken = BrokenReason{u"there is no case to check the answer with"_s, {}, false, {}};
    }
    QMetaObject::invokeMethod(this, &FunctionCheck::begin, Qt::QueuedConnection);
}

void FunctionCheck::stop()
{
    m_result.stopped = true;
    if (m_session) {
        m_session.release()->deleteLater(); // kills the process
        conclude();
    }
}

void FunctionCheck::begin()
{
    if (m_result.broken || m_result.stopped) {
        return conclude();
    }
    RunRequest module;
    module.code = m_code;
    module.fileName = m_fileName;
    module.limits = m_limits;
    m_session = m_runner.callSession(module);
    connect(m_session.get(), &CallSession::ready, this, [this] {
        m_ready = true;
        next();
    });
    connect(m_session.get(), &CallSession::answered, this, &FunctionCheck::answered);
    connect(m_session.get(), &CallSession::finished, this, &FunctionCheck::ended);
}

void FunctionCheck::next()
{
    if (!m_session || m_concluded) {
        return;
    }
    if (m_at == m_spec.cases.size()) {
        m_session->end();
        return;
    }
    const FunctionCase &each = m_spec.cases[m_at];
    m_session->call({each.call, each.input.toUtf8()});
}

void FunctionCheck::answered(const CallAnswer &answer)
{
    if (m_at >= m_spec.cases.size()) {
        return;
    }
    compare(m_spec.cases[m_at], answer, m_result.cases[m_at]);
    ++m_at;
    Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_spec.cases.size()));
    // Queued: when the process has just ended, finished() comes first and ends this.
    QMetaObject::invokeMethod(this, &FunctionCheck::next, Qt::QueuedConnection);
}

void FunctionCheck::compare(const FunctionCase &expected, const CallAnswer &answer, CaseResult &result) const
{
    result.printed = answer.printed;
    if (answer.left) {
        result.state = CaseState::DidNotFinish;
        result.run = RunState::Finished; // ended() says more when the process is gone
        return;
    }
    if (answer.error) {
        result.error = answer.error;
        result.actual = answer.error->type;
        const bool wanted = expected.raises && *expected.raises == answer.error->type;
        result.state = wanted ? CaseState::Passed : CaseState::Raised;
        if (answer.error->type == "MemoryError"_L1 && !wanted) {
            result.state = CaseState::DidNotFinish;
            result.run = RunState::OutOfMemory;
        }
        return;
    }
    const PyValue value = answer.value.value_or(PyValue());
    bool equal = !expected.raises;
    result.actual = value.repr();
    if (expected.gives) {
        const double tolerance = m_spec.rule.kind == OutputRule::Kind::Numbers ? m_spec.rule.tolerance : 0;
        equal = equalValues(value, m_expected[m_at], tolerance);
    }
    if (expected.prints) {
        const OutputComparison comparison = compareOutput(answer.printed, *expected.prints, m_spec.rule);
        if (!expected.gives || equal) {
            result.actual = answer.printed;
            result.expected = *expected.prints;
            if (!comparison.equal) {
                result.difference = comparison.difference;
            }
        }
        equal = equal && comparison.equal;
    }
    result.state = equal ? CaseState::Passed : CaseState::Differs;
}

void FunctionCheck::ended(const RunResult &run)
{
    if (m_concluded) {
        return;
    }
    if (run.state == RunState::WorkerFailed) {
        m_result.broken = BrokenReason{u"Python could not be started: "_s % run.failure, {}, true, {}};
    } else if (!m_ready) {
        moduleFailed(run);
    } else if (m_at > 0 && m_result.cases[m_at - 1].state == CaseState::DidNotFinish
               && m_result.cases[m_at - 1].run == RunState::Finished) {
        m_result.cases[m_at - 1].run = run.state;
    }
    conclude();
}

void FunctionCheck::moduleFailed(const RunResult &run)
{
    if (didNotFinish(run.state)) {
        m_result.cases.front().state = CaseState::DidNotFinish;
        m_result.cases.front().run = run.state;
        return;
    }
    m_result.error = run.error;
    if (!m_result.error) {
        RunError left;
        left.type = u"SystemExit"_s; // it left before its function could be called
        m_result.error = left;
    }
}

void FunctionCheck::conclude()
{
    if (!m_concluded) {
        m_concluded = true;
        Q_EMIT done(m_result);
    }
}

} // namespace studio::services
