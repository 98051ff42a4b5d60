#pragma once

#include "domain/result.h"
#include "services/spool_file.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <memory>

namespace studio::services {

/// All that a run prints, up to a limit, for a reader who wants more than the window keeps. append() never
/// waits: short outputs stay in memory, longer ones are written to a temporary file by a thread of its own.
///
/// Used on one thread. Deleting it ends the thread and removes the file.
class OutputSpool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputSpool)

public:
    struct Status
    {
        qint64 bytes = 0; ///< That were given, not all of them kept.
        qint64 kept = 0; ///< Bytes on the disk or in memory.
        qint64 lines = 0;
        qint64 pages = 0; ///< That can be read.
        bool cut = false; ///< There was more than the limit.
        std::optional<Error> error; ///< Why the rest is not kept; Timeout: the disk was too slow.
    };

    struct Page
    {
        QByteArray bytes;
        qint64 firstLine = 0; ///< From 0.
    };

    explicit OutputSpool(QString folder = {}, const SpoolLimits &limits = {}, QObject *parent = nullptr);
    ~OutputSpool() override;

    void append(const QByteArray &bytes);
    void clear();

    Status status() const; ///< As far as it has been written.

    const SpoolLimits &limits() const;

    // They see all that was appended before.
    QFuture<Result<Page>> page(qint64 number);
    QFuture<Result<>> saveAs(const QString &path);

Q_SIGNALS:
    void statusChanged(); ///< Some was written; a few times a second at most.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace studio::services
