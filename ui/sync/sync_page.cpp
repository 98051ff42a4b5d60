#include "ui/sync/sync_page.h"

#include "domain/completion.h"
#include "domain/course.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "text/catalogue_words.h"
#include "ui/account/account_panel.h"
#include "ui/sync/state_panel.h"
#include "ui/sync/work_panels.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

text::Titles titlesOf(const Services &services)
{
    const auto course = [&library = services.courses, platform = services.platform](const QString &id) {
        if (const auto loaded = library.loaded(id)) {
            return loaded->title;
        }
        for (const CatalogueCourse &each :
             platform ? platform->catalogue() : std::vector<CatalogueCourse>()) {
            if (each.id == id) {
                return each.title;
            }
        }
        return QString();
    };
    const auto part = [&library = services.courses](const QString &id, const QString &item) {
        const auto loaded = library.loaded(id);
        if (!loaded) {
            return QString();
        }
        if (const auto lesson = findLesson(*loaded, item)) {
            return lesson->lesson->title;
        }
        const auto exercise = findExercise(*loaded, item);
        return exercise ? exercise->title : QString();
    };
    return {course, part};
}

SyncPage::SyncPage(Platform &platform, const Clock &clock, const text::Titles &titles, QWidget *parent)
    : Page(parent)
    , m_platform(platform)
    , m_cards(new QVBoxLayout)
    , m_send(new QAction(tr("Send now"), this))
    , m_report(new QAction(tr("Save a report…"), this))
    , m_state(addCard(tr("State"), u"cloud"_s))
    , m_statePanel(new StatePanel(m_platform, clock))
    , m_waiting(addCard(tr("Waiting to be sent"), u"cloud-upload"_s))
    , m_waitingPanel(new WaitingPanel(m_platform, clock, titles))
    , m_conflicts(addCard(tr("Two texts, one place"), u"file-text"_s))
    , m_conflictsPanel(new ConflictsPanel(m_platform, clock, titles))
    , m_kept(addCard(tr("Kept work"), u"lock"_s))
    , m_keptPanel(new KeptPanel(m_platform, titles))
    , m_storage(makeMuted({}, this))
    , m_message(new QLabel(this))
{
    m_send->setObjectName(u"sendNowAction"_s);
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_report->setObjectName(u"reportAction"_s);
    m_report->setToolTip(
        tr("A text about how syncing goes, without anything personal, for whoever helps you"));
    m_storage->setObjectName(u"syncStorage"_s);
    m_message->setObjectName(u"syncMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_state->content()->addWidget(m_statePanel);
    m_waiting->content()->addWidget(m_waitingPanel);
    m_conflicts->content()->addWidget(m_conflictsPanel);
    m_kept->content()->addWidget(m_keptPanel);
    m_conflicts->hide();
    m_kept->hide();
    Card *account = addCard(tr("Account"), u"user"_s);
    account->content()->addWidget(new AccountPanel(m_platform));

    auto *content = new QWidget;
    content->setObjectName(u"page"_s);
    content->setProperty("plain", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(20);
    column->addWidget(makeTitle(tr("Sync"), 20, content));
    column->addWidget(m_message);
    m_cards->setSpacing(20);
    column->addLayout(m_cards);
    column->addWidget(m_storage);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_send, &QAction::triggered, m_statePanel, &StatePanel::sendNow);
    connect(m_report, &QAction::triggered, this, &SyncPage::chooseReport);
    connect(m_conflictsPanel, &ConflictsPanel::filled, m_conflicts, &QWidget::setVisible);
    connect(m_keptPanel, &KeptPanel::filled, m_kept, &QWidget::setVisible);
    connect(m_statePanel, &StatePanel::browserWanted, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    connect(&m_platform, &Platform::accountChanged, this, &SyncPage::refresh);
    connect(&m_platform, &Platform::statusChanged, this,
            [this] { m_send->setEnabled(m_platform.status().linked && !m_platform.status().working); });
    refresh();
}

QList<Crumb> SyncPage::crumbs() const
{
    return {{tr("Sync"), {}}};
}

Place SyncPage::place() const
{
    return {u"sync"_s, {}, {}};
}

QList<QAction *> SyncPage::pageActions() const
{
    return {m_report};
}

void SyncPage::enter()
{
    refresh();
}

void SyncPage::setTheme(const Theme &theme)
{
    for (Card *card : findChildren<Card *>()) {
        card->setTheme(theme);
    }
    m_statePanel->setTheme(theme);
}

void SyncPage::setZoom(int /*percent*/) { }

Card *SyncPage::addCard(const QString &title, const QString &icon)
{
    auto *card = new Card(title, icon);
    m_cards->addWidget(card);
    return card;
}

void SyncPage::refresh()
{
    const bool linked = m_platform.account().has_value();
    m_state->setVisible(linked);
    m_waiting->setVisible(linked);
    m_send->setEnabled(linked && !m_platform.status().working);
    m_report->setEnabled(linked);
    if (linked) {
        m_waitingPanel->refresh();
        m_conflictsPanel->refresh();
        m_keptPanel->refresh();
    } else {
        m_conflicts->hide();
        m_kept->hide();
    }
    showStorage();
}

void SyncPage::showStorage()
{
    whenDone(m_platform.storage(), this, [this](const Result<StorageUse> &use) {
        m_storage->setVisible(use && use->courses + use->media > 0);
        if (use) {
            m_storage->setText(text::describe(*use));
        }
    });
}

void SyncPage::chooseReport()
{
    auto *dialog = new QFileDialog(this, tr("Save a report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(tr("sync-report.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &SyncPage::saveReport);
    dialog->open();
}

void SyncPage::saveReport(const QString &path)
{
    whenDone(m_platform.report(), this, [this, path](const Result<QString> &report) {
        QSaveFile file(path);
        const bool saved = report && file.open(QIODevice::WriteOnly)
            && file.write(report->toUtf8()) == report->toUtf8().size() && file.commit();
        m_message->setText(saved ? tr("Saved to %1. Read it before you pass it on.").arg(path)
                                 : tr("%1 could not be written.").arg(path));
        m_message->setAccessibleName(m_message->text());
        m_message->show();
    });
}

} // namespace studio::ui
