#pragma once

#include "support/test_certificate.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace studio::test {

struct WireRequest
{
    QByteArray method;
    QByteArray target; ///< As it stands in the first line: a path, or with a proxy a URL or `host:port`.
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    int connection = 0; ///< 1 for the first that the server accepted.
    int number = 0; ///< 1 for the first on its connection.

    QByteArray header(const QByteArray &lowerCaseName) const; ///< Empty when absent.
};

/// One connection as the script sees it. Nothing here throws or waits longer than the server lives.
class Wire
{
    Q_DISABLE_COPY_MOVE(Wire)

public:
    Wire(int socket, int number);
    ~Wire();

    bool startTls(const TestCertificate &certificate); ///< false: the client did not go through with it.
    std::optional<WireRequest> readRequest(); ///< With its body; nothing when the client has gone.
    QByteArray read(); ///< Whatever comes; empty when the client has gone.
    bool send(const QByteArray &bytes); ///< false: the client has gone.
    /// `Content-Length` and `Content-Type: application/json` are added; other headers end in "\r\n" each.
    bool answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
    void hang(); ///< Until the client has gone or the server ends.
    void close(); ///< Orderly, as seen by TCP; with TLS without a goodbye.
    void reset(); ///< RST
    void tunnelTo(quint16 port); ///< Both ways between the client and a port here, until one of them ends.

    int number() const { return m_number; }

    void stop(); ///< From another thread: every call above returns.

private:
    struct Tls;

    const int m_socket;
    const int m_number;
    int m_requests = 0;
    std::atomic<bool> m_stopped{false};
    QByteArray m_unread;
    std::unique_ptr<Tls> m_tls;
};

/// A server on a free loopback port that does what a script says, down to the byte. The script runs once for
/// each connection, on a thread of that connection; the connection is closed when it returns.
class ScriptedServer
{
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    using Script = std::function<void(Wire &)>;

    explicit ScriptedServer(Script script);
    ScriptedServer(Script script, TestCertificate certificate); ///< With TLS, before the script starts.
    ~ScriptedServer();

    quint16 port() const { return m_port; }

    QByteArray url(const QByteArray &path = "/") const; ///< `http://127.0.0.1:port/`, or https and localhost

    int connections() const { return m_accepted; } ///< Accepted so far, also those whose TLS failed.

    void note(WireRequest request); ///< For scripts: what the server would have acted on.
    std::vector<WireRequest> noted() const;

private:
    struct Connection
    {
        std::weak_ptr<Wire> wire;
        std::thread thread;
    };

    void listen();
    void accept();

    const Script m_script;
    const std::optional<TestCertificate> m_certificate;
    int m_socket = -1;
    quint16 m_port = 0;
    std::atomic<int> m_accepted{0};
    std::atomic<bool> m_stopped{false};
    mutable std::mutex m_mutex; // m_connections, m_noted
    std::vector<Connection> m_connections;
    std::vector<WireRequest> m_noted;
    std::thread m_thread;
};

} // namespace studio::test
