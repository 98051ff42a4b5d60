#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QTemporaryFile>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace studio::services {

struct SpoolLimits
{
    qint64 memory = 1 << 20; ///< Bytes; less than that never touches the disk.
    qint64 whole = 256 << 20; ///< Bytes; what comes after them is not kept.
    qint64 waiting = 16 << 20; ///< Bytes that may wait for a slow disk.
    qint64 reserve = 64 << 20; ///< Bytes that are left free on the disk.
    int pageLines = 1'000; ///< A page ends after so many lines
    qint64 pageBytes = 256 << 10; ///< or bytes.
};

/// What is kept of an output: its first bytes, up to a limit, in memory or in a temporary file. The file can
/// be read by this user only and is gone when the object is; on Linux it never has a name.
///
/// Blocks on the disk: one thread at a time, and not the window's.
class SpoolFile final
{
public:
    static constexpr auto kNamePattern = "learning-studio-output-*";

    SpoolFile(QString folder, const SpoolLimits &limits);

    void append(QByteArrayView bytes);

    qint64 size() const { return m_size; } ///< Bytes that are kept.

    qint64 lines() const { return m_lines; } ///< Ends of lines in them.

    qint64 pages() const { return static_cast<qint64>(m_pages.size()); }

    bool isCut() const { return m_cut; } ///< There was more than the limit.

    const std::optional<Error> &error() const { return m_error; } ///< Nothing was kept after it.

    qint64 firstLine(qint64 page) const; ///< From 0.
    Result<QByteArray> page(qint64 number);

    /// Gives up with Cancelled when `stopped` becomes true.
    Result<> copyTo(const QString &path, const std::atomic<bool> &stopped);

    /// Deletes what a crash left in that folder. Files still in use survive it.
    static void removeStale(const QString &folder);

private:
    struct Page
    {
        qint64 start;
        qint64 firstLine;
    };

    qint64 write(QByteArrayView bytes);
    bool open();
    void index(QByteArrayView bytes);
    void beginPage(qint64 start);
    Result<QByteArray> read(qint64 start, qint64 length);

    QString m_folder;
    SpoolLimits m_limits;
    QByteArray m_memory; ///< All of it, while there is no file.
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_size = 0;
    qint64 m_lines = 0;
    std::vector<Page> m_pages;
    qint64 m_uncheckedBytes = 0; ///< Written since the free space was looked at.
    bool m_cut = false;
    std::optional<Error> m_error;
};

} // namespace studio::services
