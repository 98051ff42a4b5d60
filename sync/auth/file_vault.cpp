#include "sync/auth/file_vault.h"

#include "sync/auth/durable_file.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <cstring>
#include <sodium.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr char kMagic[] = "STUDIOV1";
constexpr qsizetype kMagicBytes = 8;
constexpr qsizetype kHeaderBytes = kMagicBytes + 4 + 4 + crypto_pwhash_SALTBYTES;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qint64 kMostFileBytes = 64 * 1024;

// 64 MiB, three passes: what RFC 9106 calls its second choice, for computers with little memory. What a file
// asks for is bounded, so that a strange one does not stop the computer.
constexpr quint32 kPasses = 3;
constexpr quint32 kMebibytes = 64;
constexpr quint32 kMostPasses = 10;
constexpr quint32 kMostMebibytes = 256;

tl::unexpected<VaultError> error(VaultError::Why why, QString detail)
{
    return tl::unexpected(VaultError{why, std::move(detail)});
}

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned long long sizeOf(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

} // namespace

struct FileVault::Header
{
    quint32 passes = kPasses;
    quint32 mebibytes = kMebibytes;
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};

    bool operator==(const Header &) const = default;

    QByteArray bytes() const
    {
        QByteArray out(kMagic, kMagicBytes);
        for (const quint32 number : {passes, mebibytes}) {
            const quint32 little = qToLittleEndian(number);
            out.append(reinterpret_cast<const char *>(&little), sizeof little);
        }
        return out.append(reinterpret_cast<const char *>(salt.data()), static_cast<qsizetype>(salt.size()));
    }

    static std::optional<Header> from(const QByteArray &file)
    {
        if (file.size() < kHeaderBytes + kNonceBytes + kTagBytes
            || !file.startsWith(QByteArrayView(kMagic, kMagicBytes))) {
            return {};
        }
        Header header;
        header.passes = qFromLittleEndian<quint32>(file.constData() + kMagicBytes);
        header.mebibytes = qFromLittleEndian<quint32>(file.constData() + kMagicBytes + 4);
        std::memcpy(header.salt.data(), file.constData() + kMagicBytes + 8, header.salt.size());
        const bool bounded = header.passes >= 1 && header.passes <= kMostPasses && header.mebibytes >= 8
            && header.mebibytes <= kMostMebibytes;
        return bounded ? std::optional(header) : std::nullopt;
    }
};

FileVault::FileVault(QString path, VaultKey key, Secret passphrase)
    : m_path(std::move(path))
    , m_key(std::move(key))
    , m_passphrase(std::move(passphrase))
{
}

FileVault::~FileVault() = default;

void FileVault::unlock(Secret passphrase)
{
    m_passphrase = std::move(passphrase);
    m_derivedFor.reset();
    m_derived = {};
}

VaultResult<void> FileVault::deriveKey(const Header &header)
{
    if (m_passphrase.isEmpty()) {
        return error(VaultError::Why::Locked, u"the passphrase is needed"_s);
    }
    if (m_derivedFor && *m_derivedFor == header) {
        return {};
    }
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), sizeOf(key), m_passphrase.view().data(),
                      sizeOf(m_passphrase.view()), header.salt.data(), header.passes,
                      static_cast<std::size_t>(header.mebibytes) * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return error(VaultError::Why::Other, u"not enough memory for the key"_s);
    }
    m_derived = Secret(std::move(key));
    m_derivedFor = std::make_unique<Header>(header);
    return {};
}

QByteArray FileVault::boundTo(const Header &header) const
{
    return header.bytes() + m_key.text().toUtf8();
}

VaultResult<std::optional<VaultEntry>> FileVault::read()
{
    const auto file = readSmallFile(m_path, kMostFileBytes);
    if (!file && file.error().code == ErrorCode::NotFound) {
        return std::nullopt;
    }
    if (!file) {
        return error(file.error().code == ErrorCode::InvalidData ? VaultError::Why::Damaged
                                                                 : VaultError::Why::Storage,
                     file.error().message);
    }
    const auto header = Header::from(*file);
    if (!header) {
        return error(VaultError::Why::Damaged, u"the file is not ours, or cut"_s);
    }
    if (auto derived = deriveKey(*header); !derived) {
        return tl::unexpected(std::move(derived).error());
    }
    const QByteArrayView nonce = QByteArrayView(*file).sliced(kHeaderBytes, kNonceBytes);
    const QByteArrayView sealed = QByteArrayView(*file).sliced(kHeaderBytes + kNonceBytes);
    const QByteArray bound = boundTo(*header);
    QByteArray plain(sealed.size() - kTagBytes, '\0');
    unsigned long long size = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(plain.data()), &size,
                                                   nullptr, raw(sealed), sizeOf(sealed), raw(bound),
                                                   sizeOf(bound), raw(nonce), raw(m_derived.view()))
        != 0) {
        // A wrong passphrase and a changed file look the same.
        return error(VaultError::Why::Locked, u"another passphrase, another account, or a changed file"_s);
    }
    const Secret opened(std::move(plain));
    auto entry = entryFrom(opened.view());
    if (!entry) {
        return tl::unexpected(std::move(entry).error());
    }
    return *std::move(entry);
}

VaultResult<void> FileVault::write(const VaultEntry &entry)
{
    Header header;
    if (m_derivedFor) {
        header = *m_derivedFor;
    } else {
        randombytes_buf(header.salt.data(), header.salt.size());
    }
    if (auto derived = deriveKey(header); !derived) {
        return derived;
    }
    const Secret plain = bytesOf(entry);
    QByteArray nonce(kNonceBytes, '\0');
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    QByteArray sealed(plain.view().size() + kTagBytes, '\0');
    unsigned long long size = 0;
    const QByteArray bound = boundTo(header);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char *>(sealed.data()), &size,
                                               raw(plain.view()), sizeOf(plain.view()), raw(bound),
                                               sizeOf(bound), nullptr, raw(nonce), raw(m_derived.view()));
    const auto written = writeDurably(m_path, header.bytes() + nonce + sealed);
    return written ? VaultResult<void>() : error(VaultError::Why::Storage, written.error().message);
}

VaultResult<bool> FileVault::remove(qint64 generation)
{
    const auto stored = read();
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored || (*stored)->generation != generation) {
        return false;
    }
    if (!QFile::remove(m_path)) {
        return error(VaultError::Why::Storage, m_path % u": can't be removed"_s);
    }
    return true;
}

} // namespace studio::sync
