#pragma once

class QUrl;
class QWidget;

namespace studio::ui {

/// Asks, naming the host, and opens a web page in the system's browser. Anything but http, https and mailto
/// is refused. Does not block: the question is a sheet of the window of `parent`.
void openOutside(const QUrl &link, QWidget *parent);

} // namespace studio::ui
