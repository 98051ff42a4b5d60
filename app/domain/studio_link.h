#pragma once

#include <QString>

#include <optional>

namespace studio {

/// A link that the studio opens inside: `studio:topic/12`, `studio:post/90`, `studio:lesson/COURSE/LESSON`,
/// `studio:exercise/COURSE/EXERCISE`, and the platform's own addresses of topics.
struct StudioLink
{
    enum class Kind { Topic, Post, Lesson, Exercise };

    Kind kind = Kind::Topic;
    qint64 id = 0; ///< Topic, Post
    QString courseId; ///< Lesson, Exercise
    QString itemId;
};

std::optional<StudioLink> studioLinkFrom(const QString &address);
QString toString(const StudioLink &link); ///< As `studio:…`.

/// The first exercise that a text links to.
std::optional<StudioLink> exerciseLinkIn(const QString &markdown);

} // namespace studio
