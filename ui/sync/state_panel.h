#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace studio {
class Clock;
class Platform;
struct SyncStatus;
} // namespace studio

namespace studio::ui {

/// How syncing stands: what is in the way and what to do, the question if there is one, sending now.
class StatePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePanel)

public:
    StatePanel(Platform &platform, const Clock &clock, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void sendNow();

Q_SIGNALS:
    /// The address to show in a browser, so that the network's own sign-in comes up.
    void browserWanted(const QUrl &address);

private:
    void refresh();
    void showTrouble(const SyncStatus &status);
    void showQuestion(const SyncStatus &status);
    void help();
    void answer(bool yes);
    void setSending(bool sending);

    Platform &m_platform;
    const Clock &m_clock;
    Theme m_theme;
    QLabel *m_icon;
    QLabel *m_line;
    QLabel *m_last;
    QLabel *m_notes; ///< Clock and password store.
    QProgressBar *m_progress;
    QWidget *m_trouble;
    QLabel *m_sentence;
    QPushButton *m_help;
    QLabel *m_details;
    QWidget *m_question;
    QLabel *m_asked;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_send;
    QLabel *m_failure;
    bool m_sending = false;
};

} // namespace studio::ui
