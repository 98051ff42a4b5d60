#pragma once

#include <QJsonArray>

namespace studio::ui {

/// The coloured tokens of Python source as [[start, length, kind], …]; plain ones are left out.
QJsonArray tokensJson(const QString &code);

/// Whether code of this language, as an author named it, is coloured and can be run.
bool isPython(const QString &language);

} // namespace studio::ui
