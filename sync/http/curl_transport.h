#pragma once

#include "sync/http/http_options.h"
#include "sync/http/http_transport.h"

#include <memory>

namespace studio::sync {

/// Exchanges on libcurl's multi interface: one handle, connections reused and shared over HTTP/2. Nothing
/// here waits its turn: LimitedTransport does, and makeTransport() gives no transport without it.
///
/// Everything happens in wait(), sinks included; a sink may call start() and cancel(), and neither wait() nor
/// send().
class CurlTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(CurlTransport)

public:
    explicit CurlTransport(HttpOptions options);
    ~CurlTransport() override; ///< What is under way is dropped.

    quint64 start(HttpRequest request) override;
    std::vector<HttpCompletion> wait(std::chrono::milliseconds atMost, const std::stop_token &stop) override;
    void cancel(quint64 id) override;
    void networkChanged() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::sync
