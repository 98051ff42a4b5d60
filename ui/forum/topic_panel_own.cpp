// What a person does with topics and posts of their own.

#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "text/verdict_text.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_panel.h"
#include "ui/forum/topic_view.h"
#include "ui/forum/writing_desk.h"

#include <QInputDialog>

namespace studio::ui {

using namespace Qt::StringLiterals;

void TopicPanel::editCurrent()
{
    withPost(m_view->currentPost(), [this](const ForumPost &post) {
        if (post.mayEdit) {
            m_writing->edit(post);
        } else {
            Q_EMIT said(tr("This post is somebody else's, so it can't be changed."));
        }
    });
}

void TopicPanel::deleteCurrent()
{
    withPost(m_view->currentPost(), [this](const ForumPost &post) {
        if (post.mayDelete) {
            askDelete(post);
        } else {
            Q_EMIT said(tr("This post is somebody else's, so it can't be deleted."));
        }
    });
}

void TopicPanel::rename()
{
    if (!topic()) {
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"renameTopic"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Change the subject"));
    dialog->setLabelText(tr("What is the topic about?"));
    dialog->setTextValue(topic()->subject);
    dialog->setOkButtonText(tr("Change"));
    dialog->resize(480, dialog->height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, topic = *topic()](const QString &typed) {
        const QString subject = typed.simplified().left(kLongestSubject);
        if (subject.isEmpty() || subject == topic.subject) {
            return;
        }
        ForumWriting writing;
        writing.kind = WritingKind::EditSubject;
        writing.topicId = topic.id;
        writing.subject = subject;
        queue(writing, tr("The subject changes with the next sync."));
    });
    dialog->open();
}

void TopicPanel::askDelete(const ForumPost &post)
{
    // No question: it waits in the queue, where it can be taken back.
    ForumWriting writing;
    writing.kind = post.head ? WritingKind::DeleteTopic : WritingKind::DeletePost;
    writing.topicId = post.topicId;
    writing.postId = post.head ? 0 : post.id;
    queue(writing,
          post.head ? tr("The topic is deleted with the next sync.")
                    : tr("The post is deleted with the next sync."));
}

void TopicPanel::queue(const ForumWriting &writing, const QString &done)
{
    whenDone(m_desk.store().queue(writing), this, [this, done](const Result<ForumWriting> &queued) {
        m_desk.touch();
        if (!queued) {
            Q_EMIT said(tr("This could not be put into the queue. %1").arg(text::describe(queued.error())));
            return;
        }
        Q_EMIT undoable(done, [this, writing = *queued] {
            m_desk.store().withdraw(writing);
            m_desk.touch();
        });
    });
}

} // namespace studio::ui
