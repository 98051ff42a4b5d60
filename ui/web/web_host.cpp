#include "ui/web/web_host.h"

#include "ui/web/web_profile.h"

namespace studio::ui {

WebHost::WebHost(const QString &shareFolder, QObject *parent)
    : QObject(parent)
    , m_shareFolder(shareFolder)
{
}

WebHost::~WebHost() = default;

WebProfile &WebHost::profile()
{
    if (!m_profile) {
        m_profile = std::make_unique<WebProfile>(m_shareFolder);
        m_profile->setCourseFolder(m_courseFolder);
    }
    return *m_profile;
}

void WebHost::setCourseFolder(const QString &folder)
{
    m_courseFolder = folder;
    if (m_profile) {
        m_profile->setCourseFolder(folder);
    }
}

} // namespace studio::ui
