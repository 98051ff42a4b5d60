// libFuzzer: whatever stands where a token should, reading it ends, and what comes out is within bounds.

#include "sync/auth/jwt.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace studio::sync;

namespace {

void check(QByteArrayView token)
{
    const auto claims = readJwt(token);
    if (claims && (claims->userId <= 0 || claims->lifetime.count() <= 0 || claims->expires <= 0)) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(bytes);
    // As a payload, which chance would hardly ever encode.
    const QByteArray payload
        = bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    check(QByteArray("e30." + payload + ".c2ln"));
    return 0;
}
