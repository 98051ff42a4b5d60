#pragma once

#include "domain/ports/clock.h"
#include "store/open_work_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace studio::test {

using namespace Qt::StringLiterals;

/// Stands still until it is moved.
class TestClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now; }

    QDateTime now = QDateTime(QDate(2024, 3, 10), QTime(12, 0), Qt::UTC);
};

/// One profile's folder, and the store opened on it.
class StoreFixture
{
public:
    QString folder() const { return m_dir.filePath(u"profile"_s); }

    QString file() const { return folder() + u"/work.db"_s; }

    void open()
    {
        auto opened = store::openWorkStore(folder(), clock);
        INFO((opened ? std::string() : opened.error().message.toStdString()));
        REQUIRE(opened);
        report = opened->report;
        work = std::move(opened->store);
        syncStore = opened->sync;
        forum = opened->forum;
        copy = opened->forumCopy;
        search = opened->search;
    }

    void reopen()
    {
        work.reset();
        open();
    }

    Error openError()
    {
        work.reset();
        auto opened = store::openWorkStore(folder(), clock);
        REQUIRE_FALSE(opened);
        UNSCOPED_INFO(opened.error().message.toStdString());
        return opened.error();
    }

    Document typed(const QString &key, const QString &text)
    {
        clock.now = clock.now.addMSecs(300);
        const Document document{{key}, u"T"_s, text, 1, clock.now};
        const auto saved = work->saveDocument(document).result();
        REQUIRE(saved);
        return document;
    }

    QString text(const QString &key)
    {
        const auto document = work->openDocument({key}).result();
        INFO((document ? std::string() : document.error().message.toStdString()));
        REQUIRE(document);
        REQUIRE(document->has_value());
        return (*document)->text;
    }

private:
    QTemporaryDir m_dir; ///< Outlives the store.

public:
    TestClock clock;
    store::OpenReport report;
    std::unique_ptr<WorkStore> work;
    ForumStore *forum = nullptr; ///< Part of `work`.
    ForumCopy *copy = nullptr; ///< As forum.
    SearchIndex *search = nullptr; ///< As forum.
    SyncStore *syncStore = nullptr; ///< Part of `work`.
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace studio::test
