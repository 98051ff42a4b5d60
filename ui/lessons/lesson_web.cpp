#include "ui/lessons/lesson_web.h"

#include "ui/web/web_host.h"
#include "ui/web/web_profile.h"
#include "ui/web/web_view.h"

#include <QCoreApplication>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Lesson)

public:
    static Viewer viewer()
    {
        return {u"lesson"_s,
                u"lesson-viewer"_s,
                lessonPageUrl(),
                tr("Lesson"),
                tr("Opening the lesson…"),
                tr("Show the lesson again"),
                tr("Lessons can't be shown to the system administrator (root). Start the program as another "
                   "user."),
                tr("The lesson viewer could not be loaded. If this stays so, install the program again."),
                tr("The lesson viewer stopped. What you typed is saved.")};
    }
};

} // namespace

LessonWeb::LessonWeb(WebHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
}

LessonWeb::~LessonWeb()
{
    delete m_view;
}

void LessonWeb::warmUp()
{
    if (!m_view) {
        m_view = new WebView(m_host, Words::viewer(), nullptr);
        m_view->warmUp();
    }
}

WebView *LessonWeb::take(QWidget *parent)
{
    if (m_view) {
        Q_EMIT m_view->taken();
        m_view->setParent(parent);
    } else {
        m_view = new WebView(m_host, Words::viewer(), parent);
    }
    return m_view;
}

void LessonWeb::setCourseFolder(const QString &folder)
{
    m_host.setCourseFolder(folder);
}

void LessonWeb::giveBack(WebView *view)
{
    if (view && view == m_view) {
        view->hide();
        view->setParent(nullptr);
    }
}

} // namespace studio::ui
