#pragma once

#include <QString>

class QKeyEvent;

namespace studio::ui {

/// Tk's name of a key, as turtle programs know it: `Up`, `space`, `a`, `plus`. Empty when it has none.
QString canvasKeyName(const QKeyEvent &event);

} // namespace studio::ui
