#pragma once

#include <QByteArray>
#include <QString>

namespace studio {

/// A finished picture that a program showed, e.g. a figure of matplotlib.
struct Picture
{
    QByteArray png; ///< Not decoded yet; its header has been looked at.
    QByteArray svg; ///< The same as vectors, for saving; may be empty.
    int width = 0; ///< In pixels, as the header says.
    int height = 0;
    QString title;
    int figure = 0; ///< The same number: shown again, in place of the one before. 0: a new one.
};

} // namespace studio
