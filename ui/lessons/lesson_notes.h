#pragma once

#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace studio::services {
class ProgressService;
} // namespace studio::services

namespace studio::ui {

/// The person's own notes on a lesson of the platform: one line that opens a field. Saved while they type,
/// and sent to the platform with everything else.
class LessonNotes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonNotes)

public:
    LessonNotes(services::ProgressService &progress, QString courseId, QString lessonId,
                QWidget *parent = nullptr);

    void save(); ///< What is typed and not saved yet.

private:
    void showSaved();
    void setText(const QString &text);

    services::ProgressService &m_progress;
    QString m_courseId;
    QString m_lessonId;
    QToolButton *m_toggle;
    QPlainTextEdit *m_edit;
    QTimer m_pause;
    QString m_shown; ///< What was saved when it was shown: what is typed grew out of it.
    bool m_typed = false; ///< Something is in the field that is not handed over yet.
};

} // namespace studio::ui
