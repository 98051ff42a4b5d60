#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace studio {

/// A package in a project's environment.
struct InstalledPackage
{
    QString name; ///< As its author writes it.
    QString version;
    QString summary; ///< One line; may be empty.
    qint64 size = 0; ///< Bytes on the disk.
    QStringList needs; ///< Names, normalised, of the installed packages it needs itself.

    bool operator==(const InstalledPackage &) const = default;
};

/// Where packages come from.
struct PackageSource
{
    enum class Kind {
        Index, ///< PyPI, or a mirror with the same simple interface.
        Wheels, ///< A folder with `*.whl` files; the network is not used.
    };

    Kind kind = Kind::Index;
    QString location; ///< Address or folder; empty for Index: PyPI.

    bool operator==(const PackageSource &) const = default;
};

/// What is done to an environment.
struct PackageChange
{
    enum class Kind { Install, Update, Remove };

    Kind kind = Kind::Install;
    QStringList packages; ///< Requirements (`rich`, `numpy>=1.24,<2`) to install; names otherwise.
    PackageSource source; ///< Not for Remove.
};

/// How far a change is.
struct PackageStep
{
    enum class Kind { Preparing, Looking, Downloading, Installing, Removing, Finishing };

    Kind kind = Kind::Preparing;
    QString what; ///< A package or a file; may be empty.
    qint64 done = 0; ///< Bytes of a download.
    qint64 total = 0; ///< Bytes; 0 when unknown.
};

/// Why a change did not come about. The environment is then as it was.
enum class PackageProblem {
    Cancelled,
    BadName, ///< No name that a package can have.
    Offline, ///< PyPI could not be reached.
    IndexUnreachable, ///< The mirror could not be reached.
    NoSuchPackage,
    NoSuchVersion, ///< The package is there; `detail` has its versions.
    NoWheel, ///< It is there, but not ready-made for this Python and system.
    NotInstalled, ///< To remove or update what is not there.
    Conflict, ///< Two packages want different versions of a third.
    BadWheel, ///< A file that is no package, or whose sum does not agree.
    Certificate, ///< TLS: who answers can't be trusted.
    Proxy, ///< The proxy said no.
    Unauthorized, ///< The index wants a name and a password.
    NoFolder, ///< The folder of wheels is not there.
    DiskFull,
    ReadOnly,
    InUse, ///< Another change is under way.
    NoPip, ///< This Python has no venv or pip.
    Other,
};

struct PackageFailure
{
    PackageProblem problem = PackageProblem::Other;
    QString subject; ///< The package, address or folder that it is about; may be empty.
    QString detail; ///< In pip's or the system's words, for the details.
};

/// Whether it is a requirement as PEP 508 has them, without address, marker and options: `name[extra]>=1,<2`.
bool isRequirement(const QString &text);
bool isPackageName(const QString &text);

/// `Zope.Interface[test] >= 1` gives `zope-interface`: what names are compared by (PEP 503).
QString packageKey(const QString &requirement);

/// An index's address that may be used: http or https with a host, nothing that could be an option.
bool isIndexAddress(const QString &text);

/// Without a name and a password that may be in an address; for logs and for showing.
QString withoutCredentials(const QString &address);

// A project's requirements.txt. Lines that are none of ours are kept as they are.

/// The requirements in it that can be installed; `left` gets the lines that can't (options, addresses).
QStringList requirementsIn(const QString &text, QStringList *left = nullptr);
QString withRequirement(const QString &text, const QString &requirement); ///< Replaces the one of that name.
QString withoutRequirement(const QString &text, const QString &name);

} // namespace studio
