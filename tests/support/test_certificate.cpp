#include "support/test_certificate.h"

#include <QString>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace studio::test {

namespace {

template<auto Free>
struct Freed
{
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

/// A test that cannot make its certificates must not go on as if it had.
template<typename T>
T checked(T value)
{
    if (!value) {
        throw std::runtime_error("OpenSSL could not make a test certificate");
    }
    return value;
}

template<typename Write>
QByteArray pemOf(Write write)
{
    const std::unique_ptr<BIO, Freed<BIO_free_all>> memory(checked(BIO_new(BIO_s_mem())));
    checked(write(memory.get()));
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

void extend(X509 *certificate, X509 *issuer, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        checked(X509V3_EXT_conf_nid(nullptr, &context, what, value.constData())));
    checked(X509_add_ext(certificate, extension.get(), -1));
}

void setName(X509_NAME *name, const QByteArray &text)
{
    checked(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char *>(text.constData()), -1, -1, 0));
}

/// Without an issuer it signs itself.
Certificate make(const QByteArray &name, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, bool authority,
                 int fromDays, int toDays)
{
    constexpr long kDay = 24L * 3600;
    Certificate made(checked(X509_new()));
    X509 *raw = made.get();
    quint32 serial = 0;
    checked(RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial));
    checked(X509_set_version(raw, 2));
    checked(ASN1_INTEGER_set_uint64(X509_get_serialNumber(raw), serial));
    checked(X509_gmtime_adj(X509_getm_notBefore(raw), fromDays * kDay));
    checked(X509_gmtime_adj(X509_getm_notAfter(raw), toDays * kDay));
    checked(X509_set_pubkey(raw, key));
    setName(X509_get_subject_name(raw), name);
    X509 *by = issuer != nullptr ? issuer : raw;
    checked(X509_set_issuer_name(raw, X509_get_subject_name(by)));
    if (authority) {
        extend(raw, by, NID_basic_constraints, "critical,CA:TRUE");
        extend(raw, by, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else {
        extend(raw, by, NID_basic_constraints, "critical,CA:FALSE");
        extend(raw, by, NID_subject_alt_name, "DNS:" + name);
        if (issuer != nullptr) { // tells authorities of one name apart
            extend(raw, by, NID_authority_key_identifier, "keyid:always");
        }
    }
    extend(raw, by, NID_subject_key_identifier, "hash");
    checked(X509_sign(raw, issuerKey != nullptr ? issuerKey : key, EVP_sha256()));
    return made;
}

TestCertificate written(const Certificate &certificate, const Key &key)
{
    TestCertificate result;
    result.certificate = pemOf([&](BIO *to) { return PEM_write_bio_X509(to, certificate.get()); });
    result.key = pemOf([&](BIO *to) {
        return PEM_write_bio_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return result;
}

} // namespace

struct TestAuthority::Private
{
    Key key{checked(EVP_EC_gen("P-256"))};
    Certificate certificate
        = make("Learning Studio test authority", key.get(), nullptr, nullptr, true, -400, 400);
};

TestAuthority::TestAuthority()
    : d(std::make_unique<Private>())
{
}

TestAuthority::~TestAuthority() = default;

QByteArray TestAuthority::pem() const
{
    return pemOf([this](BIO *to) { return PEM_write_bio_X509(to, d->certificate.get()); });
}

TestCertificate TestAuthority::issue(const QByteArray &host, int fromDays, int toDays) const
{
    const Key key(checked(EVP_EC_gen("P-256")));
    return written(make(host, key.get(), d->certificate.get(), d->key.get(), false, fromDays, toDays), key);
}

TestCertificate TestAuthority::selfSigned(const QByteArray &host)
{
    const Key key(checked(EVP_EC_gen("P-256")));
    return written(make(host, key.get(), nullptr, nullptr, false, -1, 30), key);
}

} // namespace studio::test
