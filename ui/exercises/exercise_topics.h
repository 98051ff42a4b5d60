#pragma once

#include "domain/forum.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "ui/shell/services.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace studio::ui {

class Card;
struct Theme;

/// What the forum says about an exercise, beside it and from this computer: its topics, and the questions of
/// one's own that wait to be sent.
class ExerciseTopics final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExerciseTopics)

public:
    /// services.forum is set. `ask`: what the button does.
    ExerciseTopics(const Services &services, QString courseId, QString exerciseId, QAction *ask,
                   QWidget *parent = nullptr);

    void refresh(); ///< Reads again; keeps what is shown until the answer is there.
    void setTheme(const Theme &theme);

    void focusTopic(qint64 topicId); ///< To its row; without it, to the button.

Q_SIGNALS:
    void topicRequested(const studio::ForumTopic &topic); ///< To be read.
    void placeRequested(const studio::Place &place); ///< For what waits.

private:
    struct Row
    {
        QString subject;
        QString facts;
        qint64 topicId = 0; ///< 0: it waits.

        bool operator==(const Row &) const = default;
    };

    void showTopics(const Result<std::vector<ForumTopic>> &topics);
    void showWaiting(const Result<std::vector<ForumWriting>> &writings);
    void addRow(const Row &row);
    void choose(qint64 topicId);
    void clear();
    void say();

    Services m_services;
    QString m_courseId;
    QString m_exerciseId;
    Card *m_card;
    QVBoxLayout *m_rows;
    QLabel *m_sentence;
    QPushButton *m_ask;
    std::vector<Row> m_shown;
    std::vector<ForumTopic> m_topics;
    bool m_failed = false;
};

} // namespace studio::ui
