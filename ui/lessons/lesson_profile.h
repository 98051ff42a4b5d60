#pragma once

#include <QWebEngineProfile>

namespace studio::ui {

inline constexpr char kLessonScheme[] = "studio";

/// The one page that may be the main frame.
QUrl lessonPageUrl();

/// A browser profile that keeps nothing and reaches nothing: of all requests only `studio://static/…` (our
/// own style and fonts), `studio://course/…` (pictures of the open course) and `data:` pictures are answered.
class LessonProfile final : public QWebEngineProfile
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonProfile)

public:
    /// `shareFolder` holds lesson-viewer/ and fonts/.
    explicit LessonProfile(const QString &shareFolder, QObject *parent = nullptr);
    ~LessonProfile() override;

    void setCourseFolder(const QString &folder); ///< Empty: no pictures.

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
