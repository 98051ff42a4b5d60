#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/worker_process.h"

namespace studio::runner {

/// A learner's module in a worker, answering calls one by one.
class ModuleSession final : public CallSession
{
    Q_OBJECT

public:
    ModuleSession(const std::shared_ptr<Launcher> &launcher, const RunRequest &module);

    void call(const CallRequest &request) override;
    void end() override;

private:
    void handle(const Json &message);

    WorkerProcess m_process;
    long long m_number = 0;
    bool m_waiting = false;
};

} // namespace studio::runner
