#pragma once

#include "editor/code_theme.h"
#include "ui/widgets/output_document.h"
#include "ui/widgets/output_lines.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace studio::ui {

/// Shows OutputLines, and never lays out more of them than can be seen.
///
/// What a mark in the margin says to the eye stands in the text as words that are too small to see
/// ("error:"), for the screen reader; they are left out when text is copied.
class OutputView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputView)

public:
    enum class Redraw {
        Changes,
        All, ///< The look has changed; the reader stays where he is.
        Fresh, ///< Another text: its end is followed.
    };

    explicit OutputView(QWidget *parent = nullptr);

    void setTheme(const editor::CodeTheme &theme,
                  int percent); ///< Call showLines() with Redraw::All after it.
    void setOwnFile(const QString &fileName); ///< Whose traceback lines become links, from now on.

    /// Takes a bounded time. False when more is to be shown: call it again soon. A reader who scrolled up
    /// stays at the line where he is, else the end is followed.
    bool showLines(const OutputLines &lines, Redraw redraw);

    void paintMargin(QPainter &painter, const QRect &area);

    int firstShownBlock() const { return firstVisibleBlock().blockNumber(); }

    QColor hitColour() const { return m_palette.theme().blankBackground; } ///< Behind what was searched for.

Q_SIGNALS:
    void lineActivated(int line);
    void wholeRequested(); ///< The link in the place of the missing lines.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    bool isAtEnd() const;
    void follow(int link);
    bool goToLink(bool next);

    OutputPalette m_palette;
    OutputDocument m_shown;
    QWidget *m_margin;
    qint64 m_heldLine = -1; ///< Where the reader was before all was drawn anew; -1 when he is there again.
};

} // namespace studio::ui
