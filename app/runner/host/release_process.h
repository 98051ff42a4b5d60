#pragma once

#include <QProcess>

#include <chrono>
#include <optional>

namespace studio::runner {

/// Lets go of a process that is ending: it is deleted when it has, and nobody waits for it.
void releaseProcess(QProcess *process);

/// The beginning of a small file of the system's; empty when there is none.
QByteArray readSystemFile(const QString &path);

/// Processor time that a process's main thread has had.
std::optional<std::chrono::nanoseconds> busyTimeOf(qint64 pid);

/// What a worker knows of the person's environment: next to nothing.
QProcessEnvironment workerEnvironment();

} // namespace studio::runner
