#pragma once

#include "text/sync_words.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

class QLabel;
class QVBoxLayout;

namespace studio {
class Clock;
class Platform;
} // namespace studio

namespace studio::ui {

class Card;
class ConflictsPanel;
class KeptPanel;
class StatePanel;
class WaitingPanel;

/// The place Sync: what waits, what is kept, what differs, and the account. Says the same without a network.
class SyncPage final : public Page
{
    Q_OBJECT

public:
    SyncPage(Platform &platform, const Clock &clock, const text::Titles &titles, QWidget *parent = nullptr);

    QList<Crumb> crumbs() const override;
    Place place() const override;
    QList<QAction *> pageActions() const override;
    void enter() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

    void saveReport(const QString &path); ///< As after choosing a file.

private:
    Card *addCard(const QString &title, const QString &icon);
    void refresh();
    void showStorage();
    void chooseReport();

    Platform &m_platform;
    QVBoxLayout *m_cards;
    QAction *m_send;
    QAction *m_report;
    Card *m_state;
    StatePanel *m_statePanel;
    Card *m_waiting;
    WaitingPanel *m_waitingPanel;
    Card *m_conflicts;
    ConflictsPanel *m_conflictsPanel;
    Card *m_kept;
    KeptPanel *m_keptPanel;
    QLabel *m_storage;
    QLabel *m_message;
};

/// Titles of courses and their parts, as far as they are on this computer or in the platform's list.
text::Titles titlesOf(const Services &services);

} // namespace studio::ui
