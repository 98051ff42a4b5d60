#pragma once

#include <QStringList>

namespace studio::tests {

/// HTML that tries to run something (sets the title to HARM, or shows a message) or to load something from
/// `server`
/// (`127.0.0.1:PORT`). One attempt each, of many kinds.
QStringList hostileCorpus(const QString &server);

} // namespace studio::tests
