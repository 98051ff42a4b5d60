// The fault matrix, N1–N7 and N18–N27: what happens to connections and answers on the way.

#include <QElapsedTimer>

#include "faults.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kWrites = u"/(complete|position|bookmark|submit)/$"_s;

QJsonObject onWrites(QJsonObject more = {})
{
    more[u"path"_s] = kWrites;
    more[u"method"_s] = u"POST"_s;
    return more;
}

} // namespace

TEST_CASE("N1: nobody listens: work waits and says so, and goes when somebody does")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 300);
    bench.spend(1, 3);
    FaultBench::server().post(u"/listen"_s, {{u"open"_s, false}});

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Offline);
    CHECK(status.waiting == 3);
    CHECK(bench.told() == u"Offline. 3 changes are saved here and will be sent later."_s);
    CHECK(bench.line() == u"3 waiting to send, offline"_s);
    bench.checkNothingLost();
    FaultBench::server().post(u"/listen"_s, {{u"open"_s, true}});
    bench.checkAllArrives();
}

TEST_CASE("N2: lost before it was processed: the same is sent again, and once is all that arrives")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::fault(GENERATE(u"close_before"_s, u"reset_before"_s), onWrites());

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Offline);
    CHECK(bench.told().startsWith(u"Offline."_s));
    CHECK(FaultBench::server().state(u"ada"_s)[u"submissions"_s].toArray().isEmpty());
    bench.checkNothingLost();
    bench.checkAllArrives(); // with no program there twice
}

TEST_CASE("N3: processed and the answer lost: minutes count once, a program says that it may be there twice")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::fault(GENERATE(u"drop_answer"_s, u"reset_answer"_s), onWrites());

    bench.sync();
    bench.sync();

    bench.checkNothingLost();
    for (const OutboxEntry &entry : bench.waiting()) {
        if (entry.kind == OperationKind::Submit && entry.tries > 1) {
            CHECK(text::describeTries(entry).contains(u"perhaps there twice"_s));
        }
    }
    bench.deeds.twice = 2; // once for each answer that was lost
    bench.checkAllArrives();
}

TEST_CASE("N4: an answer cut in the middle is no answer, whatever its first line says")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::fault(u"cut"_s, onWrites({{u"framing"_s, GENERATE(u"length"_s, u"chunked"_s)}}));

    const SyncStatus status = bench.sync();

    CHECK(status.waiting > 0);
    CHECK(bench.told().startsWith(u"Offline."_s));
    bench.checkNothingLost();
    bench.deeds.twice = 1;
    bench.checkAllArrives();
}

TEST_CASE("N5: a connection that dies when it is used again delivers programs, minutes and refreshes once")
{
    FaultBench bench;
    bench.doEverything();
    bench.submit(u"print('second')"_s);
    bench.spend(3, 5);
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, 1000}}); // the access token is over: one refresh
    FaultBench::fault(u"die_on_reuse"_s, {{u"times"_s, 12}});

    for (int run = 0; run < 6 && bench.sync().waiting > 0; ++run) { }

    bench.checkNothingLost();
    bench.checkAllArrives();
    CHECK(FaultBench::server().state(u"ada"_s)[u"submissions"_s].toArray().size() == 2);
    CHECK(FaultBench::requests(u"POST"_s, u"/auth/refresh/"_s) == 1);
    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
}

TEST_CASE("N6, N7: answers that crawl or never come end in time, and it is said that it is slow")
{
    FaultBench bench;
    sync::PlatformPlace place = bench.place();
    place.http.limits.slowFor = 2s; // half a minute in the program
    bench.ada.open(place);
    REQUIRE(bench.signIn());
    bench.doEverything();
    SECTION("N6: byte by byte")
    {
        FaultBench::fault(u"trickle"_s, onWrites({{u"bytes_per_second"_s, 1}}));
    }
    SECTION("N7: not at all")
    {
        FaultBench::fault(u"hang"_s, onWrites());
    }
    QElapsedTimer timer;
    timer.start();

    const auto syncing = bench.ada.platform().syncNow();
    const auto saved = await(bench.ada.work().addTime(u"classic-4"_s, u"lesson-3"_s, {}, 120s));
    const qint64 savedAfter = timer.elapsed();
    const auto done = await(syncing);

    CHECK(saved);
    CHECK_FALSE(done);
    CHECK(timer.elapsed() > savedAfter); // saving did not wait for the network
    CHECK(timer.elapsed() < 60000);
    CHECK(bench.status().trouble == SyncTrouble::Slow);
    CHECK(bench.told().startsWith(u"The connection is very slow. Still trying."_s));
    CHECK(text::describePlatform(done.error()) == u"The platform did not answer in time. Try again later."_s);
    bench.deeds.minutes[3] += 2;
    bench.checkNothingLost();
    bench.ada.open(bench.place()); // the machine of a test may be slow as well
    REQUIRE(bench.signIn());
    bench.deeds.twice = 1;
    bench.checkAllArrives();
}

TEST_CASE("N19: with a certificate that is not the platform's nothing is sent, and there is no way around it")
{
    FaultBench bench;
    bench.finish(1);
    const QString kind = GENERATE(u"expired"_s, u"wrong-host"_s, u"unknown-ca"_s, u"self-signed"_s);
    INFO(kind.toStdString());
    FaultBench::server().post(u"/certificate"_s, {{u"present"_s, kind}});
    FaultBench::server().post(u"/cut"_s, {});
    const int before = FaultBench::onTheWire();

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Certificate);
    CHECK_FALSE(status.detail.isEmpty());
    CHECK(FaultBench::onTheWire() == before); // no request, so no token
    CHECK(bench.told().startsWith(
        u"This network replaces the platform's certificate, which is common in schools. Nothing is sent over it. Ask your administrator"_s));
    CHECK(bench.line() == u"Needs you: the network is not trusted"_s);
    CHECK(text::remedyFor(status.trouble) == text::SyncRemedy::ShowDetails);
    bench.checkNothingLost();
    FaultBench::server().post(u"/certificate"_s, {{u"present"_s, u"good"_s}});
    bench.checkAllArrives();
}

TEST_CASE("N20: a handshake or a connection that is reset is no network, not an untrusted one")
{
    FaultBench bench;
    bench.finish(1);
    FaultBench::server().post(u"/cut"_s, {});
    FaultBench::fault(GENERATE(u"handshake_reset"_s, u"accept_reset"_s));

    CHECK(bench.sync().trouble == SyncTrouble::Offline);

    CHECK(bench.told() == u"Offline. 1 change is saved here and will be sent later."_s);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N22: a name that nobody knows is said at the sign-in, and nothing else changes")
{
    FaultBench bench;
    SignIn request;
    request.server = u"https://no-such-platform.invalid"_s;
    request.name = u"ada"_s;
    request.password = u"Ada!Example1"_s;
    request.keepIn = VaultKind::Memory;
    Computer other(FaultBench::server(), bench.clock, bench.folder.path(), u"other"_s);

    const auto account = await(other.platform().signIn(request));

    REQUIRE_FALSE(account);
    CHECK(account.error().code == ErrorCode::Offline);
    CHECK(text::describePlatform(account.error(), true)
          == u"The platform can't be reached. Is this computer online, and the address right?"_s);
    CHECK_FALSE(other.platform().account());
    CHECK(other.signIn(u"ada"_s)); // the profile is not bound to what was not there
}

TEST_CASE("N23, N24: a proxy that asks for a name, or answers itself, keeps the work here and has its words")
{
    FaultBench bench;
    bench.doEverything();
    const HostedServer proxy(u"deployed"_s, {});
    sync::PlatformPlace place = bench.place();
    place.http.proxy.mode = sync::ProxySettings::Mode::Manual;
    place.http.proxy.url = proxy.origin().toLatin1();
    SECTION("N23: 407")
    {
        bench.ada.open(place);
        REQUIRE(bench.signIn());
        QJsonObject rule
            = FaultBench::answer(407, {}, {{u"Proxy-Authenticate"_s, u"Basic realm=\"school\""_s}});
        rule[u"kind"_s] = u"answer"_s;
        rule[u"method"_s] = u"CONNECT"_s;
        proxy.setFaults({rule});
        bench.ada.platform().networkChanged();

        CHECK(bench.sync().trouble == SyncTrouble::ProxyPassword);

        CHECK(bench.told().startsWith(u"The proxy of this network needs your user name and password."_s));
        CHECK(bench.line() == u"Needs you: the proxy wants a password"_s);
    }
    SECTION("N24: a page of its own")
    {
        bench.ada.open(place);
        REQUIRE(bench.signIn());
        const int status = GENERATE(403, 502);
        proxy.setFaults({QJsonObject{{u"kind"_s, u"answer"_s},
                                     {u"method"_s, u"CONNECT"_s},
                                     {u"status"_s, status},
                                     {u"headers"_s, QJsonObject{{u"Content-Type"_s, u"text/html"_s}}},
                                     {u"body"_s, u"<html><h1>Blocked</h1></html>"_s}}});
        bench.ada.platform().networkChanged();

        CHECK(bench.sync().trouble == SyncTrouble::Offline);

        CHECK(bench.told().startsWith(u"Offline."_s));
    }
    bench.checkNothingLost();
    proxy.clearFaults();
    bench.checkAllArrives();
    CHECK(proxy.get(u"/faults/log"_s)[u"requests"_s].toArray().size() > 0); // it did go through the proxy
}

TEST_CASE("N25, N18: success with a text that is cut, or is not this address's, is no success")
{
    FaultBench bench;
    bench.doEverything();
    SECTION("N25: cut JSON of the right length")
    {
        FaultBench::fault(u"replace"_s, onWrites({{u"body"_s, u"{\"success\": true, \"mess"_s}}));
    }
    SECTION("N18: an empty object, from whoever")
    {
        FaultBench::fault(u"empty_object"_s);
    }

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::ServerProblem);
    CHECK(status.waiting > 0);
    CHECK(bench.told().startsWith(u"The platform has a problem. Your work is saved here."_s));
    bench.checkNothingLost();
    bench.deeds.twice = 1;
    bench.checkAllArrives();
}

TEST_CASE("N27: a gigabyte, or a little that unpacks to it, is not taken, and nothing is believed of it")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 100);
    FaultBench::fault(u"huge"_s, {{u"gzip"_s, GENERATE(false, true)}});
    QElapsedTimer timer;
    timer.start();

    const SyncStatus status = bench.sync();

    CHECK(timer.elapsed() < 60000);
    CHECK(status.trouble == SyncTrouble::ServerProblem);
    CHECK(status.waiting == 2);
    CHECK(bench.told().startsWith(u"The platform has a problem. Your work is saved here."_s));
    bench.checkNothingLost();
    bench.checkAllArrives();
}
