#pragma once

#include "editor/widget/scintilla.h"

#include <QString>

#include <memory>

namespace studio::editor {

class RegionGuard;
class TypingRules;

/// A range of the text in Scintilla's own positions: bytes of UTF-8.
struct TextRange
{
    long start = 0;
    long end = 0;

    bool operator==(const TextRange &) const = default;
};

/// The child of CodeEditor that shows the text and takes the keys.
///
/// Every change a person can make comes through here and is first shown to the RegionGuard. Positions are
/// bytes, offsets are UTF-16.
class TextArea final : public QsciScintillaBase
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextArea)

public:
    explicit TextArea(QWidget *parent = nullptr);
    ~TextArea() override;

    long send(unsigned message, long first = 0, long second = 0) const;
    void sendText(unsigned message, long first, const QByteArray &text) const;

    void setWhole(const QString &text); ///< Forgets undo and ends the regions.
    QString text() const;
    QString textIn(TextRange range) const;
    QString lineText(long line) const; ///< Without its end.
    TextRange lineRange(long line) const; ///< Without its end.
    long lineOf(long position) const;
    long caretPosition() const;
    TextRange selection() const;
    bool hasOneCaret() const; ///< Neither several selections nor a rectangle.
    int offsetOf(long position) const;
    long positionOf(long offset) const;

    /// While one lives, textEdited() waits: several changes are told as one.
    class Batch final
    {
    public:
        explicit Batch(const TextArea &area);
        ~Batch();
        Batch(const Batch &) = delete;
        Batch &operator=(const Batch &) = delete;

    private:
        const TextArea &m_area;
    };

    void replace(TextRange range, const QString &text) const;
    void select(TextRange range); ///< The caret at its end, scrolled into view.

    RegionGuard &guard() const;
    TypingRules &typing() const;
    void setTabMovesFocus(bool moves);
    bool tabMovesFocus() const;
    void runCommand(unsigned message); ///< As by its key: refused where the text is fixed.
    void leaveByTab(bool next);
    void tell(const QString &sentence); ///< Beside the caret, for a moment.
    void setBlankColour(const QColor &colour); ///< Of an empty region's mark.

Q_SIGNALS:
    void textEdited() const;
    void zoomRequested(int steps);
    void focusChanged(bool has, bool byKey);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void addToMenu(class QMenu &menu, const QString &text, const QKeySequence &keys, unsigned message,
                   bool enabled);
    bool typedInFixedText();

    mutable int m_batches = 0;
    mutable bool m_edited = false;
    std::unique_ptr<RegionGuard> m_guard;
    std::unique_ptr<TypingRules> m_typing;
    QColor m_blankColour;
    bool m_tabMovesFocus = false;
};

} // namespace studio::editor
