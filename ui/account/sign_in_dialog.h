#pragma once

#include "ui/account/account_dialog.h"

namespace studio::ui {

/// Signing in. A profile that has an account signs in with that one only.
class SignInDialog final : public AccountDialog
{
    Q_OBJECT

public:
    explicit SignInDialog(Platform &platform, QWidget *parent = nullptr);

protected:
    void send() override;
    void tell(const Error &error) override;

private:
    FormField *m_name;
    FormField *m_password;
    QCheckBox *m_stay;
};

} // namespace studio::ui
