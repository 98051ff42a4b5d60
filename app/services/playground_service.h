#pragma once

#include "domain/ports/code_runner.h"

namespace studio::services {

/// Running what is no exercise: the learner's own programs and the examples of lessons.
class PlaygroundService final
{
    Q_DISABLE_COPY_MOVE(PlaygroundService)

public:
    explicit PlaygroundService(CodeRunner &runner);
    ~PlaygroundService();

    /// A program of the learner's own; the request says which code, in which folder, with which packages.
    /// The caller owns the run, and its console after it.
    std::unique_ptr<Run> run(RunRequest request);

    /// A run of nothing, for the console that it leaves.
    std::unique_ptr<Run> runNothing();

    /// A run of a lesson's example; nothing is kept.
    std::unique_ptr<Run> runExample(const QString &code, const std::optional<QByteArray> &input);

private:
    CodeRunner &m_runner;
};

} // namespace studio::services
