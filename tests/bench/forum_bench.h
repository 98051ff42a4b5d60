#pragma once

#include "domain/ports/forum_copy.h"
#include "main/system_clock.h"
#include "store/open_work_store.h"

#include <QJsonObject>
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace studio::bench {

/// A benchmark that met an error has no figure.
[[noreturn]] inline void giveUp(const QString &why)
{
    std::fprintf(stderr, "studio-forum-bench: %s\n", qPrintable(why));
    std::exit(1);
}

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        giveUp(result.error().message);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// What a benchmark of the forum is told on its command line.
struct ForumBench
{
    QString data; ///< The program's data; the default profile in it has the forum.
    int topics = 0;
    int posts = 0;
    int runs = 0;

    QString profile() const; ///< Its folder; made when missing.

    QString cacheFile() const { return profile() + QStringLiteral("/cache.db"); }
};

inline constexpr int kForums = 200;
inline constexpr qint64 kLongTopic = 1; ///< Has a fiftieth of all posts: 10,000 of 500,000.
inline constexpr qint64 kShortTopic = 2; ///< Has ten.

// Each gives its figures as lists or numbers.
QJsonObject fillForum(const ForumBench &bench); ///< With the statements of a pull, many pages at a time.
QJsonObject measureSearch(const ForumBench &bench);
QJsonObject measureLists(const ForumBench &bench);
QJsonObject measureTopics(const ForumBench &bench);
QJsonObject useForum(const ForumBench &bench); ///< Tells a line, then rests until its input ends.
QJsonObject measureSize(const ForumBench &bench);

} // namespace studio::bench
