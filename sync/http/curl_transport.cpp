#include "sync/http/curl_transport.h"

#include "sync/http/ca_bundle.h"
#include "sync/http/curl_exchange.h"
#include "sync/http/proxy_choice.h"
#include "sync/http/session_cookies.h"
#include "sync/http/trust_file.h"
#include "sync/http/user_agent.h"

#include <QLoggingCategory>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace studio::sync {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcCurl, "studio.sync.http")

namespace {

using Clock = std::chrono::steady_clock;

constexpr long kKeptConnections = 8;
constexpr std::chrono::milliseconds kLongestPoll{1000}; // a lost wake-up costs a second at most

struct MultiCleanup
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

using Multi = std::unique_ptr<CURLM, MultiCleanup>;

Multi newMulti()
{
    // libcurl's own global state; never cleaned up, as other threads may still use it when the program ends.
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Multi multi(ready == CURLE_OK ? curl_multi_init() : nullptr);
    if (multi) {
        curl_multi_setopt(multi.get(), CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
        curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, kKeptConnections);
    }
    return multi;
}

} // namespace

class CurlTransport::Private
{
public:
    explicit Private(HttpOptions given)
        : options(std::move(given))
        , trust(options)
        , proxies(options)
    {
        setup.userAgent = userAgent(options.version);
        setup.caFile = trust.file();
        setup.caFolder = trust.folder();
        setup.connectLimit = options.limits.connect;
        setup.idleReuse = options.limits.idleReuse;
        setup.slowBytesPerSecond = options.limits.slowBytesPerSecond;
        setup.slowFor = options.limits.slowFor;
        setup.headerBytes = options.limits.headerBytes;
    }

    ~Private()
    {
        for (const auto &each : running) {
            curl_multi_remove_handle(multi.get(), each->handle());
        }
    }

    void fail(quint64 id, Failure failure, QString detail)
    {
        done.push_back({id, tl::unexpected(HttpError{failure, std::move(detail), false, {}})});
    }

    void begin(std::unique_ptr<CurlExchange> exchange);
    void beginWaiting();
    void finish(CURL *handle, CURLcode code);
    void finishCancelled();
    void collect();
    void failAll(const char *why);
    void run(std::chrono::milliseconds atMost, const std::stop_token &stop);
    bool turn(); ///< false: libcurl is broken, everything has failed.

    const HttpOptions options;
    TrustFile trust;
    ProxyChoice proxies;
    CurlSetup setup;
    SessionCookies cookies;
    Multi multi = newMulti();
    bool replaceMulti = false; ///< As soon as nothing is under way.
    quint64 lastId = 0;
    std::vector<std::unique_ptr<CurlExchange>> waiting; ///< Started, not yet libcurl's.
    std::vector<std::unique_ptr<CurlExchange>> running;
    std::vector<HttpCompletion> done;
};

CurlTransport::CurlTransport(HttpOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

CurlTransport::~CurlTransport() = default;

quint64 CurlTransport::start(HttpRequest request)
{
    const quint64 id = ++d->lastId;
    const auto address = parseAddress(request.url);
    if (!address) {
        d->fail(id, Failure::Other, u"not an address that can be asked"_s);
    } else if (!address->https && !d->options.plainHttp && !isLoopback(*address)) {
        d->fail(id, Failure::Other, u"an address without encryption is not asked"_s);
    } else {
        d->waiting.push_back(std::make_unique<CurlExchange>(id, std::move(request), *address));
    }
    return id;
}

void CurlTransport::cancel(quint64 id)
{
    for (auto *list : {&d->waiting, &d->running}) {
        for (const auto &each : *list) {
            if (each->id() == id) {
                each->cancel(); // taken out in wait(): this may be called while libcurl runs
            }
        }
    }
}

void CurlTransport::networkChanged()
{
    d->replaceMulti = true;
    d->proxies.forget();
}

std::vector<HttpCompletion> CurlTransport::wait(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    std::vector<HttpCompletion> complete = takeHeldBack();
    if (!d->multi || (d->replaceMulti && d->running.empty())) {
        d->multi = newMulti();
        d->replaceMulti = false;
    }
    d->run(complete.empty() ? atMost : std::chrono::milliseconds(0), stop);
    std::move(d->done.begin(), d->done.end(), std::back_inserter(complete));
    d->done.clear();
    return complete;
}

void CurlTransport::Private::run(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    if (!multi) {
        failAll("no memory for connections");
        if (done.empty()) { // a caller in a loop must not spin
            std::mutex mutex; // for the condition's sake: nobody else has it
            // cppcheck-suppress localMutex
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait_for(lock, stop, atMost, [] { return false; });
        }
        return;
    }
    const auto end = Clock::now() + atMost;
    const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi.get()); });
    while (turn()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        if (!done.empty() || stop.stop_requested() || left.count() <= 0) {
            return;
        }
        const int timeout = int(std::min(left, kLongestPoll).count());
        if (const CURLMcode code = curl_multi_poll(multi.get(), nullptr, 0, timeout, nullptr)) {
            failAll(curl_multi_strerror(code));
            return;
        }
    }
}

void CurlTransport::Private::begin(std::unique_ptr<CurlExchange> exchange)
{
    if (exchange->isCancelled()) {
        done.push_back({exchange->id(), exchange->finish(CURLE_ABORTED_BY_CALLBACK)});
        return;
    }
    const HttpAddress &address = exchange->address();
    if (replaceMulti) {
        exchange->neverReuse(); // the connections of the old network are still there
    }
    const auto handle
        = exchange->prepare(setup, proxies.proxyFor(address), cookies.headerFor(address.origin));
    if (!handle) {
        fail(exchange->id(), Failure::Other, handle.error());
        return;
    }
    if (replaceMulti) {
        curl_easy_setopt(*handle, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    }
    if (const CURLMcode code = curl_multi_add_handle(multi.get(), *handle)) {
        fail(exchange->id(), Failure::Other, QString::fromLatin1(curl_multi_strerror(code)));
        return;
    }
    running.push_back(std::move(exchange));
}

void CurlTransport::Private::beginWaiting()
{
    // A proxy's resolver or a sink may start others meanwhile: those are next turn's.
    for (auto &each : std::exchange(waiting, {})) {
        begin(std::move(each));
    }
}

void CurlTransport::Private::finish(CURL *handle, CURLcode code)
{
    const auto found = std::find_if(running.begin(), running.end(),
                                    [handle](const auto &each) { return each->handle() == handle; });
    if (found == running.end()) {
        return;
    }
    curl_multi_remove_handle(multi.get(), handle);
    HttpResult result = (*found)->finish(code);
    if (result) {
        for (const auto &[name, value] : result->headers) {
            if (name == "set-cookie") {
                cookies.received((*found)->address().origin, value);
            }
        }
    } else {
        qCDebug(lcCurl, "%s: %s", result.error().requestId.constData(),
                qUtf8Printable(result.error().detail));
    }
    done.push_back({(*found)->id(), std::move(result)});
    running.erase(found);
}

void CurlTransport::Private::finishCancelled()
{
    std::vector<CURL *> cancelled;
    for (const auto &each : running) {
        if (each->isCancelled()) {
            cancelled.push_back(each->handle());
        }
    }
    for (CURL *each : cancelled) {
        finish(each, CURLE_ABORTED_BY_CALLBACK);
    }
}

void CurlTransport::Private::collect()
{
    int left = 0;
    while (CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE) {
            finish(message->easy_handle, message->data.result);
        }
    }
}

void CurlTransport::Private::failAll(const char *why)
{
    qCWarning(lcCurl, "libcurl: %s", why);
    for (const auto &each : std::exchange(running, {})) {
        curl_multi_remove_handle(multi.get(), each->handle());
        done.push_back({each->id(), each->finish(CURLE_FAILED_INIT)});
    }
    for (const auto &each : std::exchange(waiting, {})) {
        fail(each->id(), Failure::Other, QString::fromLatin1(why));
    }
    replaceMulti = true;
}

bool CurlTransport::Private::turn()
{
    finishCancelled();
    beginWaiting();
    int stillRunning = 0;
    if (const CURLMcode code = curl_multi_perform(multi.get(), &stillRunning)) {
        failAll(curl_multi_strerror(code));
        return false;
    }
    collect();
    finishCancelled(); // by a sink
    return true;
}

} // namespace studio::sync
