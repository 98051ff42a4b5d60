#pragma once

namespace studio {
class Clock;
class CodeRunner;
class DesktopNotices;
class ForumPlatform;
class ForumStore;
class Platform;
class WorkStore;

namespace services {
class CourseLibrary;
class Grader;
class PlaygroundService;
class ProgressService;
class ProjectService;
class SettingsService;
} // namespace services

namespace ui {

/// What the pages work with. All outlive the window; built by the composition root.
struct Services
{
    services::CourseLibrary &courses;
    services::ProgressService &progress;
    services::SettingsService &settings;
    services::PlaygroundService &playground;
    services::Grader &grader;
    CodeRunner &runner;
    WorkStore &store;
    const Clock &clock;
    services::ProjectService &projects;
    Platform *platform = nullptr; ///< Null: the program works without one, and shows nothing of it.
    ForumStore *forum = nullptr; ///< Null: there is no place Forum.
    ForumPlatform *forumPlatform = nullptr; ///< Null: the forum is only what is here.
    DesktopNotices *notices = nullptr; ///< Null: nothing is said outside the window.
};

} // namespace ui
} // namespace studio
