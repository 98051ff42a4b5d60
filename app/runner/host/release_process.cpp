#include "runner/host/release_process.h"

#include <QFile>

namespace studio::runner {

using namespace Qt::StringLiterals;

void releaseProcess(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // Without a parent: when the program ends first, nothing is to wait for the process or to complain of it.
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

QByteArray readSystemFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
}

std::optional<std::chrono::nanoseconds> busyTimeOf(qint64 pid)
{
    const QByteArray times = readSystemFile(u"/proc/%1/schedstat"_s.arg(pid));
    bool known = false;
    const qint64 time = times.left(times.indexOf(' ')).toLongLong(&known);
    return known ? std::optional(std::chrono::nanoseconds(time)) : std::nullopt;
}

QProcessEnvironment workerEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    return environment;
}

} // namespace studio::runner
