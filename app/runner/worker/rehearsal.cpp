#include "worker/rehearsal.h"

#include <algorithm>
#include <array>
#include <cinttypes>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <Python.h>
#include <span>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "worker/keeper.h"

namespace studio::runner {

namespace {

constexpr std::size_t kMostRanges = 4096;
constexpr unsigned kLongest = 5; // seconds; it takes some milliseconds

// Bits of an entry in /proc/self/pagemap, from the kernel's documentation (admin-guide/mm/pagemap).
constexpr std::uint64_t kPresent = 1ULL << 63;
constexpr std::uint64_t kOfFile = 1ULL << 61;
constexpr std::uint64_t kOnlyHere = 1ULL << 56;

/// In memory that the rehearsing process shares with its parent.
struct Notes
{
    std::size_t count = 0;
    std::array<TouchedPages::Range, kMostRanges> ranges;
};

void note(Notes &notes, std::uintptr_t page, std::size_t size, bool written)
{
    if (notes.count > 0) {
        TouchedPages::Range &last = notes.ranges[notes.count - 1];
        if (last.written == written && last.begin + last.size == page) {
            last.size += size;
            return;
        }
    }
    if (notes.count < kMostRanges) {
        notes.ranges[notes.count++] = {page, size, written};
    }
}

/// Of a mapping whose pages are copied when they are written to.
void noteMapping(Notes &notes, int pagemap, std::uintptr_t begin, std::uintptr_t end, std::size_t pageSize)
{
    std::array<std::uint64_t, 512> entries{};
    while (begin < end) {
        const std::size_t most = std::min(entries.size(), (end - begin) / pageSize);
        const ssize_t length = ::pread(pagemap, entries.data(), most * sizeof entries[0],
                                       static_cast<off_t>(begin / pageSize * sizeof entries[0]));
        if (length <= 0) {
            return;
        }
        for (const std::uint64_t entry :
             std::span(entries).first(static_cast<std::size_t>(length) / sizeof entries[0])) {
            const bool file = (entry & kOfFile) != 0;
            if ((entry & kPresent) != 0 && (file || (entry & kOnlyHere) != 0)) {
                note(notes, begin, pageSize, !file);
            }
            begin += pageSize;
        }
    }
}

/// What this process has for itself, and what it has mapped of files.
void noteAll(Notes &notes)
{
    const auto pageSize = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const int pagemap = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    std::FILE *maps = std::fopen("/proc/self/maps", "re");
    std::array<char, 4096> line{};
    while (pagemap >= 0 && maps && std::fgets(line.data(), line.size(), maps)) {
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        std::array<char, 5> rights{};
        if (std::sscanf(line.data(), "%" SCNxPTR "-%" SCNxPTR " %4s", &begin, &end, rights.data()) == 3
            && rights[0] == 'r' && rights[3] == 'p') {
            noteMapping(notes, pagemap, begin, end, pageSize);
        }
    }
    if (maps) {
        std::fclose(maps);
    }
    ::close(pagemap);
}

[[noreturn]] void rehearse(const std::function<void()> &work, Notes &notes)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_DUMPABLE, 1); // else what the system says of its memory is root's to read
    ::alarm(kLongest);
    unblockSignals();
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::dup2(nothing, each);
    }
    PyOS_AfterFork_Child();
    work();
    noteAll(notes);
    ::_exit(0);
}

} // namespace

TouchedPages TouchedPages::of(const std::function<void()> &work)
{
    TouchedPages pages;
    void *shared = ::mmap(nullptr, sizeof(Notes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) {
        return pages;
    }
    auto *notes = new (shared) Notes;
    PyOS_BeforeFork();
    const pid_t child = ::fork();
    if (child == 0) {
        rehearse(work, *notes);
    }
    PyOS_AfterFork_Parent();
    int status = 1;
    if (child > 0 && ::waitpid(child, &status, 0) == child && status == 0) {
        pages.m_ranges.assign(notes->ranges.begin(),
                              notes->ranges.begin() + static_cast<std::ptrdiff_t>(notes->count));
    }
    ::munmap(shared, sizeof(Notes));
    return pages;
}

void TouchedPages::makeOwn() const
{
    for (const Range &each : m_ranges) {
        // Changes nothing. Where the process has no such memory (any more), or the kernel (before 5.14) does
        // not know the request, the run does it itself.
        ::madvise(reinterpret_cast<void *>(each.begin), each.size,
                  each.written ? MADV_POPULATE_WRITE : MADV_POPULATE_READ);
    }
}

} // namespace studio::runner
