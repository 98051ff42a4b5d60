#pragma once

#include "services/project_session.h"
#include "ui/shell/page.h"

#include <vector>

class QTabWidget;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::services {
class SettingsService;
} // namespace studio::services

namespace studio::ui {

class FileEditor;

/// The open files of a project, one editor in one tab each.
class FileTabs final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTabs)

public:
    FileTabs(services::SettingsService &settings, QWidget *parent = nullptr);
    ~FileTabs() override;

    /// Shows the tabs that were open the last time. Not owned; null while there is none. Call it before the
    /// session that was shown is deleted.
    void setProject(services::ProjectSession *project);

    void open(const QString &path); ///< Brings its tab to the front.
    void close(const QString &path);
    QString current() const; ///< Empty when no file is open.
    editor::CodeEditor *editor() const; ///< The one in front; may be null.
    services::FileSession *session() const; ///< Of the file in front; may be null.
    bool isReady() const; ///< The text of the file in front is here.

    void goTo(const QString &path, int line); ///< Opens it and gives it the focus.
    void scrollTo(const QString &path, int line); ///< Of an open file.
    void setMark(const QString &path, int line, const QString &message);
    void clearMarks();
    void setTheme(const Theme &theme);
    void setZoom(int percent);

Q_SIGNALS:
    void currentChanged();
    void readyChanged();
    void caretMoved();
    void saveStateChanged(studio::ui::Page::SaveState state, const studio::Error &error);
    void zoomRequested(int steps);
    void failed(const QString &path, const studio::Error &error); ///< It can't be opened.

private:
    FileEditor *find(const QString &path) const;
    FileEditor *front() const;
    FileEditor *add(const QString &path);
    void tellSaveState(const FileEditor &editor);
    void remember();
    void updateTitles();

    services::SettingsService &m_settings;
    services::ProjectSession *m_project = nullptr;
    QTabWidget *m_tabs;
    QWidget *m_empty;
    Theme m_theme;
    bool m_themed = false;
    bool m_setting = false;
    int m_zoom = 100;
};

} // namespace studio::ui
