#pragma once

#include "domain/ports/code_runner.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

#include <memory>

class QSplitter;
class QTabWidget;
class QToolButton;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::services {
class DocumentSession;
} // namespace studio::services

namespace studio::ui {

class ExplainedOutput;
class HistoryView;
class OutputPane;
class ProgramList;

/// The place Playground: own programs to write and run.
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

    void openCode(const QString &title, const QString &code); ///< A new program with this text.

    /// One more tab beside Output and History. The panel is taken over; it follows the page by its signals.
    void addResultPanel(QWidget *panel, const QString &title);
    void showResultPanel(QWidget *panel); ///< To the front; the focus stays where it is.
    /// Beside editor and results where there is room for it, else as a result panel. The page is its parent before.
    void showBeside(QWidget *panel, const QString &title);

Q_SIGNALS:
    void runStarted(studio::Run *run); ///< Before its first output; valid until runEnded().
    void runEnded(const studio::RunResult &result); ///< Also when another program was opened meanwhile.
    void themeChanged(const studio::ui::Theme &theme);
    void zoomChanged(int percent);

private:
    void makeActions();
    QWidget *makeToolBar();
    void refreshList();
    void show(std::unique_ptr<services::DocumentSession> session);
    void create();
    void rename(const DocumentId &id, const QString &title);
    void remove(const DocumentId &id, const QString &title);
    void run();
    void ended(const RunResult &result);
    void updateActions();

    Services m_services;
    QString m_wanted; ///< Key of the document to open first.
    ProgramList *m_list;
    editor::CodeEditor *m_editor;
    OutputPane *m_output;
    ExplainedOutput *m_results; ///< With m_output in it.
    HistoryView *m_history;
    QTabWidget *m_tabs;
    QSplitter *m_columns;
    QAction *m_new;
    QAction *m_run;
    QAction *m_stop;
    std::unique_ptr<services::DocumentSession> m_session;
    std::unique_ptr<Run> m_running;
    bool m_opened = false; ///< The document's text has come.
    bool m_setting = false;
};

} // namespace studio::ui
