#include <catch2/catch.hpp>

#include "projects/packages/pip_output.h"

using namespace studio;
using namespace studio::projects;
using namespace Qt::StringLiterals;

namespace {

PackageFailure failureAfter(const QStringList &lines, const QString &index = {}, int exitCode = 1)
{
    PipOutput output({PackageChange::Kind::Install, {u"six"_s}, {PackageSource::Kind::Index, index}});
    for (const QString &line : lines) {
        output.take(line);
    }
    return output.failure(exitCode);
}

const QString kNone
    = u"ERROR: Could not find a version that satisfies the requirement six (from versions: none)"_s;
const QString kNoMatch = u"ERROR: No matching distribution found for six"_s;
const QString kRefused
    = u"WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/six/"_s;

} // namespace

TEST_CASE("No network is PyPI's absence without a mirror, and the mirror's with one", "[packages]")
{
    CHECK(failureAfter({kRefused, kNone, kNoMatch}).problem == PackageProblem::Offline);
    const PackageFailure mirror
        = failureAfter({kRefused, kNone, kNoMatch}, u"https://ada:secret@pypi.school/simple"_s);
    CHECK(mirror.problem == PackageProblem::IndexUnreachable);
    CHECK(mirror.subject == u"https://pypi.school/simple"_s);
    CHECK(
        failureAfter({u"studio: failed 503 Server Error: Service Unavailable for url: x"_s, kNone, kNoMatch})
            .problem
        == PackageProblem::Offline);
}

TEST_CASE("What the network's keepers do is told apart from no network", "[packages]")
{
    CHECK(failureAfter(
              {u"Could not fetch URL https://pypi.org/simple/six/: There was a problem confirming the ssl "
               "certificate: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded (Caused by "
               "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))) - skipping"_s,
               kNone, kNoMatch})
              .problem
          == PackageProblem::Certificate);
    CHECK(failureAfter(
              {u"WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect "
               "to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))': "
               "/simple/six/"_s,
               kNone, kNoMatch})
              .problem
          == PackageProblem::Proxy);
    CHECK(failureAfter({u"studio: failed 401 Client Error: Unauthorized for url: https://m/simple/six/"_s,
                        kNone, kNoMatch})
              .problem
          == PackageProblem::Unauthorized);
}

TEST_CASE("A full disk is a full disk, whatever else went wrong because of it", "[packages]")
{
    CHECK(failureAfter(
              {kRefused,
               u"ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"_s})
              .problem
          == PackageProblem::DiskFull);
    CHECK(failureAfter(
              {u"ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'"_s})
              .problem
          == PackageProblem::ReadOnly);
}

TEST_CASE("No package, no such version and no ready-made package are three things", "[packages]")
{
    CHECK(failureAfter({u"studio: failed 404 Client Error: Not Found for url: https://pypi.org/simple/six/"_s,
                        kNone, kNoMatch})
              .problem
          == PackageProblem::NoSuchPackage);
    CHECK(failureAfter({u"studio: skipped other-1.0.tar.gz: No sources permitted for six"_s, kNone, kNoMatch})
              .problem
          == PackageProblem::NoSuchPackage);
    CHECK(failureAfter({u"studio: skipped six-1.0.tar.gz: No sources permitted for six"_s, kNone, kNoMatch})
              .problem
          == PackageProblem::NoWheel);
    const PackageFailure version = failureAfter(
        {u"ERROR: Could not find a version that satisfies the requirement six==9 (from versions: 1.5, 1.6)"_s,
         kNoMatch});
    CHECK(version.problem == PackageProblem::NoSuchVersion);
    CHECK(version.subject == u"six==9"_s);
    CHECK(version.detail == u"1.5, 1.6"_s);
}

TEST_CASE("Steps are understood, nonsense is not", "[packages]")
{
    PipOutput output({PackageChange::Kind::Install, {u"six"_s}, {}});
    using Kind = PackageStep::Kind;
    CHECK(output.take(u"Collecting six>=1"_s)->what == u"six>=1"_s);
    CHECK(output.take(u"  Downloading numpy-1.26-cp311-linux.whl (18.2 MB)"_s)->what == u"numpy"_s);
    const auto progress = output.take(u"studio: progress 4096 8192"_s);
    REQUIRE(progress);
    CHECK(progress->kind == Kind::Downloading);
    CHECK(progress->what == u"numpy"_s);
    CHECK(progress->done == 4096);
    CHECK(progress->total == 8192);
    CHECK(output.take(u"Installing collected packages: six, numpy"_s)->kind == Kind::Installing);
    CHECK_FALSE(output.take(u"studio: progress -1 99999999999999999999"_s));
    CHECK_FALSE(output.take(u"x"_s.repeated(1'000'000)));
    for (int i = 0; i < 10'000; ++i) {
        output.take(u"line %1 https://ada:secret@m/simple"_s.arg(i));
    }
    const PackageFailure failure = output.failure(1);
    CHECK(failure.detail.size() < 5000);
    CHECK_FALSE(failure.detail.contains(u"secret"_s));
    CHECK(output.failure(90).problem == PackageProblem::NoPip);
}
