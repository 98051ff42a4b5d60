#include "services/playground_service.h"

namespace studio::services {

using namespace Qt::StringLiterals;

PlaygroundService::PlaygroundService(CodeRunner &runner)
    : m_runner(runner)
{
}

PlaygroundService::~PlaygroundService() = default;

std::unique_ptr<Run> PlaygroundService::run(RunRequest request)
{
    request.kind = RunKind::Program;
    request.limits = RunLimits::forProgram();
    request.keepForConsole = true;
    return m_runner.run(request);
}

std::unique_ptr<Run> PlaygroundService::runNothing()
{
    RunRequest request;
    request.fileName = u"console.py"_s;
    return run(request);
}

std::unique_ptr<Run> PlaygroundService::runExample(const QString &code,
                                                   const std::optional<QByteArray> &input)
{
    RunRequest request;
    request.code = code;
    request.fileName = u"example.py"_s;
    request.input = input;
    request.kind = RunKind::Check; // course code
    request.limits = RunLimits::forProgram();
    return m_runner.run(request);
}

} // namespace studio::services
