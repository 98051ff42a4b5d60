// What can be done on the place Forum.

#include "domain/ports/forum_store.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "text/sync_words.h"
#include "text/verdict_text.h"
#include "ui/account/account_dialog.h"
#include "ui/common/icons.h"
#include "ui/forum/blog_list.h"
#include "ui/forum/empty_state.h"
#include "ui/forum/forum_columns.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/forum_page.h"
#include "ui/forum/forum_tree.h"
#include "ui/forum/moderation_menu.h"
#include "ui/forum/notice_line.h"
#include "ui/forum/notifications_popup.h"
#include "ui/forum/review_dialog.h"
#include "ui/forum/topic_list.h"
#include "ui/forum/topic_words.h"
#include "ui/forum/waiting_view.h"
#include "ui/forum/writing_desk.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QToolButton>

namespace studio::ui {

using namespace Qt::StringLiterals;
using Kind = ForumPlace::Kind;

QAction *ForumPage::addKeyed(const QString &text, const QString &name, const QList<QKeySequence> &keys,
                             const std::function<void()> &action)
{
    auto *made = new QAction(text, this);
    made->setObjectName(name);
    made->setShortcuts(keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut); // a field that is typed in keeps its letters
    made->setToolTip(
        keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys.first().toString(QKeySequence::NativeText)));
    connect(made, &QAction::triggered, this, action);
    addAction(made);
    m_actions.append(made);
    return made;
}

void ForumPage::makeActions()
{
    m_moderation = new ModerationMenu(this);
    m_write = addKeyed(tr("New topic"), u"newTopicAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_N)},
                       [this] { write(); });
    addKeyed(tr("Next unread"), u"nextUnreadAction"_s, {QKeySequence(Qt::Key_N)}, [this] { nextUnread(); });
    addKeyed(tr("Next topic"), u"nextTopicAction"_s, {QKeySequence(Qt::Key_J)}, [this] { step(1); });
    addKeyed(tr("Previous topic"), u"previousTopicAction"_s, {QKeySequence(Qt::Key_K)}, [this] { step(-1); });
    m_ofTopic.append(addKeyed(tr("Reply"), u"replyAction"_s, {QKeySequence(Qt::Key_R)}, [this] {
        m_panel->writing().reply(*m_panel->topic());
        m_columns->bringForward(ForumColumns::Topic);
    }));
    m_ofTopic.append(addKeyed(tr("Quote the post"), u"quoteAction"_s, {QKeySequence(Qt::Key_Q)},
                              [this] { m_panel->quoteCurrent(); }));
    m_ofTopic.append(addKeyed(tr("Change your post"), u"editAction"_s, {QKeySequence(Qt::Key_E)},
                              [this] { m_panel->editCurrent(); }));
    m_ofTopic.append(addKeyed(tr("Delete your post"), u"deleteAction"_s, {QKeySequence(Qt::Key_Delete)},
                              [this] { m_panel->deleteCurrent(); }));
    m_rename = addKeyed(tr("Change the subject…"), u"renameAction"_s, {}, [this] { m_panel->rename(); });
    m_follow
        = addKeyed(tr("Follow"), u"followAction"_s, {QKeySequence(Qt::Key_F)}, [this] { toggleFollow(); });
    m_follow->setCheckable(true);
    m_bookmark = addKeyed(tr("Bookmark"), u"bookmarkAction"_s, {QKeySequence(Qt::Key_B)},
                          [this] { toggleBookmark(); });
    m_bookmark->setCheckable(true);
    m_unread = addKeyed(tr("Mark as not read from here"), u"markUnreadAction"_s, {QKeySequence(Qt::Key_U)},
                        [this] { m_panel->markUnreadFrom(0); });
    m_copy = addKeyed(tr("Copy a link to the topic"), u"copyLinkAction"_s, {}, [this] { copyLink(); });
    m_ofTopic += {m_follow, m_bookmark, m_unread, m_copy};
    m_more = new QAction(tr("Moderate"), this);
    m_more->setObjectName(u"moderateAction"_s);
    m_more->setMenu(m_moderation);
    m_ofTopic.append(m_more);
    connect(m_moderation, &QMenu::aboutToShow, this, [this] {
        const ForumAbilities can = m_desk.platform() ? m_desk.platform()->abilities() : ForumAbilities();
        m_moderation->fill(can, m_panel->topic().value_or(ForumTopic()), m_desk.forums());
    });
    connect(m_moderation, &ModerationMenu::queueRequested, this, [this] {
        auto *dialog = new ReviewDialog(*m_desk.platform(), window());
        dialog->open();
    });
    addKeyed(tr("Back to the list"), u"backAction"_s, {QKeySequence(Qt::Key_Backspace)}, [this] { back(); });
    addKeyed(tr("Search…"), u"slashAction"_s, {QKeySequence(Qt::Key_Slash)},
             [this] { Q_EMIT searchRequested(); });
    m_readAll = addKeyed(tr("Mark all as read"), u"readAllAction"_s, {QKeySequence(Qt::SHIFT | Qt::Key_U)},
                         [this] { markAllRead(); });
    m_fetch = addKeyed(tr("Look for new posts"), u"fetchAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_R)},
                       [this] { fetch(); });
    m_fetch->setPriority(QAction::LowPriority);
    m_bell = addKeyed(tr("Notifications"), u"bellAction"_s, {}, [this] { openNotifications(); });
}

QList<QAction *> ForumPage::pageActions() const
{
    return m_desk.platform() ? QList<QAction *>{m_fetch, m_bell} : QList<QAction *>{m_bell};
}

QList<QAction *> ForumPage::allActions() const
{
    return m_actions;
}

void ForumPage::updateActions()
{
    const auto &topic = m_panel->topic();
    for (QAction *action : std::as_const(m_ofTopic)) {
        action->setEnabled(topic.has_value());
    }
    m_fetch->setEnabled(m_desk.platform() && !m_desk.pullState().running);
    m_rename->setEnabled(topic
                         && (topic->own || (m_desk.platform() && m_desk.platform()->abilities().moderate)));
    m_follow->setChecked(topic && topic->subscribed);
    m_follow->setText(topic && topic->subscribed ? tr("Follow no longer") : tr("Follow"));
    m_bookmark->setChecked(topic && topic->bookmarked);
    m_bookmark->setText(topic && topic->bookmarked ? tr("Remove the bookmark") : tr("Bookmark"));
    if (!m_theme.colours.isEmpty()) {
        const QColor text = m_theme.colour(u"text"_s);
        const QColor accent = m_theme.colour(u"accent"_s);
        m_follow->setIcon(icon(u"bell"_s, m_follow->isChecked() ? accent : text));
        m_bookmark->setIcon(m_bookmark->isChecked() ? icon(u"bookmark-check"_s, accent)
                                                    : icon(u"bookmark"_s, text));
    }
}

void ForumPage::updateBell()
{
    const int unread = m_desk.unreadNotifications();
    m_bell->setText(unread > 0 ? tr("Notifications, %n new", nullptr, unread) : tr("Notifications"));
    if (!m_theme.colours.isEmpty()) {
        m_bell->setIcon(unread > 0 ? icon(u"bell-dot"_s, m_theme.colour(u"accent"_s))
                                   : icon(u"bell"_s, m_theme.colour(u"text"_s)));
    }
    m_bellList->setNotifications(m_desk.notifications());
}

void ForumPage::openNotifications()
{
    const QWidget *anchor = window()->findChild<QToolButton *>(u"top-bellAction"_s);
    m_bellList->openAt(anchor ? anchor : this);
}

void ForumPage::showEmptyStates()
{
    showTopicsEmpty();
    m_waiting->emptyState().say(tr("Nothing waits to be sent."), tr("Show all topics"), [this] {
        m_tree->setPlace({});
        choosePlace({});
    });
    m_blog->emptyState().say(tr("No article of the blog is on this computer yet."),
                             m_desk.platform() ? tr("Look for new posts") : QString(),
                             m_desk.platform() ? std::function<void()>([this] { fetch(); }) : nullptr);
    if (!m_panel->topic() && m_panel->blogSlug().isEmpty() && !m_panel->writing().isOpen()) {
        if (m_desk.unreadTopics() > 0) {
            m_panel->showNothing(tr("Choose a topic, or go to the next unread one with N."),
                                 tr("Next unread"), [this] { nextUnread(); });
        } else {
            m_panel->showNothing(tr("Choose a topic to read it here."), tr("New topic"), [this] { write(); });
        }
    }
}

void ForumPage::showTopicsEmpty()
{
    if (!m_topics) {
        return;
    }
    EmptyState &empty = m_topics->emptyState();
    const TopicListModel &model = m_topics->model();
    const ForumPullState pull = m_desk.pullState();
    if (model.state() == TopicListModel::State::Failed) {
        empty.say(tr("The topics could not be read. %1").arg(text::describe(model.error())), tr("Try again"),
                  [this] { m_topics->refresh(); });
    } else if (model.state() == TopicListModel::State::Loading) {
        empty.say(tr("Reading…"));
    } else if (!model.query().subject.isEmpty()) {
        empty.say(tr("No topic has these words in its subject."), tr("Search everything"),
                  [this] { Q_EMIT searchRequested(); });
    } else if (model.query().filter == TopicFilter::Unread) {
        empty.say(tr("All is read."), tr("Show all topics"),
                  [this] { m_topics->setFilter(TopicFilter::All); });
    } else if (model.query().filter == TopicFilter::Own) {
        empty.say(tr("You have not written a topic yet."), tr("New topic"), [this] { write(); });
    } else if (model.query().filter == TopicFilter::Bookmarked) {
        empty.say(tr("Nothing is bookmarked. Press B in a topic to find it here again."));
    } else if (model.query().filter == TopicFilter::Subscribed) {
        empty.say(tr("You follow no topic. Press F in one to hear of its answers."));
    } else if (!m_desk.signedIn() && !pull.pulledUtc.isValid()) {
        empty.say(
            tr("The forum comes from the platform: sign in once, then it is here without a network too."),
            m_desk.services().platform ? tr("Sign in…") : QString(),
            m_desk.services().platform ? std::function<void()>([this] { signIn(); }) : nullptr);
    } else if (pull.running) {
        empty.say(tr("The forum is being fetched. The first topics appear in a moment."));
    } else if (!pull.pulledUtc.isValid()) {
        empty.say(tr("No posts have been fetched yet; that needs a network once."), tr("Look for new posts"),
                  [this] { fetch(); });
    } else {
        empty.say(tr("There is no topic here yet."), tr("Write the first one"), [this] { write(); });
    }
}

void ForumPage::openLink(const StudioLink &link)
{
    switch (link.kind) {
    case StudioLink::Kind::Topic:
        return openTopic(link.id, true);
    case StudioLink::Kind::Post:
        showItem(u"post/%1"_s.arg(link.id));
        return;
    case StudioLink::Kind::Lesson:
        Q_EMIT placeRequested({u"lesson"_s, link.courseId, link.itemId});
        return;
    case StudioLink::Kind::Exercise:
        Q_EMIT placeRequested({u"exercise"_s, link.courseId, link.itemId});
        return;
    }
}

void ForumPage::nextUnread()
{
    const qint64 from = m_panel->topic() ? m_panel->topic()->id : 0;
    const qint64 forumId = m_place.kind == Kind::Forum ? m_place.forumId : 0;
    whenDone(m_desk.store().nextUnread(from, forumId), this,
             [this](const Result<std::optional<PostPlace>> &next) {
                 if (!next) {
                     m_notice->say(text::describe(next.error()));
                 } else if (!*next) {
                     m_notice->say(tr("All is read."));
                 } else {
                     openTopic((*next)->topicId, true, (*next)->postId);
                 }
             });
}

void ForumPage::step(int by)
{
    const bool moved = m_place.kind == Kind::Blog ? m_blog->step(by) : m_topics->step(by);
    if (!moved) {
        m_notice->say(by > 0 ? tr("This is the last one.") : tr("This is the first one."));
    }
}

void ForumPage::back()
{
    if (m_panel->writing().isOpen()) {
        m_panel->writing().close();
    }
    m_columns->giveFocus(ForumColumns::Topics);
}

void ForumPage::write()
{
    qint64 forumId = m_place.kind == Kind::Forum ? m_place.forumId : 0;
    if (const ForumInfo *forum = m_desk.forum(forumId); forum && forum->isCategory) {
        forumId = 0; // topics are in forums only
    }
    m_panel->writeTopic(forumId);
    m_columns->bringForward(ForumColumns::Topic);
}

void ForumPage::toggleBookmark()
{
    const ForumTopic topic = *m_panel->topic();
    whenDone(m_desk.store().setTopicBookmarked(topic.id, !topic.bookmarked), this,
             [this](const Result<> &done) {
                 if (!done) {
                     m_notice->say(text::describe(done.error()));
                 }
                 m_desk.touch();
             });
}

void ForumPage::toggleFollow()
{
    const ForumTopic topic = *m_panel->topic();
    if (!m_desk.signedIn()) {
        updateActions();
        return m_notice->say(tr("Sign in to follow topics."), tr("Sign in…"), [this] { signIn(); });
    }
    ForumWriting writing;
    writing.kind = topic.subscribed ? WritingKind::Unsubscribe : WritingKind::Subscribe;
    writing.topicId = topic.id;
    whenDone(m_desk.store().queue(writing), this, [this](const Result<ForumWriting> &done) {
        if (!done) {
            m_notice->say(text::describe(done.error()));
        }
        m_desk.touch();
    });
}

void ForumPage::markAllRead()
{
    const qint64 forumId = m_place.kind == Kind::Forum ? m_place.forumId : 0;
    whenDone(m_desk.store().markAllRead(forumId), this, [this](const Result<std::vector<ReadMark>> &before) {
        m_desk.touch();
        if (!before) {
            return m_notice->say(text::describe(before.error()));
        }
        m_notice->say(tr("All is marked as read."), tr("Undo"), [this, marks = *before] {
            m_desk.store().restoreMarks(marks);
            m_desk.touch();
        });
    });
}

void ForumPage::copyLink()
{
    StudioLink link;
    link.kind = StudioLink::Kind::Topic;
    link.id = m_panel->topic()->id;
    QApplication::clipboard()->setText(toString(link));
    m_notice->say(tr("The link is in the clipboard. In a post or a note it opens this topic."));
}

void ForumPage::throwAway(const ForumWriting &writing)
{
    whenDone(m_desk.store().withdraw(writing), this, [this, writing](const Result<> &done) {
        m_desk.touch();
        if (!done) {
            return m_notice->say(done.error().code == ErrorCode::NotFound
                                     ? tr("It is on its way already, so it cannot be taken back here.")
                                     : text::describe(done.error()));
        }
        if (writing.held) {
            return m_notice->say(tr("Not shown here any more: %1").arg(titleOf(writing, {})));
        }
        m_notice->say(tr("Taken back: %1").arg(titleOf(writing, {})), tr("Undo"), [this, writing] {
            m_desk.store().queue(writing);
            m_desk.touch();
        });
    });
}

void ForumPage::sendAgain(const ForumWriting &writing)
{
    ForumWriting again = writing;
    if (writing.problem == WritingProblem::EditedMeanwhile) {
        again.seenText = writing.otherText; // the person has seen it and wants their own all the same
    }
    whenDone(m_desk.store().rewrite(again), this, [this](const Result<ForumWriting> &done) {
        m_desk.touch();
        m_notice->say(done ? sentenceOf(*done) : text::describe(done.error()));
    });
}

void ForumPage::editWriting(const ForumWriting &writing)
{
    if (writing.topicId != 0) {
        openTopic(writing.topicId, true);
    } else {
        m_panel->writeTopic(writing.forumId);
    }
    m_panel->writing().change(writing);
}

void ForumPage::moderate(const ModerationAction &action)
{
    whenDone(m_desk.platform()->moderate(action), this, [this](const Result<> &done) {
        m_notice->say(done ? tr("Done.") : text::describePlatform(done.error()));
        m_desk.touch();
    });
}

void ForumPage::fetch()
{
    if (!m_desk.platform()) {
        return;
    }
    whenDone(m_desk.platform()->pull(), this, [this](const Result<> &done) {
        if (!done) {
            m_notice->say(tr("New posts could not be fetched. %1 What is here stays readable.")
                              .arg(text::describePlatform(done.error())));
        }
        m_desk.touch();
    });
}

void ForumPage::signIn()
{
    if (m_desk.services().platform) {
        openSignIn(*m_desk.services().platform, window());
    }
}

} // namespace studio::ui
