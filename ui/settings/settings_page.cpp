#include "ui/settings/settings_page.h"

#include "domain/ports/code_runner.h"
#include "domain/ports/platform.h"
#include "services/progress_service.h"
#include "text/sandbox_words.h"
#include "ui/account/account_panel.h"
#include "ui/sync/state_panel.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::Setting;

SettingsPage::SettingsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_column(new QVBoxLayout)
    , m_name(new QLineEdit(this))
{
    Card *person = addCard(tr("You"), u"pencil"_s);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Your name"), person);
    label->setBuddy(m_name);
    label->setMinimumWidth(220);
    m_name->setObjectName(u"profileName"_s);
    m_name->setAccessibleName(tr("Your name"));
    m_name->setMaximumWidth(320);
    m_name->setMaxLength(100);
    row->addWidget(label);
    row->addWidget(m_name);
    row->addStretch();
    person->content()->addLayout(row);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text() != m_services.progress.profile().name) {
            m_services.progress.rename(m_name->text());
        }
    });
    const auto showName = [this] { m_name->setText(m_services.progress.profile().name); };
    connect(&m_services.progress, &services::ProgressService::profileChanged, this, showName);
    showName();

    if (m_services.platform) {
        addPlatform(*m_services.platform);
    }

    Card *look = addCard(tr("Appearance"), u"lightbulb"_s);
    addChoice(look, tr("&Theme"), Setting::Theme,
              {{u"system"_s, tr("As the system")},
               {u"light"_s, tr("Light")},
               {u"dark"_s, tr("Dark")},
               {u"high-contrast"_s, tr("High contrast")}});
    addNumber(look, tr("&Size of editor, output and lesson"), Setting::Zoom, 50, 300, 10, u" %"_s);
    addChoice(look, tr("&Font of lessons"), Setting::ReadingFont,
              {{u"inter"_s, u"Inter"_s}, {u"opendyslexic"_s, u"OpenDyslexic"_s}});
    addChoice(
        look, tr("&Motion"), Setting::ReducedMotion,
        {{u"system"_s, tr("As the system")}, {u"on"_s, tr("Less motion")}, {u"off"_s, tr("All motion")}});

    Card *editor = addCard(tr("Editor"), u"square-terminal"_s);
    addSwitch(editor, tr("&Wrap long lines"), Setting::EditorWrap);
    addSwitch(editor, tr("Close &brackets and quotes"), Setting::EditorAutoClose)
        ->setObjectName(u"setting-auto-close"_s);
    addNumber(editor, tr("Width of a &tab"), Setting::EditorTabWidth, 2, 8, 1, {});

    Card *programs = addCard(tr("Programs"), u"play"_s);
    addSwitch(programs, tr("Your programs may use the &network"), Setting::ProgramNetwork,
              tr("Checks of exercises never do."));
    auto *protection = new QLabel(text::sandboxSentence(m_services.runner.sandbox()), programs);
    protection->setObjectName(u"protection"_s);
    protection->setWordWrap(true);
    programs->content()->addWidget(protection);

    Card *errors = addCard(tr("Errors"), u"circle-alert"_s);
    addChoice(errors, tr("Language of e&xplanations"), Setting::ExplanationLanguage,
              {{u"system"_s, tr("As the system")}, {u"en"_s, u"English"_s}, {u"fr"_s, u"Français"_s}});

    if (m_services.forum) {
        addForum();
    }

    Card *lessons = addCard(tr("Lessons"), u"book-open"_s);
    addSwitch(lessons, tr("Draw lessons with the &graphics card"), Setting::WebGpu,
              tr("From the next start on."));

    auto *content = new QWidget;
    content->setObjectName(u"page"_s);
    content->setProperty("plain", true);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(40, 32, 40, 32);
    outer->setSpacing(20);
    outer->addWidget(makeTitle(tr("Settings"), 20, content));
    m_column->setSpacing(20);
    outer->addLayout(m_column);
    outer->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void SettingsPage::addPlatform(Platform &platform)
{
    Card *account = addCard(tr("Account"), u"user"_s);
    account->content()->addWidget(new AccountPanel(platform));
    Card *sync = addCard(tr("Sync"), u"cloud"_s);
    m_sync = new StatePanel(platform, m_services.clock);
    connect(m_sync, &StatePanel::browserWanted, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    auto *more = new QPushButton(tr("What waits, and what is kept"), sync);
    more->setObjectName(u"moreSync"_s);
    connect(more, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({u"sync"_s, {}, {}}); });
    sync->content()->addWidget(m_sync);
    sync->content()->addWidget(more, 0, Qt::AlignLeading);
    const auto update = [sync, &platform] { sync->setVisible(platform.account().has_value()); };
    connect(&platform, &Platform::accountChanged, sync, update);
    update();
}

QList<Crumb> SettingsPage::crumbs() const
{
    return {{tr("Settings"), {}}};
}

Place SettingsPage::place() const
{
    return {u"settings"_s, {}, {}};
}

void SettingsPage::setTheme(const Theme &theme)
{
    for (Card *card : findChildren<Card *>()) {
        card->setTheme(theme);
    }
    if (m_sync) {
        m_sync->setTheme(theme);
    }
}

void SettingsPage::setZoom(int /*percent*/) { }

Card *SettingsPage::addCard(const QString &title, const QString &icon)
{
    auto *card = new Card(title, icon);
    m_column->addWidget(card);
    return card;
}

void SettingsPage::addChoice(Card *card, const QString &label, Setting setting,
                             const std::vector<Choice> &choices)
{
    auto *box = new QComboBox(card);
    for (const Choice &choice : choices) {
        box->addItem(choice.text, choice.value);
    }
    const auto update
        = [this, box, setting] { box->setCurrentIndex(box->findData(m_services.settings.value(setting))); };
    update();
    connect(box, &QComboBox::activated, this,
            [this, box, setting] { m_services.settings.set(setting, box->currentData()); });
    whenChanged(setting, box, update);
    addRow(card, label, box, setting);
}

QSpinBox *SettingsPage::addNumber(Card *card, const QString &label, Setting setting, int least, int most,
                                  int step, const QString &suffix)
{
    auto *box = new QSpinBox(card);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    const auto update = [this, box, setting] { box->setValue(m_services.settings.number(setting)); };
    update();
    connect(box, &QSpinBox::valueChanged, this,
            [this, setting](int value) { m_services.settings.set(setting, value); });
    whenChanged(setting, box, update);
    addRow(card, label, box, setting);
    return box;
}

QCheckBox *SettingsPage::addSwitch(Card *card, const QString &label, Setting setting, const QString &note)
{
    auto *box = new QCheckBox(note, card);
    const auto update = [this, box, setting] { box->setChecked(m_services.settings.flag(setting)); };
    update();
    connect(box, &QCheckBox::toggled, this,
            [this, setting](bool on) { m_services.settings.set(setting, on); });
    whenChanged(setting, box, update);
    addRow(card, label, box, setting);
    return box;
}

void SettingsPage::addRow(Card *card, const QString &label, QWidget *control, Setting setting)
{
    auto *line = new QWidget(card); // so that a setting can be hidden as one
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *text = new QLabel(label, card);
    text->setBuddy(control);
    text->setMinimumWidth(220);
    text->setWordWrap(true);
    control->setAccessibleName(QString(label).remove(u'&'));
    control->setMinimumWidth(160);
    auto *back = new QPushButton(tr("Back to default"), card);
    back->setAccessibleName(tr("%1: back to default").arg(control->accessibleName()));
    const auto update = [this, back, setting] {
        back->setVisible(m_services.settings.value(setting) != m_services.settings.defaultValue(setting));
    };
    connect(back, &QPushButton::clicked, this,
            [this, setting] { m_services.settings.set(setting, m_services.settings.defaultValue(setting)); });
    whenChanged(setting, back, update);
    row->addWidget(text);
    row->addWidget(control);
    row->addSpacing(12);
    row->addWidget(back);
    row->addStretch();
    card->content()->addWidget(line);
    update();
}

void SettingsPage::whenChanged(Setting setting, QObject *context, const std::function<void()> &update)
{
    connect(&m_services.settings, &services::SettingsService::changed, context,
            [setting, update](Setting changed) {
                if (changed == setting) {
                    update();
                }
            });
}

} // namespace studio::ui
