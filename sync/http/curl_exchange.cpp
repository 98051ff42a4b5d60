#include "sync/http/curl_exchange.h"

#include <QList>
#include <QRandomGenerator>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestDetail = 300;

QByteArray randomId()
{
    quint64 halves[2];
    QRandomGenerator::system()->fillRange(halves);
    return QByteArray::number(halves[0], 16).rightJustified(16, '0')
        + QByteArray::number(halves[1], 16).rightJustified(16, '0');
}

bool hasHeader(const std::vector<QByteArray> &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const QByteArray &each) {
        return each.left(each.indexOf(':')).trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isHeader(const QByteArray &line)
{
    return line.indexOf(':') > 0 && std::none_of(line.begin(), line.end(), [](char each) {
               return each == '\r' || each == '\n' || each == '\0';
           });
}

} // namespace

CurlExchange::CurlExchange(quint64 id, HttpRequest request, HttpAddress address)
    : m_id(id)
    , m_request(std::move(request))
    , m_address(std::move(address))
{
    m_response.requestId = randomId();
}

CurlExchange::~CurlExchange() = default;

size_t CurlExchange::onHeader(char *data, size_t one, size_t size, void *self)
{
    const auto length = static_cast<qsizetype>(one * size);
    return static_cast<CurlExchange *>(self)->header(QByteArray(data, length)) ? one * size : 0;
}

size_t CurlExchange::onBody(char *data, size_t one, size_t size, void *self)
{
    return static_cast<CurlExchange *>(self)->body(data, one * size) ? one * size : CURL_WRITEFUNC_ERROR;
}

int CurlExchange::onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<CurlExchange *>(self)->m_stopped ? 1 : 0;
}

int CurlExchange::onTrace(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    // The one sure sign that the platform may have seen the request. A proxy's CONNECT is not it.
    if (type == CURLINFO_HEADER_OUT
        && !QByteArray::fromRawData(data, qsizetype(size)).startsWith("CONNECT ")) {
        static_cast<CurlExchange *>(self)->m_headSent = true;
    }
    return 0;
}

bool CurlExchange::header(const QByteArray &line)
{
    m_headerBytes += line.size();
    if (m_headerBytes > m_headerLimit) {
        m_stopped = Failure::TooLarge;
        return false;
    }
    const QByteArray text = line.trimmed();
    if (text.startsWith("HTTP/") && m_bodyBytes == 0) { // also after 100 Continue and after a proxy's 407
        m_response.headers.clear();
        m_response.contentType.clear();
        m_headersEnded = false;
        const QList<QByteArray> parts = text.split(' ');
        const int status = parts.size() > 1 ? parts[1].toInt() : 0;
        // Some platforms write a body behind "no content". The bytes would be the next exchange's answer.
        if ((status == 204 || status == 205) && text.startsWith("HTTP/1")) {
            curl_easy_setopt(handle(), CURLOPT_FORBID_REUSE, 1L);
        }
        return true;
    }
    if (text.isEmpty()) {
        m_headersEnded = true;
        return true;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0 || m_headersEnded) { // trailers say nothing that we use
        return true;
    }
    const QByteArray name = text.left(colon).trimmed().toLower();
    const QByteArray value = text.mid(colon + 1).trimmed();
    if (name == "content-type" && m_response.contentType.isEmpty()) {
        m_response.contentType = value.split(';').first().trimmed().toLower();
    }
    m_response.headers.emplace_back(name, value);
    return true;
}

bool CurlExchange::body(const char *data, size_t size)
{
    m_bodyBytes += qint64(size);
    if (m_stopped) {
        return false;
    }
    if (m_bodyBytes > m_request.maxBytes) {
        m_stopped = Failure::TooLarge;
        return false;
    }
    const long status = number(CURLINFO_RESPONSE_CODE);
    if (m_request.sink && (status == 200 || status == 206)) {
        const bool goOn = m_request.sink(QByteArray(data, qsizetype(size)));
        if (!goOn && !m_stopped) {
            m_stopped = Failure::Sink;
        }
        return goOn && !m_stopped;
    }
    m_response.body.append(data, qsizetype(size));
    return true;
}

bool CurlExchange::addHeaders(const QByteArray &cookieHeader)
{
    std::vector<QByteArray> headers = m_request.headers;
    if (!std::all_of(headers.begin(), headers.end(), isHeader) || hasHeader(headers, "cookie")) {
        return false;
    }
    if (!hasHeader(headers, "accept")) {
        headers.emplace_back("Accept: application/json");
    }
    if (!hasHeader(headers, "content-type")) {
        // Without a body libcurl would call an empty POST a form.
        headers.emplace_back(m_request.body.isEmpty() ? "Content-Type:" : "Content-Type: application/json");
    }
    headers.emplace_back("X-Request-ID: " + m_response.requestId);
    headers.emplace_back("Expect:"); // never a second of waiting for 100 Continue
    if (!m_request.cookie.isEmpty()) {
        headers.push_back("Cookie: " + m_request.cookie);
        if (!isHeader(headers.back())) {
            return false;
        }
    } else if (!cookieHeader.isEmpty()) {
        headers.push_back(cookieHeader);
    }
    for (const QByteArray &each : headers) {
        curl_slist *longer = curl_slist_append(m_headers.get(), each.constData());
        if (longer == nullptr) {
            return false;
        }
        m_headers.release();
        m_headers.reset(longer);
    }
    return true;
}

HttpResult CurlExchange::finish(CURLcode code)
{
    // libcurl takes a connection that ends among the headers for a complete answer.
    if (code == CURLE_OK && !m_headersEnded) {
        code = CURLE_PARTIAL_FILE;
    }
    if (code == CURLE_OK && !m_stopped && !(m_usesProxy && number(CURLINFO_RESPONSE_CODE) == 407)) {
        curl_off_t value = 0;
        m_response.status = int(number(CURLINFO_RESPONSE_CODE));
        m_response.reusedConnection = number(CURLINFO_NUM_CONNECTS) == 0;
        m_response.wireBytes = number(CURLINFO_HEADER_SIZE);
        if (curl_easy_getinfo(handle(), CURLINFO_SIZE_DOWNLOAD_T, &value) == CURLE_OK) {
            m_response.wireBytes += value;
        }
        if (curl_easy_getinfo(handle(), CURLINFO_TOTAL_TIME_T, &value) == CURLE_OK) {
            m_response.took = std::chrono::milliseconds(value / 1000);
        }
        return std::move(m_response);
    }
    HttpError error;
    error.failure = failureOf(code);
    error.detail = detailOf(code);
    error.maybeArrived = m_headSent;
    error.requestId = m_response.requestId;
    return tl::unexpected(std::move(error));
}

Failure CurlExchange::failureOf(CURLcode code) const
{
    if (m_stopped) {
        return *m_stopped;
    }
    const long tunnel = number(CURLINFO_HTTP_CONNECTCODE);
    if (m_usesProxy && !m_headSent && tunnel >= 300) {
        return tunnel == 407 ? Failure::ProxyPassword : Failure::Proxy;
    }
    switch (code) {
    case CURLE_OK: // the only refusal without a code, see finish()
        return Failure::ProxyPassword;
    case CURLE_COULDNT_RESOLVE_HOST:
        return Failure::NoName;
    case CURLE_COULDNT_CONNECT:
        return m_usesProxy ? Failure::Proxy : Failure::Refused;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return Failure::Proxy;
    case CURLE_OPERATION_TIMEDOUT:
        return Failure::Timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return Failure::Certificate;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
        return Failure::Tls;
    case CURLE_FILESIZE_EXCEEDED:
        return Failure::TooLarge;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // something that is not HTTP came back
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR: // libcurl's own decoder: ours sets m_stopped
        return Failure::Cut;
    default:
        return Failure::Other;
    }
}

/// libcurl's words name hosts, numbers and libraries, never what was sent. What a server wrote may be in
/// them, so they are kept short and printable.
QString CurlExchange::detailOf(CURLcode code) const
{
    if (m_stopped == Failure::Cancelled) {
        return u"cancelled"_s;
    }
    if (m_stopped == Failure::TooLarge) {
        return u"the answer is larger than %1 bytes"_s.arg(m_request.maxBytes);
    }
    if (m_stopped == Failure::Sink) {
        return u"the receiver stopped it"_s;
    }
    if (code == CURLE_OK) {
        return u"the proxy asks for a name and a password"_s;
    }
    QString words = QString::fromUtf8(m_words[0] != '\0' ? m_words : curl_easy_strerror(code));
    words.truncate(kLongestDetail);
    std::replace_if(
        words.begin(), words.end(), [](QChar each) { return !each.isPrint(); }, u' ');
    return words;
}

long CurlExchange::number(CURLINFO which) const
{
    long value = 0;
    return m_handle && curl_easy_getinfo(m_handle.get(), which, &value) == CURLE_OK ? value : 0;
}

} // namespace studio::sync
