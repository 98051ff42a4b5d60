#pragma once

#include "ui/shell/services.h"

namespace studio::ui {

class PlaygroundPage;

/// The tabs Console and Variables of a playground: over the names of the program that ran last in it.
void addConsole(PlaygroundPage &page, const Services &services);

} // namespace studio::ui
