#pragma once

#include "services/exercise_session.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QTabWidget;
class QToolButton;

namespace studio::ui {

class AnswerView;
class ExplainedOutput;
class HistoryView;
class OutputPane;
class PicturesPanel;
class VerdictView;

/// The doing half of an exercise: answer, Stop, Run and Check, and below them result, output and history.
/// Works on one ExerciseSession; of an exercise of steps there is one workbench for each step.
class ExerciseWorkbench final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExerciseWorkbench)

public:
    /// `session` is not owned, not opened yet, and outlives the workbench. `nextTitle`: what a pass leads to.
    ExerciseWorkbench(services::ExerciseSession &session, QString nextTitle, QWidget *parent = nullptr);
    ~ExerciseWorkbench() override;

    QList<QAction *> actions() const; ///< Run, Stop, Check, start again, …; owned by the workbench.
    QString statusText() const;
    void setTheme(const Theme &theme);
    void setZoom(int percent);
    void giveFocus();

Q_SIGNALS:
    void statusChanged();
    void nextRequested();
    void zoomRequested(int steps);

private:
    enum Tab { kResult, kOutput, kHistory };

    void makeActions();
    QWidget *makeToolBar();
    void connectSession();
    void connectPictures();
    void updateActions();
    void showAnswer();
    void answerChanged();
    void bringBack(const QString &text);

    services::ExerciseSession &m_session;
    QString m_nextTitle;
    AnswerView *m_answer;
    VerdictView *m_verdict;
    OutputPane *m_output;
    ExplainedOutput *m_results; ///< With m_output in it.
    HistoryView *m_history;
    PicturesPanel *m_pictures; ///< A tab from the first picture on.
    QTabWidget *m_tabs;
    QLabel *m_attempts;
    QAction *m_run = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_check = nullptr;
    QAction *m_reset = nullptr;
    QList<QToolButton *> m_buttons;
    Theme m_theme;
};

} // namespace studio::ui
