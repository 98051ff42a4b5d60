#pragma once

#include "editor/code_position.h"
#include "editor/code_theme.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace studio::editor {

/// A piece of the text that the learner may change; everything else is read-only then.
struct EditableRegion
{
    QString name; ///< `BLANK_1`
    int start = 0; ///< UTF-16 offset
    int end = 0; ///< One past the last.
};

/// A message that belongs to a line.
struct LineMark
{
    enum class Kind { Error, Warning, Info };

    int line = 1;
    Kind kind = Kind::Error;
    QString message; ///< Plain text; shown under the line and to the screen reader.
};

/// The Python code editor. Wraps QScintilla, which no other layer sees.
///
/// All offsets are UTF-16 as in QString; lines and columns count from 1, columns in code points.
class CodeEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    enum class Language { Python, PlainText };

    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    void setLanguage(Language language);
    void setTheme(const CodeTheme &theme);
    void setZoom(int percent); ///< 50 to 300; of the theme's font size.
    void setWrapLines(bool wrap);
    void setTabWidth(int width);
    void setAutoClose(bool close);
    void setReadOnly(bool readOnly);

    /// Shown beside the first and beside every other line in place of numbers, as a console has them.
    void setPrompts(const QString &first, const QString &next);

    /// Replaces the text and forgets undo. Text over 1 MB is shown without colours (see docs/adr).
    void setText(const QString &text);
    void replaceText(const QString &text); ///< As one step that can be undone.
    QString text() const;

    /// Only these parts can be changed from now on; setText() ends it. Tab and Shift+Tab go from region to
    /// region.
    void setEditableRegions(const std::vector<EditableRegion> &regions);
    std::vector<EditableRegion> editableRegions() const; ///< As they are now, moved by typing.

    CodePosition caret() const;
    int caretOffset() const;
    void setCaretOffset(int offset);
    void
    goTo(CodePosition position); ///< Scrolls there and puts the caret there; out of range: the nearest place.

    void setMarks(const std::vector<LineMark> &marks); ///< Replaces all.
    void clearMarks();

    bool hasSelection() const;
    bool tabMovesFocus() const; ///< Chosen by Ctrl+M.
    QRect caretRect() const; ///< In the coordinates of this widget.
    int heightForLines(int lines) const; ///< Of this widget, so that they fit without scrolling.

    void showFind(bool withReplace); ///< Opens the bar below the text; Esc closes it.
    void toggleComment(); ///< Of the selected lines.
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

    QWidget *textWidget() const; ///< The child that takes the keys; for tests and focus.

Q_SIGNALS:
    void textChanged();
    void caretMoved();
    void zoomRequested(int steps); ///< Ctrl+wheel, Ctrl++, Ctrl+-; 0 = back to 100 %.

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::editor
