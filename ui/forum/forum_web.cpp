#include "ui/forum/forum_web.h"

#include "ui/web/web_engine.h"
#include "ui/web/web_host.h"
#include "ui/web/web_profile.h"
#include "ui/web/web_view.h"

#include <QCoreApplication>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::TopicView)

public:
    static Viewer viewer()
    {
        return {
            u"forum"_s,
            u"forum-viewer"_s,
            forumPageUrl(),
            tr("Posts"),
            tr("Opening…"),
            tr("Show it again"),
            tr("Posts can't be shown to the system administrator (root). Start the program as another user."),
            tr("The forum's viewer could not be loaded. If this stays so, install the program again."),
            tr("The forum's viewer stopped. What you wrote is saved.")};
    }
};

} // namespace

ForumWeb::ForumWeb(WebHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
}

ForumWeb::~ForumWeb()
{
    delete m_idle;
}

void ForumWeb::warmUp()
{
    if (!m_idle) {
        m_idle = new WebView(m_host, Words::viewer(), nullptr);
        m_idle->warmUp();
    }
}

WebView *ForumWeb::take(QWidget *parent)
{
    if (!m_idle) {
        return new WebView(m_host, Words::viewer(), parent);
    }
    WebView *view = m_idle;
    m_idle.clear();
    view->setParent(parent);
    return view;
}

void ForumWeb::giveBack(WebView *view)
{
    if (!view) {
        return;
    }
    view->hide();
    if (m_idle) {
        view->deleteLater();
        return;
    }
    view->setParent(nullptr);
    m_idle = view;
}

QString ForumWeb::addPicture(const QString &file)
{
    return webEngineCanStart() ? m_host.profile().addPicture(file) : QString();
}

} // namespace studio::ui
