// What is set of the forum.

#include "domain/forum_limits.h"
#include "domain/ports/desktop_notices.h"
#include "domain/ports/forum_platform.h"
#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::Setting;

namespace {

QString describeSchool(const ForumLimits &limits)
{
    QStringList sentences;
    if (limits.days > 0) {
        sentences
            += SettingsPage::tr("Your school keeps topics for %n day(s) at most.", nullptr, limits.days);
    }
    if (limits.bytes < ForumLimits().bytes) {
        sentences += SettingsPage::tr("Your school gives the forum %n MB at most.", nullptr,
                                      static_cast<int>(limits.bytes / 1'000'000));
    }
    if (limits.onlyFollowed) {
        sentences += SettingsPage::tr("Your school fetches only what is followed or opened.");
    }
    return sentences.join(u' ');
}

} // namespace

void SettingsPage::addForum()
{
    Card *forum = addCard(tr("Forum on this computer"), u"messages-square"_s);
    addNumber(forum, tr("Keep topics that were active in the last"), Setting::ForumDays, 0, kMostForumDays,
              30, tr(" days"))
        ->setSpecialValueText(tr("All, however old"));
    addNumber(forum, tr("Room for the forum"), Setting::ForumMegabytes, kLeastForumMegabytes,
              kMostForumMegabytes, 100, tr(" MB"));
    addSwitch(forum, tr("Fetch only what I &follow or open"), Setting::ForumOnlyFollowed);
    if (m_services.notices) {
        addNotices(forum, *m_services.notices);
    }
    const ForumLimits school
        = m_services.forumPlatform ? m_services.forumPlatform->schoolLimits() : ForumLimits();
    const QString allowed = describeSchool(school);
    auto *note = new QLabel(allowed, forum);
    note->setObjectName(u"forumSchoolLimits"_s);
    note->setWordWrap(true);
    note->setVisible(!allowed.isEmpty());
    forum->content()->addWidget(note);
    auto *anew = new QPushButton(tr("Fetch the forum anew…"), forum);
    anew->setObjectName(u"rebuildForum"_s);
    connect(anew, &QPushButton::clicked, this, &SettingsPage::rebuildForum);
    forum->content()->addWidget(anew, 0, Qt::AlignLeading);
}

void SettingsPage::addNotices(Card *card, DesktopNotices &notices)
{
    auto *box = addSwitch(card, tr("Tell what is new on the &desktop too"), Setting::ForumNotices,
                          tr("Answers where you write or follow, and messages."));
    box->setObjectName(u"forumNotices"_s);
    auto *none
        = new QLabel(tr("This desktop shows no notices of programs, or does not answer. What is new is "
                        "behind the bell of the forum."),
                     card);
    none->setObjectName(u"forumNoNotices"_s);
    none->setWordWrap(true);
    card->content()->addWidget(none);
    const auto update = [box, none, &notices] {
        if (notices.offer() == DesktopNotices::Offer::Unknown) {
            notices.ask(); // also when the service went while the page is open
        }
        const bool missing = notices.offer() == DesktopNotices::Offer::Missing;
        box->parentWidget()->setVisible(!missing);
        none->setVisible(missing);
    };
    connect(&notices, &DesktopNotices::offerChanged, box, update);
    update();
}

void SettingsPage::rebuildForum()
{
    const auto answer = QMessageBox::question(
        this, tr("Fetch the forum anew"),
        tr("Topics and posts on this computer are thrown away and fetched again with the next sync. What you "
           "wrote, what you have read and your bookmarks stay."),
        QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer != QMessageBox::Ok) {
        return;
    }
    whenDone(m_services.forum->rebuild(), this, [this](const Result<> &done) {
        if (done && m_services.forumPlatform) {
            m_services.forumPlatform->pull();
        }
    });
}

} // namespace studio::ui
