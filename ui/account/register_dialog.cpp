#include "ui/account/register_dialog.h"

#include "domain/ports/platform.h"
#include "text/sync_words.h"
#include "ui/account/form_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace studio::ui {

using namespace Qt::StringLiterals;

RegisterDialog::RegisterDialog(Platform &platform, QWidget *parent)
    : AccountDialog(platform, tr("Make an account"), tr("Make the account"), parent)
    , m_username(new FormField(tr("&User name"), u"registerName"_s))
    , m_email(new FormField(tr("&E-mail"), u"registerEmail"_s))
    , m_first(new FormField(tr("&First name"), u"registerFirst"_s))
    , m_last(new FormField(tr("&Last name"), u"registerLast"_s))
    , m_password(new FormField(tr("&Password"), u"registerPassword"_s))
{
    setObjectName(u"registerDialog"_s);
    m_password->makePassword();
    m_username->setHint(tr("Others see it. It can't be changed later."));
    m_password->setHint(tr("At least 10 characters: a few words are good."));
    m_first->setHint(tr("If you like."));
    fields()->addWidget(m_username);
    fields()->addWidget(m_email);
    auto *names = new QHBoxLayout;
    names->setSpacing(12);
    names->addWidget(m_first);
    names->addWidget(m_last);
    fields()->addLayout(names);
    fields()->addWidget(m_password);
    for (FormField *field : {server(), m_username, m_email, m_first, m_last, m_password}) {
        connect(field->edit(), &QLineEdit::editingFinished, this, [this, field] {
            if (!field->text().isEmpty() && !m_left.contains(field)) {
                m_left.append(field);
            }
            check();
        });
        connect(field->edit(), &QLineEdit::textEdited, this, &RegisterDialog::check);
    }
    setSwitch(tr("I have an account"), [this] {
        openSignIn(this->platform(), parentWidget());
        reject();
    });
    (server()->text().isEmpty() ? server() : m_username)->edit()->setFocus();
}

Registration RegisterDialog::request() const
{
    Registration made;
    made.server = server()->text();
    made.username = m_username->text().trimmed();
    made.email = m_email->text().trimmed();
    made.firstName = m_first->text().trimmed();
    made.lastName = m_last->text().trimmed();
    made.password = m_password->text();
    made.sharedComputer = isShared();
    return made;
}

void RegisterDialog::check()
{
    const RegistrationProblems problems = registrationProblems(request());
    for (const auto &[field, problem] : {std::pair(server(), problems.server),
                                         {m_username, problems.username},
                                         {m_email, problems.email},
                                         {m_first, problems.firstName},
                                         {m_last, problems.lastName},
                                         {m_password, problems.password}}) {
        field->setProblem(m_left.contains(field) ? text::describe(problem) : QString());
    }
}

void RegisterDialog::send()
{
    m_left = {server(), m_username, m_email, m_first, m_last, m_password};
    check();
    for (const FormField *field : std::as_const(m_left)) {
        if (!field->problem().isEmpty()) {
            return field->edit()->setFocus();
        }
    }
    Registration made = request();
    made.server = serverAddress(made.server).value_or(made.server);
    await(platform().registerAccount(made));
}

void RegisterDialog::tell(const Error &error)
{
    if (error.code == ErrorCode::Conflict) {
        m_username->setProblem(tr("This user name or e-mail is taken."));
        m_username->edit()->setFocus();
        m_username->edit()->selectAll();
    } else if (error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout) {
        server()->setProblem(text::describePlatform(error, true));
        button()->setFocus();
    } else {
        say(text::describePlatform(error, true));
    }
}

void openRegistration(Platform &platform, QWidget *parent)
{
    auto *dialog = new RegisterDialog(platform, parent ? parent->window() : nullptr);
    dialog->open();
}

} // namespace studio::ui
