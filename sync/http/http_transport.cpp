#include "sync/http/http_transport.h"

#include <algorithm>

namespace studio::sync {

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&lowerCaseName](const auto &each) {
        return each.first == lowerCaseName;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

bool HttpResponse::isJson() const
{
    return contentType == "application/json" || contentType.endsWith("+json");
}

HttpResult HttpTransport::send(HttpRequest request, const std::stop_token &stop)
{
    const quint64 id = start(std::move(request));
    bool cancelled = false;
    std::vector<HttpCompletion> others;
    std::optional<HttpResult> mine;
    while (!mine) {
        if (stop.stop_requested() && !cancelled) {
            cancel(id);
            cancelled = true;
        }
        for (HttpCompletion &each : wait(std::chrono::seconds(10), stop)) {
            if (each.id == id) {
                mine = std::move(each.result);
            } else {
                others.push_back(std::move(each));
            }
        }
    }
    m_heldBack.insert(m_heldBack.begin(), std::make_move_iterator(others.begin()),
                      std::make_move_iterator(others.end()));
    return std::move(*mine);
}

} // namespace studio::sync
