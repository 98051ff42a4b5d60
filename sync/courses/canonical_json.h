#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace studio::sync {

/// The one spelling of an object: keys in order, no spaces. `without` are keys of its own level that say
/// nothing about its content, such as how many people have enrolled.
QByteArray canonicalJson(const QJsonObject &object, const QStringList &without = {});

QByteArray sha256Hex(const QByteArray &bytes);

/// Of a course and what belongs to it: the platform gives no ETag and no time for most of it, so that this is
/// how it is known whether something changed. The order of `parts` does not matter.
QByteArray contentHash(const QJsonObject &course, const std::vector<QJsonObject> &parts);

} // namespace studio::sync
