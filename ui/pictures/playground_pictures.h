#pragma once

namespace studio::ui {

class PlaygroundPage;

/// Shows what the page's programs and its console draw, from the first picture on. After addConsole().
void showPicturesIn(PlaygroundPage &page);

} // namespace studio::ui
