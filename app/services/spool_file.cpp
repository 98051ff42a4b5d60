#include "services/spool_file.h"

#include <QDir>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <cstring>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kCheckEvery = 8 << 20; ///< Bytes between two looks at the free space.
constexpr qint64 kPiece = 1 << 20; ///< Bytes copied at once.

/// False also when nobody knows.
bool hasLessThan(const QString &folder, qint64 bytes)
{
    const qint64 available = QStorageInfo(folder).bytesAvailable();
    return available >= 0 && available < bytes;
}

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

SpoolFile::SpoolFile(QString folder, const SpoolLimits &limits)
    : m_folder(std::move(folder))
    , m_limits(limits)
{
}

void SpoolFile::append(QByteArrayView bytes)
{
    if (m_error || m_cut) {
        return;
    }
    if (m_size + bytes.size() > m_limits.whole) {
        bytes = bytes.first(m_limits.whole - m_size);
        m_cut = true;
    }
    const qint64 kept = m_size + bytes.size() <= m_limits.memory || open() ? write(bytes) : 0;
    index(bytes.first(kept));
}

/// How many bytes could be written.
qint64 SpoolFile::write(QByteArrayView bytes)
{
    if (!m_file) {
        m_memory.append(bytes);
        return bytes.size();
    }
    m_uncheckedBytes += bytes.size();
    if (m_uncheckedBytes >= kCheckEvery) {
        m_uncheckedBytes = 0;
        if (hasLessThan(m_folder, m_limits.reserve)) {
            m_error = Error{ErrorCode::DiskFull, u"The disk of %1 is nearly full."_s.arg(m_folder)};
            return 0;
        }
    }
    const bool written = m_file->seek(m_size) && m_file->write(bytes.data(), bytes.size()) == bytes.size()
        && m_file->flush();
    if (!written) {
        const bool full = hasLessThan(m_folder, bytes.size());
        m_error = Error{full ? ErrorCode::DiskFull : ErrorCode::Storage, m_file->errorString()};
    }
    return written ? bytes.size() : 0;
}

/// Moves what is in memory to a file. What stays in memory when that fails can still be read.
bool SpoolFile::open()
{
    if (m_file) {
        return true;
    }
    auto file = std::make_unique<QTemporaryFile>(
        m_folder % u'/' % QString::fromLatin1(kNamePattern).replace(u'*', u"XXXXXX"_s));
    if (hasLessThan(m_folder, m_limits.reserve + m_memory.size())) {
        m_error = Error{ErrorCode::DiskFull, u"The disk of %1 is nearly full."_s.arg(m_folder)};
    } else if (!file->open()) {
        m_error = Error{ErrorCode::ReadOnly, file->errorString()};
    } else if (file->write(m_memory) != m_memory.size() || !file->flush()) {
        m_error = Error{ErrorCode::Storage, file->errorString()};
    } else {
        m_file = std::move(file);
        m_memory = {};
    }
    return m_file != nullptr;
}

void SpoolFile::beginPage(qint64 start)
{
    m_pages.push_back({start, m_lines});
}

void SpoolFile::index(QByteArrayView bytes)
{
    const char *next = bytes.begin();
    const char *const end = bytes.end();
    while (next != end) {
        if (m_pages.empty()
            || (m_size - m_pages.back().start >= m_limits.pageBytes && !continuesCharacter(*next))
            || m_lines - m_pages.back().firstLine >= m_limits.pageLines) {
            beginPage(m_size);
        }
        const qint64 room = std::max<qint64>(1, m_pages.back().start + m_limits.pageBytes - m_size);
        const auto looked = static_cast<std::size_t>(std::min<qint64>(room, end - next));
        const auto *const lineEnd = static_cast<const char *>(std::memchr(next, '\n', looked));
        const qint64 taken = lineEnd != nullptr ? lineEnd + 1 - next : static_cast<qint64>(looked);
        m_lines += lineEnd != nullptr ? 1 : 0;
        m_size += taken;
        next += taken;
    }
}

qint64 SpoolFile::firstLine(qint64 page) const
{
    return page >= 0 && page < pages() ? m_pages[static_cast<std::size_t>(page)].firstLine : 0;
}

Result<QByteArray> SpoolFile::page(qint64 number)
{
    if (number < 0 || number >= pages()) {
        return fail(ErrorCode::NotFound, u"There is no such page."_s);
    }
    const auto at = static_cast<std::size_t>(number);
    const qint64 start = m_pages[at].start;
    return read(start, (at + 1 < m_pages.size() ? m_pages[at + 1].start : m_size) - start);
}

Result<QByteArray> SpoolFile::read(qint64 start, qint64 length)
{
    if (!m_file) {
        return m_memory.mid(start, length);
    }
    QByteArray bytes;
    if (m_file->flush() && m_file->seek(start)) {
        bytes = m_file->read(length);
    }
    if (bytes.size() != length) {
        return fail(ErrorCode::Storage, m_file->errorString());
    }
    return bytes;
}

Result<> SpoolFile::copyTo(const QString &path, const std::atomic<bool> &stopped)
{
    QSaveFile copy(path);
    if (!copy.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::ReadOnly, copy.errorString());
    }
    for (qint64 at = 0; at < m_size; at += kPiece) {
        const auto bytes = read(at, std::min(kPiece, m_size - at));
        if (!bytes) {
            return fail(bytes.error());
        }
        if (stopped) {
            return fail(ErrorCode::Cancelled, u"Stopped."_s);
        }
        if (copy.write(*bytes) != bytes->size()) {
            return fail(ErrorCode::Storage, copy.errorString());
        }
    }
    if (!copy.commit()) {
        return fail(ErrorCode::Storage, copy.errorString());
    }
    return {};
}

void SpoolFile::removeStale(const QString &folder)
{
    QDir dir(folder);
    const QStringList left
        = dir.entryList({QString::fromLatin1(kNamePattern)}, QDir::Files | QDir::NoSymLinks);
    for (const QString &name : left) {
        dir.remove(name);
    }
}

} // namespace studio::services
