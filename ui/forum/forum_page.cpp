#include "ui/forum/forum_page.h"

#include "domain/ports/clock.h"
#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "services/settings_service.h"
#include "text/verdict_text.h"
#include "ui/common/icons.h"
#include "ui/forum/blog_list.h"
#include "ui/forum/empty_state.h"
#include "ui/forum/forum_columns.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/forum_tree.h"
#include "ui/forum/moderation_menu.h"
#include "ui/forum/notice_line.h"
#include "ui/forum/notifications_popup.h"
#include "ui/forum/topic_list.h"
#include "ui/forum/topic_words.h"
#include "ui/forum/waiting_view.h"
#include "ui/forum/writing_desk.h"

#include <QAction>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using Kind = ForumPlace::Kind;

ForumPage::ForumPage(const TopicPanel::Parts &parts, const Place &place, QWidget *parent)
    : Page(parent)
    , m_desk(parts.desk)
{
    makeActions();
    makeParts(parts);
    connectParts();
    choosePlace({});
    refresh();
    if (!place.itemId.isEmpty()) {
        showItem(place.itemId);
    }
}

ForumPage::~ForumPage()
{
    delete m_columns; // its parts save what is pending while the desk is there
}

void ForumPage::makeParts(const TopicPanel::Parts &parts)
{
    m_tree = new ForumTree;
    const TopicListModel::Words words{
        [this](const ForumTopic &topic) { return secondLineOf(topic, m_desk.services().clock.nowUtc()); },
        [this](const ForumTopic &topic, int row, int count) {
            return spokenTextOf(topic, row, count, m_desk.forumName(topic.forumId),
                                m_desk.services().clock.nowUtc());
        }};
    m_topics = new TopicList([this](const TopicQuery &query) { return m_desk.store().topics(query); }, words,
                             {m_write, m_readAll});
    m_waiting = new WaitingView([this](const ForumWriting &writing) -> WritingCard::Words {
        const int row = m_topics->model().rowOf(writing.topicId);
        const ForumTopic *topic = m_topics->model().topic(row);
        return {titleOf(writing, topic ? topic->subject : QString()), sentenceOf(writing),
                writing.text.simplified().left(400)};
    });
    m_blog = new BlogList(m_desk.services().clock);
    m_lists = new QStackedWidget;
    m_lists->setObjectName(u"forumLists"_s);
    for (QWidget *each : {static_cast<QWidget *>(m_topics), static_cast<QWidget *>(m_waiting),
                          static_cast<QWidget *>(m_blog)}) {
        m_lists->addWidget(each);
    }
    m_lists->setMinimumWidth(280);
    m_panel = new TopicPanel(parts, {m_follow, m_bookmark, m_unread, m_copy, m_more});
    m_lists->setFocusProxy(m_topics->focusTarget());
    m_columns = new ForumColumns(
        {{{m_tree, tr("Places"), m_tree}, {m_lists, tr("Topics"), m_lists}, {m_panel, tr("Topic"), m_panel}}},
        this);
    services::SettingsService &settings = m_desk.services().settings;
    if (const QByteArray kept = settings.value(services::Setting::SplitterForum).toByteArray();
        !kept.isEmpty()) {
        m_columns->restoreState(kept);
    }
    connect(m_columns, &ForumColumns::stateChanged, this,
            [this, &settings] { settings.set(services::Setting::SplitterForum, m_columns->saveState()); });
    m_notice = new NoticeLine(this);
    m_bellList = new NotificationsPopup(m_desk.services().clock, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_columns, 1);
}

void ForumPage::connectParts()
{
    connect(m_tree, &ForumTree::placeChosen, this, &ForumPage::choosePlace);
    connect(m_tree, &ForumTree::entered, this, [this] { m_columns->giveFocus(ForumColumns::Topics); });
    connect(m_topics, &TopicList::topicChosen, this,
            [this](qint64 topicId, bool entered) { openTopic(topicId, entered); });
    connect(m_topics, &TopicList::stateChanged, this, &ForumPage::showTopicsEmpty);
    connect(m_blog, &BlogList::chosen, this, [this](const QString &slug, bool entered) {
        m_panel->openBlogPost(slug);
        if (entered) {
            m_columns->giveFocus(ForumColumns::Topic);
        }
    });
    connect(m_waiting, &WaitingView::editRequested, this, &ForumPage::editWriting);
    connect(m_waiting, &WaitingView::sendAgainRequested, this, &ForumPage::sendAgain);
    connect(m_waiting, &WaitingView::throwAwayRequested, this, &ForumPage::throwAway);
    connect(m_waiting, &WaitingView::openRequested, this, [this](const ForumWriting &writing) {
        openTopic(writing.topicId != 0 ? writing.topicId : writing.sentTopicId, true);
    });
    connect(m_panel, &TopicPanel::topicChanged, this, [this] {
        if (m_panel->topic()) {
            m_topics->setCurrentTopic(m_panel->topic()->id);
            m_topics->model().setTopic(*m_panel->topic());
        }
        updateActions();
        Q_EMIT crumbsChanged();
    });
    connect(m_panel, &TopicPanel::said, this, [this](const QString &sentence) { m_notice->say(sentence); });
    connect(m_panel, &TopicPanel::undoable, this,
            [this](const QString &sentence, const std::function<void()> &undo) {
                m_notice->say(sentence, tr("Undo"), undo);
            });
    connect(m_panel, &TopicPanel::throwAwayRequested, this, &ForumPage::throwAway);
    connect(m_panel, &TopicPanel::sendAgainRequested, this, &ForumPage::sendAgain);
    connect(m_panel, &TopicPanel::linkActivated, this, &ForumPage::openLink);
    connect(m_panel, &TopicPanel::openInPlaygroundRequested, this, &Page::codeRequested);
    connect(m_bellList, &NotificationsPopup::chosen, this, [this](const ForumNotification &each) {
        if (each.topicId != 0) {
            openTopic(each.topicId, true, each.postId);
        }
    });
    connect(m_bellList, &NotificationsPopup::readAllRequested, this, [this] {
        m_desk.store().markNotificationsRead();
        m_desk.touch();
    });
    connect(m_moderation, &ModerationMenu::wanted, this, &ForumPage::moderate);
    connect(&m_desk, &ForumDesk::changed, this, &ForumPage::refresh);
    connect(&m_desk.services().settings, &services::SettingsService::changed, this,
            [this](services::Setting setting) {
                if (setting == services::Setting::ReadingFont
                    || setting == services::Setting::ReducedMotion) {
                    sendAppearance();
                }
            });
}

QList<Crumb> ForumPage::crumbs() const
{
    QList<Crumb> path = {{tr("Forum"), {}}};
    if (m_panel->topic()) {
        path.append({m_panel->topic()->subject.simplified().left(80), {}});
    }
    return path;
}

Place ForumPage::place() const
{
    if (m_panel && m_panel->topic()) {
        return {u"forum"_s, {}, u"topic/%1"_s.arg(m_panel->topic()->id)};
    }
    if (m_panel && !m_panel->blogSlug().isEmpty()) {
        return {u"forum"_s, {}, u"blog/"_s % m_panel->blogSlug()};
    }
    return {u"forum"_s, {}, m_place == ForumPlace() ? QString() : itemIdOf(m_place)};
}

bool ForumPage::showItem(const QString &itemId)
{
    const auto item = forumItemFrom(itemId);
    if (!item) {
        return true; // an address of an older version: the page as it is
    }
    if (item->placeGiven) {
        m_tree->setPlace(item->place);
        choosePlace(item->place);
    }
    if (item->topicId != 0) {
        openTopic(item->topicId, true);
    } else if (item->postId != 0) {
        whenDone(m_desk.store().placeOf(item->postId), this,
                 [this](const Result<std::optional<PostPlace>> &place) {
                     if (place && *place) {
                         openTopic((*place)->topicId, true, (*place)->postId);
                     } else {
                         m_notice->say(tr("This post is not on this computer any more."));
                     }
                 });
    } else if (!item->blogSlug.isEmpty()) {
        m_blog->setCurrent(item->blogSlug);
        m_panel->openBlogPost(item->blogSlug);
    } else if (item->write) {
        m_panel->writeTopic(item->place.forumId);
        m_columns->bringForward(ForumColumns::Topic);
    }
    return true;
}

QString ForumPage::statusText() const
{
    return m_desk.statusText();
}

void ForumPage::enter()
{
    refresh();
    m_columns->giveFocus(m_panel->topic() ? ForumColumns::Topic : ForumColumns::Topics);
}

void ForumPage::leave()
{
    m_panel->leave();
}

void ForumPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_tree->setTheme(theme);
    m_topics->setTheme(theme);
    m_waiting->setTheme(theme);
    m_blog->setTheme(theme);
    m_notice->setTheme(theme);
    m_bellList->setTheme(theme);
    const QColor text = theme.colour(u"text"_s);
    m_write->setIcon(icon(u"square-pen"_s, text));
    m_unread->setIcon(icon(u"mail"_s, text));
    m_copy->setIcon(icon(u"link"_s, text));
    m_more->setIcon(icon(u"shield"_s, text));
    m_fetch->setIcon(icon(u"refresh-cw"_s, text));
    updateActions();
    updateBell();
    sendAppearance();
}

void ForumPage::setZoom(int percent)
{
    m_zoom = percent;
    m_panel->setZoom(percent);
}

void ForumPage::sendAppearance()
{
    if (!m_theme.colours.isEmpty()) {
        const auto &settings = m_desk.services().settings;
        m_panel->setTheme(m_theme, settings.text(services::Setting::ReadingFont),
                          settings.text(services::Setting::ReducedMotion) == "on"_L1);
    }
}

void ForumPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_columns->focused() == ForumColumns::Topic) {
        back(); // from the topic to the list; from there on the window goes up
        return;
    }
    Page::keyPressEvent(event);
}

void ForumPage::choosePlace(const ForumPlace &place)
{
    m_place = place;
    switch (place.kind) {
    case Kind::All:
    case Kind::Forum:
        m_topics->showTopics(place.forumId, TopicFilter::All, m_tree->nameOf(place));
        break;
    case Kind::Bookmarked:
        m_topics->showTopics(0, TopicFilter::Bookmarked, m_tree->nameOf(place));
        break;
    case Kind::Subscribed:
        m_topics->showTopics(0, TopicFilter::Subscribed, m_tree->nameOf(place));
        break;
    case Kind::Waiting:
    case Kind::Blog:
        break;
    }
    QWidget *list = place.kind == Kind::Waiting ? static_cast<QWidget *>(m_waiting)
        : place.kind == Kind::Blog              ? static_cast<QWidget *>(m_blog)
                                                : m_topics;
    m_lists->setCurrentWidget(list);
    m_lists->setFocusProxy(place.kind == Kind::Waiting    ? static_cast<QWidget *>(m_waiting)
                               : place.kind == Kind::Blog ? m_blog->focusTarget()
                                                          : m_topics->focusTarget());
    refresh();
    Q_EMIT crumbsChanged();
}

void ForumPage::openTopic(qint64 topicId, bool entered, qint64 postId)
{
    m_panel->openTopic(topicId, postId);
    if (entered) {
        m_columns->bringForward(ForumColumns::Topic);
        m_panel->view().giveFocus();
    }
}

void ForumPage::refresh()
{
    ForumTree::Counts counts;
    counts.unread = m_desk.unreadTopics();
    for (const ForumWriting &each : m_desk.writings()) {
        counts.waiting += each.state == WritingState::Sent ? 0 : 1;
        counts.needsYou += each.state == WritingState::NeedsYou ? 1 : 0;
    }
    m_tree->setForums(m_desk.forums());
    m_tree->setCounts(counts);
    m_topics->setUnread(counts.unread);
    m_topics->refresh();
    m_waiting->setWritings(m_desk.writings());
    if (m_place.kind == Kind::Blog) {
        whenDone(m_desk.store().blogPosts(), this, [this](const Result<std::vector<BlogPost>> &posts) {
            m_blog->setPosts(posts.value_or(std::vector<BlogPost>()));
        });
    }
    showEmptyStates();
    updateActions();
    updateBell();
    Q_EMIT statusChanged();
}

} // namespace studio::ui
