#include "ui/packages/packages_dialog.h"

#include "domain/when_done.h"
#include "services/project_packages.h"
#include "services/settings_service.h"
#include "text/package_words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::ProjectPackages;
using services::Setting;

namespace {

constexpr int kMostDetails = 2000; ///< Lines.
constexpr int kFine = 1000; ///< Steps of the progress bar.

QHBoxLayout *makeRow(QWidget *row)
{
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    return line;
}

} // namespace

PackagesDialog::PackagesDialog(const Services &services, const Project &project, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_packages(std::make_unique<ProjectPackages>(services.projects, project))
    , m_project(std::make_unique<Project>(project))
    , m_source(new QComboBox(this))
    , m_location(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Choose…"), this))
    , m_name(new QLineEdit(this))
    , m_install(new QPushButton(tr("&Install"), this))
    , m_requirements(new QPushButton(tr("Install what re&quirements.txt lists"), this))
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(tr("No packages yet. Write a name above and press Install."), this))
    , m_update(new QPushButton(tr("&Update"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
    , m_showDetails(new QPushButton(tr("&Details"), this))
    , m_details(new QPlainTextEdit(this))
{
    setObjectName(u"packagesDialog"_s);
    setWindowTitle(tr("Packages of %1").arg(project.title));
    resize(640, 560);
    auto *about
        = new QLabel(tr("Packages are kept with this project alone. Only ready-made ones (wheels) are "
                        "installed, since a source package would run its code here."),
                     this);
    about->setWordWrap(true);
    about->setProperty("muted", true);
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setAutoDefault(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_showDetails);
    bottom->addStretch();
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(makeNameRow());
    column->addWidget(makeSourceRow());
    column->addWidget(about);
    column->addWidget(makeListRow(), 1);
    column->addWidget(makeProgress());
    column->addWidget(m_details);
    column->addLayout(bottom);
    connectPackages();
    showSource();
    updateButtons();
    m_packages->refresh();
    m_name->setFocus();
}

PackagesDialog::~PackagesDialog() = default;

QWidget *PackagesDialog::makeNameRow()
{
    auto *row = new QWidget(this);
    auto *line = makeRow(row);
    auto *label = new QLabel(tr("&Name of a package"), row);
    label->setBuddy(m_name);
    m_name->setObjectName(u"packageName"_s);
    m_name->setAccessibleName(tr("Name of a package"));
    m_name->setPlaceholderText(tr("rich, or numpy==1.26.4"));
    m_name->setClearButtonEnabled(true);
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_install->setObjectName(u"installPackage"_s);
    m_install->setDefault(true);
    m_install->setProperty("primary", true);
    line->addWidget(label);
    line->addWidget(m_name, 1);
    line->addWidget(m_install);
    connect(m_install, &QPushButton::clicked, this, &PackagesDialog::install);
    connect(m_name, &QLineEdit::textChanged, this, &PackagesDialog::updateButtons);
    return row;
}

QWidget *PackagesDialog::makeSourceRow()
{
    auto *row = new QWidget(this);
    auto *line = makeRow(row);
    auto *label = new QLabel(tr("&From"), row);
    label->setBuddy(m_source);
    m_source->setObjectName(u"packageSource"_s);
    m_source->setAccessibleName(tr("Where packages come from"));
    m_source->addItems({tr("PyPI"), tr("A mirror"), tr("A folder of wheels")});
    m_location->setObjectName(u"packageLocation"_s);
    m_location->setLayoutDirection(Qt::LeftToRight);
    m_browse->setAutoDefault(false);
    line->addWidget(label);
    line->addWidget(m_source);
    line->addWidget(m_location, 1);
    line->addWidget(m_browse);
    line->addStretch(); // takes the room while there is no location to write
    connect(m_source, &QComboBox::activated, this, [this] {
        m_location->clear();
        showSource();
        saveSource();
    });
    connect(m_location, &QLineEdit::editingFinished, this, &PackagesDialog::saveSource);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("A folder of wheels"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
            m_location->setText(folder);
            saveSource();
        });
        dialog->open();
    });
    const PackageSource known = services::packageSourceFrom(m_services.settings.text(Setting::PackageSource));
    m_source->setCurrentIndex(known.kind == PackageSource::Kind::Wheels ? kWheels
                                  : known.location.isEmpty()            ? kPyPi
                                                                        : kMirror);
    m_location->setText(known.location);
    return row;
}

QWidget *PackagesDialog::makeListRow()
{
    auto *row = new QWidget(this);
    auto *line = makeRow(row);
    m_list->setObjectName(u"packageList"_s);
    m_list->setAccessibleName(tr("Installed packages"));
    m_list->setHeaderLabels({tr("Package"), tr("Version"), tr("Size"), tr("What it is")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformRowHeights(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_update->setObjectName(u"updatePackage"_s);
    m_remove->setObjectName(u"removePackage"_s);
    m_requirements->setObjectName(u"installRequirements"_s);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(m_empty, 1);
    left->addWidget(m_requirements, 0, Qt::AlignLeft);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_update, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_requirements->setAutoDefault(false);
    buttons->addStretch();
    line->addLayout(left, 1);
    line->addLayout(buttons);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &PackagesDialog::updateButtons);
    connect(m_update, &QPushButton::clicked, this, [this] { change(PackageChange::Kind::Update, chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { change(PackageChange::Kind::Remove, chosen()); });
    connect(m_requirements, &QPushButton::clicked, this, &PackagesDialog::installRequirements);
    return row;
}

QWidget *PackagesDialog::makeProgress()
{
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    m_state->setObjectName(u"packageState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_state->setMinimumHeight(m_state->fontMetrics().lineSpacing()
                              * 2); // nothing moves when there is more to say
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far it is"));
    m_cancel->setObjectName(u"cancelPackages"_s);
    m_cancel->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    column->addWidget(m_state);
    column->addLayout(line);
    m_showDetails->setObjectName(u"packageDetailsButton"_s);
    m_showDetails->setCheckable(true);
    m_showDetails->setAutoDefault(false);
    m_details->setObjectName(u"packageDetails"_s);
    m_details->setAccessibleName(tr("What pip printed"));
    m_details->setPlaceholderText(tr("What pip prints appears here."));
    m_details->setReadOnly(true);
    m_details->setMaximumBlockCount(kMostDetails);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(140);
    m_details->hide();
    connect(m_showDetails, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_cancel, &QPushButton::clicked, m_packages.get(), &ProjectPackages::cancel);
    return row;
}

void PackagesDialog::connectPackages()
{
    connect(m_packages.get(), &ProjectPackages::listed, this, &PackagesDialog::fill);
    connect(m_packages.get(), &ProjectPackages::stepped, this, &PackagesDialog::showStep);
    connect(m_packages.get(), &ProjectPackages::printed, m_details, &QPlainTextEdit::appendPlainText);
    connect(m_packages.get(), &ProjectPackages::changed, this, &PackagesDialog::showEnd);
}

void PackagesDialog::showSource()
{
    const int kind = m_source->currentIndex();
    m_location->setVisible(kind != kPyPi);
    m_browse->setVisible(kind == kWheels);
    m_location->setPlaceholderText(kind == kMirror ? tr("https://pypi.school.example/simple")
                                                   : tr("Folder with *.whl files"));
    m_location->setAccessibleName(kind == kMirror ? tr("Address of the mirror") : tr("Folder of wheels"));
}

PackageSource PackagesDialog::source() const
{
    const QString location = m_location->text().trimmed();
    switch (m_source->currentIndex()) {
    case kMirror:
        return {PackageSource::Kind::Index, location};
    case kWheels:
        return {PackageSource::Kind::Wheels, location};
    default:
        return {};
    }
}

void PackagesDialog::saveSource()
{
    m_services.settings.set(Setting::PackageSource, services::toSetting(source()));
}

void PackagesDialog::fill()
{
    m_list->clear();
    for (const InstalledPackage &each : m_packages->installed()) {
        const QStringList neededBy = m_packages->neededBy(each.name);
        const QString needed
            = neededBy.isEmpty() ? QString() : tr("Needed by %1. ").arg(neededBy.join(u", "_s));
        auto *item = new QTreeWidgetItem(
            m_list, {each.name, each.version, text::fileSize(each.size), QString(needed % each.summary)});
        item->setToolTip(3, QString(needed % each.summary));
    }
    for (int column = 0; column < 3; ++column) {
        m_list->resizeColumnToContents(column);
    }
    const bool none = m_packages->installed().empty();
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    updateButtons();
}

QStringList PackagesDialog::chosen() const
{
    QStringList names;
    const auto items = m_list->selectedItems();
    for (const QTreeWidgetItem *each : items) {
        names.append(each->text(0));
    }
    return names;
}

void PackagesDialog::install()
{
    QStringList wanted;
    // Several at once: by spaces, as at a command line, where that is no part of a version.
    const QString text = m_name->text().trimmed();
    if (isRequirement(text)) {
        wanted = QStringList{text};
    } else {
        wanted = text.split(u' ', Qt::SkipEmptyParts);
    }
    change(PackageChange::Kind::Install, wanted);
}

void PackagesDialog::installRequirements()
{
    whenDone(m_services.projects.requirements(*m_project), this, [this](const Result<QStringList> &listed) {
        if (!listed || listed->isEmpty()) {
            return say(tr("There is no requirements.txt in this project, or it lists nothing."), true);
        }
        change(PackageChange::Kind::Install, *listed);
    });
}

void PackagesDialog::change(PackageChange::Kind kind, const QStringList &packages)
{
    if (m_packages->isChanging() || packages.isEmpty()) {
        return;
    }
    if (kind != PackageChange::Kind::Remove && m_source->currentIndex() != kPyPi
        && m_location->text().trimmed().isEmpty()) {
        say(m_source->currentIndex() == kMirror ? tr("Write the mirror's address first.")
                                                : tr("Choose the folder of wheels first."),
            true);
        return m_location->setFocus();
    }
    m_details->clear();
    m_progress->setRange(0, 0);
    m_packages->change({kind, packages, source()});
    showStep({});
    updateButtons();
}

void PackagesDialog::showStep(const PackageStep &step)
{
    say(text::describe(step), false);
    const bool measured = step.total > 0 && step.done > 0;
    m_progress->setRange(0, measured ? kFine : 0);
    if (measured) {
        m_progress->setValue(static_cast<int>(step.done * kFine / step.total));
    }
}

void PackagesDialog::showEnd(const std::optional<PackageFailure> &failure)
{
    m_progress->setRange(0, kFine);
    m_progress->setValue(failure ? 0 : kFine);
    if (failure) {
        say(text::describe(*failure), failure->problem != PackageProblem::Cancelled);
    } else {
        say(tr("Done. requirements.txt of the project is up to date."), false);
        m_name->clear();
    }
    updateButtons();
    if (!focusWidget() || !focusWidget()->isEnabled()) {
        m_name->setFocus();
    }
}

void PackagesDialog::say(const QString &text, bool problem)
{
    m_state->setText(text);
    m_state->setAccessibleName(text);
    m_state->setProperty("problem", problem);
    style()->unpolish(m_state);
    style()->polish(m_state);
}

void PackagesDialog::updateButtons()
{
    const bool busy = m_packages->isChanging();
    m_install->setEnabled(!busy && !m_name->text().trimmed().isEmpty());
    m_requirements->setEnabled(!busy);
    m_update->setEnabled(!busy && !m_list->selectedItems().isEmpty());
    m_remove->setEnabled(!busy && !m_list->selectedItems().isEmpty());
    m_source->setEnabled(!busy);
    m_location->setEnabled(!busy);
    m_browse->setEnabled(!busy);
    m_cancel->setEnabled(busy);
}

} // namespace studio::ui
