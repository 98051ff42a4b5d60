#include "ui/forum/user_card.h"

#include "ui/widgets/card.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostBadges = 12;

void setShown(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

UserCard::UserCard(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_name(makeTitle({}, 12.5, this))
    , m_rank(new QLabel(this))
    , m_facts(makeMuted({}, this))
    , m_badges(makeMuted({}, this))
    , m_source(makeMuted({}, this))
{
    setObjectName(u"userCard"_s);
    m_name->setObjectName(u"userName"_s);
    m_rank->setObjectName(u"userRank"_s);
    m_rank->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(u"userFacts"_s);
    m_badges->setObjectName(u"userBadges"_s);
    m_source->setObjectName(u"userSource"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    for (QLabel *label : {m_name, m_rank, m_facts, m_badges, m_source}) {
        column->addWidget(label);
    }
    setMinimumWidth(260);
    setMaximumWidth(360);
}

void UserCard::openFor(qint64 userId, const QPoint &globalPosition)
{
    m_userId = userId;
    m_fromPlatform = false;
    m_name->setText(tr("One moment…"));
    for (QLabel *label : {m_rank, m_facts, m_badges, m_source}) {
        setShown(label, {});
    }
    move(globalPosition);
    show();
    setFocus(Qt::PopupFocusReason);
}

void UserCard::setCard(const ForumUserCard &card)
{
    if (card.user.id != m_userId || (m_fromPlatform && !card.fromPlatform)) {
        return;
    }
    m_fromPlatform = card.fromPlatform;
    m_name->setText(card.user.name.isEmpty() ? tr("Account deleted") : card.user.name.left(80));
    QStringList rank;
    if (card.user.staff) {
        rank += tr("Staff");
    }
    if (card.user.canModerate) {
        rank += tr("Moderator");
    }
    if (!card.trustName.isEmpty()) {
        rank += card.trustName;
    }
    setShown(m_rank, rank.join(u" · "_s));
    QStringList facts = {tr("%n posts", nullptr, card.posts), tr("%n topics", nullptr, card.topics)};
    if (card.joinedUtc.isValid()) {
        facts += tr("here since %1")
                     .arg(QLocale().toString(card.joinedUtc.toLocalTime().date(), QLocale::ShortFormat));
    }
    setShown(m_facts, facts.join(u" · "_s));
    setShown(m_badges, card.badges.mid(0, kMostBadges).join(u", "_s));
    setShown(m_source, card.fromPlatform ? QString() : tr("Counted from the posts on this computer."));
    setAccessibleName(m_name->text());
    setAccessibleDescription(QStringList{m_rank->text(), m_facts->text(), m_badges->text()}.join(u". "_s));
    adjustSize();
}

void UserCard::setProblem(const QString &sentence)
{
    if (!m_fromPlatform) {
        setShown(m_source, tr("Counted from the posts on this computer.") % u" "_s % sentence);
        adjustSize();
    }
}

} // namespace studio::ui
