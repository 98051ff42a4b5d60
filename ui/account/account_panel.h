#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace studio {
class Platform;
} // namespace studio

namespace studio::ui {

/// Who is signed in and where, how the session stands, and what can be done about it. Follows the platform.
class AccountPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountPanel)

public:
    explicit AccountPanel(Platform &platform, QWidget *parent = nullptr);

private:
    void refresh();

    Platform &m_platform;
    QLabel *m_who;
    QLabel *m_server;
    QLabel *m_session;
    QPushButton *m_signIn;
    QPushButton *m_register;
    QPushButton *m_signOut;
};

} // namespace studio::ui
