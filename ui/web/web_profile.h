#pragma once

#include <QWebEngineProfile>

namespace studio::ui {

inline constexpr char kStudioScheme[] = "studio";

// The pages that may be a main frame.
QUrl lessonPageUrl();
QUrl forumPageUrl();

/// A browser profile that keeps nothing and reaches nothing: of all requests only `studio://static/…` (our
/// own style and fonts), `studio://course/…` (pictures of the open course), `studio://picture/…` (pictures
/// of posts that were asked for) and `data:` pictures are answered.
class WebProfile final : public QWebEngineProfile
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebProfile)

public:
    /// `shareFolder` holds lesson-viewer/, forum-viewer/ and fonts/.
    explicit WebProfile(const QString &shareFolder, QObject *parent = nullptr);
    ~WebProfile() override;

    void setCourseFolder(const QString &folder); ///< Empty: no pictures.

    /// The `studio://picture/…` address of a file; the same one for the same file. Empty when the file is no
    /// PNG, JPEG, GIF or WebP by what is in it. Nobody can guess the address.
    QString addPicture(const QString &file);

Q_SIGNALS:
    void requestRefused(const QUrl &url);

private:
    class Interceptor;
    class SchemeHandler;

    Interceptor *m_interceptor;
    SchemeHandler *m_handler;
};

/// The file below `folder` that `path` names; empty when there is none, it is a folder, or it lies outside,
/// also by way of a link. Pure but for looking at the disk.
QString fileInside(const QString &folder, const QString &path);

} // namespace studio::ui
