#pragma once

#include "sync/courses/course_store.h"
#include "sync/courses/fetcher.h"

#include <functional>

namespace studio::sync {

/// The largest picture our course format takes.
constexpr qint64 kLargestMedia = qint64{20} * 1024 * 1024;

/// Fetches pictures into the store by their content. In parts of 1 MiB: whatever ends it, the parts that are
/// there stay (`<name>.part` beside what they are parts of), and the next call goes on behind them if the
/// platform still has the same file.
class MediaFetch
{
public:
    MediaFetch(Fetcher &fetcher, CourseStore &store)
        : m_fetcher(fetcher)
        , m_store(store)
    {
    }

    /// Bytes that came; the size of this picture when it is known, else -1.
    using Progress = std::function<void(qint64 came, qint64 size)>;

    /// `known`: what was kept of this address before; asked for only if it changed. InvalidData: no picture,
    /// or too large; NotFound; and those of Fetcher and of the disk.
    Result<StoredMedia> fetch(const QString &address, const std::optional<StoredMedia> &known,
                              const Progress &progress, const std::stop_token &stop);

private:
    struct Partial;

    Result<StoredMedia> finish(Partial &partial);
    Result<bool> step(Partial &partial, const std::optional<StoredMedia> &known, const Progress &progress,
                      const std::stop_token &stop);

    Fetcher &m_fetcher;
    CourseStore &m_store;
};

/// `png`, `jpg`, `gif`, `webp`, `avif`, `svg` from the bytes themselves; empty when it is no picture we show.
/// An SVG with anything that could run is none.
QString pictureEnding(const QByteArray &bytes);

} // namespace studio::sync
