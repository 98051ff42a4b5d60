#pragma once

#include "domain/forum.h"
#include "domain/progress.h"
#include "ui/common/theme.h"
#include "ui/forum/topic_reader.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace studio::ui {

class TopicView;

/// One topic of an exercise, read beside it; written is in the forum. A post with code that solves the
/// exercise is hidden until the exercise is passed, or the person asks to see it.
class ExerciseThread final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExerciseThread)

public:
    explicit ExerciseThread(const ForumParts &parts, QWidget *parent = nullptr); ///< `parts`: outlive it.
    ~ExerciseThread() override;

    /// Shows itself with the topic. `solution`: empty when it is not known.
    void open(const ForumTopic &topic, const QString &solution, bool passed);
    void setPassed(); ///< Nothing is hidden any more.
    void close(); ///< Hides itself; closed() follows when a topic was open.
    void leave(); ///< Saves what was read; ends what runs.
    void refresh();

    qint64 topicId() const; ///< 0: none is open.

    void setTheme(const Theme &theme, const QString &readingFont, bool calm);
    void setZoom(int percent);

Q_SIGNALS:
    void closed(qint64 topicId);
    void placeRequested(const studio::Place &place);
    void codeRequested(const QString &code); ///< For the playground.

private:
    void layOut();
    void connectView();
    void openInForum(qint64 postId);
    ForumPost veiled(ForumPost post);
    void reveal();

    ForumDesk &m_desk;
    QLabel *m_said;
    QPushButton *m_reveal;
    QPushButton *m_forum;
    QToolButton *m_close;
    TopicView *m_view;
    TopicReader *m_reader;
    QString m_solution;
    bool m_hides = false;
};

} // namespace studio::ui
