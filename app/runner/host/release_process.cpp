#include "runner/host/release_process.h"

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

QProcessEnvironment workerEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    return environment;
}

} // namespace studio::runner
