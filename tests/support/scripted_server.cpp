#include "support/scripted_server.h"

#include <QList>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace studio::test {

namespace {

constexpr int kTick = 20; // milliseconds, between two looks at whether to stop

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

QByteArray WireRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName) {
            return value;
        }
    }
    return {};
}

struct Wire::Tls
{
    SSL_CTX *context = nullptr;
    SSL *ssl = nullptr;

    ~Tls()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }
};

Wire::Wire(int socket, int number)
    : m_socket(socket)
    , m_number(number)
{
}

Wire::~Wire()
{
    m_tls.reset();
    ::close(m_socket);
}

bool Wire::startTls(const TestCertificate &certificate)
{
    auto tls = std::make_unique<Tls>();
    tls->context = SSL_CTX_new(TLS_server_method());
    BIO *pem = BIO_new_mem_buf(certificate.certificate.constData(), int(certificate.certificate.size()));
    X509 *x509 = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr);
    BIO_free(pem);
    pem = BIO_new_mem_buf(certificate.key.constData(), int(certificate.key.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(pem, nullptr, nullptr, nullptr);
    BIO_free(pem);
    SSL_CTX_use_certificate(tls->context, x509);
    SSL_CTX_use_PrivateKey(tls->context, key);
    X509_free(x509);
    EVP_PKEY_free(key);
    tls->ssl = SSL_new(tls->context);
    SSL_set_fd(tls->ssl, m_socket);
    const bool through = SSL_accept(tls->ssl) == 1;
    m_tls = std::move(tls);
    return through;
}

QByteArray Wire::read()
{
    if (!m_unread.isEmpty()) {
        return std::exchange(m_unread, {});
    }
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    while (!m_stopped) {
        pollfd one = {m_socket, POLLIN, 0};
        if (!(m_tls && SSL_pending(m_tls->ssl) > 0) && poll(&one, 1, kTick) == 0) {
            continue;
        }
        const auto got = m_tls ? SSL_read(m_tls->ssl, buffer.data(), int(buffer.size()))
                               : recv(m_socket, buffer.data(), size_t(buffer.size()), 0);
        if (got <= 0) {
            return {};
        }
        buffer.truncate(qsizetype(got));
        return buffer;
    }
    return {};
}

std::optional<WireRequest> Wire::readRequest()
{
    QByteArray all;
    const auto readUpTo = [&](auto enough) {
        while (!enough()) {
            const QByteArray more = read();
            if (more.isEmpty()) {
                return false;
            }
            all += more;
        }
        return true;
    };
    qsizetype end = -1;
    if (!readUpTo([&] { return (end = all.indexOf("\r\n\r\n")) >= 0; })) {
        return std::nullopt;
    }
    WireRequest request;
    request.connection = m_number;
    request.number = ++m_requests;
    QList<QByteArray> lines = all.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    all.remove(0, end + 4);
    const qsizetype length = request.header("content-length").toLongLong();
    if (!readUpTo([&] { return all.size() >= length; })) {
        return std::nullopt;
    }
    request.body = all.left(length);
    m_unread = all.mid(length);
    return request;
}

bool Wire::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size() && !m_stopped) {
        const auto size = bytes.size() - sent;
        const auto now = m_tls ? SSL_write(m_tls->ssl, bytes.constData() + sent, int(size))
                               : ::send(m_socket, bytes.constData() + sent, size_t(size), MSG_NOSIGNAL);
        if (now <= 0) {
            return false;
        }
        sent += qsizetype(now);
    }
    return !m_stopped;
}

bool Wire::answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void Wire::hang()
{
    while (!m_stopped && !read().isEmpty()) { }
}

void Wire::close()
{
    ::shutdown(m_socket, SHUT_RDWR);
}

void Wire::reset()
{
    const linger now = {1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now); // the RST goes out with the destructor
    m_stopped = true;
}

void Wire::tunnelTo(quint16 port)
{
    const int other = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    const bool connected = connect(other, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    while (connected && !m_stopped) {
        pollfd both[2] = {{m_socket, POLLIN, 0}, {other, POLLIN, 0}};
        if (poll(both, 2, kTick) == 0) {
            continue;
        }
        const bool fromClient = both[0].revents != 0;
        const auto got = recv(fromClient ? m_socket : other, buffer.data(), size_t(buffer.size()), 0);
        if (got <= 0
            || ::send(fromClient ? other : m_socket, buffer.constData(), size_t(got), MSG_NOSIGNAL) != got) {
            break;
        }
    }
    ::close(other);
}

void Wire::stop()
{
    m_stopped = true;
    ::shutdown(m_socket, SHUT_RDWR);
}

ScriptedServer::ScriptedServer(Script script)
    : m_script(std::move(script))
{
    listen();
}

ScriptedServer::ScriptedServer(Script script, TestCertificate certificate)
    : m_script(std::move(script))
    , m_certificate(std::move(certificate))
{
    listen();
}

void ScriptedServer::listen()
{
    m_socket = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (m_socket < 0 || bind(m_socket, reinterpret_cast<const sockaddr *>(&address), size) != 0
        || ::listen(m_socket, 64) != 0
        || getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        throw std::runtime_error("no port for the scripted server");
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] {
        sigset_t pipe; // OpenSSL writes to clients that have gone; the connections' threads inherit this
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        accept();
    });
}

void ScriptedServer::accept()
{
    while (!m_stopped) {
        pollfd one = {m_socket, POLLIN, 0};
        const int socket = poll(&one, 1, kTick) == 1 ? ::accept(m_socket, nullptr, nullptr) : -1;
        if (socket < 0) {
            continue;
        }
        auto wire = std::make_shared<Wire>(socket, ++m_accepted);
        // The thread holds the only other reference: a script that returns closes its connection.
        std::weak_ptr<Wire> seen = wire;
        std::thread thread([this, wire = std::move(wire)]() mutable {
            if (!m_certificate || wire->startTls(*m_certificate)) {
                m_script(*wire);
            }
            ERR_clear_error();
            wire.reset();
        });
        const std::lock_guard lock(m_mutex);
        m_connections.push_back({std::move(seen), std::move(thread)});
    }
}

ScriptedServer::~ScriptedServer()
{
    m_stopped = true;
    m_thread.join();
    for (Connection &each : m_connections) { // nobody adds to them now
        if (const auto wire = each.wire.lock()) {
            wire->stop();
        }
        each.thread.join();
    }
    ::close(m_socket);
}

QByteArray ScriptedServer::url(const QByteArray &path) const
{
    return (m_certificate ? "https://localhost:" : "http://127.0.0.1:") + QByteArray::number(m_port) + path;
}

void ScriptedServer::note(WireRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_noted.push_back(std::move(request));
}

std::vector<WireRequest> ScriptedServer::noted() const
{
    const std::lock_guard lock(m_mutex);
    return m_noted;
}

} // namespace studio::test
