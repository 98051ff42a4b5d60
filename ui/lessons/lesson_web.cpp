#include "ui/lessons/lesson_web.h"

#include "ui/lessons/lesson_view.h"

namespace studio::ui {

LessonWeb::LessonWeb(const QString &shareFolder, QObject *parent)
    : QObject(parent)
    , m_shareFolder(shareFolder)
{
}

LessonWeb::~LessonWeb()
{
    delete m_view;
}

void LessonWeb::warmUp()
{
    if (!m_view) {
        m_view = new LessonView(m_shareFolder, nullptr);
        m_view->warmUp();
    }
}

LessonView *LessonWeb::take(QWidget *parent)
{
    if (m_view) {
        Q_EMIT m_view->taken();
        m_view->setParent(parent);
    } else {
        m_view = new LessonView(m_shareFolder, parent);
    }
    return m_view;
}

void LessonWeb::giveBack(LessonView *view)
{
    if (view && view == m_view) {
        view->hide();
        view->setParent(nullptr);
    }
}

} // namespace studio::ui
