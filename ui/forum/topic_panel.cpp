#include "ui/forum/topic_panel.h"

#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "text/sync_words.h"
#include "text/verdict_text.h"
#include "ui/forum/composer.h"
#include "ui/forum/empty_state.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_words.h"
#include "ui/forum/writing_desk.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

TopicPanel::TopicPanel(const Parts &parts, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(parts.desk)
    , m_where(makeMuted({}, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState)
    , m_view(new TopicView(parts.web, parts.renderer))
    , m_composer(new Composer(parts.web, parts.renderer, this))
    , m_writing(new WritingDesk(m_desk, *m_composer, this))
    , m_reader(new TopicReader(parts.desk, *m_view, this))
{
    setObjectName(u"topicPanel"_s);
    m_view->setObjectName(u"topicPosts"_s);
    m_where->setObjectName(u"topicWhere"_s);
    m_where->setWordWrap(false);
    m_where->setSizePolicy(QSizePolicy::Ignored,
                           QSizePolicy::Preferred); // a long name never widens the column
    layOut(actions);
    connectReader();
    connectWritingRequests();
    connect(&m_desk, &ForumDesk::changed, this, &TopicPanel::refresh);
    connect(m_writing, &WritingDesk::closed, this, [this] {
        if (!topic()) {
            showNothing(m_empty->sentence());
        }
        m_view->giveFocus();
    });
    connect(m_writing, &WritingDesk::queued, this,
            [this](const ForumWriting &writing) { Q_EMIT said(sentenceOf(writing)); });
    showNothing({});
}

TopicPanel::~TopicPanel()
{
    leave();
}

void TopicPanel::layOut(const QList<QAction *> &actions)
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"forumBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 10, 8);
    row->setSpacing(4);
    row->addWidget(m_where, 1);
    for (QAction *action : actions) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setObjectName(QString(action->objectName()).replace("Action"_L1, "Button"_L1));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
        button->setMinimumSize(32, 32);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setProperty("quiet", true);
        if (action->menu()) {
            button->setPopupMode(QToolButton::InstantPopup);
        }
        row->addWidget(button);
        m_buttons.append(button);
    }
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_composer);
    setMinimumWidth(340); // all three fit beside each other in the smallest window
}

void TopicPanel::connectReader()
{
    connect(m_reader, &TopicReader::linkActivated, this, &TopicPanel::linkActivated);
    connect(m_reader, &TopicReader::openInPlaygroundRequested, this, &TopicPanel::openInPlaygroundRequested);
    connect(m_reader, &TopicReader::said, this, &TopicPanel::said);
    connect(m_reader, &TopicReader::updated, this, [this] {
        m_composer->setVisible(!topic()->locked || m_writing->isOpen());
        showTitle();
        Q_EMIT topicChanged();
    });
}

void TopicPanel::connectWritingRequests()
{
    connect(m_view, &TopicView::replyRequested, this, [this] {
        if (topic()) {
            m_writing->reply(*topic());
            m_composer->giveFocus();
        }
    });
    connect(m_view, &TopicView::quoteRequested, this, [this](qint64 postId, const QString &markdown) {
        withPost(postId, [this, markdown](const ForumPost &post) {
            if (topic()) {
                m_writing->quote(*topic(), post.author.name, markdown.isEmpty() ? post.text : markdown);
            }
        });
    });
    connect(m_view, &TopicView::editRequested, this, [this](qint64 postId) {
        withPost(postId, [this](const ForumPost &post) { m_writing->edit(post); });
    });
    connect(m_view, &TopicView::deleteRequested, this,
            [this](qint64 postId) { withPost(postId, [this](const ForumPost &post) { askDelete(post); }); });
    connect(m_view, &TopicView::writingActionRequested, this,
            [this](const ForumWriting &writing, TopicView::WritingAction action) {
                switch (action) {
                case TopicView::WritingAction::Edit:
                case TopicView::WritingAction::Compare:
                    m_writing->change(writing);
                    break;
                case TopicView::WritingAction::SendAgain:
                    Q_EMIT sendAgainRequested(writing);
                    break;
                case TopicView::WritingAction::TakeBack:
                    Q_EMIT throwAwayRequested(writing);
                    break;
                }
            });
}

void TopicPanel::openTopic(qint64 topicId, qint64 postId)
{
    if (topic() && topic()->id == topicId && m_stack->currentWidget() == m_view && m_blogSlug.isEmpty()) {
        if (postId != 0) {
            whenDone(m_desk.store().placeOf(postId), this,
                     [this](const Result<std::optional<PostPlace>> &place) {
                         if (place && *place) {
                             m_view->scrollToPost((*place)->postId, (*place)->index);
                         }
                     });
        }
        return;
    }
    m_reader->leave();
    m_wanted = topicId;
    m_blogSlug.clear();
    if (ForumPlatform *platform = m_desk.platform()) {
        platform->topicOpened(topicId);
    }
    whenDone(m_desk.store().topic(topicId), this,
             [this, topicId, postId](const Result<std::optional<ForumTopic>> &topic) {
                 if (m_wanted == topicId) {
                     received(topic, postId);
                 }
             });
}

void TopicPanel::received(const Result<std::optional<ForumTopic>> &topic, qint64 postId)
{
    if (!topic || !*topic) {
        m_reader->clear();
        showNothing(
            topic ? tr("This topic is not on this computer: it was deleted, or has not been fetched yet.")
                  : tr("The topic could not be read. %1").arg(text::describe(topic.error())));
        Q_EMIT topicChanged();
        return;
    }
    if (postId == 0) {
        showTopic(**topic, -1);
    } else {
        whenDone(m_desk.store().placeOf(postId), this,
                 [this, topic = **topic](const Result<std::optional<PostPlace>> &place) {
                     if (topic.id == m_wanted) {
                         showTopic(topic, place && *place ? (*place)->index : -1);
                     }
                 });
    }
}

void TopicPanel::showTopic(const ForumTopic &topic, int openAt)
{
    m_stack->setCurrentWidget(m_view);
    m_composer->setVisible(!topic.locked);
    m_view->setSignedIn(m_desk.signedIn());
    m_reader->show(topic, openAt);
    m_writing->reply(topic);
    showTitle();
    Q_EMIT topicChanged();
}

void TopicPanel::showTitle()
{
    QString where = topic() ? m_desk.forumName(topic()->forumId) : QString();
    if (topic() && topic()->locked) {
        where += where.isEmpty() ? tr("Locked") : tr(" · locked, nobody can answer any more");
    }
    m_where->setText(where);
}

void TopicPanel::openBlogPost(const QString &slug)
{
    m_reader->clear();
    m_wanted = 0;
    m_blogSlug = slug;
    whenDone(m_desk.store().blogPost(slug), this, [this, slug](const Result<std::optional<BlogPost>> &post) {
        if (slug != m_blogSlug) {
            return;
        }
        if (!post || !*post) {
            return showNothing(tr("This article is not on this computer any more."));
        }
        m_composer->hide();
        m_where->setText(tr("Blog"));
        m_stack->setCurrentWidget(m_view);
        m_view->showBlogPost(**post);
        m_desk.store().markBlogPostRead(slug);
        m_desk.touch();
        if ((*post)->text.isEmpty() && m_desk.platform()) {
            whenDone(m_desk.platform()->pullBlogPost(slug), this, [this, slug](const Result<> &done) {
                if (done && slug == m_blogSlug) {
                    openBlogPost(slug);
                } else if (!done) {
                    Q_EMIT said(tr("The whole article could not be fetched. %1")
                                    .arg(text::describePlatform(done.error())));
                }
            });
        }
    });
    Q_EMIT topicChanged();
}

void TopicPanel::showNothing(const QString &sentence, const QString &actionText,
                             const std::function<void()> &action)
{
    m_empty->say(sentence, actionText, action);
    m_stack->setCurrentWidget(m_empty);
    if (!m_writing->isOpen()) {
        m_composer->hide();
    }
    m_where->clear();
}

void TopicPanel::writeTopic(qint64 forumId)
{
    m_reader->clear();
    m_wanted = 0;
    m_blogSlug.clear();
    m_composer->show();
    m_writing->newTopic(forumId);
    showNothing({});
    m_where->setText(tr("New topic"));
    Q_EMIT topicChanged();
}

void TopicPanel::quoteCurrent()
{
    withPost(m_view->currentPost(), [this](const ForumPost &post) {
        if (topic()) {
            m_writing->quote(*topic(), post.author.name, post.text);
        }
    });
}

void TopicPanel::markUnreadFrom(qint64 postId)
{
    m_reader->markUnreadFrom(postId);
}

void TopicPanel::giveFocus()
{
    if (m_writing->isOpen()) {
        m_composer->giveFocus();
    } else {
        m_view->giveFocus();
    }
}

void TopicPanel::leave()
{
    m_reader->leave();
    m_writing->saveNow();
}

void TopicPanel::setTheme(const Theme &theme, const QString &readingFont, bool calm)
{
    m_view->setTheme(theme, readingFont, calm);
    m_composer->setTheme(theme, readingFont, calm);
}

void TopicPanel::setZoom(int percent)
{
    m_view->setZoom(percent);
    m_composer->setZoom(percent);
}

void TopicPanel::refresh()
{
    if (topic()) {
        m_view->setSignedIn(m_desk.signedIn());
        m_reader->refresh();
    }
}

const std::optional<ForumTopic> &TopicPanel::topic() const
{
    return m_reader->topic();
}

void TopicPanel::withPost(qint64 postId, const std::function<void(const ForumPost &)> &then)
{
    whenDone(m_desk.store().post(postId), this, [this, then](const Result<std::optional<ForumPost>> &post) {
        if (post && *post) {
            then(**post);
        } else {
            Q_EMIT said(tr("This post is not here any more."));
        }
    });
}

} // namespace studio::ui
