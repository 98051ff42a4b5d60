#pragma once

#include <QByteArray>

namespace studio::sync {

/// `learning-studio/1.2.0 (debian 12)`: enough to help somebody, not enough to know them again.
QByteArray userAgent(const QByteArray &version);

} // namespace studio::sync
