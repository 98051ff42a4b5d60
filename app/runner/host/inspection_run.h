#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/worker_process.h"

namespace studio::runner {

/// One text being parsed in a worker.
class InspectionRun final : public Inspection
{
    Q_OBJECT

public:
    InspectionRun(const std::shared_ptr<Launcher> &launcher, const QString &code);

private:
    WorkerProcess m_process;
    SourceFacts m_facts;
    bool m_told = false;
};

} // namespace studio::runner
