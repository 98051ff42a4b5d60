#include "ui/account/sign_in_dialog.h"

#include "domain/ports/platform.h"
#include "domain/registration.h"
#include "text/sync_words.h"
#include "ui/account/form_field.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(Platform &platform, QWidget *parent)
    : AccountDialog(platform, tr("Sign in"), tr("Sign in"), parent)
    , m_name(new FormField(tr("&User name or e-mail"), u"signInName"_s))
    , m_password(new FormField(tr("&Password"), u"signInPassword"_s))
    , m_stay(new QCheckBox(tr("S&tay signed in")))
{
    setObjectName(u"signInDialog"_s);
    m_password->makePassword();
    m_stay->setObjectName(u"signInStay"_s);
    m_stay->setToolTip(
        tr("The session is kept in the system's password store. Your password is kept nowhere."));
    fields()->addWidget(m_name);
    fields()->addWidget(m_password);
    boxes()->insertWidget(0, m_stay);

    const SignInPolicy policy = platform.signInPolicy();
    const auto known = platform.account();
    auto *shared = findChild<QCheckBox *>(u"accountShared"_s);
    const auto updateStay = [this, shared, policy] {
        m_stay->setEnabled(!shared->isChecked() && policy.keepSignedIn);
        if (!m_stay->isEnabled()) {
            m_stay->setChecked(false);
        }
    };
    m_stay->setChecked(policy.keepSignedIn
                       && !(known && known->vault == VaultKind::Memory && known->signedInUtc.isValid()));
    connect(shared, &QCheckBox::toggled, this, updateStay);
    updateStay();
    if (known && !known->username.isEmpty()) {
        m_name->edit()->setText(known->username);
        m_name->edit()->setReadOnly(true);
        m_name->edit()->setFocusPolicy(Qt::NoFocus);
        m_name->setHint(tr("This profile belongs to this account."));
        m_password->edit()->setFocus();
    } else if (server()->text().isEmpty()) {
        server()->edit()->setFocus();
    } else {
        m_name->edit()->setFocus();
    }
    for (FormField *field : {server(), m_name, m_password}) {
        connect(field->edit(), &QLineEdit::textEdited, field, [field] { field->setProblem({}); });
    }
    if (policy.allowRegistration && !known) {
        setSwitch(tr("Make an account…"), [this] {
            openRegistration(this->platform(), parentWidget());
            reject();
        });
    }
}

void SignInDialog::send()
{
    const auto address = serverAddress(server()->text());
    server()->setProblem(address ? QString() : text::describe(RegistrationProblem::BadServer));
    m_name->setProblem(m_name->text().trimmed().isEmpty() ? text::describe(RegistrationProblem::Missing)
                                                          : QString());
    m_password->setProblem(m_password->text().isEmpty() ? text::describe(RegistrationProblem::Missing)
                                                        : QString());
    for (FormField *field : {server(), m_name, m_password}) {
        if (!field->problem().isEmpty()) {
            return field->edit()->setFocus();
        }
    }
    SignIn request;
    request.server = *address;
    request.name = m_name->text().trimmed();
    request.password = m_password->text();
    request.sharedComputer = isShared();
    request.keepIn = m_stay->isChecked() ? VaultKind::Keyring : VaultKind::Memory;
    await(platform().signIn(request));
}

void SignInDialog::tell(const Error &error)
{
    const QString words = text::describePlatform(error, true);
    if (error.code == ErrorCode::Unauthorized) {
        m_password->setProblem(words);
        m_password->edit()->setFocus();
        m_password->edit()->selectAll();
    } else if (error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout
               || error.code == ErrorCode::InvalidData) {
        server()->setProblem(words);
        button()->setFocus(); // nothing to correct when only the network is missing
    } else {
        say(words);
    }
}

void openSignIn(Platform &platform, QWidget *parent)
{
    auto *dialog = new SignInDialog(platform, parent ? parent->window() : nullptr);
    dialog->open();
}

} // namespace studio::ui
