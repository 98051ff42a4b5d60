#include "ui/account/account_panel.h"

#include "domain/ports/platform.h"
#include "text/sync_words.h"
#include "ui/account/account_dialog.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

AccountPanel::AccountPanel(Platform &platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_who(makeTitle({}, 13, this))
    , m_server(makeMuted({}, this))
    , m_session(new QLabel(this))
    , m_signIn(new QPushButton(this))
    , m_register(new QPushButton(tr("Make an account…"), this))
    , m_signOut(new QPushButton(tr("Sign out…"), this))
{
    m_who->setObjectName(u"accountWho"_s);
    m_session->setObjectName(u"accountSession"_s);
    m_session->setWordWrap(true);
    m_session->setTextFormat(Qt::PlainText);
    m_signIn->setObjectName(u"accountSignIn"_s);
    m_register->setObjectName(u"accountRegister"_s);
    m_signOut->setObjectName(u"accountSignOut"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_register);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_who);
    column->addWidget(m_server);
    column->addWidget(m_session);
    column->addLayout(buttons);
    connect(m_signIn, &QPushButton::clicked, this, [this] { openSignIn(m_platform, this); });
    connect(m_register, &QPushButton::clicked, this, [this] { openRegistration(m_platform, this); });
    connect(m_signOut, &QPushButton::clicked, this, [this] { askSignOut(m_platform, this); });
    connect(&platform, &Platform::accountChanged, this, &AccountPanel::refresh);
    connect(&platform, &Platform::statusChanged, this, &AccountPanel::refresh);
    refresh();
}

void AccountPanel::refresh()
{
    const auto account = m_platform.account();
    const bool in
        = account && (account->session == SessionState::SignedIn || account->session == SessionState::Unsure);
    m_who->setText(account ? text::personName(*account) : tr("Not signed in"));
    m_server->setText(account
                          ? tr("%1 on %2").arg(account->username, account->server)
                          : tr("Everything is saved on this computer. With an account, your progress is also "
                               "on the learning platform, and its courses come here."));
    const QString session
        = account ? text::describeSession(*account, m_platform.status().waiting) : QString();
    m_session->setText(in ? u"%1 %2"_s.arg(session, text::describe(account->vault)) : session);
    m_session->setVisible(account.has_value());
    m_signIn->setText(account ? tr("Sign in again…") : tr("Sign in…"));
    m_signIn->setVisible(!in);
    m_signIn->setProperty("primary", !in);
    m_register->setVisible(!account && m_platform.signInPolicy().allowRegistration);
    m_signOut->setVisible(in);
}

} // namespace studio::ui
