#pragma once

#include "domain/forum.h"
#include "domain/result.h"
#include "services/question_builder.h"
#include "ui/common/theme.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace studio {
class PostRenderer;
class SearchIndex;
} // namespace studio

namespace studio::services {
class DocumentSession;
} // namespace studio::services

namespace studio::ui {

class ForumDesk;
class ForumWeb;
class QuestionFields;
class SimilarTopics;
class TopicView;

/// A question about an exercise that is to be asked.
struct AskedQuestion
{
    services::Question question; ///< As far as it can be filled in.
    QString solution; ///< Of the exercise; empty: not known.
    std::vector<QString> passed; ///< Answers that passed.
};

/// Leads to a good question in five steps, and puts it into the queue of the forum. What is written is saved
/// while it is typed: it is there again after closing, and after a crash. Deletes itself when closed.
class QuestionWizard final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionWizard)

public:
    struct Parts
    {
        ForumDesk &desk;
        ForumWeb &web;
        const PostRenderer &renderer;
        SearchIndex *search = nullptr; ///< Null: only topics of the exercise itself are suggested.
    };

    /// What `parts` refers to outlives it.
    QuestionWizard(const Parts &parts, AskedQuestion asked, QWidget *parent = nullptr);
    ~QuestionWizard() override;

    void setTheme(const Theme &theme, const QString &readingFont, bool calm);
    void setZoom(int percent);

    int step() const; ///< From 0.

    bool isReady() const { return m_ready; } ///< The draft is read.

Q_SIGNALS:
    void topicChosen(qint64 topicId); ///< One that is there already is read in place of asking.
    void queued(const studio::ForumWriting &writing);

private:
    enum Step { kTried, kCode, kHappened, kSimilar, kPreview, kSteps };

    void layOut();
    QWidget *makePreview();
    void connectParts();
    void fillForums();
    void openDraft();
    void draftOpened();
    void saveDraft();
    void collect(); ///< From the fields into the question.
    void goTo(int step);
    void next();
    void post();
    void queuedAs(const Result<ForumWriting> &done);
    void warn(); ///< When the code would give the solution away.
    void say(const QString &problem);
    QString markdown() const;

    Parts m_parts;
    AskedQuestion m_asked;
    services::Question m_question; ///< As the person has it now.
    qint64 m_forumId = 0;
    std::unique_ptr<services::DocumentSession> m_draft;
    QLabel *m_title;
    QLabel *m_count;
    QStackedWidget *m_pages;
    QuestionFields *m_fields;
    SimilarTopics *m_similar;
    TopicView *m_preview;
    QLineEdit *m_subject;
    QComboBox *m_forum;
    QLabel *m_warning;
    QLabel *m_problem;
    QLabel *m_state;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
    bool m_ready = false;
    bool m_posting = false;
};

} // namespace studio::ui
