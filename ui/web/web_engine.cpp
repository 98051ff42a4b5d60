#include "ui/web/web_engine.h"

#include "ui/web/web_profile.h"

#include <QFile>
#include <QWebEngineUrlScheme>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFlags = "QTWEBENGINE_CHROMIUM_FLAGS";

/// The number behind `Seccomp:` in /proc/PID/status; -1 when it is not there.
int seccompMode(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Seccomp:")) {
            return line.mid(8).trimmed().toInt();
        }
    }
    return -1;
}

/// `user:[4026531837]`; empty when the process or the permission is missing.
std::string userNamespace(const std::string &pid)
{
    std::error_code failure;
    return std::filesystem::read_symlink("/proc/" + pid + "/ns/user", failure).string();
}

} // namespace

QString RendererSandbox::toString() const
{
    if (!known) {
        return u"unknown"_s;
    }
    return (ownNamespaces ? u"own namespaces"_s : u"no own namespaces"_s) % u", "_s
        % (systemCallFilter ? u"system calls filtered"_s : u"system calls not filtered"_s);
}

void registerStudioScheme()
{
    QWebEngineUrlScheme scheme(kStudioScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

void prepareWebEngine(const WebEngineOptions &options)
{
    // A debug port in a released program would hand every lesson to any local process.
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING");
    QByteArrayList flags = {"--js-flags=--jitless", "--renderer-process-limit=1"};
    if (!options.gpu) {
        flags.append("--disable-gpu");
        if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) {
            qputenv("QT_QUICK_BACKEND", "software");
        }
    }
    if (options.screenReader) {
        flags.append("--force-renderer-accessibility");
    }
    QByteArray all = qgetenv(kFlags);
    for (const QByteArray &flag : flags) {
        if (!all.contains(flag)) {
            all += all.isEmpty() ? flag : ' ' + flag;
        }
    }
    qputenv(kFlags, all);
}

bool webEngineCanStart()
{
#ifdef Q_OS_UNIX
    if (geteuid() != 0) {
        return true;
    }
    return qgetenv("QTWEBENGINE_DISABLE_SANDBOX") == "1" || qgetenv(kFlags).contains("--no-sandbox");
#else
    return true;
#endif
}

RendererSandbox rendererSandbox(qint64 pid)
{
    RendererSandbox found;
    const int mode = pid > 0 ? seccompMode(pid) : -1;
    const std::string own = userNamespace("self");
    const std::string theirs = userNamespace(std::to_string(pid));
    found.known = mode >= 0 && !own.empty() && !theirs.empty();
    found.systemCallFilter = mode == 2;
    found.ownNamespaces = found.known && own != theirs;
    return found;
}

} // namespace studio::ui
