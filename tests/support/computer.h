#pragma once

#include "domain/ports/work_store.h"
#include "store/open_work_store.h"
#include "store/profiles.h"
#include "support/hosted_server.h"
#include "sync/platform/hosted_platform.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFuture>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <memory>

/// What a future gives; the event loop turns meanwhile. Ends the test when it takes more than two minutes.
template<typename Value>
Value await(QFuture<Value> future)
{
    const QDeadlineTimer deadline(120000);
    while (!future.isFinished() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    REQUIRE(future.isFinished());
    REQUIRE(future.resultCount() == 1);
    return future.result();
}

/// The time that a test says it is.
class TestTime final : public studio::Clock
{
public:
    QDateTime nowUtc() const override { return m_now; }

    void pass(std::chrono::seconds time) { m_now = m_now.addSecs(time.count()); }

private:
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

/// A clock for waits that runs fifty times as fast: a platform that wants a minute gets more than a second.
class SwiftClock final : public studio::MonotonicClock
{
public:
    std::chrono::milliseconds now() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            50 * std::chrono::steady_clock::now().time_since_epoch());
    }
};

/// One person's profile on a computer: a real work.db and the real platform behind it, without a window. It
/// syncs only when asked. Waits that are there for a class are taken out; nothing that keeps work safe is.
class Computer final
{
    Q_DISABLE_COPY_MOVE(Computer)

public:
    Computer(const HostedServer &server, const studio::Clock &clock, QString data, QString profile)
        : m_server(server)
        , m_clock(clock)
        , m_data(std::move(data))
        , m_profile(std::move(profile))
    {
        open();
    }

    QString folder() const { return *studio::store::profileFolder(m_data, m_profile); }

    studio::sync::PlatformPlace place() const
    {
        studio::sync::PlatformPlace place;
        place.folder = folder();
        place.machineFolder = m_data;
        place.http.version = "test";
        place.http.extraCaFile = m_server.ca();
        place.http.proxy.mode = studio::sync::ProxySettings::Mode::None;
        place.rate = {60000, 100};
        place.monotonic = std::make_shared<SwiftClock>();
        place.engine.startJitter = std::chrono::milliseconds(0);
        place.pushAfter = std::chrono::milliseconds(0);
        return place;
    }

    void open() { open(place()); }

    void open(studio::sync::PlatformPlace place)
    {
        close();
        auto opened = studio::store::openWorkStore(folder(), m_clock);
        REQUIRE(opened);
        m_work = std::move(opened->store);
        m_sync = opened->sync;
        m_forum = opened->forum;
        place.forum = opened->forumCopy;
        m_platform = std::make_unique<studio::sync::HostedPlatform>(*m_sync, m_clock, std::move(place));
        REQUIRE(await(m_platform->opened()));
    }

    void close() ///< As the program ends.
    {
        m_platform.reset();
        m_work.reset();
    }

    studio::WorkStore &work() { return *m_work; }

    studio::ForumStore &forum() { return *m_forum; }

    studio::sync::HostedPlatform &platform() { return *m_platform; }

    /// With the passwords of the test platform: `Ada!Example1`.
    studio::Result<studio::Account> signIn(const QString &user)
    {
        studio::SignIn request;
        request.server = m_server.origin();
        request.name = user;
        request.password = user.at(0).toUpper() % user.mid(1) % QStringLiteral("!Example1");
        request.keepIn = studio::VaultKind::EncryptedFile; // survives open() without a password store
        request.passphrase = QStringLiteral("a passphrase of this test");
        return await(m_platform->signIn(request));
    }

    studio::LessonProgress lesson(const QString &course, const QString &lesson)
    {
        const auto progress = await(m_work->courseProgress(course));
        REQUIRE(progress);
        return progress->lessons.value(lesson);
    }

    template<typename Change>
    void change(const QString &course, const QString &lessonId, Change change)
    {
        studio::LessonProgress progress = lesson(course, lessonId);
        change(progress);
        REQUIRE(await(m_work->saveLesson(course, lessonId, progress)));
    }

private:
    const HostedServer &m_server;
    const studio::Clock &m_clock;
    QString m_data;
    QString m_profile;
    std::unique_ptr<studio::WorkStore> m_work;
    studio::SyncStore *m_sync = nullptr;
    studio::ForumStore *m_forum = nullptr; ///< Part of the work.
    std::unique_ptr<studio::sync::HostedPlatform> m_platform; ///< Goes before the work it writes to.
};
