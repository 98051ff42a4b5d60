#include "ui/shell/main_window.h"

#include "domain/ports/platform.h"
#include "services/progress_service.h"
#include "services/settings_service.h"
#include "text/verdict_text.h"
#include "ui/account/account_dialog.h"
#include "ui/common/icons.h"
#include "ui/forum/forum_desk.h"
#include "ui/search/search_box.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/keyboard_help.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/rail.h"
#include "ui/shell/top_bar.h"
#include "ui/sync/sync_button.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::Setting;

namespace {

bool isKept(const QString &page)
{
    return page == "home"_L1 || page == "courses"_L1 || page == "playground"_L1 || page == "settings"_L1
        || page == "sync"_L1 || page == "forum"_L1;
}

} // namespace

MainWindow::MainWindow(const Services &services, PageFactory factory, ThemeSwitch &themes,
                       const QString &pythonVersion)
    : m_services(services)
    , m_factory(std::move(factory))
    , m_themes(themes)
    , m_top(new TopBar(this))
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_saveIcon(new QLabel(this))
    , m_saveState(new QLabel(this))
    , m_status(new QLabel(this))
    , m_python(tr("Python %1").arg(pythonVersion.section(u'.', 0, 1)))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(800, 560);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    auto *menu = new QMenu(this);
    std::vector<Rail::Entry> places = {
        {u"home"_s, tr("Home"), u"house"_s, QKeySequence(Qt::CTRL | Qt::Key_1), false},
        {u"courses"_s, tr("Courses"), u"library"_s, QKeySequence(Qt::CTRL | Qt::Key_2), false},
        {u"playground"_s, tr("Playground"), u"square-terminal"_s, QKeySequence(Qt::CTRL | Qt::Key_3), false},
        {u"settings"_s, tr("Settings"), u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_4), true}};
    if (m_services.forum) {
        places.insert(
            places.end() - 1,
            {u"forum"_s, tr("Forum"), u"messages-square"_s, QKeySequence(Qt::CTRL | Qt::Key_6), false});
    }
    m_rail = new Rail(places, menu, this);
    makeActions();
    menu->addActions(m_windowActions);

    auto *statusLine = new QFrame(this);
    statusLine->setObjectName(u"statusLine"_s);
    statusLine->setAccessibleName(tr("Status"));
    statusLine->setFixedHeight(30);
    auto *status = new QHBoxLayout(statusLine);
    status->setContentsMargins(16, 0, 16, 0);
    status->setSpacing(6);
    m_saveState->setObjectName(u"saveState"_s);
    m_status->setObjectName(u"statusText"_s);
    status->addWidget(m_saveIcon);
    status->addWidget(m_saveState);
    if (m_services.platform) {
        m_sync = new SyncButton(*m_services.platform, m_services.clock, statusLine);
        connect(m_sync, &QPushButton::clicked, this, [this] { goTo({u"sync"_s, {}, {}}); });
        status->addSpacing(10);
        status->addWidget(m_sync);
    }
    status->addStretch();
    status->addWidget(m_status);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    column->addWidget(statusLine);
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(body);
    m_palette = new CommandPalette(this);

    connect(m_rail, &Rail::chosen, this, &MainWindow::goTo);
    connect(m_top, &TopBar::placeRequested, this, &MainWindow::goTo);
    connectServices();
    restoreGeometry(m_services.settings.value(Setting::WindowGeometry).toByteArray());
    applyTheme();
    showSaveState(Page::SaveState::Saved, {});
}

MainWindow::~MainWindow()
{
    leavePage();
    // Pages hold references to services that the composition root deletes after the window.
    delete m_stack;
}

void MainWindow::makeActions()
{
    struct Wanted
    {
        QString page;
        QString text;
        Qt::Key key;
    };

    for (const Wanted &each : {Wanted{u"home"_s, tr("Go to Home"), Qt::Key_1},
                               Wanted{u"courses"_s, tr("Go to Courses"), Qt::Key_2},
                               Wanted{u"playground"_s, tr("Go to Playground"), Qt::Key_3},
                               Wanted{u"settings"_s, tr("Go to Settings"), Qt::Key_4}}) {
        addAction(each.text, u"go-"_s % each.page, QKeySequence(Qt::CTRL | each.key),
                  [this, page = each.page] {
                      goTo({page, {}, {}});
                  });
    }
    if (m_services.forum) {
        addAction(tr("Go to Forum"), u"go-forum"_s, QKeySequence(Qt::CTRL | Qt::Key_6), [this] {
            goTo({u"forum"_s, {}, {}});
        });
    }
    if (m_services.platform) {
        makeAccountActions();
    }
    addAction(tr("Commands…"), u"commandsAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] {
        m_palette->open((m_page ? m_page->allActions() : QList<QAction *>()) + m_windowActions);
    });
    addAction(tr("Larger"), u"zoomInAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { zoomBy(1); });
    m_windowActions.last()->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    addAction(tr("Smaller"), u"zoomOutAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Minus),
              [this] { zoomBy(-1); });
    addAction(tr("Usual size"), u"zoomResetAction"_s, QKeySequence(Qt::CTRL | Qt::Key_0),
              [this] { zoomBy(0); });
    addAction(tr("Keys"), u"keysAction"_s, QKeySequence(Qt::Key_F1), [this] {
        auto *help
            = new KeyboardHelp(m_windowActions, m_page ? m_page->allActions() : QList<QAction *>(), this);
        help->show();
    });
    addAction(tr("Your name…"), u"renameAction"_s, {}, [this] { renameProfile(); });
    addAction(tr("About"), u"aboutAction"_s, {}, [this] { about(); });
    addAction(tr("Quit"), u"quitAction"_s, QKeySequence(QKeySequence::Quit), [this] { close(); });
}

void MainWindow::makeAccountActions()
{
    addAction(tr("Go to Sync"), u"go-sync"_s, QKeySequence(Qt::CTRL | Qt::Key_5), [this] {
        goTo({u"sync"_s, {}, {}});
    });
    addAction(tr("Sign in…"), u"signInAction"_s, {}, [this] { openSignIn(*m_services.platform, this); });
    m_signIn = m_windowActions.last();
    addAction(tr("Sign out…"), u"signOutAction"_s, {}, [this] { askSignOut(*m_services.platform, this); });
    m_signOut = m_windowActions.last();
    connect(m_services.platform, &Platform::accountChanged, this, &MainWindow::updateAccountActions);
    updateAccountActions();
}

void MainWindow::updateAccountActions()
{
    const auto account = m_services.platform->account();
    const bool in
        = account && (account->session == SessionState::SignedIn || account->session == SessionState::Unsure);
    m_signIn->setVisible(!in);
    m_signIn->setEnabled(!in);
    m_signOut->setVisible(in);
    m_signOut->setEnabled(in);
}

QAction *MainWindow::addAction(const QString &text, const QString &name, const QKeySequence &key,
                               const std::function<void()> &action)
{
    auto *made = new QAction(text, this);
    made->setObjectName(name);
    made->setShortcut(key);
    connect(made, &QAction::triggered, this, action);
    QMainWindow::addAction(made);
    m_windowActions.append(made);
    return made;
}

void MainWindow::connectServices()
{
    connect(&m_services.settings, &services::SettingsService::changed, this, [this](Setting setting) {
        if (setting == Setting::Theme) {
            applyTheme();
        } else if (setting == Setting::Zoom) {
            applyZoom();
        } else if (setting == Setting::WindowGeometry && !isVisible()) {
            restoreGeometry(m_services.settings.value(Setting::WindowGeometry).toByteArray());
        }
    });
    connect(&m_services.settings, &services::SettingsService::saveFailed, this,
            [this](const Error &error) { showSaveState(Page::SaveState::NotSaved, error); });
    connect(&m_services.progress, &services::ProgressService::saveFailed, this,
            [this](const Error &error) { showSaveState(Page::SaveState::NotSaved, error); });
    connect(&m_services.progress, &services::ProgressService::saved, this,
            [this] { showSaveState(Page::SaveState::Saved, {}); });
    connect(&m_services.progress, &services::ProgressService::profileChanged, this,
            [this] { m_rail->setProfile(m_services.progress.profile().name); });
    m_rail->setProfile(m_services.progress.profile().name);
}

void MainWindow::goTo(const Place &place)
{
    if (m_page && m_page->place() == place) {
        return;
    }
    if (const auto kept = m_kept.find(place.page);
        kept != m_kept.end() && (place.itemId.isEmpty() || kept->second->showItem(place.itemId))) {
        return present(kept->second);
    }
    Page *page = m_factory(place).release();
    if (isKept(page->place().page)) {
        m_kept[page->place().page] = page;
    }
    m_stack->addWidget(page);
    connectPage(page);
    page->setTheme(m_themes.theme());
    page->setZoom(m_services.settings.number(Setting::Zoom));
    present(page);
}

void MainWindow::connectPage(Page *page)
{
    const auto whenCurrent = [this, page](void (MainWindow::*slot)()) {
        return [this, page, slot] {
            if (page == m_page) {
                (this->*slot)();
            }
        };
    };
    connect(page, &Page::crumbsChanged, this, whenCurrent(&MainWindow::updateTop));
    connect(page, &Page::statusChanged, this, whenCurrent(&MainWindow::updateStatus));
    // Queued: the page that asks may be deleted by what it asks for.
    connect(page, &Page::placeRequested, this, &MainWindow::goTo, Qt::QueuedConnection);
    connect(page, &Page::zoomRequested, this, &MainWindow::zoomBy);
    connect(page, &Page::saveStateChanged, this, &MainWindow::showSaveState);
    connect(page, &Page::searchRequested, this, [this] {
        if (m_search) {
            m_search->open();
        }
    });
}

void MainWindow::present(Page *page)
{
    if (page == m_page) {
        return;
    }
    leavePage();
    m_page = page;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(page->place().page);
    for (QAction *action : page->pageActions()) {
        page->addAction(action); // so that its key works
    }
    updateTop();
    updateStatus();
    page->enter();
    m_services.progress.setPlace(page->place());
}

void MainWindow::leavePage()
{
    if (!m_page) {
        return;
    }
    m_page->leave();
    if (!isKept(m_page->place().page)) {
        m_stack->removeWidget(m_page);
        m_page->hide();
        m_page->deleteLater(); // it may be the one that asked to go
    }
    m_page = nullptr;
}

void MainWindow::goUp()
{
    if (!m_page) {
        return;
    }
    const QList<Crumb> crumbs = m_page->crumbs();
    for (qsizetype i = crumbs.size() - 2; i >= 0; --i) {
        if (!crumbs[i].place.page.isEmpty()) {
            return goTo(crumbs[i].place);
        }
    }
    goTo({m_page->place().page == "course"_L1 ? u"courses"_s : u"home"_s, {}, {}});
}

void MainWindow::applyTheme()
{
    const Theme &theme = m_themes.apply(m_services.settings.text(Setting::Theme));
    m_rail->setTheme(theme);
    m_top->setTheme(theme);
    m_messages->setTheme(theme);
    if (m_search) {
        m_search->setTheme(theme);
    }
    if (m_sync) {
        m_sync->setTheme(theme);
    }
    for (int i = 0; i < m_stack->count(); ++i) {
        static_cast<Page *>(m_stack->widget(i))->setTheme(theme);
    }
    if (m_page) {
        m_rail->setCurrent(m_page->place().page);
        updateTop();
    }
    showSaveState(m_problem ? Page::SaveState::NotSaved : Page::SaveState::Saved, {});
}

void MainWindow::applyZoom()
{
    for (int i = 0; i < m_stack->count(); ++i) {
        static_cast<Page *>(m_stack->widget(i))->setZoom(m_services.settings.number(Setting::Zoom));
    }
}

void MainWindow::zoomBy(int steps)
{
    const int zoom = m_services.settings.number(Setting::Zoom);
    m_services.settings.set(Setting::Zoom, steps == 0 ? 100 : zoom + steps * 10);
}

void MainWindow::showSaveState(Page::SaveState state, const Error &error)
{
    m_problem = state == Page::SaveState::NotSaved;
    if (!m_problem || !error.message.isEmpty() || error.code != ErrorCode::Internal) {
        m_saveState->setText(state == Page::SaveState::Saved ? tr("Saved on this computer")
                                 : state == Page::SaveState::Saving
                                 ? tr("Saving…")
                                 : tr("Not saved. %1").arg(text::describe(error)));
    }
    m_saveState->setProperty("problem", m_problem);
    m_saveState->style()->unpolish(m_saveState);
    m_saveState->style()->polish(m_saveState);
    const Theme &theme = m_themes.theme();
    m_saveIcon->setPixmap(icon(m_problem ? u"triangle-alert"_s : u"hard-drive"_s,
                               theme.colour(m_problem ? u"bad"_s : u"muted"_s))
                              .pixmap(15, 15));
}

void MainWindow::updateTop()
{
    const QList<Crumb> crumbs = m_page->crumbs();
    m_top->setCrumbs(crumbs);
    m_top->setActions(m_page->pageActions());
    setWindowTitle(crumbs.isEmpty() ? QString() : tr("%1 – Python Learning Studio").arg(crumbs.last().text));
    m_services.progress.setPlace(m_page->place());
}

void MainWindow::updateStatus()
{
    const QString page = m_page->statusText();
    m_status->setText(page.isEmpty() ? m_python : page % u" · "_s % m_python);
}

void MainWindow::say(const QString &text) const
{
    m_messages->say(text);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::follow(ForumDesk &desk)
{
    const auto update = [this, &desk] {
        m_rail->setCount(u"forum"_s, desk.unreadTopics(),
                         tr("Forum, %n unread topics", nullptr, desk.unreadTopics()));
    };
    connect(&desk, &ForumDesk::changed, this, update);
    update();
}

void MainWindow::setSearchBox(SearchBox *box)
{
    m_search = box;
    m_search->setTheme(m_themes.theme());
    connect(box, &SearchBox::placeChosen, this, &MainWindow::goTo);
    addAction(tr("Search everything…"), u"searchAction"_s, QKeySequence(Qt::CTRL | Qt::Key_K),
              [this] { m_search->open(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    leavePage();
    m_services.settings.set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
    QCoreApplication::quit();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        goUp(); // only what no control has taken for itself comes here
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::renameProfile()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Your name"));
    dialog->setLabelText(tr("How shall the studio call you?"));
    dialog->setTextValue(m_services.progress.profile().name);
    connect(dialog, &QInputDialog::textValueSelected, &m_services.progress,
            &services::ProgressService::rename);
    dialog->open();
}

void MainWindow::about()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About"), {}, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Python Learning Studio %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Free software under the GNU General Public License, version 3 or later.\n%1, Qt %2")
            .arg(m_python, QString::fromLatin1(qVersion())));
    box->open();
}

} // namespace studio::ui
