#pragma once

#include "domain/forum.h"
#include "domain/result.h"

#include <QObject>

#include <memory>
#include <optional>

namespace studio::services {
class DocumentSession;
} // namespace studio::services

namespace studio {
struct Document;
} // namespace studio

namespace studio::ui {

class Composer;
class ForumDesk;

/// What is being written in the composer: its draft, which is saved while it is typed and survives a restart,
/// and its way into the queue. The draft goes only when the text is in the queue.
class WritingDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritingDesk)

public:
    WritingDesk(ForumDesk &desk, Composer &composer, QObject *parent = nullptr);
    ~WritingDesk() override;

    void reply(const ForumTopic &topic); ///< With the draft that is there.
    void quote(const ForumTopic &topic, const QString &author, const QString &markdown);
    void edit(const ForumPost &post);
    void newTopic(qint64 forumId);
    void newTopic(qint64 forumId, const QString &subject, const QString &text); ///< E.g. of the wizard.
    void change(const ForumWriting &writing); ///< One that waits or came back.
    void close(); ///< Back to a reply to the topic that is shown; the draft stays.
    void saveNow();

    bool isOpen() const { return m_open; } ///< Something else than the resting line below a topic.

Q_SIGNALS:
    void queued(const studio::ForumWriting &writing);
    void closed(); ///< The composer rests again.

private:
    struct Task;

    void begin(Task task);
    void draftOpened();
    void takeEdit(Document &document);
    void send();
    void sent(const QString &key, const Result<ForumWriting> &done);
    void offerCodes();
    QString sentence() const;

    ForumDesk &m_desk;
    Composer &m_composer;
    std::unique_ptr<Task> m_task;
    std::unique_ptr<services::DocumentSession> m_draft;
    std::optional<ForumTopic> m_topic; ///< The one that is shown.
    bool m_open = false;
    bool m_sending = false;
};

} // namespace studio::ui
