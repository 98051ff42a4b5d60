#pragma once

#include "domain/run.h"
#include "editor/code_theme.h"
#include "services/output_spool.h"

#include <QWidget>

#include <memory>

namespace studio::ui {

/// What a program printed, what it was given, and how it ended.
///
/// stdout, stderr and input are told apart by colour, by a mark at the line's start and in the text the
/// screen reader gets. A line of a traceback that names the learner's file is a link. Bounded: beyond
/// `kMaximumLines` the middle is left out, a line says so, and a link leads to the whole output, which is
/// kept in a temporary file. Ctrl+F finds words.
class OutputPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputPane)

public:
    static constexpr int kMaximumLines = 10'000;

    explicit OutputPane(QWidget *parent = nullptr);
    OutputPane(std::unique_ptr<services::OutputSpool> spool,
               QWidget *parent); ///< `spool`: where the whole output is kept.
    ~OutputPane() override;

    void setTheme(const editor::CodeTheme &theme);
    void setZoom(int percent);
    void setOwnFile(const QString &fileName); ///< Whose traceback lines become links.

    void begin(); ///< Clears; a run starts.
    void append(RunStream stream, const QByteArray &bytes); ///< Costs time for its bytes only; paints later.
    void askForInput(); ///< Shows the input line and gives it the focus.
    void stopAsking(); ///< Hides the input line; the run goes on.
    void end(const QString &summary, bool failed); ///< "Ended after 0.2 s"; hides the input line.
    void showMessage(const QString &text); ///< The empty state, or "could not start".

    void find(); ///< Opens the find bar.
    void showWhole(); ///< Opens a window with the whole output.
    void saveWholeAs(const QString &path);

    QString plainText() const; ///< Without what is not shown.

Q_SIGNALS:
    void inputEntered(const QString &line);
    void inputEnded(); ///< Ctrl+D on an empty input line.
    void lineActivated(int line); ///< A traceback line of the learner's own file.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeInputRow();
    void sendLine();
    void give(const QString &line);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::ui
