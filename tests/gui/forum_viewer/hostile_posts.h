#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace studio::tests {

/// A post that was written to do harm.
struct HostilePost
{
    QString name; ///< `links.txt:12`, to be found by.
    QString text; ///< Markdown
    QString words; ///< What must be seen of it; empty: nothing.
};

/// All of tests/data/forum/hostile. `server` is host and port of who counts; each post asks for an address
/// of its own there, ending in its index. `harm` gives the script of the post with that index.
std::vector<HostilePost> hostilePosts(const QString &server, const std::function<QString(int)> &harm);

/// The same with a script that sets the title and shows a message.
std::vector<HostilePost> hostilePosts(const QString &server);

/// As a careless forum would show it: Markdown with its HTML, as it comes.
QString carelessHtml(const QString &markdown);

} // namespace studio::tests
