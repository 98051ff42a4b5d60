#pragma once

#include "domain/account.h"
#include "domain/result.h"

#include <QDialog>
#include <QFuture>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace studio {
class Platform;
} // namespace studio

namespace studio::ui {

class FormField;

/// What signing in and making an account have in common: the server, the shared computer, waiting for the
/// platform, and being able to stop that. A sign-in that comes after the person has given up is undone.
class AccountDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountDialog)

public:
    ~AccountDialog() override;

    void reject() override; ///< Also while the platform is asked.

protected:
    void showEvent(QShowEvent *event) override;

    AccountDialog(Platform &platform, const QString &title, const QString &verb, QWidget *parent);

    Platform &platform() const { return m_platform; }

    QVBoxLayout *fields() const { return m_fields; } ///< Between the server and the boxes.

    QVBoxLayout *boxes() const { return m_boxes; }

    FormField *server() const { return m_server; }

    QPushButton *button() const { return m_button; }

    bool isShared() const;
    void setSwitch(const QString &text,
                   const std::function<void()> &action); ///< The way to the other dialog.

    virtual void send() = 0; ///< The button: check, then await().
    virtual void tell(const Error &error) = 0; ///< At the field it is about.

    void await(const QFuture<Result<Account>> &asking);
    void say(const QString &text); ///< Below the fields; empty: nothing.

private:
    void setBusy(bool busy);

    Platform &m_platform;
    FormField *m_server;
    QVBoxLayout *m_fields;
    QVBoxLayout *m_boxes;
    QCheckBox *m_shared;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_switch;
    QPushButton *m_button;
    QWidget *m_form;
};

/// Opens the dialog above the window of `parent`. Not modal to the rest of the system, and never opened by
/// the engine: only a person's click does.
void openSignIn(Platform &platform, QWidget *parent);
void openRegistration(Platform &platform, QWidget *parent);

/// Signs out; with work that waits it asks first: send now, keep here, or stay.
void askSignOut(Platform &platform, QWidget *parent);

} // namespace studio::ui
