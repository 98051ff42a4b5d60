#pragma once

#include "domain/forum_limits.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace studio::sync {

/// What an administrator decided for this computer (installer/policy). Not a wall against who uses it: rules
/// for who follows them.
struct Policy
{
    bool found = false;
    QString server; ///< The only platform that is offered; empty: the person's choice.
    std::optional<bool> sharedComputer; ///< Nothing: asked at sign-in.
    bool allowRegistration = true;
    QString proxy; ///< `http://proxy.school.example:3128`; empty: the system's.
    QString extraCaFile; ///< PEM, absolute; trusted besides the system's.
    bool keepSignIn = true; ///< False: memory only, also with a password store.
    ForumLimits forum; ///< At most so much of the forum is kept, whatever the person sets.
    QStringList problems; ///< English, with the place. What is wrong is left out, the rest holds.
};

/// Nothing at `path`: the defaults. A file that can't be read or understood: a shared computer where nothing
/// is kept, since that is where such files are, with the reason in `problems`.
Policy readPolicy(const QString &path);

/// `/etc/learning-studio/policy.json`; below %ProgramData% on Windows. LEARNING_STUDIO_POLICY names another
/// one.
QString policyPath();

} // namespace studio::sync
