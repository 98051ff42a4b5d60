#pragma once

#include <QProcess>

namespace studio::runner {

/// Lets go of a process that is ending: it is deleted when it has, and nobody waits for it.
void releaseProcess(QProcess *process);

/// What a worker knows of the person's environment: next to nothing.
QProcessEnvironment workerEnvironment();

} // namespace studio::runner
