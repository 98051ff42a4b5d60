#include "content/course_folder.h"
#include "support/hosted_server.h"
#include "support/manual_clock.h"
#include "sync/courses/catalogue_fetch.h"
#include "sync/courses/course_download.h"
#include "sync/http/make_transport.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

class RealClock final : public MonotonicClock
{
public:
    RealClock() { m_timer.start(); }

    std::chrono::milliseconds now() const override { return std::chrono::milliseconds(m_timer.elapsed()); }

private:
    QElapsedTimer m_timer;
};

/// Ada, signed in once: the cookie of a login, as long as it lasts.
class Ada final : public Session
{
public:
    Ada(HttpTransport &transport, const QString &server)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = server.toLatin1() + "/api/v1/auth/login/";
        request.body = R"({"email":"ada@example.org","password":"Ada!Example1"})";
        const auto answer = transport.send(request, {});
        REQUIRE(answer);
        REQUIRE(answer->status == 200);
        for (const auto &[name, value] : answer->headers) {
            if (name == "set-cookie" && value.startsWith("access_token=")) {
                m_token = value.mid(13, value.indexOf(';') - 13);
            }
        }
        REQUIRE_FALSE(m_token.isEmpty());
    }

    SessionState state() const override { return SessionState::SignedIn; }

    qint64 userId() const override { return 2; }

    tl::expected<QByteArray, NoToken> bearer(const std::stop_token &) override { return m_token; }

    tl::expected<QByteArray, NoToken> bearerInsteadOf(const QByteArray &, const std::stop_token &) override
    {
        return tl::unexpected(NoToken{NoToken::Why::SignInNeeded, {}});
    }

    void refused(SessionState) override { }

private:
    QByteArray m_token;
};

/// A platform, a computer and what fetches from the one to the other.
struct Computer
{
    explicit Computer(const HostedServer &platform)
        : transport(makeTransport(options(platform), clock, {100'000, 1'000}))
        , ada(*transport, platform.origin())
        , fetcher(*transport, ada, Endpoints(platform.origin()))
        , store(folder.path() + u"/platform"_s)
    {
    }

    static HttpOptions options(const HostedServer &platform)
    {
        HttpOptions options;
        options.version = "1";
        options.proxy.mode = ProxySettings::Mode::None;
        options.extraCaFile = platform.ca();
        return options;
    }

    Sweep sweep()
    {
        auto done = CatalogueFetch(fetcher).run(state, true, false, QDateTime::currentDateTimeUtc(), {});
        if (!done) {
            FAIL(done.error().message.toStdString());
        }
        state = done->state;
        return *done;
    }

    Result<CourseManifest> download(const QString &id)
    {
        const CatalogueItem *item = state.find(id);
        REQUIRE(item);
        CourseDownload run(fetcher, store, capabilities);
        return run.run(item->course, item->contentHash, [](qint64, qint64) {}, {});
    }

    /// Errors and warnings of the program's own loader.
    QStringList problems(const QString &id) const
    {
        const content::CourseFolder courses({}, folder.path());
        const auto loaded = courses.loadFolder(store.coursesFolder() + u'/' + id);
        if (!loaded) {
            return {loaded.error().message};
        }
        QStringList all;
        for (const Problem &each : loaded->problems) {
            all.append(each.place.file + u": "_s + each.what);
        }
        return all;
    }

    QTemporaryDir folder;
    RealClock clock;
    std::unique_ptr<HttpTransport> transport;
    Ada ada;
    Fetcher fetcher;
    CourseStore store;
    Capabilities capabilities;
    CatalogueState state;
};

} // namespace

TEST_CASE("every course of either platform is downloaded without a problem")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    INFO(profile.toStdString());
    const HostedServer platform(profile);
    Computer computer(platform);
    const Sweep sweep = computer.sweep();
    CHECK(sweep.classicComplete);
    CHECK(sweep.pagesComplete);
    CHECK(computer.state.find(u"classic-5"_s) != nullptr);
    CHECK(computer.state.find(u"pages-5"_s) != nullptr); // the same number, and another course
    CHECK(computer.state.items.size() >= 7);
    for (const CatalogueItem &each : computer.state.items) {
        INFO(each.course.id.toStdString());
        const auto manifest = computer.download(each.course.id);
        if (!manifest) {
            FAIL(manifest.error().message.toStdString());
        }
        INFO(manifest->report.join(u'\n').toStdString());
        CHECK(computer.problems(each.course.id).join(u'\n').toStdString().empty());
    }
    CHECK(computer.store.use().media > 0);
    const bool repaired = profile == u"repaired"_s;
    CHECK(computer.capabilities.canReadClassicExercises() == repaired);
    CHECK(computer.capabilities.canReadPageLessons() == repaired);
    CHECK(computer.sweep().changed.isEmpty());
}

TEST_CASE("a download through a bad network ends, and is the same as through a good one")
{
    const HostedServer platform(u"deployed"_s);
    Computer good(platform);
    good.sweep();
    REQUIRE(good.download(u"classic-4"_s));

    Computer bad(platform);
    bad.state = good.state;
    platform.setFaults(QJsonArray{QJsonObject{{u"probability"_s, 0.25}, {u"kind"_s, u"drop_answer"_s}},
                                  QJsonObject{{u"probability"_s, 0.15}, {u"kind"_s, u"cut"_s}},
                                  QJsonObject{{u"probability"_s, 0.1}, {u"kind"_s, u"portal_page"_s}},
                                  QJsonObject{{u"probability"_s, 0.1}, {u"kind"_s, u"gateway_page"_s}}});
    int runs = 0;
    while (!bad.download(u"classic-4"_s) && runs < 200) {
        ++runs;
    }
    CHECK(runs > 0); // the network was bad
    CHECK(runs < 200);
    platform.clearFaults();
    CHECK(bad.problems(u"classic-4"_s).isEmpty());
    const auto one = good.store.manifest(u"classic-4"_s);
    const auto other = bad.store.manifest(u"classic-4"_s);
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->media.size() == other->media.size());
}

TEST_CASE("a change on the platform is seen, and what is taken away is gone only when it is sure")
{
    const HostedServer platform(u"deployed"_s);
    Computer computer(platform);
    computer.sweep();
    platform.post(u"/admin"_s,
                  {{u"action"_s, u"change"_s},
                   {u"kind"_s, u"lesson"_s},
                   {u"id"_s, 1},
                   {u"fields"_s, QJsonObject{{u"content"_s, u"New text."_s}}}});
    CHECK(computer.sweep().changed.size() == 1);
    platform.post(u"/admin"_s, {{u"action"_s, u"unpublish"_s}, {u"kind"_s, u"course"_s}, {u"id"_s, 6}});
    computer.sweep();
    CHECK_FALSE(computer.state.find(u"classic-6"_s)->course.gone);
    computer.sweep();
    CHECK(computer.state.find(u"classic-6"_s)->course.gone);
    platform.post(u"/admin"_s, {{u"action"_s, u"publish"_s}, {u"kind"_s, u"course"_s}, {u"id"_s, 6}});
    CHECK(computer.sweep().changed.contains(u"classic-6"_s));
    CHECK_FALSE(computer.state.find(u"classic-6"_s)->course.gone);
}
