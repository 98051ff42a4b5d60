#pragma once

#include "domain/packages.h"
#include "domain/result.h"

namespace studio::projects {

/// A virtual environment in a folder of its own, with a way back from a change that fails.
///
/// `<folder>/venv` is the environment. While it is changed, `<folder>/venv.before` is what it was (the same
/// files under a second name where the disk can do that, so it costs next to nothing), and the file
/// `<folder>/change` says so; recover() finds both after a crash. Blocking, on any one thread.
class Environment final
{
public:
    explicit Environment(QString folder);

    QString python() const; ///< Its interpreter; may not be there.

    QString root() const { return m_folder % u"/venv"; }

    QString temporary() const { return m_folder % u"/tmp"; } ///< For pip: on the same disk.

    QString lockFile() const { return m_folder % u"/lock"; }

    QString sitePackages() const; ///< Empty when there is no environment.

    Result<> makeFolder() const;
    Result<> recover() const; ///< Back to the last whole state. Call it with the lock held only.
    Result<> beginChange() const; ///< After recover(). From here until keep() recover() undoes everything.
    Result<> keepChange() const;

    std::vector<InstalledPackage> installed() const; ///< By name.

private:
    QString m_folder;
};

} // namespace studio::projects
