#pragma once

#include "ui/shell/page.h"
#include "ui/shell/services.h"
#include "ui/shell/theme_switch.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>

class QLabel;
class QStackedWidget;

namespace studio::ui {

class CommandPalette;
class MessageBar;
class Rail;
class ForumDesk;
class SearchBox;
class SyncButton;
class TopBar;

/// Makes the page for a place. Never null: an unknown place gives Home.
using PageFactory = std::function<std::unique_ptr<Page>(const Place &place)>;

/// The window: it places pages, keeps the way back, and shows the three truths of the status line.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(const Services &services, PageFactory factory, ThemeSwitch &themes,
               const QString &pythonVersion);
    ~MainWindow() override;

    void goTo(const Place &place); ///< Makes the page, or shows the one that is there.
    void say(const QString &text) const; ///< In the message bar.

    Page *page() const { return m_page; }

    void comeToFront();

    /// The place Forum has a count in the rail. The desk outlives the window.
    void follow(ForumDesk &desk);
    /// The box that Ctrl+K opens; a child of the window.
    void setSearchBox(SearchBox *box);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void makeAccountActions();
    void updateAccountActions();
    void connectServices();
    void present(Page *page);
    void connectPage(Page *page);
    void leavePage();
    void goUp();
    void applyTheme();
    void applyZoom();
    void zoomBy(int steps);
    void showSaveState(Page::SaveState state, const Error &error);
    void updateTop();
    void updateStatus();
    void renameProfile();
    void about();
    QAction *addAction(const QString &text, const QString &name, const QKeySequence &key,
                       const std::function<void()> &action);

    Services m_services;
    PageFactory m_factory;
    ThemeSwitch &m_themes;
    QList<QAction *> m_windowActions;
    Rail *m_rail;
    TopBar *m_top;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    QLabel *m_saveIcon;
    QLabel *m_saveState;
    SyncButton *m_sync = nullptr; ///< Null without a platform.
    QAction *m_signIn = nullptr;
    QAction *m_signOut = nullptr;
    QLabel *m_status;
    QString m_python;
    CommandPalette *m_palette;
    SearchBox *m_search = nullptr; ///< Null without an index.
    std::map<QString, Page *>
        m_kept; ///< Home, Courses, Playground, Forum, Settings and Sync stay; work pages are made anew.
    Page *m_page = nullptr;
    bool m_problem = false;
};

} // namespace studio::ui
