#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "domain/result.h"

#include <QImage>

namespace studio::ui {

/// The image of a picture from a program; null when it is damaged, or not what its header said.
QImage decoded(const Picture &picture);

/// Writes a drawing as PNG (twice life size) or, when the name ends so, as SVG. Whole or not at all.
Result<> saveDrawing(const Drawing &drawing, const QString &title, const QString &path);

/// Writes a picture as it came: its PNG, or its SVG when the name ends so.
Result<> savePicture(const Picture &picture, const QString &path);

} // namespace studio::ui
