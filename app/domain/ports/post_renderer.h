#pragma once

#include <QString>

#include <vector>

namespace studio {

/// A piece of a post as it is shown.
struct PostPart
{
    enum class Kind {
        Html, ///< Safe HTML: allow-listed; links keep their address, pictures are placeholders.
        Code, ///< A block of code.
        Picture, ///< A picture from elsewhere that loads only when asked.
    };

    Kind kind = Kind::Html;
    QString html; ///< Html
    QString code; ///< Code
    QString language; ///< Code: `python`, …; lower case, may be empty.
    QString address; ///< Picture: https
    QString alternative; ///< Picture
};

/// Markdown of somebody else into pieces that can do no harm. Thread-safe; never fails: what cannot be
/// rendered is shown as plain text.
class PostRenderer
{
    Q_DISABLE_COPY_MOVE(PostRenderer)

public:
    PostRenderer() = default;
    virtual ~PostRenderer() = default;

    virtual std::vector<PostPart> render(const QString &markdown) const = 0;
    virtual QString plainText(const QString &markdown) const = 0; ///< On one line; for lists and search.
    /// What is no Markdown, on one line: no character of it turns what follows or makes it look like another
    /// text. Still not to be taken for HTML.
    virtual QString plainLine(const QString &text) const = 0;
};

} // namespace studio
