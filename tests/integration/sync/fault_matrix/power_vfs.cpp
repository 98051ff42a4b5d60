#include "power_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <new>
#include <optional>

namespace {

constexpr sqlite3_int64 kSector = 512;

struct Change
{
    sqlite3_int64 at = 0;
    std::optional<PowerVfs::Image> written; ///< Nothing: the file was cut at `at`.
};

struct Disk
{
    PowerVfs::Image flushed;
    std::vector<Change> pending;
};

struct State
{
    std::mutex mutex;
    std::map<std::string, Disk> disks;
    std::function<void()> call;
    std::string unflushed;
};

State *state = nullptr;
sqlite3_vfs *real = nullptr;
sqlite3_vfs shim;

struct File
{
    sqlite3_file base;
    sqlite3_file *real; // lies behind this struct
    Disk *disk; // null: a file that is gone after use
    bool flushes;
};

File &mineOf(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return mineOf(file).real;
}

void write(PowerVfs::Image &image, sqlite3_int64 at, const char *from, sqlite3_int64 size)
{
    const auto end = static_cast<std::size_t>(at + size);
    if (image.size() < end) {
        image.resize(end);
    }
    std::copy_n(from, size, image.begin() + at);
}

void cutAt(PowerVfs::Image &image, sqlite3_int64 at)
{
    if (image.size() > static_cast<std::size_t>(at)) {
        image.resize(static_cast<std::size_t>(at));
    }
}

void tell()
{
    if (state->call) {
        state->call();
    }
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *into, int size, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), into, size, at);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    tell();
    if (Disk *disk = mineOf(file).disk) {
        const std::scoped_lock lock(state->mutex);
        const auto *bytes = static_cast<const char *>(from);
        disk->pending.push_back({at, PowerVfs::Image(bytes, bytes + size)});
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (Disk *disk = mineOf(file).disk) {
        const std::scoped_lock lock(state->mutex);
        disk->pending.push_back({size, std::nullopt});
    }
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    tell();
    Disk *disk = mineOf(file).disk;
    if (disk == nullptr || !mineOf(file).flushes) {
        return SQLITE_OK;
    }
    const std::scoped_lock lock(state->mutex);
    for (const Change &change : disk->pending) {
        if (change.written) {
            write(disk->flushed, change.at, change.written->data(),
                  static_cast<sqlite3_int64>(change.written->size()));
        } else {
            cutAt(disk->flushed, change.at);
        }
    }
    disk->pending.clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int reservedLock(sqlite3_file *file, int *out)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), out);
}

int controlFile(sqlite3_file *file, int op, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), op, argument);
}

int sectorSize(sqlite3_file *)
{
    return static_cast<int>(kSector);
}

int characteristics(sqlite3_file *)
{
    return 0; // promises nothing
}

const sqlite3_io_methods methods
    = {1,        closeFile,  readFile,     writeFile,   truncateFile, syncFile,        fileSize,
       lockFile, unlockFile, reservedLock, controlFile, sectorSize,   characteristics, nullptr,
       nullptr,  nullptr,    nullptr,      nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *mine = new (file) File{};
    mine->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<std::byte *>(file) + sizeof(File));
    const int rc = real->xOpen(real, name, mine->real, flags, outFlags);
    mine->base.pMethods = rc == SQLITE_OK ? &methods : nullptr;
    if (rc == SQLITE_OK && name != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0) {
        const std::string path(name);
        const std::scoped_lock lock(state->mutex);
        mine->disk = &state->disks[path];
        mine->flushes = state->unflushed.empty() || !path.ends_with(state->unflushed);
    }
    return rc;
}

int deleteFile(sqlite3_vfs *, const char *name, int)
{
    {
        const std::scoped_lock lock(state->mutex);
        const auto disk = state->disks.find(name);
        if (disk != state->disks.end()) {
            disk->second = {};
        }
    }
    return real->xDelete(real, name, 0);
}

} // namespace

PowerVfs::PowerVfs()
{
    state = new State;
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    shim.zName = "power";
    shim.pNext = nullptr;
    shim.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    shim.xOpen = openFile;
    shim.xDelete = deleteFile;
    sqlite3_vfs_register(&shim, 1);
}

PowerVfs::~PowerVfs()
{
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(real, 1);
    delete state;
    state = nullptr;
}

void PowerVfs::beforeEach(std::function<void()> call)
{
    state->call = std::move(call);
}

void PowerVfs::loseFlushesOf(const std::string &ending)
{
    state->unflushed = ending;
}

PowerVfs::Images PowerVfs::cut(std::mt19937 &random, double share) const
{
    const std::scoped_lock lock(state->mutex);
    std::bernoulli_distribution arrives(share);
    Images images;
    for (const auto &[name, disk] : state->disks) {
        Image image = disk.flushed;
        for (const Change &change : disk.pending) {
            if (!change.written) {
                if (arrives(random)) {
                    cutAt(image, change.at);
                }
                continue;
            }
            const auto size = static_cast<sqlite3_int64>(change.written->size());
            for (sqlite3_int64 done = 0; done < size;) {
                const sqlite3_int64 part = std::min(size - done, kSector - (change.at + done) % kSector);
                if (arrives(random)) {
                    write(image, change.at + done, change.written->data() + done, part);
                }
                done += part;
            }
        }
        if (!image.empty()) {
            images[name] = std::move(image);
        }
    }
    return images;
}
