#include "ui/lessons/lesson_profile.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLoggingCategory>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcProfile, "studio.ui.lesson_profile")

constexpr qint64 kLargestPicture = 16LL * 1024 * 1024;

// Never built from data: a content type may smuggle headers in.
QByteArray pictureType(const QString &suffix)
{
    static const QHash<QString, QByteArray> types = {
        {u"png"_s, "image/png"}, {u"jpg"_s, "image/jpeg"},  {u"jpeg"_s, "image/jpeg"},
        {u"gif"_s, "image/gif"}, {u"webp"_s, "image/webp"}, {u"svg"_s, "image/svg+xml"},
    };
    return types.value(suffix.toLower());
}

QByteArray ownFileType(const QString &suffix)
{
    static const QHash<QString, QByteArray> types = {
        {u"html"_s, "text/html"}, {u"css"_s, "text/css"},     {u"otf"_s, "font/otf"},
        {u"ttf"_s, "font/ttf"},   {u"woff2"_s, "font/woff2"},
    };
    return types.value(suffix.toLower());
}

} // namespace

QUrl lessonPageUrl()
{
    return QUrl(u"studio://static/lesson.html"_s);
}

QString fileInside(const QString &folder, const QString &path)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty() || path.isEmpty() || path.contains(QChar(0))) {
        return {};
    }
    const QFileInfo file(QDir(root).filePath(path));
    const QString real = file.canonicalFilePath();
    return real.startsWith(root % u'/') && QFileInfo(real).isFile() ? real : QString();
}

class LessonProfile::Interceptor final : public QWebEngineUrlRequestInterceptor
{
public:
    explicit Interceptor(LessonProfile &profile)
        : QWebEngineUrlRequestInterceptor(&profile)
        , m_profile(profile)
    {
    }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        if (!isAllowed(info)) {
            info.block(true);
            qCWarning(lcProfile) << "refused a request of a lesson for" << info.requestUrl().scheme()
                                 << info.requestUrl().host();
            Q_EMIT m_profile.requestRefused(info.requestUrl());
        }
    }

private:
    static bool isAllowed(const QWebEngineUrlRequestInfo &info)
    {
        const QUrl url = info.requestUrl();
        switch (info.resourceType()) {
        case QWebEngineUrlRequestInfo::ResourceTypeMainFrame:
            return url.adjusted(QUrl::RemoveFragment) == lessonPageUrl();
        case QWebEngineUrlRequestInfo::ResourceTypeImage:
            return url.scheme() == QLatin1StringView(kLessonScheme) || url.scheme() == "data"_L1;
        case QWebEngineUrlRequestInfo::ResourceTypeStylesheet:
        case QWebEngineUrlRequestInfo::ResourceTypeFontResource:
            return url.scheme() == QLatin1StringView(kLessonScheme) && url.host() == "static"_L1;
        default:
            return false;
        }
    }

    LessonProfile &m_profile;
};

class LessonProfile::SchemeHandler final : public QWebEngineUrlSchemeHandler
{
public:
    SchemeHandler(const QString &shareFolder, QObject *parent)
        : QWebEngineUrlSchemeHandler(parent)
        , m_shareFolder(shareFolder)
    {
    }

    void setCourseFolder(const QString &folder) { m_courseFolder = folder; }

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        const QUrl url = job->requestUrl();
        const QString path = url.path(QUrl::FullyDecoded).mid(1);
        if (job->requestMethod() != "GET") {
            job->fail(QWebEngineUrlRequestJob::RequestDenied);
        } else if (url.host() == "static"_L1) {
            const bool font = path.startsWith("fonts/"_L1);
            answer(job,
                   fileInside(m_shareFolder % (font ? u"/fonts"_s : u"/lesson-viewer"_s),
                              font ? path.mid(6) : path),
                   ownFileType(QFileInfo(path).suffix()));
        } else if (url.host() == "course"_L1) {
            const QString file = m_courseFolder.isEmpty() ? QString() : fileInside(m_courseFolder, path);
            answer(job, QFileInfo(file).size() <= kLargestPicture ? file : QString(),
                   pictureType(QFileInfo(path).suffix()));
        } else {
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        }
    }

private:
    static void answer(QWebEngineUrlRequestJob *job, const QString &path, const QByteArray &type)
    {
        QFile file(path);
        if (path.isEmpty() || type.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            qCWarning(lcProfile) << "not found for a lesson:" << job->requestUrl().path();
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
            return;
        }
        auto *bytes = new QBuffer(job); // goes with the job
        bytes->setData(file.readAll());
        bytes->open(QIODevice::ReadOnly);
        job->reply(type, bytes);
    }

    QString m_shareFolder;
    QString m_courseFolder;
};

LessonProfile::LessonProfile(const QString &shareFolder, QObject *parent)
    : QWebEngineProfile(parent) // without a name: off the record
    , m_interceptor(new Interceptor(*this))
    , m_handler(new SchemeHandler(shareFolder, this))
{
    setHttpCacheType(NoCache);
    setPersistentCookiesPolicy(NoPersistentCookies);
    setSpellCheckEnabled(false);
    setUrlRequestInterceptor(m_interceptor);
    installUrlSchemeHandler(kLessonScheme, m_handler);
}

LessonProfile::~LessonProfile() = default;

void LessonProfile::setCourseFolder(const QString &folder)
{
    m_handler->setCourseFolder(folder);
}

} // namespace studio::ui
