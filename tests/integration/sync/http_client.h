#pragma once

#include "support/scripted_server.h"
#include "sync/http/curl_transport.h"

#include <QTemporaryFile>

namespace studio::sync {

/// Waiting times a test can wait for, no proxy whatever the machine has, and one authority that is trusted.
inline HttpOptions testOptions()
{
    HttpOptions options;
    options.version = "1.2.3";
    options.proxy.mode = ProxySettings::Mode::None;
    options.limits.connect = std::chrono::seconds(5);
    options.limits.slowFor = std::chrono::seconds(2);
    return options;
}

inline HttpRequest get(const QByteArray &url)
{
    HttpRequest request;
    request.url = url;
    request.timeout = std::chrono::seconds(10);
    return request;
}

inline HttpRequest post(const QByteArray &url, const QByteArray &body)
{
    HttpRequest request = get(url);
    request.method = "POST";
    request.body = body;
    return request;
}

/// Answers every request with `{}` and notes it.
inline test::ScriptedServer::Script answerAll(const QByteArray &status = "200 OK",
                                              const QByteArray &headers = {})
{
    return [status, headers](test::Wire &wire) {
        while (wire.readRequest() && wire.answer(status, "{}", headers)) { }
    };
}

/// A result in one line, for tests to compare and to show: `200`, or `Cut: libcurl's words`.
inline std::string told(const HttpResult &result)
{
    static const char *const names[]
        = {"Refused",       "NoName", "Timeout",  "Cut",  "Certificate", "Tls",
           "ProxyPassword", "Proxy",  "TooLarge", "Sink", "Cancelled",   "Other"};
    return result ? std::to_string(result->status)
                  : names[int(result.error().failure)] + (": " + result.error().detail.toStdString());
}

/// What kind of failure, as told() begins.
inline std::string failureOf(const HttpResult &result)
{
    return told(result).substr(0, told(result).find(':'));
}

} // namespace studio::sync
