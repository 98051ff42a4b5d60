#pragma once

#include "domain/account.h"

#include <QString>

#include <optional>

namespace studio {

/// What is wrong with one field of a new account. The platform checks nothing by itself (contract 2.1), so
/// this is the only place that does.
enum class RegistrationProblem {
    None,
    Missing,
    TooLong,
    BadCharacters, ///< User name: letters, digits and @ . + - _ only, as the platform's own forms allow.
    NotAnAddress, ///< E-mail.
    TooShort, ///< Password, below 10 characters.
    LikeName, ///< Password that holds the user name or the e-mail's first part.
    TooCommon, ///< Password that everybody tries first.
    OnlyDigits,
    BadServer, ///< Not an https address (http is allowed for this computer only).
};

struct RegistrationProblems
{
    RegistrationProblem server = RegistrationProblem::None;
    RegistrationProblem username = RegistrationProblem::None;
    RegistrationProblem email = RegistrationProblem::None;
    RegistrationProblem password = RegistrationProblem::None;
    RegistrationProblem firstName = RegistrationProblem::None;
    RegistrationProblem lastName = RegistrationProblem::None;

    bool ok() const;
};

RegistrationProblems registrationProblems(const Registration &registration);

/// The platform's base without a final slash and without a path of its API, from what a person typed:
/// `learn.example.org` becomes `https://learn.example.org`. Nothing when it can be no such address, holds a
/// password, or is plain http to another computer.
std::optional<QString> serverAddress(const QString &typed);

} // namespace studio
