#include "runner/host/module_session.h"

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

WorkerSpec specOf(const std::shared_ptr<Launcher> &launcher, const RunRequest &module)
{
    WorkerSpec spec{launcher,     RunKind::Check, false, module.workingFolder,
                    module.files, module.limits,  {},    QByteArray()};
    spec.start = {{"job", "module"},
                  {"code", module.code.toStdString()},
                  {"file", module.fileName.toStdString()},
                  {"module", "__main__"},
                  {"interactive", false}};
    return spec;
}

} // namespace

ModuleSession::ModuleSession(const std::shared_ptr<Launcher> &launcher, const RunRequest &module)
    : m_process(specOf(launcher, module))
{
    connect(&m_process, &WorkerProcess::received, this, &ModuleSession::handle);
    connect(&m_process, &WorkerProcess::ended, this, [this](const RunResult &result) {
        if (m_waiting) {
            m_waiting = false;
            CallAnswer answer;
            answer.left = true;
            Q_EMIT answered(answer);
        }
        Q_EMIT finished(result);
    });
    m_process.start();
}

void ModuleSession::call(const CallRequest &request)
{
    m_waiting = true;
    m_process.send({{"type", "call"},
                    {"id", ++m_number},
                    {"expression", request.expression.toStdString()},
                    {"input", QString::fromUtf8(request.input).toStdString()}});
}

void ModuleSession::end()
{
    m_process.send({{"type", "end"}});
}

void ModuleSession::handle(const Json &message)
{
    const std::string type = textField(message, "type");
    if (type == "ready") {
        Q_EMIT ready(QString::fromStdString(textField(message, "printed")));
    } else if (type == "answer" && m_waiting && numberField(message, "id") == m_number) {
        m_waiting = false;
        Q_EMIT answered(callAnswerFrom(message));
    }
    // Anything else is forged or late, and is worth nothing.
}

} // namespace studio::runner
