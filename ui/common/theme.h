#pragma once

#include "domain/result.h"
#include "editor/code_theme.h"

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QString>

namespace studio::ui {

/// One of resources/themes/*.json: the single source of colours for the palette, the style sheet, the editor,
/// the lesson viewer and the charts.
struct Theme
{
    QString name; ///< `light`, `dark`, `high-contrast`
    bool dark = false;
    QHash<QString, QColor> colours; ///< `window`, `surface`, `accent-soft`, …: names as in the file.

    QColor colour(const QString &key) const; ///< A missing key is a programming mistake.
    QPalette palette() const;
    QString styleSheet() const; ///< For the whole application.
    QString cssVariables() const; ///< `--window: #F4F5F8; …` for the lesson viewer.
    editor::CodeTheme codeTheme() const;
};

/// InvalidData names file and key.
Result<Theme> loadTheme(const QString &path);

/// Contrast of two colours after WCAG 2.1, 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace studio::ui
