#include "runner/host/folder_quota.h"

#include "domain/when_done.h"

#include <QtConcurrent>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace studio::runner {

namespace {

constexpr std::chrono::milliseconds kFirst{50};
constexpr int kMostEntries = 200'000;
constexpr int kDeepest = 40;
constexpr qint64 kBlock = 512; // what stat() counts in

/// Room that files below a folder take up on the disk. Symbolic links are not followed, holes are not
/// counted.
qint64 roomOf(int folder, int depth, int &entries, const std::atomic<bool> &givenUp)
{
    DIR *list = ::fdopendir(folder);
    if (list == nullptr) {
        ::close(folder);
        return 0;
    }
    qint64 room = 0;
    while (const dirent *entry = ::readdir(list)) {
        struct stat info
        {
        };

        const QByteArrayView name(entry->d_name);
        if (name == "." || name == ".." || ++entries > kMostEntries || givenUp
            || ::fstatat(::dirfd(list), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
            continue;
        }
        room += info.st_blocks * kBlock;
        if (S_ISDIR(info.st_mode) && depth < kDeepest) {
            const int below
                = ::openat(::dirfd(list), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            room += below < 0 ? 0 : roomOf(below, depth + 1, entries, givenUp);
        }
    }
    ::closedir(list);
    return room;
}

qint64 roomOf(const QString &folder, const std::atomic<bool> &givenUp)
{
    const int descriptor = ::open(folder.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int entries = 0;
    return descriptor < 0 ? 0 : roomOf(descriptor, 0, entries, givenUp);
}

} // namespace

FolderQuota::FolderQuota()
{
    connect(&m_timer, &QTimer::timeout, this, &FolderQuota::look);
}

FolderQuota::~FolderQuota()
{
    stop();
}

void FolderQuota::watch(const QString &folder, qint64 bytes, std::chrono::milliseconds every)
{
    if (bytes > 0) {
        m_folder = folder;
        m_most = bytes;
        m_givenUp = std::make_shared<std::atomic<bool>>(false);
        m_timer.start(every);
        QTimer::singleShot(kFirst, this, &FolderQuota::look); // a short run need not be looked at
    }
}

void FolderQuota::stop()
{
    m_timer.stop();
    if (m_givenUp) {
        *m_givenUp = true;
    }
}

void FolderQuota::look()
{
    if (m_looking || !m_timer.isActive()) {
        return; // a large folder on a slow disk, or the end of a short run
    }
    m_looking = true;
    const auto look = [folder = m_folder, givenUp = m_givenUp] { return roomOf(folder, *givenUp); };
    whenDone(QtConcurrent::run(look), this, [this](qint64 room) {
        m_looking = false;
        m_before = m_before < 0 ? room : m_before;
        if (room - m_before > m_most && m_timer.isActive()) {
            stop();
            Q_EMIT exceeded();
        }
    });
}

} // namespace studio::runner
