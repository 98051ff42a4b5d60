#pragma once

#include "domain/ports/post_renderer.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace studio::content {

struct PostPieces
{
    std::vector<PostPart> parts;
    QString text; ///< All that can be read, with line ends.
};

/// HTML that was made of Markdown into parts. Keeps only the elements that Markdown makes, of attributes only
/// what this function writes itself; raw HTML never gets here as HTML, and would not get further. Nothing
/// when it is nested too deeply.
std::optional<PostPieces> piecesOf(const QByteArray &html, const QUrl &platform);

} // namespace studio::content
