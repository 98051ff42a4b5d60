#include "support/pilot.h"

#include "editor/widget/code_editor.h"
#include "services/progress_service.h"
#include "support/runner_path.h"
#include "ui/shell/main_window.h"
#include "ui/web/web_engine.h"
#include "ui/widgets/output_pane.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWebEngineView>

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

/// Once a process, before the first web view.
void prepareScheme()
{
    static const bool done = [] {
        ui::registerStudioScheme();
        return true;
    }();
    Q_UNUSED(done)
}

} // namespace

Pilot::Pilot(const QString &dataDir, std::unique_ptr<Platform> platform, bool ownForum,
             DesktopNotices *notices)
    : m_platform(std::move(platform))
{
    prepareScheme();
    m_core = std::make_unique<app::Core>(app::findPaths(dataDir), QString());
    if (const auto work = m_core->work(); !work) {
        m_failure = work.error().message;
        return;
    }
    const app::WindowForum forum{ownForum ? m_core->forum().value_or(nullptr) : nullptr, nullptr, notices};
    m_application = std::make_unique<app::WindowApplication>(*m_core, m_platform.get(), forum);
    m_application->show();
    if (!QTest::qWaitForWindowExposed(&window())) {
        m_failure = u"the window"_s;
    }
    window().activateWindow();
    QTest::qWait(300); // the stored place comes after the first paint
}

Pilot::~Pilot()
{
    if (m_application) {
        window().close();
    }
}

ui::MainWindow &Pilot::window()
{
    return m_application->window();
}

bool Pilot::goTo(const Place &place)
{
    window().goTo(place);
    return waitForPage(place.page);
}

bool Pilot::waitForPage(const QString &page)
{
    return waitFor(
               [this, page] {
                   return window().page() && window().page()->place().page == page
                       && !window().page()->crumbs().isEmpty();
               },
               u"the page "_s % page)
        && (page != "playground"_L1
            || waitFor(
                [this] {
                    return window().page()->crumbs().size() == 2 && child(u"runButton"_s)->isEnabled();
                },
                u"the program"_s))
        && (page != "exercise"_L1
            || waitFor(
                [this] {
                    return editor() && !editor()->text().isNull() && child(u"checkButton"_s)->isEnabled();
                },
                u"the exercise"_s));
}

bool Pilot::waitForLesson()
{
    const auto *view = window().findChild<QWebEngineView *>();
    return waitFor([&] { return (view = window().findChild<QWebEngineView *>()) && view->isVisible(); },
                   u"the lesson's view"_s)
        && waitFor(
               [&] {
                   auto text = std::make_shared<QString>();
                   auto came = std::make_shared<bool>(false);
                   view->page()->runJavaScript(u"document.body ? document.body.innerText : ''"_s, 1,
                                               [text, came](const QVariant &value) {
                                                   *text = value.toString();
                                                   *came = true;
                                               });
                   return QTest::qWaitFor([came] { return *came; }, 2000) && text->trimmed().size() > 40;
               },
               u"the lesson's text"_s)
        && QTest::qWaitFor([] { return false; }, 400) == false; // and its first paint
}

QString Pilot::pageTitle() const
{
    const auto crumbs = m_application->window().page()->crumbs();
    return crumbs.isEmpty() ? QString() : crumbs.last().text;
}

editor::CodeEditor *Pilot::editor() const
{
    for (auto *each : m_application->window().page()->findChildren<editor::CodeEditor *>()) {
        if (each->isVisible()
            && (each->objectName() == "answerEditor"_L1 || each->objectName() == "playgroundEditor"_L1)) {
            return each;
        }
    }
    return nullptr;
}

void Pilot::typeAnswer(const QString &text)
{
    // An editor takes no keys before its file has been read; what is read can be run.
    const auto *run = window().page()->findChild<QAction *>(u"runAction"_s);
    waitFor([run] { return run == nullptr || run->isEnabled(); }, u"the file's text"_s);
    QWidget *target = editor()->textWidget();
    target->setFocus();
    QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(target, Qt::Key_Delete);
    for (const QChar c : text) {
        if (c == u'\n') {
            QTest::keyClick(target, Qt::Key_Return);
        } else {
            QTest::keyClick(target, c.toLatin1());
        }
    }
}

bool Pilot::run()
{
    // The playground saves first, and runs then.
    const auto *stopping = window().page()->findChild<QAction *>(u"stopAction"_s);
    bool begun = stopping == nullptr || editor()->objectName() != "playgroundEditor"_L1;
    const QObject here;
    if (stopping) {
        QObject::connect(stopping, &QAction::enabledChanged, &here,
                         [&begun](bool on) { begun = begun || on; });
    }
    window().activateWindow(); // a shortcut is heard by the window in front only
    waitFor([this] { return window().isActiveWindow(); }, u"the window in front"_s, 5'000);
    QTest::keyClick(editor()->textWidget(), Qt::Key_F5);
    const auto *stop = child(u"stopButton"_s);
    return waitFor(
        [&] {
            return (begun && stop && !stop->isEnabled())
                || (child(u"inputLine"_s) && child(u"inputLine"_s)->isVisible());
        },
        u"the end of the run, or a question"_s);
}

bool Pilot::answerInput(const QString &line)
{
    auto *edit = qobject_cast<QLineEdit *>(child(u"inputLine"_s));
    if (!waitFor([&] { return edit && edit->isVisible() && edit->isEnabled(); }, u"the input line"_s)) {
        return false;
    }
    edit->setFocus();
    QTest::keyClicks(edit, line);
    QTest::keyClick(edit, Qt::Key_Return);
    return waitFor([this] { return !child(u"stopButton"_s)->isEnabled(); }, u"the end of the run"_s);
}

QString Pilot::output() const
{
    for (auto *pane : m_application->window().page()->findChildren<ui::OutputPane *>()) {
        if (pane->isVisible()) {
            return pane->plainText();
        }
    }
    return {};
}

bool Pilot::check()
{
    QTest::keyClick(editor() ? editor()->textWidget() : window().page(), Qt::Key_Return, Qt::ControlModifier);
    return waitFor([this] { return child(u"verdictHeadline"_s) && child(u"checkButton"_s)->isEnabled(); },
                   u"a verdict"_s, 60'000);
}

QString Pilot::verdict() const
{
    const auto *label = qobject_cast<QLabel *>(child(u"verdictHeadline"_s));
    return label ? label->text() : QString();
}

bool Pilot::savePicture(const QString &path)
{
    QTest::qWait(250); // what has been asked for is painted
    return window().grab().save(path);
}

bool Pilot::waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds)
{
    if (QTest::qWaitFor(condition, milliseconds)) {
        return true;
    }
    m_failure = what;
    return false;
}

QWidget *Pilot::child(const QString &name) const
{
    for (QWidget *each : m_application->window().page()->findChildren<QWidget *>(name)) {
        if (each->isVisible()) {
            return each;
        }
    }
    return m_application->window().page()->findChild<QWidget *>(name);
}

} // namespace studio::test
