#include "runner/host/inspection_run.h"

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

WorkerSpec specOf(const std::shared_ptr<Launcher> &launcher, const QString &code)
{
    WorkerSpec spec{launcher, RunKind::Check, false, {}, {}, RunLimits::forCheck(), {}, QByteArray()};
    spec.start
        = {{"job", "inspect"}, {"code", code.toStdString()}, {"file", "answer.py"}, {"interactive", false}};
    return spec;
}

} // namespace

InspectionRun::InspectionRun(const std::shared_ptr<Launcher> &launcher, const QString &code)
    : m_process(specOf(launcher, code))
{
    connect(&m_process, &WorkerProcess::received, this, [this](const Json &message) {
        if (textField(message, "type") != "facts") {
            return;
        }
        m_told = true;
        if (message.contains("error")) {
            m_facts.syntaxError = runErrorFrom(message["error"]);
        }
        if (const auto found = message.find("constructs"); found != message.end() && found->is_array()) {
            for (const Json &each : *found) {
                if (each.is_object()) {
                    m_facts.constructs.push_back({QString::fromStdString(textField(each, "name")),
                                                  static_cast<int>(numberField(each, "line"))});
                }
            }
        }
    });
    connect(&m_process, &WorkerProcess::ended, this, [this](const RunResult &result) {
        if (m_told) {
            Q_EMIT finished(m_facts);
        } else {
            Q_EMIT finished(
                fail(ErrorCode::Internal,
                     result.failure.isEmpty() ? u"the text could not be parsed in time"_s : result.failure));
        }
    });
    m_process.start();
}

} // namespace studio::runner
