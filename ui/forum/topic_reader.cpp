#include "ui/forum/topic_reader.h"

#include "domain/completion.h"
#include "domain/course.h"
#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "text/sync_words.h"
#include "text/verdict_text.h"
#include "ui/common/links.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_runs.h"
#include "ui/forum/topic_view.h"
#include "ui/forum/topic_words.h"
#include "ui/forum/user_card.h"

#include <QCursor>

#include <chrono>
#include <limits>

namespace studio::ui {

namespace {

constexpr std::chrono::milliseconds kMarkAfter{600};

QString sayNoPicture(const QUrl &address, const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidData:
        return TopicReader::tr("There is no picture there that can be shown.");
    case ErrorCode::NotFound:
        return TopicReader::tr("There is no picture at this address any more.");
    case ErrorCode::Offline:
        return TopicReader::tr("%1 can't be reached.").arg(address.host());
    default:
        return text::describePlatform(error);
    }
}

/// Empty: it belongs to none, or its course is not open.
QString exerciseTitle(const ForumTopic &topic, const Services &services)
{
    const auto course = topic.exerciseId.isEmpty() ? nullptr : services.courses.loaded(topic.courseId);
    const auto exercise = course ? findExercise(*course, topic.exerciseId) : nullptr;
    return exercise ? exercise->title : QString();
}

} // namespace

TopicReader::TopicReader(ForumDesk &desk, TopicView &view, QWidget *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_view(view)
    , m_window(parent)
    , m_runs(new TopicRuns(desk.services().playground, view, this))
    , m_userCard(new UserCard(parent))
{
    m_markSoon.setSingleShot(true);
    m_markSoon.setInterval(kMarkAfter);
    connect(&m_markSoon, &QTimer::timeout, this, &TopicReader::saveMark);
    connectView();
}

TopicReader::~TopicReader() = default;

void TopicReader::connectView()
{
    connect(&m_view, &TopicView::windowWanted, this, &TopicReader::fetchWindow);
    connect(&m_view, &TopicView::windowShown, this, [this](int first, int count) {
        m_first = first;
        m_count = count;
    });
    connect(&m_view, &TopicView::postsSeen, this, &TopicReader::seen);
    connect(&m_view, &TopicView::linkActivated, this, &TopicReader::linkActivated);
    connect(&m_view, &TopicView::webLinkActivated, this,
            [this](const QUrl &url) { openOutside(url, m_window); });
    connect(&m_view, &TopicView::openInPlaygroundRequested, this, &TopicReader::openInPlaygroundRequested);
    connect(&m_view, &TopicView::pictureRequested, this, &TopicReader::loadPicture);
    connect(&m_view, &TopicView::authorRequested, this, &TopicReader::showAuthor);
    connect(&m_view, &TopicView::unreadFromRequested, this, &TopicReader::markUnreadFrom);
    connect(&m_view, &TopicView::bookmarkRequested, this, [this](qint64 postId, bool bookmarked) {
        if (m_topic) {
            m_desk.store().setPostBookmarked(m_topic->id, postId, bookmarked);
            m_desk.touch();
        }
    });
}

void TopicReader::show(const ForumTopic &topic, int openAt)
{
    leave();
    m_topic = topic;
    m_first = 0;
    m_count = 0;
    m_seen = 0;
    m_saved = 0;
    m_view.showTopic(topic, m_desk.forumName(topic.forumId), exerciseTitle(topic, m_desk.services()), openAt);
    showWritings();
}

void TopicReader::setVeil(std::function<ForumPost(ForumPost)> veil)
{
    m_veil = std::move(veil);
}

void TopicReader::leave()
{
    saveMark();
    m_runs->stopAll();
}

void TopicReader::clear()
{
    leave();
    m_topic.reset();
}

void TopicReader::markUnreadFrom(qint64 postId)
{
    const qint64 from = postId != 0 ? postId : m_view.currentPost();
    if (!m_topic || from == 0) {
        return;
    }
    m_markSoon.stop();
    m_seen = 0;
    m_saved = std::numeric_limits<qint64>::max(); // what is on the screen now does not count again
    whenDone(m_desk.store().markUnread(m_topic->id, from), this, [this](const Result<> &done) {
        Q_EMIT said(done ? tr("Marked as not read from this post on.") : text::describe(done.error()));
        m_desk.touch();
    });
}

void TopicReader::refresh()
{
    if (!m_topic) {
        return;
    }
    showWritings();
    whenDone(m_desk.store().topic(m_topic->id), this,
             [this, id = m_topic->id](const Result<std::optional<ForumTopic>> &topic) {
                 if (topic && *topic && m_topic && m_topic->id == id) {
                     m_topic = **topic;
                     m_view.updateTopic(*m_topic);
                     Q_EMIT updated();
                     if (m_count > 0) {
                         fetchWindow(m_first, m_count);
                     }
                 }
             });
}

void TopicReader::fetchWindow(int first, int count)
{
    if (!m_topic) {
        return;
    }
    whenDone(m_desk.store().posts(m_topic->id, first, count), this,
             [this, id = m_topic->id](const Result<PostWindow> &window) {
                 if (!m_topic || m_topic->id != id) {
                     return;
                 }
                 if (!window) {
                     Q_EMIT said(tr("Posts could not be read. %1").arg(text::describe(window.error())));
                     return;
                 }
                 PostWindow shown = *window;
                 if (m_veil) {
                     for (ForumPost &post : shown.posts) {
                         post = m_veil(std::move(post));
                     }
                 }
                 m_view.setWindow(shown);
             });
}

void TopicReader::showWritings()
{
    std::vector<ForumWriting> own;
    QStringList sentences;
    for (const ForumWriting &each : m_desk.writings()) {
        const bool here = m_topic && each.topicId == m_topic->id && each.kind != WritingKind::Subscribe
            && each.kind != WritingKind::Unsubscribe;
        if (here) {
            own.push_back(each);
            sentences += sentenceOf(each);
        }
    }
    m_view.setWritings(own, sentences);
}

void TopicReader::seen(qint64 postId)
{
    if (postId > m_saved && postId > m_seen) {
        m_seen = postId;
        m_markSoon.start();
    }
}

void TopicReader::saveMark()
{
    m_markSoon.stop();
    if (m_topic && m_seen > 0) {
        m_saved = std::exchange(m_seen, 0);
        m_desk.store().markRead({m_topic->id, m_saved});
        m_desk.touch();
    }
}

void TopicReader::showAuthor(qint64 userId)
{
    if (userId == 0) {
        return;
    }
    m_userCard->openFor(userId, QCursor::pos());
    whenDone(m_desk.store().userCard(userId), this, [this](const Result<ForumUserCard> &card) {
        if (card) {
            m_userCard->setCard(*card);
        }
    });
    if (ForumPlatform *platform = m_desk.platform()) {
        whenDone(platform->userCard(userId), this, [this, userId](const Result<ForumUserCard> &card) {
            if (card) {
                m_userCard->setCard(*card);
            } else if (m_userCard->userId() == userId) {
                m_userCard->setProblem(text::describePlatform(card.error()));
            }
        });
    }
}

void TopicReader::loadPicture(const QUrl &address)
{
    ForumPlatform *platform = m_desk.platform();
    if (!platform) {
        return m_view.setPictureFailed(address, tr("There is no platform to fetch it with."));
    }
    whenDone(platform->picture(address), this, [this, address](const Result<QString> &file) {
        if (file) {
            m_view.setPicture(address, *file);
        } else {
            m_view.setPictureFailed(address, sayNoPicture(address, file.error()));
        }
    });
}

} // namespace studio::ui
