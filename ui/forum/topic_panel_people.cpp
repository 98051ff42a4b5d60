// What the panel asks the platform for while somebody reads: who an author is, and pictures.

#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "text/sync_words.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_panel.h"
#include "ui/forum/user_card.h"

#include <QCursor>

namespace studio::ui {

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
            m_view->setPictureFailed(address, text::describePlatform(file.error()));
        }
    });
}

} // namespace studio::ui
