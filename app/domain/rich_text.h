#pragma once

#include <QString>

namespace studio {

/// Text an author wrote in Markdown, and the HTML made of it.
///
/// `html` has been through the allow-list sanitiser of the content layer; it is
/// still put into a page only by the lesson viewer, which sanitises once more.
struct RichText
{
    QString markdown;
    QString html;

    bool isEmpty() const { return markdown.isEmpty(); }
};

} // namespace studio
