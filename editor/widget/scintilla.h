#pragma once

// QScintilla's headers are written with Qt's signal keywords, which are off here.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintillabase.h>
#undef signals
#undef slots
