#include "ui/account/account_dialog.h"

#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "ui/account/form_field.h"
#include "ui/widgets/card.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

AccountDialog::AccountDialog(Platform &platform, const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_platform(platform)
    , m_server(new FormField(tr("&Address of the platform"), u"accountServer"_s))
    , m_fields(new QVBoxLayout)
    , m_boxes(new QVBoxLayout)
    , m_shared(new QCheckBox(tr("This is a s&hared computer")))
    , m_message(new QLabel)
    , m_progress(new QProgressBar)
    , m_switch(new QPushButton)
    , m_button(new QPushButton(verb))
    , m_form(new QWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(420);
    m_message->setObjectName(u"accountMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Asking the platform"));
    QSizePolicy keepsItsRoom = m_progress->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsRoom);
    m_progress->hide();
    m_shared->setObjectName(u"accountShared"_s);
    m_shared->setToolTip(tr("Nothing of the session is kept, and you are signed out after 20 minutes without "
                            "use. Your work stays."));
    m_switch->setProperty("link", true);
    m_switch->setObjectName(u"accountSwitch"_s);
    m_switch->setAutoDefault(false);
    m_switch->hide();
    m_button->setObjectName(u"accountSend"_s);
    m_button->setProperty("primary", true);
    m_button->setDefault(true);

    const SignInPolicy policy = platform.signInPolicy();
    const auto known = platform.account();
    m_server->edit()->setText(known && !known->server.isEmpty() ? known->server : policy.server);
    m_server->edit()->setPlaceholderText(u"https://learn.example.org"_s);
    if ((known && !known->server.isEmpty()) || (policy.serverFixed && !policy.server.isEmpty())) {
        m_server->edit()->setReadOnly(true);
        m_server->edit()->setFocusPolicy(Qt::NoFocus);
    }
    m_shared->setChecked(policy.sharedComputer || (known && known->sharedComputer));
    m_shared->setEnabled(!policy.sharedComputer);

    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(24, 20, 24, 8);
    form->setSpacing(12);
    form->addWidget(makeTitle(title, 17, m_form));
    form->addWidget(m_server);
    m_fields->setSpacing(12);
    form->addLayout(m_fields);
    m_boxes->addWidget(m_shared);
    form->addLayout(m_boxes);
    form->addWidget(m_message);
    form->addStretch();
    auto *scroll = new QScrollArea; // at twice the text size it is higher than a small screen
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"accountCancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &AccountDialog::reject);
    connect(m_button, &QPushButton::clicked, this, [this] { send(); });
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 8, 24, 20);
    buttons->setSpacing(8);
    buttons->addWidget(m_switch);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

AccountDialog::~AccountDialog() = default;

bool AccountDialog::isShared() const
{
    return m_shared->isChecked();
}

void AccountDialog::setSwitch(const QString &text, const std::function<void()> &action)
{
    m_switch->setText(text);
    m_switch->show();
    connect(m_switch, &QPushButton::clicked, this, action);
}

void AccountDialog::showEvent(QShowEvent *event)
{
    // All of the form without scrolling, where the screen has the room.
    constexpr int kWidth = 460;
    constexpr int kButtons = 90;
    const int wanted = m_form->heightForWidth(kWidth);
    const int form = wanted > 0 ? wanted : m_form->sizeHint().height();
    resize(kWidth, qMin(form + kButtons, screen()->availableGeometry().height() - kButtons));
    QDialog::showEvent(event);
}

void AccountDialog::reject()
{
    QDialog::reject();
}

void AccountDialog::await(const QFuture<Result<Account>> &asking)
{
    setBusy(true);
    say({});
    // In the platform's life, not the dialog's: a session that nobody waits for any more is ended.
    whenDone(asking, &m_platform,
             [self = QPointer(this), platform = &m_platform](const Result<Account> &answer) {
                 if (!self || !self->isVisible()) {
                     if (answer) {
                         const QFuture<Result<bool>> undone = platform->signOut();
                         Q_UNUSED(undone)
                     }
                     return;
                 }
                 self->setBusy(false);
                 if (answer) {
                     self->accept();
                 } else {
                     self->tell(answer.error());
                 }
             });
}

void AccountDialog::say(const QString &text)
{
    m_message->setText(text);
    m_message->setProperty("problem", true);
    m_message->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void AccountDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_button->setEnabled(!busy);
    m_switch->setEnabled(!busy);
    m_progress->setVisible(busy);
}

} // namespace studio::ui
