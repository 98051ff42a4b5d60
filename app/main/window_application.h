#pragma once

#include "main/core.h"

#include <memory>

namespace studio {
class DesktopNotices;
class ForumPlatform;
class ForumStore;
class Platform;
} // namespace studio

namespace studio::ui {
class MainWindow;
} // namespace studio::ui

namespace studio::app {

/// The forum that a window shows; null: it has no place Forum.
struct WindowForum
{
    ForumStore *store = nullptr;
    ForumPlatform *platform = nullptr;
    DesktopNotices *notices = nullptr; ///< Null: those of this kind of desktop.
};

/// The window and all it works with, built in the order in which one needs the other. Needs a QApplication,
/// and a Core whose work() has been opened.
class WindowApplication final
{
    Q_DISABLE_COPY_MOVE(WindowApplication)

public:
    /// `platform` and `forum`: to use in place of the core's own; outlive this.
    explicit WindowApplication(Core &core, Platform *platform = nullptr, const WindowForum &forum = {});
    ~WindowApplication();

    /// Shows the window; the place where the person stopped follows as soon as it is known.
    void show();

    ui::MainWindow &window();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace studio::app
