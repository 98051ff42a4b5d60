#include "fault_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <cstring>
#include <new>

namespace studio::test {

namespace {

struct State
{
    std::atomic<int> calls = 0;
    std::atomic<int> first = 0; // 0: nothing fails
    std::atomic<int> count = 0;
    std::atomic<bool> failed = false;
    FaultVfs::Kind kind = FaultVfs::Kind::Input;
};

State state;
sqlite3_vfs *real = nullptr;
sqlite3_vfs shim;

struct File
{
    sqlite3_file base;
    sqlite3_file *real; // lies behind this struct
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

/// SQLITE_OK, or the error with which this call is to fail.
int next(bool writes, int inputError)
{
    const bool locks = inputError == SQLITE_IOERR_LOCK;
    if (state.first == 0 || (state.kind == FaultVfs::Kind::DiskFull && !writes)
        || (state.kind == FaultVfs::Kind::Busy && !locks)) {
        return SQLITE_OK;
    }
    const int call = ++state.calls;
    if (call < state.first || call - state.first >= state.count) {
        return SQLITE_OK;
    }
    state.failed = true;
    switch (state.kind) {
    case FaultVfs::Kind::DiskFull:
        return SQLITE_FULL;
    case FaultVfs::Kind::Busy:
        return SQLITE_BUSY;
    case FaultVfs::Kind::Input:
        break;
    }
    return inputError;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *into, int size, sqlite3_int64 at)
{
    const int rc = next(false, SQLITE_IOERR_READ);
    return rc != SQLITE_OK ? rc : realOf(file)->pMethods->xRead(realOf(file), into, size, at);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    const int rc = next(true, SQLITE_IOERR_WRITE);
    if (rc != SQLITE_OK) {
        // As a real disk does: a part of it may have got there.
        realOf(file)->pMethods->xWrite(realOf(file), from, size / 2, at);
        return rc;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int rc = next(false, SQLITE_IOERR_TRUNCATE);
    return rc != SQLITE_OK ? rc : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *, int)
{
    return next(true, SQLITE_IOERR_FSYNC);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    const int rc = next(false, SQLITE_IOERR_FSTAT);
    return rc != SQLITE_OK ? rc : realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    const int rc = next(false, SQLITE_IOERR_LOCK);
    return rc != SQLITE_OK ? rc : realOf(file)->pMethods->xLock(realOf(file), level);
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

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

const sqlite3_io_methods methods
    = {1,        closeFile,  readFile,     writeFile,   truncateFile, syncFile,        fileSize,
       lockFile, unlockFile, reservedLock, controlFile, sectorSize,   characteristics, nullptr,
       nullptr,  nullptr,    nullptr,      nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *mine = new (file) File{};
    mine->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<std::byte *>(file) + sizeof(File));
    int rc = next(false, SQLITE_CANTOPEN);
    if (rc == SQLITE_OK) {
        rc = real->xOpen(real, name, mine->real, flags, outFlags);
    }
    mine->base.pMethods = rc == SQLITE_OK ? &methods : nullptr;
    return rc;
}

int deleteFile(sqlite3_vfs *, const char *name, int)
{
    const int rc = next(false, SQLITE_IOERR_DELETE);
    return rc != SQLITE_OK ? rc : real->xDelete(real, name, 0);
}

} // namespace

FaultVfs::FaultVfs()
{
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    shim.zName = "fault";
    shim.pNext = nullptr;
    shim.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    shim.xOpen = openFile;
    shim.xDelete = deleteFile;
    heal();
    sqlite3_vfs_register(&shim, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(real, 1);
}

void FaultVfs::failFrom(int first, int count, Kind kind)
{
    state.kind = kind;
    state.calls = 0;
    state.count = count;
    state.failed = false;
    state.first = first;
}

void FaultVfs::heal()
{
    state.first = 0;
}

bool FaultVfs::hasFailed() const
{
    return state.failed;
}

} // namespace studio::test
