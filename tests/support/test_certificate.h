#pragma once

#include <QByteArray>

#include <memory>

namespace studio::test {

/// A certificate authority that exists for one test, and certificates by it. PEM throughout.
struct TestCertificate
{
    QByteArray certificate;
    QByteArray key;
};

class TestAuthority
{
    Q_DISABLE_COPY_MOVE(TestAuthority)

public:
    TestAuthority();
    ~TestAuthority();

    QByteArray pem() const;

    /// For `host` (a DNS name), valid from `fromDays` to `toDays` relative to today.
    TestCertificate issue(const QByteArray &host, int fromDays = -1, int toDays = 30) const;
    static TestCertificate selfSigned(const QByteArray &host);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::test
