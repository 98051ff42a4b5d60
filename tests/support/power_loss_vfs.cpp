// The idea is that of the "crash" VFS in SQLite's own tests (test6.c).

#include "support/power_loss_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <new>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace studio::test {

namespace {

constexpr sqlite3_int64 kSector = 512; // bytes

using Bytes = std::vector<char>;

struct Change
{
    sqlite3_int64 at = 0;
    Bytes bytes;
    bool cutsHere = false; ///< The file ends at `at` now.
};

/// A file as the disk has it, and what was not flushed yet.
struct OnDisk
{
    Bytes flushed;
    std::vector<Change> since;
    bool exists = true; ///< For the running system.
    bool wasThere = true; ///< For the disk, when its folder was last flushed.
    bool isLeft = true; ///< After the power failed.
    bool flushesFolder = false; ///< With its first flush, as SQLite does for a journal it has made.
};

struct Disk
{
    std::mutex lock;
    std::map<std::string, OnDisk> files;
    std::map<std::string, sqlite3 *> connections;
    std::mt19937 random;
    int calls = 0;
    int failsAt = 0;
    int flushes = 0;
    bool off = false;
};

Disk disk;
sqlite3_vfs *real = nullptr;
sqlite3_vfs shim;

struct File
{
    sqlite3_file base;
    sqlite3_file *real; // lies behind this struct
    OnDisk *disk; // null: a temporary one
};

File &mine(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return mine(file).real;
}

Bytes bytesOf(const std::string &path)
{
    std::ifstream stream(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(stream), {});
}

bool byChance()
{
    return (disk.random() & 1U) != 0;
}

void apply(const Change &change, sqlite3_int64 from, sqlite3_int64 to, Bytes &bytes)
{
    const auto end = static_cast<std::size_t>(change.at + to);
    if (bytes.size() < end) {
        bytes.resize(end);
    }
    std::copy(change.bytes.begin() + from, change.bytes.begin() + to, bytes.begin() + change.at + from);
}

void cut(const Change &change, Bytes &bytes)
{
    bytes.resize(std::min(bytes.size(), static_cast<std::size_t>(change.at)));
}

void flush(OnDisk &file)
{
    for (const Change &change : file.since) {
        if (change.cutsHere) {
            cut(change, file.flushed);
        } else {
            apply(change, 0, static_cast<sqlite3_int64>(change.bytes.size()), file.flushed);
        }
    }
    file.since.clear();
}

/// All are in one folder here.
void flushFolder()
{
    for (auto &[path, file] : disk.files) {
        if (!file.exists) {
            file.flushed.clear();
            file.since.clear();
        }
        file.wasThere = file.exists;
    }
}

/// Of what was not flushed, some sectors got there.
void lose(OnDisk &file)
{
    for (const Change &change : file.since) {
        if (change.cutsHere) {
            if (byChance()) {
                cut(change, file.flushed);
            }
            continue;
        }
        const auto size = static_cast<sqlite3_int64>(change.bytes.size());
        for (sqlite3_int64 from = 0; from < size;) {
            const sqlite3_int64 to = std::min(size, from + kSector - (change.at + from) % kSector);
            if (byChance()) {
                apply(change, from, to, file.flushed);
            }
            from = to;
        }
    }
    file.since.clear();
    file.isLeft = file.exists == file.wasThere ? file.exists : byChance();
}

void powerFails()
{
    disk.off = true;
    for (auto &[path, file] : disk.files) {
        lose(file);
    }
}

/// False: there is no power for this call.
bool goesOn()
{
    if (!disk.off && disk.failsAt > 0 && ++disk.calls >= disk.failsAt) {
        powerFails();
    }
    return !disk.off;
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
    const std::lock_guard guard(disk.lock);
    if (mine(file).disk != nullptr) {
        const auto *bytes = static_cast<const char *>(from);
        if (!disk.off) {
            mine(file).disk->since.push_back({at, Bytes(bytes, bytes + size), false});
        }
        if (!goesOn()) {
            return SQLITE_IOERR_WRITE;
        }
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const std::lock_guard guard(disk.lock);
    if (mine(file).disk != nullptr) {
        if (!disk.off) {
            mine(file).disk->since.push_back({size, {}, true});
        }
        if (!goesOn()) {
            return SQLITE_IOERR_TRUNCATE;
        }
    }
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    const std::lock_guard guard(disk.lock);
    if (mine(file).disk != nullptr) {
        if (!goesOn()) {
            return SQLITE_IOERR_FSYNC;
        }
        ++disk.flushes;
        flush(*mine(file).disk);
        if (std::exchange(mine(file).disk->flushesFolder, false)) {
            flushFolder();
        }
    }
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
    // These two change the size of the real file behind our back.
    if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) {
        return SQLITE_NOTFOUND;
    }
    return realOf(file)->pMethods->xFileControl(realOf(file), op, argument);
}

int sectorSize(sqlite3_file *)
{
    return kSector;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

const sqlite3_io_methods methods
    = {1,        closeFile,  readFile,     writeFile,   truncateFile, syncFile,        fileSize,
       lockFile, unlockFile, reservedLock, controlFile, sectorSize,   characteristics, nullptr,
       nullptr,  nullptr,    nullptr,      nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const std::lock_guard guard(disk.lock);
    auto *opened = new (file) File{};
    opened->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<std::byte *>(file) + sizeof(File));
    const bool wasThere = name != nullptr && std::filesystem::exists(name);
    const int rc
        = disk.off && !wasThere ? SQLITE_CANTOPEN : real->xOpen(real, name, opened->real, flags, outFlags);
    opened->base.pMethods = rc == SQLITE_OK ? &methods : nullptr;
    if (rc == SQLITE_OK && name != nullptr && !disk.off) {
        const auto known = disk.files.find(name);
        if (known == disk.files.end()) {
            OnDisk found;
            found.flushed = bytesOf(name);
            found.wasThere = wasThere;
            disk.files.emplace(name, std::move(found));
        } else if (!known->second.exists) {
            known->second.since.push_back({0, {}, true}); // the removed one may still be what the disk has
            known->second.exists = true;
        }
        opened->disk = &disk.files.at(name);
        constexpr int kJournals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
        opened->disk->flushesFolder |= !wasThere && (flags & kJournals) != 0;
    }
    return rc;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    const std::lock_guard guard(disk.lock);
    if (!goesOn()) {
        return SQLITE_IOERR_DELETE;
    }
    if (const auto known = disk.files.find(name); known != disk.files.end()) {
        known->second.exists = false;
        if (syncFolder != 0) {
            flushFolder();
        }
    }
    return real->xDelete(real, name, 0);
}

int noteConnection(sqlite3 *connection, char **, const void *)
{
    if (const char *path = sqlite3_db_filename(connection, "main")) {
        const std::lock_guard guard(disk.lock);
        disk.connections[std::filesystem::path(path).filename().string()] = connection;
    }
    return SQLITE_OK;
}

using Extension = void (*)();

Extension asExtension()
{
    return reinterpret_cast<Extension>(noteConnection);
}

} // namespace

PowerLossVfs::PowerLossVfs()
{
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    shim.zName = "power-loss";
    shim.pNext = nullptr;
    shim.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    shim.xOpen = openFile;
    shim.xDelete = deleteFile;
    start();
    sqlite3_vfs_register(&shim, 1);
    sqlite3_auto_extension(asExtension());
}

PowerLossVfs::~PowerLossVfs()
{
    sqlite3_cancel_auto_extension(asExtension());
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(real, 1);
    disk.files.clear();
    disk.connections.clear();
    disk.off = false;
    disk.failsAt = 0;
}

void PowerLossVfs::failAt(int call, unsigned seed)
{
    const std::lock_guard guard(disk.lock);
    disk.random.seed(seed);
    disk.calls = 0;
    disk.failsAt = call;
}

void PowerLossVfs::failNow()
{
    const std::lock_guard guard(disk.lock);
    if (!disk.off) {
        powerFails();
    }
}

bool PowerLossVfs::hasFailed() const
{
    const std::lock_guard guard(disk.lock);
    return disk.off;
}

int PowerLossVfs::flushes() const
{
    const std::lock_guard guard(disk.lock);
    return disk.flushes;
}

void PowerLossVfs::start()
{
    const std::lock_guard guard(disk.lock);
    for (const auto &[path, file] : disk.files) {
        const bool wasRenamed = file.exists && !std::filesystem::exists(path);
        if (!disk.off || wasRenamed) {
            continue;
        }
        if (!file.isLeft) {
            std::filesystem::remove(path);
            continue;
        }
        std::ofstream stream(path, std::ios::binary | std::ios::trunc);
        stream.write(file.flushed.data(), static_cast<std::streamsize>(file.flushed.size()));
    }
    disk.files.clear();
    disk.connections.clear();
    disk.calls = 0;
    disk.failsAt = 0;
    disk.flushes = 0;
    disk.off = false;
}

sqlite3 *PowerLossVfs::connectionTo(const char *fileName) const
{
    const std::lock_guard guard(disk.lock);
    const auto found = disk.connections.find(fileName);
    return found == disk.connections.end() ? nullptr : found->second;
}

} // namespace studio::test
