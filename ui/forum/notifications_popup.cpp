#include "ui/forum/notifications_popup.h"

#include "domain/ports/clock.h"
#include "text/sync_words.h"
#include "ui/common/icons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 400;
constexpr int kHeight = 440;
constexpr std::size_t kMost = 100;

QString iconOf(ForumNotification::Kind kind)
{
    switch (kind) {
    case ForumNotification::Kind::Platform:
        return u"info"_s;
    case ForumNotification::Kind::Reply:
        return u"reply"_s;
    case ForumNotification::Kind::Topic:
        return u"messages-square"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

NotificationsPopup::NotificationsPopup(const Clock &clock, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_clock(clock)
    , m_empty(makeMuted(tr("Nothing new. Answers to what you write or follow appear here."), this))
    , m_list(new QListWidget(this))
    , m_readAll(new QPushButton(tr("Mark all as read"), this))
{
    setObjectName(u"notificationsPopup"_s);
    setAccessibleName(tr("Notifications"));
    m_empty->setObjectName(u"notificationsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_list->setObjectName(u"notificationsList"_s);
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_readAll->setObjectName(u"notificationsRead"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(makeTitle(tr("Notifications"), 11.5, this), 1);
    head->addWidget(m_readAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addLayout(head);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    const auto choose = [this](const QListWidgetItem *item) {
        const auto index = static_cast<std::size_t>(m_list->row(item));
        if (index < m_notifications.size()) {
            const ForumNotification chosen = m_notifications[index];
            hide();
            Q_EMIT this->chosen(chosen);
        }
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_readAll, &QPushButton::clicked, this, &NotificationsPopup::readAllRequested);
    resize(kWidth, kHeight);
}

void NotificationsPopup::setNotifications(const std::vector<ForumNotification> &notifications)
{
    m_notifications = notifications;
    if (m_notifications.size() > kMost) {
        m_notifications.resize(kMost);
    }
    m_list->clear();
    bool anyUnread = false;
    for (const ForumNotification &each : m_notifications) {
        anyUnread = anyUnread || !each.read;
        const QString when = text::pointInTime(each.atUtc, m_clock.nowUtc());
        const QString text = each.text.simplified().left(160);
        auto *item = new QListWidgetItem(each.title.simplified().left(120)
                                             % (text.isEmpty() ? QString() : u"\n"_s % text) % u"\n"_s % when,
                                         m_list);
        QFont font = m_list->font();
        font.setWeight(each.read ? QFont::Normal : QFont::DemiBold);
        item->setFont(font);
        if (!m_theme.colours.isEmpty()) {
            item->setIcon(icon(iconOf(each.kind), m_theme.colour(each.read ? u"muted"_s : u"accent"_s)));
        }
        item->setData(Qt::AccessibleTextRole, each.read ? item->text() : tr("unread: %1").arg(item->text()));
    }
    m_empty->setVisible(m_notifications.empty());
    m_list->setVisible(!m_notifications.empty());
    m_readAll->setEnabled(anyUnread);
}

void NotificationsPopup::openAt(const QWidget *anchor)
{
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QPoint corner
        = anchor->mapToGlobal(QPoint(rtl ? 0 : anchor->width() - width(), anchor->height() + 4));
    move(corner);
    show();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        m_list->setFocus(Qt::PopupFocusReason);
    }
}

void NotificationsPopup::setTheme(const Theme &theme)
{
    m_theme = theme;
    setNotifications(std::vector<ForumNotification>(m_notifications));
}

} // namespace studio::ui
