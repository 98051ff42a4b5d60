#pragma once

#include "ui/common/theme.h"

#include <QPushButton>

namespace studio {
class Clock;
class Platform;
} // namespace studio

namespace studio::ui {

/// What the platform knows, in a few words, as a button that leads to the page Sync. Follows the platform;
/// states that last less than a moment are not shown, so that nothing flickers.
class SyncButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncButton)

public:
    SyncButton(Platform &platform, const Clock &clock, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

private:
    void refresh();

    Platform &m_platform;
    const Clock &m_clock;
    Theme m_theme;
};

} // namespace studio::ui
