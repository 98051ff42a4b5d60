#include "domain/when_done.h"

#include <QTest>

#include <catch2/catch.hpp>

using namespace studio;

TEST_CASE("A listener hears the result, and what it makes of it goes on", "[domain]")
{
    QObject listener;
    QPromise<int> promise;
    promise.start();
    const QFuture<int> doubled = whenDone(promise.future(), &listener, [](int value) { return value * 2; });

    promise.addResult(21);
    promise.finish();

    REQUIRE(QTest::qWaitFor([&] { return doubled.isFinished(); }, 5000));
    CHECK(doubled.result() == 42);
}

TEST_CASE("A listener that is gone is not called, and nobody crashes", "[domain]")
{
    bool called = false;
    QPromise<int> promise;
    promise.start();
    QFuture<void> rest;
    {
        QObject listener;
        rest = whenDone(promise.future(), &listener, [&called](int) { called = true; });
    }
    promise.addResult(1);
    promise.finish();
    QCoreApplication::processEvents();

    CHECK_FALSE(called);
    CHECK(rest.isCanceled());
}
