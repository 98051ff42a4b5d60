#pragma once

#include "support/fake_transport.h"
#include "sync/courses/course_download.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace studio::sync::tests {

/// Somebody is signed in, with one token after the other.
class FakeSession final : public Session
{
public:
    SessionState state() const override { return SessionState::SignedIn; }

    qint64 userId() const override { return 2; }

    tl::expected<QByteArray, NoToken> bearer(const std::stop_token &) override
    {
        if (why) {
            return tl::unexpected(NoToken{*why, {}});
        }
        return QByteArray("token-1");
    }

    tl::expected<QByteArray, NoToken> bearerInsteadOf(const QByteArray &token,
                                                      const std::stop_token &) override
    {
        ++renewed;
        return token + "-new";
    }

    void refused(SessionState now) override { lastRefused = now; }

    std::optional<NoToken::Why> why;
    std::optional<SessionState> lastRefused;
    int renewed = 0;
};

inline const QByteArray kPng = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(100, 'p');

/// One of the answers of contract 4: `{"id": …}` by key, the rest filled in by the test.
inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A file server with parts, as a web server gives media.
inline FakeTransport::Handler media(const QByteArray &bytes, const QByteArray &etag = "\"1\"")
{
    return [bytes, etag](const HttpRequest &request) {
        if (FakeTransport::headerOf(request, "If-None-Match") == etag) {
            return jsonAnswer(304, {});
        }
        const QByteArray range = FakeTransport::headerOf(request, "Range").mid(6);
        const QByteArray ifRange = FakeTransport::headerOf(request, "If-Range");
        FakeAnswer answer = jsonAnswer(200, bytes, {{"etag", etag}});
        if (!range.isEmpty() && (ifRange.isEmpty() || ifRange == etag)) {
            const qsizetype from = range.split('-').at(0).toLongLong();
            const qsizetype to = std::min<qsizetype>(range.split('-').at(1).toLongLong(), bytes.size() - 1);
            if (from >= bytes.size()) {
                return jsonAnswer(416, {});
            }
            answer.result->status = 206;
            answer.result->body = bytes.mid(from, to - from + 1);
            answer.result->headers.push_back({"content-range",
                                              "bytes " + QByteArray::number(from) + '-'
                                                  + QByteArray::number(to) + '/'
                                                  + QByteArray::number(bytes.size())});
        }
        answer.result->contentType = "image/png";
        return answer;
    };
}

/// A platform with classic course 5 (lessons 17 and 18, one picture), a store and what fetches.
struct Platform
{
    Platform()
    {
        api.on(
            "GET", "/v1/courses/5/",
            jsonAnswer(
                200,
                R"({"id":5,"title":"Loops","slug":"loops","instructor_name":"Grace","updated_at":"2026-11-24T14:24:17Z"})"));
        api.on("GET", "/v1/courses/5/lessons/", jsonAnswer(200, R"json([
            {"id":17,"course":{"id":5},"title":"For","order":1,"content_format":"markdown","content":"# For\n\n![A](/media/a.png)"
    }

                                                                                                                                   ,
            {"id":18,"course":{"id":5},"title":"While","order":2,"content_format":"plain","content":"While."}])json"));
        api.on("GET", "/v1/exercises/", htmlAnswer(500));
        api.on("GET", "/media/a.png", media(kPng));
    }

    Result<CourseManifest> download(const QByteArray &hash = "h1")

    {
        CatalogueCourse course;
        course.id = QStringLiteral("classic-5");
        CourseDownload run(fetcher, store, capabilities);
        return run.run(
            course, hash,
            [this](qint64 done, qint64 all) {
                progress.push_back({done, all});
            },
            stop.get_token());
    }

    QByteArray fileOf(const QString &path) const
    {
        QFile file(store.coursesFolder() + QStringLiteral("/classic-5/") + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    FakeTransport api;
    FakeSession session;
    Fetcher fetcher{api, session, Endpoints(QStringLiteral("https://learn.example.org"))};
    CourseStore store{folder.path() + QStringLiteral("/platform")};
    Capabilities capabilities;
    std::stop_source stop;
    std::vector<std::pair<qint64, qint64>> progress;
};

} // namespace studio::sync::tests
