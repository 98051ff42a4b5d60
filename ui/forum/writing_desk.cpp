#include "ui/forum/writing_desk.h"

#include "domain/ports/forum_store.h"
#include "domain/ports/work_store.h"
#include "domain/when_done.h"
#include "services/document_session.h"
#include "text/verdict_text.h"
#include "ui/forum/composer.h"
#include "ui/forum/edit_draft.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_words.h"

#include <QPointer>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostCodes = 15;
constexpr qsizetype kLongestQuote = 4'000;

QString quoted(const QString &author, const QString &markdown)
{
    QStringList lines = markdown.left(kLongestQuote).trimmed().split(u'\n');
    for (QString &line : lines) {
        line.prepend(u"> "_s);
    }
    QString name = author.simplified().left(80);
    name.remove(u'*');
    return u"> **%1** wrote:\n>\n"_s.arg(name) % lines.join(u'\n');
}

} // namespace

struct WritingDesk::Task
{
    Composer::Mode mode = Composer::Mode::Reply;
    QString key; ///< Of the draft; empty: the text is one in the queue, which keeps it.
    QString title;
    ForumWriting writing; ///< Without its text.
    std::optional<ForumWriting> queued; ///< The one that is changed.
    QString subject; ///< To begin with, when there is no draft.
    QString text;
    QString added; ///< Put in after the draft.
    bool open = true;
    bool focus = true;

    bool keepsSeen() const { return writing.kind == WritingKind::EditPost && !key.isEmpty(); }

    /// What the draft keeps of a text of the composer.
    QString stored(const QString &written) const
    {
        return keepsSeen() ? toJson(EditDraft{written, writing.seenText, writing.seenUpdatedUtc}) : written;
    }
};

WritingDesk::WritingDesk(ForumDesk &desk, Composer &composer, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_composer(composer)
{
    connect(&composer, &Composer::edited, this, [this] {
        m_composer.setProblem({});
        if (m_draft) {
            m_draft->setTitle(m_composer.subject());
            m_draft->setText(m_task->stored(m_composer.text()), m_composer.caret());
        }
    });
    connect(&composer, &Composer::sendRequested, this, &WritingDesk::send);
    connect(&composer, &Composer::closeRequested, this, &WritingDesk::close);
    connect(&composer, &Composer::codesWanted, this, &WritingDesk::offerCodes);
    connect(&desk, &ForumDesk::changed, this, [this] { m_composer.setState(sentence()); });
}

WritingDesk::~WritingDesk() = default;

void WritingDesk::reply(const ForumTopic &topic)
{
    const bool another = !m_topic || m_topic->id != topic.id;
    m_topic = topic;
    if (another || m_open) {
        Task task;
        task.key = u"forum/reply/%1"_s.arg(topic.id);
        task.writing.kind = WritingKind::Reply;
        task.writing.topicId = topic.id;
        task.open = false;
        task.focus = !another;
        begin(std::move(task));
    } else {
        m_composer.giveFocus();
    }
}

void WritingDesk::quote(const ForumTopic &topic, const QString &author, const QString &markdown)
{
    const QString text = quoted(author, markdown);
    if (m_task && m_task->writing.kind == WritingKind::Reply && m_task->writing.topicId == topic.id && m_draft
        && m_draft->state() != services::DocumentSession::State::Loading) {
        m_composer.insert(text);
        return m_composer.giveFocus();
    }
    reply(topic);
    if (m_task) {
        m_task->added = text;
        m_task->focus = true;
    }
}

void WritingDesk::edit(const ForumPost &post)
{
    Task task;
    task.mode = Composer::Mode::Edit;
    task.key = u"forum/edit/%1"_s.arg(post.id);
    task.title = tr("Change your post");
    task.writing.kind = WritingKind::EditPost;
    task.writing.topicId = post.topicId;
    task.writing.postId = post.id;
    task.writing.seenUpdatedUtc = post.updatedUtc;
    task.writing.seenText = post.text;
    task.text = post.text;
    begin(std::move(task));
}

void WritingDesk::newTopic(qint64 forumId)
{
    newTopic(forumId, {}, {});
}

void WritingDesk::newTopic(qint64 forumId, const QString &subject, const QString &text)
{
    Task task;
    task.mode = Composer::Mode::NewTopic;
    task.key = u"forum/topic/%1"_s.arg(forumId);
    task.title = tr("New topic");
    task.writing.kind = WritingKind::NewTopic;
    task.writing.forumId = forumId;
    task.subject = subject;
    task.text = text;
    begin(std::move(task));
}

void WritingDesk::change(const ForumWriting &writing)
{
    Task task;
    task.mode = writing.kind == WritingKind::NewTopic ? Composer::Mode::NewTopic : Composer::Mode::Edit;
    task.title = tr("Change what waits to be sent");
    task.writing = writing;
    task.queued = writing;
    task.subject = writing.subject;
    task.text = writing.text;
    begin(std::move(task));
}

void WritingDesk::close()
{
    saveNow();
    const bool was = std::exchange(m_open, false);
    m_draft.reset();
    m_task.reset();
    if (const auto topic = std::exchange(m_topic, std::nullopt)) {
        reply(*topic);
    } else {
        m_composer.setMode(Composer::Mode::Reply, {});
        m_composer.setText({}, {}, 0);
    }
    if (was) {
        Q_EMIT closed();
    }
}

void WritingDesk::saveNow()
{
    if (m_draft && m_draft->state() == services::DocumentSession::State::Saving) {
        m_draft->saveNow();
    }
}

void WritingDesk::begin(Task task)
{
    saveNow();
    m_draft.reset();
    m_task = std::make_unique<Task>(std::move(task));
    m_open = m_task->open;
    m_composer.setMode(m_task->mode, m_task->title);
    m_composer.setForums(m_desk.forums());
    m_composer.setForum(m_task->writing.forumId);
    m_composer.setState(sentence());
    const auto end = static_cast<int>(m_task->text.size()); // one goes on writing
    m_composer.setText(m_task->subject, m_task->text, end);
    m_composer.setSendable(!m_sending);
    if (m_task->key.isEmpty()) {
        return m_composer.giveFocus();
    }
    Document fresh;
    fresh.id.key = m_task->key;
    fresh.title = m_task->subject;
    fresh.text = m_task->stored(m_task->text);
    fresh.caret = end;
    m_draft = std::make_unique<services::DocumentSession>(m_desk.services().store, m_desk.services().clock,
                                                          fresh);
    connect(m_draft.get(), &services::DocumentSession::opened, this, &WritingDesk::draftOpened);
    m_draft->open();
}

void WritingDesk::draftOpened()
{
    Document document = m_draft->document();
    if (m_task->keepsSeen()) {
        takeEdit(document);
    }
    // The program ended between the queue and the draft's end: it is on its way already.
    const auto same = [&](const ForumWriting &each) {
        return each.kind == m_task->writing.kind && each.topicId == m_task->writing.topicId
            && each.postId == m_task->writing.postId && each.text == document.text.trimmed()
            && each.subject == document.title.trimmed();
    };
    const auto &writings = m_desk.writings();
    if (!document.text.trimmed().isEmpty() && std::any_of(writings.begin(), writings.end(), same)) {
        document.title.clear();
        document.text = m_task->keepsSeen() ? m_task->text : QString();
        m_draft->setTitle({});
        m_draft->setText(m_task->stored(document.text), 0);
    }
    // What was put together for this question goes before an older draft, which stays below it.
    const bool replaced = m_task->mode == Composer::Mode::NewTopic && !m_task->text.isEmpty()
        && document.text != m_task->text;
    if (replaced) {
        const QString rest = document.text.trimmed();
        const QString both = rest.isEmpty() ? m_task->text : QString(m_task->text % u"\n\n"_s % rest);
        m_composer.setText(m_task->subject, both, 0);
        m_draft->setTitle(m_task->subject);
        m_draft->setText(both, 0);
    } else if (m_composer.text().isEmpty() || m_composer.text() == m_task->text) {
        m_composer.setText(document.title, document.text, document.caret);
    }
    if (const QString added = std::exchange(m_task->added, {}); !added.isEmpty()) {
        m_composer.insert(added);
    }
    if (m_task->focus) {
        m_composer.giveFocus();
    }
}

/// The person goes on with what they began: it is compared with the post as it was then.
void WritingDesk::takeEdit(Document &document)
{
    const auto kept = editDraftFromJson(document.text);
    if (!kept) {
        return; // a draft that is only a text
    }
    if (kept->text == kept->seenText) { // nothing was changed: the post as it is now
        document.text = m_task->text;
        document.caret = static_cast<int>(m_task->text.size());
        return;
    }
    document.text = kept->text;
    m_task->writing.seenText = kept->seenText;
    m_task->writing.seenUpdatedUtc = kept->seenUpdatedUtc;
}

void WritingDesk::send()
{
    if (!m_task || m_sending) {
        return;
    }
    ForumWriting writing = m_task->writing;
    writing.subject = m_composer.subject().trimmed();
    writing.text = m_composer.text().trimmed();
    if (writing.kind == WritingKind::NewTopic) {
        writing.forumId = m_composer.forumId();
    }
    if (!m_desk.signedIn()) {
        return m_composer.setProblem(tr("Sign in first. Your text is kept as a draft until then."));
    }
    if (const QString problem = problemOf(writing.kind, writing.subject, writing.text, writing.forumId);
        !problem.isEmpty()) {
        m_composer.setProblem(problem);
        return m_composer.giveFocus();
    }
    m_sending = true;
    m_composer.setSendable(false);
    const auto asked = m_task->queued ? m_desk.store().rewrite(writing) : m_desk.store().queue(writing);
    // The draft goes also when this page was left before the answer came.
    whenDone(asked, &m_desk,
             [self = QPointer(this), &desk = m_desk, key = m_task->key](const Result<ForumWriting> &done) {
                 if (self) {
                     self->sent(key, done);
                 } else if (done && !key.isEmpty()) {
                     desk.services().store.removeDocument({key});
                 }
             });
}

void WritingDesk::sent(const QString &key, const Result<ForumWriting> &done)
{
    m_sending = false;
    m_composer.setSendable(true);
    if (!done) {
        const bool late = done.error().code == ErrorCode::NotFound;
        return m_composer.setProblem(
            late ? tr("It was sent just now, so it cannot be changed here any more.")
                 : tr("This could not be put into the queue. %1 Your text is still here.")
                       .arg(text::describe(done.error())));
    }
    const bool same = m_task && m_task->key == key;
    if (same) {
        m_draft.reset(); // writes what is pending: before the draft is removed, or it would be there again
        m_task.reset();
    }
    if (!key.isEmpty()) {
        m_desk.services().store.removeDocument({key});
    }
    if (same) {
        m_composer.setText({}, {}, 0);
        m_open = false;
        if (const auto topic = std::exchange(m_topic, std::nullopt)) {
            reply(*topic);
        } else {
            m_composer.setMode(Composer::Mode::Reply, {});
        }
        Q_EMIT closed();
    }
    Q_EMIT queued(*done);
    m_desk.touch();
}

void WritingDesk::offerCodes()
{
    m_composer.setCodes({});
    for (const QString &prefix : {u"answer/"_s, u"playground/"_s}) {
        whenDone(m_desk.services().store.documents(prefix), this,
                 [this, prefix](const Result<std::vector<Document>> &documents) {
                     std::vector<Composer::Code> codes;
                     for (const Document &each : documents.value_or(std::vector<Document>())) {
                         if (!each.text.trimmed().isEmpty() && codes.size() < kMostCodes) {
                             const QString name
                                 = each.title.isEmpty() ? each.id.key.section(u'/', -1) : each.title;
                             codes.push_back({prefix == "answer/"_L1 ? tr("Answer: %1").arg(name)
                                                                     : tr("Program: %1").arg(name),
                                              each.text});
                         }
                     }
                     if (!codes.empty()) {
                         m_composer.addCodes(codes);
                     }
                 });
    }
}

QString WritingDesk::sentence() const
{
    return m_desk.signedIn() ? tr("Kept here. It goes out when there is a network.")
                             : tr("Kept here as a draft. Sign in to send it.");
}

} // namespace studio::ui
