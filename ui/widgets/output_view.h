#pragma once

#include "editor/code_theme.h"
#include "ui/widgets/output_lines.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QTextCharFormat>

namespace studio::ui {

/// Shows OutputLines: adds what is new, takes away what was dropped, and never lays out more than that.
///
/// What a mark in the margin says to the eye stands in the text as words that are too small to see
/// ("error:"), for the screen reader; they are left out when text is copied.
class OutputView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputView)

public:
    explicit OutputView(QWidget *parent = nullptr);

    void setTheme(const editor::CodeTheme &theme, int percent); ///< Call show() with `anew` after it.
    void setOwnFile(const QString &fileName);
    void showLines(OutputLines &lines, bool anew);
    void paintMargin(QPainter &painter, const QRect &area);

    static QString gapText(qint64 dropped);
    static QString foldText(qint64 hidden);

Q_SIGNALS:
    void lineActivated(int line);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void removeBlocks(int from, int count);
    void insertLine(int block, const OutputLine &line);
    void insertSpans(QTextCursor &cursor, const OutputLine &line);
    int linkIn(const OutputLine &line, qsizetype &start, qsizetype &length) const;
    QTextCharFormat formatFor(OutputStyle style) const;
    QColor colourFor(OutputStyle style) const;
    bool goToLink(bool next);

    editor::CodeTheme m_theme;
    QString m_ownFile;
    QWidget *m_margin;
    qint64 m_headShown = 0; ///< Lines of the beginning that are in the document.
    qint64 m_tailFrom = 0; ///< The first line after the gap,
    qint64 m_tailTo = 0; ///< and one past the last.
    qint64 m_droppedShown = 0; ///< As the gap's line says it; 0: there is none.
};

} // namespace studio::ui
