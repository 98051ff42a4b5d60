#include "text/package_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct PackageWords
{
    Q_DECLARE_TR_FUNCTIONS(PackageWords)
};

QString describeProblem(PackageProblem problem)
{
    switch (problem) {
    case PackageProblem::Cancelled:
        return PackageWords::tr("Cancelled. Nothing was changed.");
    case PackageProblem::BadName:
        return PackageWords::tr(
            "“%1” is not the name of a package. Write a name, or a name and a version: rich, numpy==1.26.4.");
    case PackageProblem::Offline:
        return PackageWords::tr(
            "PyPI can't be reached, so there is probably no network. Packages from a folder of "
            "wheels can be installed without one.");
    case PackageProblem::IndexUnreachable:
        return PackageWords::tr("%1 does not answer. Look at the address, and whether the network is there.");
    case PackageProblem::NoSuchPackage:
        return PackageWords::tr("There is no package called %1 there. Is it spelled right?");
    case PackageProblem::NoSuchVersion:
        return PackageWords::tr("There is no such version: %1. There are: %2");
    case PackageProblem::NoWheel:
        return PackageWords::tr(
            "%1 is not ready-made for this Python. Installing it from its source would run its "
            "code on this computer, so it is not done.");
    case PackageProblem::NotInstalled:
        return PackageWords::tr("%1 is not installed in this project.");
    case PackageProblem::Conflict:
        return PackageWords::tr(
            "These packages don't go together: they need different versions of the same one.");
    case PackageProblem::BadWheel:
        return PackageWords::tr("A file of %1 is damaged or not a package, so nothing was installed.");
    case PackageProblem::Certificate:
        return PackageWords::tr(
            "Who answers there could not be trusted (TLS certificate), so nothing was loaded. A "
            "school's filter or a wrong clock can be the cause.");
    case PackageProblem::Proxy:
        return PackageWords::tr("The network's proxy did not let the request through.");
    case PackageProblem::Unauthorized:
        return PackageWords::tr(
            "The server wants a name and a password: https://NAME:PASSWORD@… in the address.");
    case PackageProblem::NoFolder:
        return PackageWords::tr("There is no folder %1.");
    case PackageProblem::DiskFull:
        return PackageWords::tr("The disk is full. Nothing was changed.");
    case PackageProblem::ReadOnly:
        return PackageWords::tr("The project's packages can't be written: the folder does not allow it.");
    case PackageProblem::InUse:
        return PackageWords::tr(
            "Another change of this project's packages is under way. Wait until it is done.");
    case PackageProblem::NoPip:
        return PackageWords::tr(
            "This Python has no venv or pip. On Debian and Ubuntu: install python3-venv.");
    case PackageProblem::Other:
        return PackageWords::tr("pip could not do it. The details say what it printed.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString describe(const PackageFailure &failure)
{
    QString sentence = describeProblem(failure.problem);
    sentence.replace("%1"_L1, failure.subject);
    return sentence.replace("%2"_L1, failure.detail.left(200));
}

QString fileSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString describe(const PackageStep &step)
{
    switch (step.kind) {
    case PackageStep::Kind::Preparing:
        return PackageWords::tr("Preparing…");
    case PackageStep::Kind::Looking:
        return PackageWords::tr("Looking for %1…").arg(step.what);
    case PackageStep::Kind::Downloading:
        return step.total > 0 && step.done > 0
            ? PackageWords::tr("Downloading %1, %2 of %3")
                  .arg(step.what, fileSize(step.done), fileSize(step.total))
            : PackageWords::tr("Fetching %1…").arg(step.what);
    case PackageStep::Kind::Installing:
        return PackageWords::tr("Installing %1…").arg(step.what);
    case PackageStep::Kind::Removing:
        return PackageWords::tr("Removing %1…").arg(step.what);
    case PackageStep::Kind::Finishing:
        return PackageWords::tr("Finishing…");
    }
    Q_UNREACHABLE();
}

} // namespace studio::text
