#include "services/explaining_runner.h"

#include "services/settings_service.h"

#include <QLocale>

namespace studio::services {

using namespace Qt::StringLiterals;

ExplainingRunner::ExplainingRunner(CodeRunner &runner, const SettingsService &settings)
    : m_runner(runner)
    , m_settings(settings)
{
}

std::unique_ptr<Run> ExplainingRunner::run(const RunRequest &request)
{
    if (request.kind != RunKind::Program) {
        return m_runner.run(request);
    }
    RunRequest explained = request;
    explained.network = m_settings.flag(Setting::ProgramNetwork);
    explained.explain = explanationLanguage(m_settings.text(Setting::ExplanationLanguage));
    return m_runner.run(explained);
}

std::unique_ptr<CallSession> ExplainingRunner::callSession(const RunRequest &module)
{
    return m_runner.callSession(module);
}

std::unique_ptr<TestSession> ExplainingRunner::test(const TestRequest &request)
{
    return m_runner.test(request);
}

std::unique_ptr<Inspection> ExplainingRunner::inspect(const QString &code)
{
    return m_runner.inspect(code);
}

Result<PythonInfo> ExplainingRunner::probe()
{
    return m_runner.probe();
}

QString explanationLanguage(const QString &wanted)
{
    const QString language = wanted == "system"_L1 ? QLocale::system().name().section(u'_', 0, 0) : wanted;
    return language == "fr"_L1 ? language : u"en"_s;
}

} // namespace studio::services
