#pragma once

#include <QString>

namespace studio::ui {

struct WebEngineOptions
{
    bool gpu = false; ///< Hardware rendering; the setting WebGpu.
    bool screenReader = false; ///< One is running; costs memory, so only then.
};

/// What keeps the process that renders lessons away from the rest of the machine.
struct RendererSandbox
{
    bool known = false; ///< False when the process is gone or the system does not tell.
    bool ownNamespaces = false; ///< A user namespace of its own: it sees no other process and no network.
    bool systemCallFilter = false; ///< Seccomp, mode 2.

    bool isComplete() const { return ownNamespaces && systemCallFilter; }

    QString toString() const; ///< English, for `doctor` and the log.
};

/// Makes the scheme `studio:` known. Call in main() before QApplication; once.
void registerStudioScheme();

/// Sets Chromium's switches. Call before the first lesson is shown; later calls have no effect on a running
/// engine. Never switches the sandbox off: only who starts the program can, by QTWEBENGINE_DISABLE_SANDBOX=1.
void prepareWebEngine(const WebEngineOptions &options);

/// Whether the engine can start at all. It would end the whole program when started by root with its sandbox
/// on, so ask first.
bool webEngineCanStart();

/// `pid` as QWebEnginePage::renderProcessPid() gives it.
RendererSandbox rendererSandbox(qint64 pid);

} // namespace studio::ui
