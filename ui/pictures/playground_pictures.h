#pragma once

namespace studio::ui {

class PlaygroundPage;

/// Shows what the page's programs draw, from the first picture on.
void showPicturesIn(PlaygroundPage &page);

} // namespace studio::ui
