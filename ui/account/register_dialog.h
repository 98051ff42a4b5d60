#pragma once

#include "domain/registration.h"
#include "ui/account/account_dialog.h"

namespace studio::ui {

/// Making an account. Each field is checked as soon as the person has left it, all of them before sending:
/// the platform checks nothing.
class RegisterDialog final : public AccountDialog
{
    Q_OBJECT

public:
    explicit RegisterDialog(Platform &platform, QWidget *parent = nullptr);

protected:
    void send() override;
    void tell(const Error &error) override;

private:
    Registration request() const;
    void check();

    FormField *m_username;
    FormField *m_email;
    FormField *m_first;
    FormField *m_last;
    FormField *m_password;
    QList<FormField *> m_left; ///< Fields that may be told about: typed in or left once.
};

} // namespace studio::ui
