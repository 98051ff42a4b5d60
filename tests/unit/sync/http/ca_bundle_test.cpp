#include "sync/http/ca_bundle.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

/// A computer with these files.
struct Computer
{
    std::map<QByteArray, QByteArray> environment;
    std::set<QString> bundles;
    std::set<QString> folders;

    CaSources sources() const
    {
        return {[this](const char *name) {
                    const auto found = environment.find(name);
                    return found == environment.end() ? QByteArray() : found->second;
                },
                [this](const QString &path) { return bundles.count(path) > 0; },
                [this](const QString &path) { return folders.count(path) > 0; }};
    }
};

} // namespace

TEST_CASE("the bundle of each family of Linux is found")
{
    for (const char *path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                             "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/ca-bundle.pem",
                             "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/cert.pem"}) {
        CAPTURE(path);
        Computer computer;
        computer.bundles = {QString::fromLatin1(path)};
        const auto found = findCaBundle(computer.sources());
        REQUIRE(found);
        CHECK(found->file == QString::fromLatin1(path));
        CHECK(found->folder.isEmpty());
    }
}

TEST_CASE("what the environment names comes first, and counts only when it holds something")
{
    Computer computer;
    computer.bundles = {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/home/ana/ca.pem"_s, u"/app/ca.pem"_s};
    computer.folders = {u"/home/ana/certs"_s};
    computer.environment["SSL_CERT_FILE"] = "/home/ana/ca.pem";
    computer.environment["SSL_CERT_DIR"] = "/home/ana/certs";
    CHECK(findCaBundle(computer.sources())->file == u"/home/ana/ca.pem"_s);
    computer.environment["SSL_CERT_FILE"] = "/home/ana/empty.pem";
    CHECK(findCaBundle(computer.sources())->folder == u"/home/ana/certs"_s);
    CHECK(findCaBundle(computer.sources())->file.isEmpty());
    computer.environment["SSL_CERT_DIR"] = "/gone";
    CHECK(findCaBundle(computer.sources(), u"/app/ca.pem"_s)->file
          == u"/etc/ssl/certs/ca-certificates.crt"_s);
    computer.bundles.erase(u"/etc/ssl/certs/ca-certificates.crt"_s);
    CHECK(findCaBundle(computer.sources(), u"/app/ca.pem"_s)->file == u"/app/ca.pem"_s);
    CHECK_FALSE(findCaBundle(computer.sources(), u"/app/other.pem"_s));
    CHECK_FALSE(findCaBundle(computer.sources()));
}

TEST_CASE("a file without a certificate is no bundle")
{
    const QTemporaryDir folder;
    const CaSources sources = systemCaSources();
    const auto holds = [&](const QByteArray &content) {
        QFile file(folder.filePath(u"ca.pem"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        return sources.holdsCertificates(file.fileName());
    };
    CHECK_FALSE(holds(""));
    CHECK_FALSE(holds("# nothing yet\n"));
    CHECK_FALSE(holds("-----BEGIN PRIVATE KEY-----\n"));
    CHECK(holds("# a comment\n-----BEGIN CERTIFICATE-----\n"));
    CHECK(holds("-----BEGIN TRUSTED CERTIFICATE-----\n"));
    CHECK_FALSE(sources.holdsCertificates(folder.path()));
    CHECK_FALSE(sources.holdsCertificates(u"/nowhere/ca.pem"_s));
    CHECK(sources.isFolder(folder.path()));
}
