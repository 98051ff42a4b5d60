#pragma once

#include "domain/ports/console.h"
#include "editor/code_theme.h"
#include "ui/console/completion_popup.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::ui {

/// Where statements are written: as many lines as they need, with the editor's colours and indentation.
///
/// Return runs what is complete and else begins a line; Shift+Return begins a line, Ctrl+Return runs. Up and
/// Down go through what was run before. Tab and Ctrl+Space complete; on an empty line Tab goes to the next
/// control.
class ConsoleInput final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleInput)

public:
    explicit ConsoleInput(QWidget *parent = nullptr);
    ~ConsoleInput() override;

    void setTheme(const editor::CodeTheme &theme);
    void setZoom(int percent);
    void complete(const CompletionList &list); ///< The answer to completionWanted().
    void goOnWith(const QString &source); ///< It was not complete: it comes back, with a new line.

    editor::CodeEditor &editor() { return *m_editor; }

Q_SIGNALS:
    void submitted(const QString &source);
    void completionWanted(const QString &before);
    void interrupted(); ///< Ctrl+C with nothing selected.
    void clearRequested(); ///< Ctrl+L
    void zoomRequested(int steps);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool press(const QKeyEvent &key);
    bool pressReturn(Qt::KeyboardModifiers modifiers);
    bool pressTab(bool back);
    void leave(bool back); ///< To the next control of the window, or to the one before.
    bool isOurs(const QKeyEvent &key) const;
    void submit();
    void newLine();
    bool recall(int step);
    void showText(const QString &text);
    void insertWord(const QString &word);
    QString unfinishedWord() const;
    void textHasChanged();
    void fit();

    editor::CodeEditor *m_editor;
    QPointer<CompletionPopup> m_popup; ///< A child of the window.
    QFont m_font; ///< Of the list of completions.
    double m_size = 0; ///< Points, at 100 %.
    QStringList m_history; ///< Oldest first.
    qsizetype m_place = 0; ///< In m_history; its size: what is being written.
    QString m_draft; ///< What was being written before Up.
    bool m_passing = false; ///< A key goes on to the editor.
    bool m_asked = false; ///< By a key: a single completion is taken at once.
};

} // namespace studio::ui
