#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace studio::runner {

/// The pages of memory that a run writes to, found by trying.
///
/// A forked process shares its parent's memory until it writes; then the kernel copies page by page, which
/// for the first line of a short program takes longer than the program itself. A process that waits can have
/// its copies before: what is in them stays the same, so no program can tell.
class TouchedPages final
{
public:
    TouchedPages() = default; ///< None known: nothing is made ahead.

    /// Forks a process that does `work`, with no code of a learner's, and notes what it wrote to and what it
    /// read of files. Waits for it, some milliseconds. For a process with one thread, whose children are its
    /// own affair. None when the system does not tell; that costs only time.
    static TouchedPages of(const std::function<void()> &work);

    /// In a process that was forked from the same: gives it the pages for itself, unchanged.
    void makeOwn() const;

    struct Range
    {
        std::uintptr_t begin = 0;
        std::size_t size = 0; ///< Bytes.
        bool written = false; ///< Else: a file's, which was read.
    };

private:
    std::vector<Range> m_ranges;
};

} // namespace studio::runner
