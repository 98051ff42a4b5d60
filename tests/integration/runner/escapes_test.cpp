#include <QDirIterator>
#include <QLocalServer>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <unistd.h>

#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

constexpr int kNobody = 65534;

QString attemptsFolder()
{
    return QStringLiteral(STUDIO_TEST_DATA) + u"/escapes"_s;
}

/// A program that tries to get out, and what its first lines say of it.
struct Attempt
{
    QString name;
    QString code;
    QStringList heldBy;
    QList<RunKind> kinds;

    bool isHeldWithout(const QString &layer) const
    {
        return heldBy.contains(u"always"_s) || heldBy.size() > (heldBy.contains(layer) ? 1 : 0);
    }
};

QStringList wordsAfter(const QString &code, const QString &mark)
{
    const qsizetype at = code.indexOf(mark);
    return at < 0 ? QStringList()
                  : code.mid(at + mark.size()).section(u'\n', 0, 0).split(u' ', Qt::SkipEmptyParts);
}

std::vector<Attempt> attempts()
{
    std::vector<Attempt> all;
    QDirIterator files(attemptsFolder(), {u"*.py"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        Attempt attempt;
        attempt.name = QDir(attemptsFolder()).relativeFilePath(file.fileName());
        attempt.code = QString::fromUtf8(file.readAll());
        attempt.heldBy = wordsAfter(attempt.code, u"# held by:"_s);
        for (const QString &kind : wordsAfter(attempt.code, u"# as:"_s)) {
            attempt.kinds.append(kind == u"program"_s ? RunKind::Program : RunKind::Check);
        }
        REQUIRE_FALSE(attempt.heldBy.isEmpty());
        REQUIRE_FALSE(attempt.kinds.isEmpty());
        all.push_back(attempt);
    }
    return all;
}

/// What lies outside, and sees whether anything reached it.
class Outside final
{
public:
    Outside()
        : m_folder(u"/var/tmp/studio-outside-XXXXXX"_s) // not /tmp, which a run has of its own
    {
        REQUIRE(m_folder.isValid());
        QDir(m_folder.path()).mkdir(u"free"_s);
        QFile file(secretFile());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(kSecret);
        file.close();
        REQUIRE(m_tcp.listen(QHostAddress::LocalHost));
        REQUIRE(m_udp.bind(QHostAddress::LocalHost, m_tcp.serverPort()));
        REQUIRE(m_byPath.listen(socketPath()));
        m_abstract.setSocketOptions(QLocalServer::AbstractNamespaceOption);
        REQUIRE(m_abstract.listen(socketPath()));
    }

    QStringList arguments() const
    {
        return {secretFile(), m_folder.filePath(u"free"_s), QString::number(m_tcp.serverPort()),
                QString::number(QCoreApplication::applicationPid()), socketPath()};
    }

    /// What was reached, in words; empty when nothing was.
    QString reached(const Ran &ran)
    {
        QTest::qWait(1); // connections are noticed by the event loop
        QStringList found;
        if (ran.out.contains(u"GOT OUT"_s) || ran.out.contains(QString::fromLatin1(kSecret))) {
            found.append(u"it says: "_s + ran.out.left(200));
        }
        QFile file(secretFile());
        if (!file.open(QIODevice::ReadOnly) || file.readAll() != kSecret) {
            found.append(u"the secret was changed"_s);
        }
        if (!QDir(m_folder.filePath(u"free"_s)).isEmpty()) {
            found.append(u"something was written outside"_s);
        }
        if (m_tcp.hasPendingConnections() || m_udp.hasPendingDatagrams() || m_byPath.hasPendingConnections()
            || m_abstract.hasPendingConnections()) {
            found.append(u"a socket was reached"_s);
        }
        if (QFile::exists(u"/dev/shm/studio-escape"_s)) {
            QFile::remove(u"/dev/shm/studio-escape"_s);
            found.append(u"shared memory was written"_s);
        }
        if (!QTest::qWaitFor([] { return !isRunning("77.0625"); }, 3000)) {
            found.append(u"a process lives on"_s);
        }
        return found.join(u"; "_s);
    }

private:
    QString secretFile() const { return m_folder.filePath(u"secret.txt"_s); }

    QString socketPath() const { return m_folder.filePath(u"socket"_s); }

    static constexpr const char *kSecret = "nobody is to read this";

    QTemporaryDir m_folder;
    QTcpServer m_tcp;
    QUdpSocket m_udp;
    QLocalServer m_byPath;
    QLocalServer m_abstract;
};

Ran tryIt(runner::WorkerRunner &runner, const Attempt &attempt, RunKind kind, const Outside &outside)
{
    RunRequest made = request(attempt.code);
    made.kind = kind;
    made.arguments = outside.arguments();
    made.limits = RunLimits::forCheck();
    made.limits.wall = std::chrono::milliseconds(1500);
    const auto run = runner.run(made);
    QSignalSpy finished(run.get(), &Run::finished);
    QByteArray out;
    QObject::connect(run.get(), &Run::output, run.get(), [&out](RunStream stream, const QByteArray &bytes) {
        if (stream == RunStream::Out) { // a traceback on the other shows what was tried
            out += bytes;
        }
    });
    REQUIRE(finished.wait(20'000));
    return {finished.first().first().value<RunResult>(), QString::fromUtf8(out), {}};
}

void noneGetsOut(const QString &withoutLayer)
{
    runner::WorkerRunner runner({workerPath(), LauncherKind::Fork, withoutLayer});
    Outside outside;
    for (const Attempt &attempt : attempts()) {
        if (!withoutLayer.isEmpty()
            && (!attempt.isHeldWithout(withoutLayer) || attempt.name.startsWith(u"time/"_s))) {
            continue;
        }
        for (const RunKind kind : attempt.kinds) {
            INFO(attempt.name.toStdString() << (kind == RunKind::Check ? " as a check" : " as a program")
                                            << " without: " << withoutLayer.toStdString());
            CHECK(outside.reached(tryIt(runner, attempt, kind, outside)).toStdString() == "");
        }
    }
    const SandboxReport report = runner.sandbox();
    REQUIRE(report.layers.size() == 4);
    for (const SandboxLayer &layer : report.layers) {
        INFO(layer.name.toStdString() << ": " << layer.detail.toStdString());
        CHECK(layer.active == (layer.name != withoutLayer)); // this machine has them all
    }
}

} // namespace

TEST_CASE("There are enough attempts to get out", "[escapes]")
{
    CHECK(attempts().size() >= 50);
}

TEST_CASE("No attempt gets out", "[escapes]")
{
    noneGetsOut({});
}

TEST_CASE("With one layer missing the others hold what they should", "[escapes]")
{
    noneGetsOut(GENERATE(u"namespaces"_s, u"landlock"_s, u"seccomp"_s, u"limits"_s));
}

TEST_CASE("No attempt gets out of a normal person's run either", "[escapes]")
{
    if (::geteuid() != 0) {
        return; // the cases above were that
    }
    const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
    REQUIRE_FALSE(setpriv.isEmpty());
    QProcess self;
    self.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList person
        = {u"--reuid=%1"_s.arg(kNobody), u"--regid=%1"_s.arg(kNobody), u"--clear-groups"_s};
    QProcess trial;
    trial.start(setpriv, person + QStringList{u"test"_s, u"-x"_s, QCoreApplication::applicationFilePath()});
    trial.waitForFinished();
    if (trial.exitCode() != 0) {
        WARN("another user can't read the build's folder; run the tests as a normal user to see this");
        return;
    }
    self.start(setpriv,
               person
                   + QStringList{QCoreApplication::applicationFilePath(),
                                 u"No attempt gets out,With one layer missing*"_s});
    QSignalSpy finished(&self, &QProcess::finished);
    REQUIRE(finished.wait(150'000));
    INFO(self.readAll().right(4000).toStdString());
    CHECK(self.exitStatus() == QProcess::NormalExit);
    CHECK(self.exitCode() == 0);
}
