#pragma once

#include "domain/ports/code_runner.h"
#include "domain/project.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

#include <memory>

class QLabel;
class QSplitter;

namespace studio::services {
class ProjectSession;
} // namespace studio::services

namespace studio::ui {

class FileList;
class FileTabs;
class ProgramList;
class RunResults;

/// The place Playground: own projects to write and run.
class PlaygroundPage final : public Page
{
    Q_OBJECT

public:
    PlaygroundPage(const Services &services, const Place &place, QWidget *parent = nullptr);
    ~PlaygroundPage() override;

    QList<Crumb> crumbs() const override;
    Place place() const override;
    QList<QAction *> pageActions() const override;
    QList<QAction *> allActions() const override;
    QString statusText() const override;
    void enter() override;
    void leave() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

    void openCode(const QString &title, const QString &code); ///< A new project with this text.

    /// One more tab beside Output and History. The panel is taken over; it follows the page by its signals.
    void addResultPanel(QWidget *panel, const QString &title);
    void showResultPanel(QWidget *panel); ///< To the front; the focus stays where it is.
    /// Beside editor and results where there is room for it, else as a result panel. The page is its parent
    /// before.
    void showBeside(QWidget *panel, const QString &title);

    QString ranFile() const { return m_ran; } ///< What ran last, as tracebacks name it; empty before that.

    void goToRanLine(int line); ///< In the file that ran last.

Q_SIGNALS:
    void runStarted(studio::Run *run); ///< Before its first output; valid until runEnded().
    void runEnded(const studio::RunResult &result); ///< Also when another project was opened meanwhile.
    void themeChanged(const studio::ui::Theme &theme);
    void zoomChanged(int percent);

private:
    QAction *makeAction(const QString &text, const QString &name, const QKeySequence &key,
                        void (PlaygroundPage::*slot)());
    void makeActions();
    QWidget *makeToolBar();
    void layOut();
    void connectParts();
    void show(const Project &project);
    void fileChanged();
    void create();
    void openFolder();
    void runMain();
    void runFront();
    void run(const QString &path);
    void stop();
    void ended(const RunResult &result);
    void stopForAnother();
    void letGo(); ///< Of the project.
    void showPackages();
    void updateActions();

    Services m_services;
    QString m_wanted; ///< Id of the project to open first.
    ProgramList *m_list;
    FileList *m_files;
    FileTabs *m_editors;
    RunResults *m_results;
    QSplitter *m_columns;
    QLabel *m_runs; ///< Which file Run runs.
    QAction *m_new = nullptr;
    QAction *m_openFolder = nullptr;
    QAction *m_packages = nullptr;
    QAction *m_run = nullptr;
    QAction *m_runFile = nullptr;
    QAction *m_stop = nullptr;
    std::unique_ptr<services::ProjectSession> m_project;
    std::unique_ptr<Run> m_running;
    QString m_ran;
    bool m_starting = false; ///< Files are being saved for a run.
};

} // namespace studio::ui
