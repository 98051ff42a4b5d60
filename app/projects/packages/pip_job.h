#pragma once

#include <QLockFile>
#include <QProcess>

#include "projects/packages/environment.h"
#include "projects/packages/pip_output.h"
#include "projects/packages/pip_package_store.h"

namespace studio::projects {

/// One change: take the lock, repair, keep a way back, make the environment when there is none, run pip, and
/// keep the result or go back. Work on the disk is done in `disk`, everything else by events.
class PipJob final : public PackageJob
{
    Q_OBJECT

public:
    PipJob(PipSetup setup, const QString &environment, PackageChange change, QThreadPool &disk);
    ~PipJob() override;

    void cancel() override;

private:
    void begin();
    void makeEnvironment();
    void runPip();
    void start(const QString &program, const QStringList &arguments, const QByteArray &input);
    void read();
    void takeLine(const QByteArray &line);
    void ended(int exitCode, QProcess::ExitStatus status);
    void keep();
    void goBack(const PackageFailure &failure);
    void finish(const std::optional<PackageFailure> &failure);
    template<typename Work, typename Then>
    void onDisk(Work work, Then then);
    QStringList pipArguments() const;
    std::optional<PackageFailure> problemBefore() const;

    PipSetup m_setup;
    Environment m_environment;
    PackageChange m_change;
    QThreadPool &m_disk;
    PipOutput m_output;
    std::shared_ptr<QLockFile> m_lock; ///< Shared with work on the disk that outlives this.
    QProcess *m_process = nullptr;
    QByteArray m_rest; ///< Of a line that is not whole yet.
    bool m_making = false; ///< The process makes the environment; else it is pip.
    bool m_cancelled = false;
    bool m_finished = false;
    bool m_changing = false; ///< Between beginChange() and its end.
};

} // namespace studio::projects
