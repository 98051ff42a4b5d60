#pragma once

#include "domain/run.h"
#include "ui/common/theme.h"

#include <QTabWidget>

namespace studio {
class Run;
} // namespace studio

namespace studio::services {
class DocumentSession;
} // namespace studio::services

namespace studio::ui {

class ExplainedOutput;
class HistoryView;
class OutputPane;

/// What a run gives, one tab each, and the history of the file in front as the last one.
class RunResults final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunResults)

public:
    explicit RunResults(QWidget *parent = nullptr);

    void addPanel(QWidget *panel, const QString &title); ///< Taken over; before History.
    void setHistory(services::DocumentSession *session); ///< Not owned; null while there is none.
    void showNothingYet(); ///< Another project: what the last one printed is gone.
    void say(const QString &text); ///< In place of output: why nothing is run.
    void begin(Run &run, const QString &fileName);
    void end(const RunResult &result);
    void setTheme(const Theme &theme);
    void setZoom(int percent);

Q_SIGNALS:
    void lineActivated(int line); ///< Of the file that was run.
    void restoreRequested(const QString &text);
    void inputEntered(const QString &line);
    void inputEnded();

private:
    OutputPane *m_output;
    ExplainedOutput *m_explained; ///< With m_output in it.
    HistoryView *m_history;
};

} // namespace studio::ui
