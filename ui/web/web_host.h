#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace studio::ui {

class WebProfile;

/// What all web views of the program share: one browser profile and with it one renderer process, so that a
/// second view costs a tenth of the first. The engine starts with the first call of profile().
///
/// Owned by the composition root; outlives everything that shows a web view.
class WebHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebHost)

public:
    /// `shareFolder` holds lesson-viewer/, forum-viewer/ and fonts/.
    explicit WebHost(const QString &shareFolder, QObject *parent = nullptr);
    ~WebHost() override;

    WebProfile &profile(); ///< Only where webEngineCanStart().
    void
    setCourseFolder(const QString &folder); ///< Where the pictures of the open course lie; starts nothing.

    QString shareFolder() const { return m_shareFolder; }

private:
    QString m_shareFolder;
    QString m_courseFolder;
    std::unique_ptr<WebProfile> m_profile;
};

} // namespace studio::ui
