#pragma once

#include "ui/common/theme.h"

#include <QObject>

namespace studio::ui {

/// Chooses the theme: the one that is set, or what the system has.
class ThemeSwitch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeSwitch)

public:
    explicit ThemeSwitch(QString folder, QObject *parent = nullptr);

    /// `wanted`: `system`, `light`, `dark`, `high-contrast`. Applies palette and style sheet to the
    /// application.
    const Theme &apply(const QString &wanted);

    const Theme &theme() const { return m_theme; }

private:
    QString m_folder;
    Theme m_theme;
    bool m_systemIsDark; ///< As it was before the first theme was applied.
};

} // namespace studio::ui
