#include "ui/web/web_profile.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QLoggingCategory>
#include <QUuid>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcProfile, "studio.ui.web_profile")

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

/// What the file is by its first bytes; empty for anything but pictures without a language of their own.
QByteArray typeOfContent(const QString &path)
{
    static const QHash<QByteArray, QByteArray> types
        = {{"png", "image/png"}, {"jpeg", "image/jpeg"}, {"gif", "image/gif"}, {"webp", "image/webp"}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray head = file.peek(12);
    if (head.startsWith("RIFF") && head.mid(8) == "WEBP") {
        return types.value("webp"); // Qt's reader of it is an extra package
    }
    return types.value(QImageReader::imageFormat(&file));
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

QUrl forumPageUrl()
{
    return QUrl(u"studio://static/forum.html"_s);
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

class WebProfile::Interceptor final : public QWebEngineUrlRequestInterceptor
{
public:
    explicit Interceptor(WebProfile &profile)
        : QWebEngineUrlRequestInterceptor(&profile)
        , m_profile(profile)
    {
    }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        if (!isAllowed(info)) {
            info.block(true);
            qCWarning(lcProfile) << "refused a request of a page for" << info.requestUrl().scheme()
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
            return url.adjusted(QUrl::RemoveFragment) == lessonPageUrl()
                || url.adjusted(QUrl::RemoveFragment) == forumPageUrl();
        case QWebEngineUrlRequestInfo::ResourceTypeImage:
            return url.scheme() == QLatin1StringView(kStudioScheme) || url.scheme() == "data"_L1;
        case QWebEngineUrlRequestInfo::ResourceTypeStylesheet:
        case QWebEngineUrlRequestInfo::ResourceTypeFontResource:
            return url.scheme() == QLatin1StringView(kStudioScheme) && url.host() == "static"_L1;
        default:
            return false;
        }
    }

    WebProfile &m_profile;
};

class WebProfile::SchemeHandler final : public QWebEngineUrlSchemeHandler
{
public:
    SchemeHandler(const QString &shareFolder, QObject *parent)
        : QWebEngineUrlSchemeHandler(parent)
        , m_shareFolder(shareFolder)
    {
    }

    void setCourseFolder(const QString &folder) { m_courseFolder = folder; }

    QString addPicture(const QString &file)
    {
        const auto known = m_pictureNames.constFind(file);
        if (known != m_pictureNames.cend()) {
            return *known;
        }
        const QByteArray type = typeOfContent(file);
        if (type.isEmpty()) {
            return {};
        }
        const QString name = QUuid::createUuid().toString(QUuid::Id128);
        m_pictures.insert(name, {file, type});
        return *m_pictureNames.insert(file, u"studio://picture/"_s % name);
    }

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        const QUrl url = job->requestUrl();
        const QString path = url.path(QUrl::FullyDecoded).mid(1);
        if (job->requestMethod() != "GET") {
            job->fail(QWebEngineUrlRequestJob::RequestDenied);
        } else if (url.host() == "static"_L1) {
            answer(job, ownFile(path), ownFileType(QFileInfo(path).suffix()));
        } else if (url.host() == "course"_L1) {
            const QString file = m_courseFolder.isEmpty() ? QString() : fileInside(m_courseFolder, path);
            answer(job, QFileInfo(file).size() <= kLargestPicture ? file : QString(),
                   pictureType(QFileInfo(path).suffix()));
        } else if (const auto picture = m_pictures.constFind(path);
                   url.host() == "picture"_L1 && picture != m_pictures.cend()) {
            const bool large = QFileInfo(picture->file).size() > kLargestPicture;
            answer(job, large ? QString() : picture->file, picture->type);
        } else {
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        }
    }

private:
    struct Picture
    {
        QString file;
        QByteArray type;
    };

    QString ownFile(const QString &path) const
    {
        if (path.startsWith("fonts/"_L1)) {
            return fileInside(m_shareFolder % u"/fonts"_s, path.mid(6));
        }
        const QString file = fileInside(m_shareFolder % u"/lesson-viewer"_s, path);
        return file.isEmpty() ? fileInside(m_shareFolder % u"/forum-viewer"_s, path) : file;
    }

    static void answer(QWebEngineUrlRequestJob *job, const QString &path, const QByteArray &type)
    {
        QFile file(path);
        if (path.isEmpty() || type.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            qCWarning(lcProfile) << "not found for a page:" << job->requestUrl().path();
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
    QHash<QString, Picture> m_pictures; ///< By the last part of the address.
    QHash<QString, QString> m_pictureNames; ///< Addresses by file.
};

WebProfile::WebProfile(const QString &shareFolder, QObject *parent)
    : QWebEngineProfile(parent) // without a name: off the record
    , m_interceptor(new Interceptor(*this))
    , m_handler(new SchemeHandler(shareFolder, this))
{
    setHttpCacheType(NoCache);
    setPersistentCookiesPolicy(NoPersistentCookies);
    setSpellCheckEnabled(false);
    setUrlRequestInterceptor(m_interceptor);
    installUrlSchemeHandler(kStudioScheme, m_handler);
}

WebProfile::~WebProfile() = default;

void WebProfile::setCourseFolder(const QString &folder)
{
    m_handler->setCourseFolder(folder);
}

QString WebProfile::addPicture(const QString &file)
{
    return m_handler->addPicture(file);
}

} // namespace studio::ui
