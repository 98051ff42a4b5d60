#pragma once

#include "domain/ports/code_runner.h"
#include "editor/code_theme.h"

#include <QTimer>
#include <QWidget>

#include <deque>
#include <functional>
#include <memory>

class QLabel;
class QToolButton;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::ui {

class ConsoleInput;
class OutputPane;

/// Statements and what they print: over the names of the program that ran last, or, when a statement is typed
/// before any run, over none.
///
/// Statements that are typed while one runs wait for their turn.
class ConsolePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsolePanel)

public:
    /// `startEmpty`: a run of nothing, whose console is wanted.
    explicit ConsolePanel(std::function<std::unique_ptr<Run>()> startEmpty, QWidget *parent = nullptr);
    ~ConsolePanel() override;

    void setTheme(const editor::CodeTheme &theme);
    void setZoom(int percent);
    void setOwnFile(const QString &fileName); ///< Whose traceback lines become links.
    void follow(Run *run); ///< A program begins: its console comes with its end. The one before is closed.
    void close(); ///< There is no program any more; back to the empty state.

    editor::CodeEditor &editor(); ///< Where statements are written.
    Console *console() const; ///< Null when there is none; consoleChanged() tells of another one.

public Q_SLOTS:
    void stop(); ///< The statement that runs; again: the console.

Q_SIGNALS:
    void consoleChanged(studio::Console *console);
    void settled(); ///< A statement has ended: names may have other values.
    void lineActivated(int line);
    void zoomRequested(int steps);

private:
    void adopt(std::unique_ptr<Console> console, const QString &greeting);
    void drop();
    void enter(const QString &source);
    void runNext();
    void startEmpty();
    void answered(const ConsoleAnswer &answer);
    void ended(const RunResult &result);
    void print(const QByteArray &bytes);
    void showEcho();
    void updateState();

    std::function<std::unique_ptr<Run>()> m_startEmpty;
    OutputPane *m_output;
    ConsoleInput *m_input;
    QLabel *m_state;
    QToolButton *m_stop;
    QTimer m_echo; ///< A statement that prints nothing for a while is shown all the same.
    QTimer m_unheard; ///< Since Stop.
    std::unique_ptr<Run> m_empty; ///< While an empty console starts.
    std::unique_ptr<Console> m_console;
    std::deque<QString> m_queue;
    QString m_current; ///< The statement that runs.
    const Run *m_program = nullptr; ///< While it runs.
    bool m_echoed = true;
    bool m_asked = false; ///< To stop the statement that runs.
    bool m_atLineStart = true;
};

} // namespace studio::ui
