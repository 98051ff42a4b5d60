#pragma once

#include <QString>

#include <optional>

namespace studio::content {

/// An address a link may lead to, in the form to write down: http, https, mailto, or `#anchor`. Nothing for
/// any other, however it is disguised.
std::optional<QString> safeLink(const QString &written);

/// The path, relative to the course folder, of a picture that text in `folder` names. Nothing for addresses
/// with a scheme, absolute paths and paths that lead out.
std::optional<QString> coursePicture(const QString &folder, const QString &written);

QString courseAddress(const QString &path); ///< `studio://course/…` of a path in the course folder.

} // namespace studio::content
