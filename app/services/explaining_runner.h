#pragma once

#include "domain/ports/code_runner.h"

namespace studio::services {

class SettingsService;

/// A runner that asks for explanations of what goes wrong in a person's own programs, in the language of the
/// settings, and lets them use the network as set. Checks and course code run as they are asked for.
class ExplainingRunner final : public CodeRunner
{
public:
    /// Both must outlive this.
    ExplainingRunner(CodeRunner &runner, const SettingsService &settings);

    std::unique_ptr<Run> run(const RunRequest &request) override;
    std::unique_ptr<CallSession> callSession(const RunRequest &module) override;
    std::unique_ptr<TestSession> test(const TestRequest &request) override;
    std::unique_ptr<Inspection> inspect(const QString &code) override;
    Result<PythonInfo> probe() override;

    void warm() override { m_runner.warm(); }

    SandboxReport sandbox() const override { return m_runner.sandbox(); }

private:
    CodeRunner &m_runner;
    const SettingsService &m_settings;
};

/// The language that explanations are given in: `en` or `fr`. `wanted` is one of these, or `system`.
QString explanationLanguage(const QString &wanted);

} // namespace studio::services
