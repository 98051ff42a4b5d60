#include "cli/exit_code.h"
#include "cli/remote/command_server.h"
#include "cli/remote/remote_call.h"
#include "services/grader.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QUuid>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::cli;
using namespace Qt::StringLiterals;

namespace {

/// A source without courses: enough for `courses`, which needs nothing else.
class NoCourses final : public CourseSource
{
public:
    std::vector<CourseSummary> courses() const override { return {}; }

    Result<LoadedCourse> load(const QString &id) const override { return fail(ErrorCode::NotFound, id); }

    Result<LoadedCourse> loadFolder(const QString &path) const override
    {
        return fail(ErrorCode::NotFound, path);
    }

    Result<CourseSummary> install(const QString &path) override { return fail(ErrorCode::NotFound, path); }

    Result<> remove(const QString &id) override { return fail(ErrorCode::NotFound, id); }

    RichText render(const QString &markdown) const override { return {markdown, {}}; }
};

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC); }
};

class NoRunner final : public CodeRunner
{
public:
    std::unique_ptr<Run> run(const RunRequest &) override { return nullptr; }

    std::unique_ptr<CallSession> callSession(const RunRequest &) override { return nullptr; }

    std::unique_ptr<TestSession> test(const TestRequest &) override { return nullptr; }

    std::unique_ptr<Inspection> inspect(const QString &) override { return nullptr; }

    Result<PythonInfo> probe() override { return fail(ErrorCode::Internal, {}); }
};

struct Fixture
{
    NoCourses courses;
    NoRunner runner;
    StillClock clock;
    services::Grader grader{runner};
    Environment environment{courses,
                            runner,
                            grader,
                            clock,
                            [] { return Result<WorkStore *>(fail(ErrorCode::Storage, {})); },
                            [] { return std::vector<Finding>(); }};
    QString name = u"learning-studio-test-"_s % QUuid::createUuid().toString(QUuid::WithoutBraces);
    QByteArray out;
    QByteArray err;

    CommandIo io()
    {
        return {[this](const QByteArray &bytes) { out += bytes; },
                [this](const QByteArray &bytes) { err += bytes; }, u"/"_s, false};
    }
};

} // namespace

TEST_CASE("A command asked of the running program gives the same text and status", "[cli]")
{
    Fixture fixture;
    CommandServer server(fixture.environment);
    REQUIRE(server.listen(fixture.name));
    RemoteCall call(fixture.name, {RemoteRequest::Kind::Command, u"courses"_s, {u"--json"_s}, u"/"_s},
                    fixture.io());
    QSignalSpy finished(&call, &RemoteCall::finished);

    call.start();

    REQUIRE(finished.wait(5000));
    CHECK(finished.first().first().toInt() == kDone);
    CHECK(fixture.out.trimmed() == "[\n]");
}

TEST_CASE("Nobody listening is told as absent", "[cli]")
{
    Fixture fixture;
    RemoteCall call(fixture.name, {}, fixture.io());
    QSignalSpy absent(&call, &RemoteCall::absent);

    call.start();

    REQUIRE(absent.wait(5000));
}

TEST_CASE("A second start asks the first one to come to the front", "[cli]")
{
    Fixture fixture;
    CommandServer server(fixture.environment);
    REQUIRE(server.listen(fixture.name));
    QSignalSpy shown(&server, &CommandServer::showRequested);
    RemoteCall call(fixture.name, {}, fixture.io());
    QSignalSpy finished(&call, &RemoteCall::finished);

    call.start();

    REQUIRE(finished.wait(5000));
    CHECK(shown.count() == 1);
    CHECK(finished.first().first().toInt() == kDone);
}

TEST_CASE("A request that makes no sense is answered and the server goes on", "[cli]")
{
    Fixture fixture;
    CommandServer server(fixture.environment);
    REQUIRE(server.listen(fixture.name));
    QLocalSocket socket;
    QSignalSpy hungUp(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(fixture.name);
    REQUIRE(socket.waitForConnected(5000));
    socket.write("\xff\xfe nonsense\n");

    REQUIRE(hungUp.wait(5000));
    RemoteCall call(fixture.name, {}, fixture.io());
    QSignalSpy finished(&call, &RemoteCall::finished);
    call.start();
    CHECK(finished.wait(5000));
}

TEST_CASE("A socket file left by a crash does not keep the next start from listening", "[cli]")
{
    Fixture fixture;
    {
        CommandServer crashed(fixture.environment);
        REQUIRE(crashed.listen(fixture.name));
        CommandServer next(fixture.environment);
        CHECK(next.listen(fixture.name)); // the caller holds the data's lock, so the old one counts as dead
    }
}
