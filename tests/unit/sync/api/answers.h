#pragma once

#include "sync/http/http_transport.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace studio::sync::tests {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

inline HttpResult json(int status, QByteArray body, Headers headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.contentType = "application/json";
    response.headers = std::move(headers);
    return response;
}

inline HttpResult html(int status, Headers headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = "<!doctype html><title>?</title>";
    response.contentType = "text/html";
    response.headers = std::move(headers);
    return response;
}

inline HttpResult failed(Failure failure, bool maybeArrived = false)
{
    return tl::unexpected(HttpError{failure, QStringLiteral("libcurl"), maybeArrived, {}});
}

} // namespace studio::sync::tests
