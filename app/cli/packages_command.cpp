#include "cli/packages_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "domain/when_done.h"
#include "services/project_packages.h"
#include "text/package_words.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <csignal>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<PackageChange::Kind> kindFrom(const QString &word)
{
    if (word == "install"_L1) {
        return PackageChange::Kind::Install;
    }
    if (word == "update"_L1) {
        return PackageChange::Kind::Update;
    }
    return word == "remove"_L1 ? std::optional(PackageChange::Kind::Remove) : std::nullopt;
}

int exitCodeFor(PackageProblem problem)
{
    switch (problem) {
    case PackageProblem::Cancelled:
        return kStoppedBase + SIGINT;
    case PackageProblem::BadName:
        return kUsage;
    case PackageProblem::NoSuchPackage:
    case PackageProblem::NoSuchVersion:
    case PackageProblem::NoWheel:
    case PackageProblem::NotInstalled:
    case PackageProblem::NoFolder:
        return kNotFound;
    case PackageProblem::DiskFull:
    case PackageProblem::ReadOnly:
    case PackageProblem::InUse:
        return kStorage;
    case PackageProblem::NoPip:
        return kPython;
    case PackageProblem::Offline:
    case PackageProblem::IndexUnreachable:
    case PackageProblem::Conflict:
    case PackageProblem::BadWheel:
    case PackageProblem::Certificate:
    case PackageProblem::Proxy:
    case PackageProblem::Unauthorized:
    case PackageProblem::Other:
        return kNotPassed;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const InstalledPackage &package, const QStringList &neededBy)
{
    return {{u"name"_s, package.name},
            {u"version"_s, package.version},
            {u"summary"_s, package.summary},
            {u"bytes"_s, package.size},
            {u"needed_by"_s, QJsonArray::fromStringList(neededBy)}};
}

} // namespace

PackagesCommand::PackagesCommand(const Environment &environment, CommandIo io)
    : Command(environment, std::move(io))
{
}

PackagesCommand::~PackagesCommand() = default;

void PackagesCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(
        arguments, {{u"project"_s, true}, {u"wheels"_s, true}, {u"index"_s, true}, {u"json"_s, false}}, 1,
        100);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    const QString word = options->positional().first();
    const auto kind = kindFrom(word);
    m_list = word == "list"_L1;
    m_json = options->has(u"json"_s);
    m_project = options->value(u"project"_s);
    const bool named = options->positional().size() > 1;
    if ((!kind && !m_list) || m_project.isEmpty() || named == m_list
        || (options->has(u"wheels"_s) && options->has(u"index"_s))) {
        printError(
            tr("Say what to do, with what, and in which project: packages install rich --project NAME."));
        return finishLater(kUsage);
    }
    if (kind) {
        m_change.kind = *kind;
        m_change.packages = options->positional().mid(1);
    }
    if (options->has(u"wheels"_s)) {
        m_change.source = {PackageSource::Kind::Wheels, absolutePath(options->value(u"wheels"_s))};
    } else {
        m_change.source.location = options->value(u"index"_s);
    }
    const auto projects = environment().projects();
    if (!projects) {
        return finishLater(report(projects.error()));
    }
    whenDone((*projects)->projects(), this, [this](const Result<std::vector<Project>> &all) {
        if (!all) {
            return finishLater(report(all.error()));
        }
        choose(*all);
    });
}

void PackagesCommand::choose(const std::vector<Project> &projects)
{
    const QString folder = QFileInfo(absolutePath(m_project)).canonicalFilePath();
    const auto found = std::find_if(projects.begin(), projects.end(), [&](const Project &each) {
        return each.title == m_project || each.id == m_project
            || (!folder.isEmpty() && QFileInfo(each.folder).canonicalFilePath() == folder);
    });
    if (found != projects.end()) {
        return begin(*found);
    }
    if (!QFileInfo(absolutePath(m_project)).isDir()) {
        printError(
            tr("There is no project %1. Give its title as in the playground, or its folder.").arg(m_project));
        return finishLater(kNotFound);
    }
    const auto service = environment().projects();
    whenDone((*service)->openFolder(absolutePath(m_project)), this, [this](const Result<Project> &opened) {
        if (!opened) {
            return finishLater(report(opened.error()));
        }
        begin(*opened);
    });
}

void PackagesCommand::begin(const Project &project)
{
    m_packages = std::make_unique<services::ProjectPackages>(**environment().projects(), project);
    using services::ProjectPackages;
    if (m_list) {
        connect(m_packages.get(), &ProjectPackages::listed, this, [this] {
            list();
            finishLater(kDone);
        });
        return m_packages->refresh();
    }
    connect(m_packages.get(), &ProjectPackages::stepped, this, [this](const PackageStep &step) {
        PackageStep coarse = step; // in a terminal a line for each step, not for each piece of it
        coarse.done = 0;
        const QString line = text::describe(coarse);
        if (!m_json && line != m_said) {
            print(line);
            m_said = line;
        }
    });
    connect(m_packages.get(), &ProjectPackages::changed, this, &PackagesCommand::tellEnd);
    m_packages->change(m_change);
}

void PackagesCommand::list()
{
    if (m_json) {
        QJsonArray all;
        for (const InstalledPackage &each : m_packages->installed()) {
            all.append(toJson(each, m_packages->neededBy(each.name)));
        }
        return printJson(QJsonDocument(all).toJson());
    }
    if (m_packages->installed().empty()) {
        return print(tr("No packages are installed in this project."));
    }
    for (const InstalledPackage &each : m_packages->installed()) {
        print(u"%1 %2  %3"_s.arg(each.name, each.version, text::fileSize(each.size)));
    }
}

void PackagesCommand::tellEnd(const std::optional<PackageFailure> &failure)
{
    if (!failure) {
        list();
        return finishLater(kDone);
    }
    printError(text::describe(*failure));
    if (failure->problem == PackageProblem::Other) {
        printError(failure->detail);
    }
    finishLater(exitCodeFor(failure->problem));
}

void PackagesCommand::interrupt()
{
    if (m_packages && m_packages->isChanging()) {
        m_packages->cancel();
    } else {
        Command::interrupt();
    }
}

} // namespace studio::cli
