// What the panel asks the platform for while somebody reads: who an author is, and pictures.

#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "text/sync_words.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_panel.h"
#include "ui/forum/user_card.h"

#include <QCursor>

namespace studio::ui {

namespace {

QString sayNoPicture(const QUrl &address, const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidData:
        return TopicPanel::tr("There is no picture there that can be shown.");
    case ErrorCode::NotFound:
        return TopicPanel::tr("There is no picture at this address any more.");
    case ErrorCode::Offline:
        return TopicPanel::tr("%1 can't be reached.").arg(address.host());
    default:
        return text::describePlatform(error);
    }
}

} // namespace

void TopicPanel::showAuthor(qint64 userId)
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

void TopicPanel::loadPicture(const QUrl &address)
{
    ForumPlatform *platform = m_desk.platform();
    if (!platform) {
        return m_view->setPictureFailed(address, tr("There is no platform to fetch it with."));
    }
    whenDone(platform->picture(address), this, [this, address](const Result<QString> &file) {
        if (file) {
            m_view->setPicture(address, *file);
        } else {
            m_view->setPictureFailed(address, sayNoPicture(address, file.error()));
        }
    });
}

} // namespace studio::ui
