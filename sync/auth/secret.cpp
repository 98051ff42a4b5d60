#include "sync/auth/secret.h"

#include <QCryptographicHash>

#include <algorithm>
#include <new>
#include <sodium.h>

namespace studio::sync {

namespace {

char *allocate(qsizetype size)
{
    static const bool ready = sodium_init() >= 0; // sets the page size and the canary of sodium_malloc()
    void *bytes = ready ? sodium_malloc(static_cast<std::size_t>(size)) : nullptr;
    if (bytes == nullptr) {
        throw std::bad_alloc(); // as any container would
    }
    return static_cast<char *>(bytes);
}

} // namespace

void Secret::Free::operator()(char *bytes) const
{
    sodium_free(bytes); // overwrites
}

Secret::Secret(QByteArrayView bytes)
    : m_size(bytes.size())
{
    if (m_size > 0) {
        m_bytes.reset(allocate(m_size));
        std::copy_n(bytes.data(), m_size, m_bytes.get());
    }
}

Secret::Secret(QByteArray &&bytes)
    : Secret(QByteArrayView(bytes))
{
    wipe(bytes);
}

Secret Secret::fromText(const QString &text)
{
    return Secret(text.toUtf8());
}

Secret Secret::random(qsizetype size)
{
    Secret made;
    made.m_bytes.reset(allocate(size));
    made.m_size = size;
    randombytes_buf(made.m_bytes.get(), static_cast<std::size_t>(size));
    return made;
}

Secret Secret::copy() const
{
    return Secret(view());
}

QByteArray Secret::sha256() const
{
    return QCryptographicHash::hash(view(), QCryptographicHash::Sha256).toHex();
}

bool Secret::equals(QByteArrayView other) const
{
    return m_size == other.size()
        && (m_size == 0 || sodium_memcmp(m_bytes.get(), other.data(), static_cast<std::size_t>(m_size)) == 0);
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached()) {
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

} // namespace studio::sync
