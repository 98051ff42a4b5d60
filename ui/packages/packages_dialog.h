#pragma once

#include "domain/packages.h"
#include "ui/shell/services.h"

#include <QDialog>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace studio {
struct Project;
} // namespace studio

namespace studio::services {
class ProjectPackages;
} // namespace studio::services

namespace studio::ui {

/// The packages of one project. Closing it while something is installed cancels that; the packages are then
/// what they were.
class PackagesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackagesDialog)

public:
    PackagesDialog(const Services &services, const Project &project, QWidget *parent = nullptr);
    ~PackagesDialog() override;

private:
    enum Source { kPyPi, kMirror, kWheels };

    QWidget *makeSourceRow();
    QWidget *makeNameRow();
    QWidget *makeListRow();
    QWidget *makeProgress();
    void connectPackages();
    void showSource();
    PackageSource source() const;
    void saveSource();
    void fill();
    QStringList chosen() const;
    void install();
    void installRequirements();
    void change(PackageChange::Kind kind, const QStringList &packages);
    void showStep(const PackageStep &step);
    void showEnd(const std::optional<PackageFailure> &failure);
    void say(const QString &text, bool problem);
    void updateButtons();

    Services m_services;
    std::unique_ptr<services::ProjectPackages> m_packages;
    std::unique_ptr<Project> m_project;
    QComboBox *m_source;
    QLineEdit *m_location;
    QPushButton *m_browse;
    QLineEdit *m_name;
    QPushButton *m_install;
    QPushButton *m_requirements;
    QTreeWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_update;
    QPushButton *m_remove;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_showDetails;
    QPlainTextEdit *m_details;
};

} // namespace studio::ui
