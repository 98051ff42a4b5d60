#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace studio::sync {

/// Waiting times and sizes that no request can raise. They are options so that tests need not wait.
struct HttpLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(10); ///< Name, connection and handshake.
    long slowBytesPerSecond = 1000; ///< Slower than this …
    std::chrono::seconds slowFor = std::chrono::seconds(30); ///< … for this long is Failure::Timeout.
    qint64 headerBytes = 256 * 1024; ///< Of one answer; more is Failure::TooLarge.
    std::chrono::seconds idleReuse = std::chrono::seconds(60); ///< Older idle connections are not tried.
};

/// How to get out of this network. The name and the password are for the proxy alone and lie in memory only.
struct ProxySettings
{
    enum class Mode {
        None, ///< Never, whatever the environment says.
        System, ///< `https_proxy`, `all_proxy`, `no_proxy`; without them HttpOptions::systemProxy.
        Manual, ///< `url`
    };

    Mode mode = Mode::System;
    QByteArray url; ///< `http://host:port`, also `https`, `socks5h`.
    std::vector<QByteArray> noProxy; ///< Hosts, domains and networks (CIDR) reached without; Manual only.
    /// Without a name, whoever is signed in on this computer is tried (Negotiate, NTLM) and nothing else.
    QString name;
    QString password;
};

struct HttpOptions
{
    QByteArray version; ///< Of the program, for `User-Agent: learning-studio/<version> (<system>)`.
    HttpLimits limits;
    ProxySettings proxy;
    /// Proxy for a URL by the system's settings (PAC included), empty: direct. Called on the sync thread and
    /// may take its time; its answer is kept per origin until networkChanged(). May be empty.
    std::function<QByteArray(const QByteArray &url)> systemProxy;

    /// A PEM file trusted besides what the system trusts: a school's own authority. There is no option that
    /// trusts less than a checked certificate. On Windows it is trusted instead of the system's store.
    QString extraCaFile;
    QString bundledCaFile; ///< PEM, used when the system has none: the AppImage's own.

    bool plainHttp = false; ///< `http` to hosts other than this computer. Tokens can then be read on the way.
};

} // namespace studio::sync
