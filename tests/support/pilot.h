#pragma once

#include "domain/ports/platform.h"
#include "domain/progress.h"
#include "main/window_application.h"

#include <QString>

#include <functional>
#include <memory>

namespace studio::ui {
class MainWindow;
} // namespace studio::ui

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::test {

/// Drives the real window as a person does, with real keys and clicks. The whole program is behind it: store,
/// worker, web engine. Each wait has a deadline; a pilot that waited in vain says for what.
class Pilot final
{
    Q_DISABLE_COPY_MOVE(Pilot)

public:
    /// Opens the window and waits until the stored place is shown. `platform`: to use in place of the real
    /// one. `ownForum`: the forum that is stored on this computer is shown with it. `notices`: in place
    /// of the desktop's; outlives it.
    explicit Pilot(const QString &dataDir, std::unique_ptr<Platform> platform = {}, bool ownForum = false,
                   DesktopNotices *notices = nullptr);
    ~Pilot(); ///< Closes it as the person would.

    ui::MainWindow &window();

    app::Core &core() { return *m_core; }

    bool goTo(const Place &place); ///< And waits until it is there.
    bool waitForPage(const QString &page);
    bool waitForLesson(); ///< The lesson's text is in its view.

    QString pageTitle() const;
    editor::CodeEditor *editor() const; ///< The one on the page that is shown.
    void typeAnswer(const QString &text); ///< Replaces what is there, key by key.
    bool run(); ///< F5; true when the program ended or waits for input.
    bool answerInput(const QString &line); ///< To a program that waits; true when it has ended.
    QString output() const;
    bool check(); ///< Ctrl+Return; true when a verdict is shown.
    QString verdict() const; ///< Its headline.
    bool savePicture(const QString &path);

    bool waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds = 20'000);

    const QString &failure() const { return m_failure; } ///< What was waited for in vain; empty when nothing.

private:
    QWidget *child(const QString &name) const;

    std::unique_ptr<Platform> m_platform; ///< Outlives the window.
    std::unique_ptr<app::Core> m_core;
    std::unique_ptr<app::WindowApplication> m_application;
    QString m_failure;
};

} // namespace studio::test
