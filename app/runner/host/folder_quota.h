#pragma once

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace studio::runner {

/// Watches what a program adds to its folder: the limit on one file's size says nothing of their sum.
///
/// Looks now and then, on another thread; what was there before does not count. Where the run has a root in
/// memory of its own, that bounds a throw-away folder already.
class FolderQuota final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderQuota)

public:
    FolderQuota();
    ~FolderQuota() override;

    /// `bytes` 0: not at all.
    void watch(const QString &folder, qint64 bytes, std::chrono::milliseconds every);
    void stop();

Q_SIGNALS:
    void exceeded(); ///< Once.

private:
    void look();

    QString m_folder;
    qint64 m_most = 0;
    qint64 m_before = -1; ///< Until the first look has ended.
    bool m_looking = false;
    std::shared_ptr<std::atomic<bool>> m_givenUp; ///< Shared with the look that is under way.
    QTimer m_timer;
};

} // namespace studio::runner
