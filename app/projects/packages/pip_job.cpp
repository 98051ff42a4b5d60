#include "projects/packages/pip_job.h"

#include "domain/when_done.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QtConcurrent>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace studio::projects {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 100'000; ///< Bytes; of a longer one the beginning.

PackageFailure failureOf(const Error &error)
{
    PackageFailure failure;
    failure.problem = error.code == ErrorCode::DiskFull ? PackageProblem::DiskFull
        : error.code == ErrorCode::ReadOnly             ? PackageProblem::ReadOnly
                                                        : PackageProblem::Other;
    failure.detail = error.message;
    return failure;
}

/// With all that it started.
void killGroup(QProcess &process)
{
#ifdef Q_OS_UNIX
    if (const qint64 group = process.processId(); group > 0) {
        ::kill(static_cast<pid_t>(-group), SIGKILL);
    }
#endif
    process.kill();
}

/// Proxies and certificates of the system count, settings of other Pythons and pips do not.
QProcessEnvironment cleanEnvironment(const QString &temporary)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("PIP_"_L1) || name.startsWith("PYTHON"_L1) || name.startsWith("VIRTUAL_ENV"_L1)) {
            environment.remove(name);
        }
    }
    environment.insert(u"PYTHONUTF8"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // pip's and the system's messages are read by us
    environment.insert(u"TMPDIR"_s, temporary);
    environment.insert(u"TMP"_s, temporary);
    environment.insert(u"TEMP"_s, temporary);
    return environment;
}

} // namespace

PipJob::PipJob(PipSetup setup, const QString &environment, PackageChange change, QThreadPool &disk)
    : m_setup(std::move(setup))
    , m_environment(environment)
    , m_change(std::move(change))
    , m_disk(disk)
    , m_output(m_change)
{
    QMetaObject::invokeMethod(this, &PipJob::begin, Qt::QueuedConnection);
}

PipJob::~PipJob()
{
    if (m_process) {
        m_process->disconnect(this);
        if (m_process->state() == QProcess::NotRunning) {
            delete m_process;
        } else {
            // The way back begins when the process is really gone; the lock goes with it.
            m_process->setParent(QCoreApplication::instance());
            QObject::connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
            if (m_changing) {
                QObject::connect(m_process, &QProcess::finished, m_process,
                                 [environment = m_environment, lock = m_lock, disk = &m_disk] {
                                     QtConcurrent::run(disk, [environment, lock] {
                                         environment.recover().has_value();
                                     }).isStarted();
                                 });
            }
            killGroup(*m_process);
        }
    }
}

template<typename Work, typename Then>
void PipJob::onDisk(Work work, Then then)
{
    whenDone(QtConcurrent::run(&m_disk, [work, lock = m_lock] { return work(); }), this, then);
}

std::optional<PackageFailure> PipJob::problemBefore() const
{
    const bool install = m_change.kind == PackageChange::Kind::Install;
    for (const QString &each : m_change.packages) {
        if (install ? !isRequirement(each) : !isPackageName(each)) {
            return PackageFailure{PackageProblem::BadName, each, {}};
        }
    }
    if (m_change.packages.isEmpty()) {
        return PackageFailure{PackageProblem::BadName, {}, {}};
    }
    if (m_change.kind == PackageChange::Kind::Remove) {
        return std::nullopt;
    }
    const PackageSource &source = m_change.source;
    if (source.kind == PackageSource::Kind::Wheels && !QFileInfo(source.location).isDir()) {
        return PackageFailure{PackageProblem::NoFolder, source.location, {}};
    }
    if (source.kind == PackageSource::Kind::Index && !source.location.isEmpty()
        && !isIndexAddress(source.location)) {
        return PackageFailure{PackageProblem::IndexUnreachable, withoutCredentials(source.location), {}};
    }
    return std::nullopt;
}

void PipJob::begin()
{
    if (m_finished) {
        return; // cancelled before it began
    }
    if (const auto problem = problemBefore()) {
        return finish(problem);
    }
    if (const auto made = m_environment.makeFolder(); !made) {
        return finish(failureOf(made.error()));
    }
    m_lock = std::make_shared<QLockFile>(m_environment.lockFile());
    m_lock->setStaleLockTime(0); // held as long as its process lives
    if (!m_lock->tryLock(0)) {
        return finish(PackageFailure{PackageProblem::InUse, {}, {}});
    }
    Q_EMIT stepped({PackageStep::Kind::Preparing, {}, 0, 0});
    const bool onlyThere = m_change.kind != PackageChange::Kind::Install;
    m_changing = true;
    onDisk(
        [environment = m_environment, onlyThere, packages = m_change.packages]() -> Result<QString> {
            if (const auto repaired = environment.recover(); !repaired) {
                return fail(repaired.error());
            }
            const auto installed = environment.installed();
            for (const QString &each : packages) {
                const bool there = std::any_of(installed.begin(), installed.end(), [&each](const auto &one) {
                    return packageKey(one.name) == packageKey(each);
                });
                if (onlyThere && !there) {
                    return each;
                }
            }
            const auto begun = environment.beginChange();
            return begun ? Result<QString>(QString()) : Result<QString>(fail(begun.error()));
        },
        [this](const Result<QString> &missing) {
            if (!missing) {
                return goBack(failureOf(missing.error()));
            }
            if (!missing->isEmpty()) {
                return goBack({PackageProblem::NotInstalled, *missing, {}});
            }
            if (m_cancelled) {
                return goBack({PackageProblem::Cancelled, {}, {}});
            }
            makeEnvironment();
        });
}

void PipJob::makeEnvironment()
{
    if (QFileInfo::exists(m_environment.python())) {
        return runPip();
    }
    m_making = true;
    start(m_setup.python, {u"-I"_s, u"-m"_s, u"venv"_s, u"--without-pip"_s, m_environment.root()}, {});
}

QStringList PipJob::pipArguments() const
{
    QStringList words = {u"--isolated"_s, u"--no-input"_s, u"--no-color"_s, u"--disable-pip-version-check"_s};
    if (m_change.kind == PackageChange::Kind::Remove) {
        return QStringList{u"uninstall"_s} + words + QStringList{u"--yes"_s, u"--"_s} + m_change.packages;
    }
    words += {u"--only-binary=:all:"_s, u"--timeout=15"_s, u"--retries=1"_s};
    if (m_change.kind == PackageChange::Kind::Update) {
        words += u"--upgrade"_s;
    }
    const PackageSource &source = m_change.source;
    if (source.kind == PackageSource::Kind::Wheels) {
        words += {u"--no-index"_s, u"--find-links"_s, QFileInfo(source.location).absoluteFilePath()};
    } else if (!source.location.isEmpty()) {
        words += {u"--index-url"_s, source.location};
    }
    return QStringList{u"install"_s} + words + QStringList{u"--"_s} + m_change.packages;
}

void PipJob::runPip()
{
    m_making = false;
    const QJsonDocument words(QJsonArray::fromStringList(pipArguments()));
    start(m_environment.python(), {u"-I"_s, m_setup.script}, words.toJson(QJsonDocument::Compact));
}

void PipJob::start(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    if (m_process) {
        m_process->deleteLater(); // this may be its own signal
    }
    m_process = new QProcess;
    m_rest.clear();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setProcessEnvironment(cleanEnvironment(m_environment.temporary()));
    m_process->setWorkingDirectory(m_environment.temporary());
#ifdef Q_OS_UNIX
    m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
    connect(m_process, &QProcess::readyRead, this, &PipJob::read);
    connect(m_process, &QProcess::finished, this, &PipJob::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            goBack({PackageProblem::NoPip, m_process->program(), m_process->errorString()});
        }
    });
    m_process->start(program, arguments);
    m_process->write(input);
    m_process->closeWriteChannel();
}

void PipJob::read()
{
    m_rest += m_process->readAll();
    qsizetype end = 0;
    while ((end = m_rest.indexOf('\n')) >= 0) {
        takeLine(m_rest.left(end));
        m_rest.remove(0, end + 1);
    }
    m_rest.truncate(kLongestLine);
}

void PipJob::takeLine(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line).trimmed();
    if (text.isEmpty()) {
        return;
    }
    if (const auto step = m_output.take(text); step && !m_cancelled) {
        Q_EMIT stepped(*step);
    }
    if (PipOutput::isForPeople(text)) {
        Q_EMIT printed(withoutCredentials(text));
    }
}

void PipJob::ended(int exitCode, QProcess::ExitStatus status)
{
    read();
    takeLine(m_rest);
    if (m_cancelled) {
        return goBack({PackageProblem::Cancelled, {}, {}});
    }
    if (status == QProcess::CrashExit || exitCode != 0) {
        PackageFailure failure = m_output.failure(exitCode);
        if (m_making && failure.problem == PackageProblem::Other) {
            failure.problem = PackageProblem::NoPip; // this Python can't make environments
        }
        return goBack(failure);
    }
    if (m_making) {
        return runPip();
    }
    keep();
}

void PipJob::keep()
{
    Q_EMIT stepped({PackageStep::Kind::Finishing, {}, 0, 0});
    onDisk([environment = m_environment] { return environment.keepChange(); },
           [this](const Result<> &kept) {
               m_changing = false;
               finish(kept ? std::nullopt : std::optional(failureOf(kept.error())));
           });
}

void PipJob::goBack(const PackageFailure &failure)
{
    onDisk([environment = m_environment] { return environment.recover(); },
           [this, failure](const Result<> &back) {
               m_changing = false;
               finish(back ? failure : failureOf(back.error()));
           });
}

void PipJob::cancel()
{
    if (m_finished || m_cancelled) {
        return;
    }
    m_cancelled = true;
    if (m_process && m_process->state() != QProcess::NotRunning) {
        killGroup(*m_process);
    } else if (!m_changing) { // not begun
        QMetaObject::invokeMethod(
            this,
            [this] {
                finish(PackageFailure{PackageProblem::Cancelled, {}, {}});
            },
            Qt::QueuedConnection);
    }
}

void PipJob::finish(const std::optional<PackageFailure> &failure)
{
    if (m_finished) {
        return;
    }
    m_finished = true;
    m_lock.reset(); // shared with work on the disk, which has ended
    Q_EMIT finished(failure);
}

} // namespace studio::projects
