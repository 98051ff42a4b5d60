#include "services/output_spool.h"

#include <QDir>
#include <QPromise>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kChunk = 64 << 10; ///< Smaller pieces are joined.
constexpr int kTellEvery = 150; ///< ms

struct Job
{
    quint64 after = 0; ///< Chunks that have to be written before.
    std::function<void(SpoolFile &)> work;
};

} // namespace

struct OutputSpool::Private
{
    QString folder;
    SpoolLimits limits;
    QTimer tell;

    std::mutex mutex; ///< Guards what follows, up to the atomic.
    std::condition_variable wake;
    std::deque<QByteArray> chunks;
    quint64 given = 0; ///< Chunks so far,
    quint64 done = 0; ///< and how many of them were written or dropped.
    std::deque<Job> jobs;
    qint64 waiting = 0; ///< Bytes in the chunks.
    bool restart = false; ///< Forget the file before the next chunk.
    bool ended = false;
    Status status;

    std::atomic<bool> stopped{false};
    std::thread thread; ///< Started when there is something to do for it.

    void run();
    void start();
    void ask(std::function<void(SpoolFile &)> work);
    void note(const SpoolFile &file);
};

/// The thread's loop.
void OutputSpool::Private::run()
{
    SpoolFile::removeStale(folder);
    auto file = std::make_unique<SpoolFile>(folder, limits);
    std::unique_lock lock(mutex);
    while (!ended) {
        if (restart) {
            restart = false;
            lock.unlock();
            file = std::make_unique<SpoolFile>(folder, limits);
            lock.lock();
        } else if (!jobs.empty() && jobs.front().after <= done) {
            const auto work = std::move(jobs.front().work);
            jobs.pop_front();
            lock.unlock();
            work(*file);
            lock.lock();
        } else if (!chunks.empty()) {
            const QByteArray chunk = std::move(chunks.front());
            chunks.pop_front();
            lock.unlock();
            file->append(chunk);
            lock.lock();
            if (!restart) { // else it was dropped meanwhile
                ++done;
                waiting -= chunk.size();
                note(*file);
            }
        } else {
            wake.wait(lock);
        }
    }
}

/// With the mutex held.
void OutputSpool::Private::note(const SpoolFile &file)
{
    status.kept = file.size();
    status.lines = file.lines();
    status.pages = file.pages();
    status.cut = status.cut || file.isCut();
    if (file.error() && !status.error) {
        status.error = file.error();
    }
}

void OutputSpool::Private::start()
{
    if (!thread.joinable()) {
        thread = std::thread([this] { run(); });
    }
    wake.notify_one();
}

void OutputSpool::Private::ask(std::function<void(SpoolFile &)> work)
{
    {
        const std::scoped_lock lock(mutex);
        jobs.push_back({given, std::move(work)});
    }
    start();
}

OutputSpool::OutputSpool(QString folder, const SpoolLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->folder = folder.isEmpty() ? QDir::tempPath() : std::move(folder);
    d->limits = limits;
    d->tell.setSingleShot(true);
    d->tell.setInterval(kTellEvery);
    connect(&d->tell, &QTimer::timeout, this, &OutputSpool::statusChanged);
}

OutputSpool::~OutputSpool()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->ended = true;
    }
    d->stopped = true;
    d->wake.notify_one();
    if (d->thread.joinable()) {
        d->thread.join();
    }
}

void OutputSpool::append(const QByteArray &bytes)
{
    bool forThread = false;
    {
        const std::scoped_lock lock(d->mutex);
        d->status.bytes += bytes.size();
        if (d->status.error || d->status.cut) {
            return;
        }
        if (d->waiting > 0 && d->waiting + bytes.size() > d->limits.waiting) {
            d->status.error = Error{ErrorCode::Timeout, u"The disk is slower than the output."_s};
        } else {
            d->waiting += bytes.size();
            if (!d->chunks.empty() && d->chunks.back().size() + bytes.size() <= kChunk) {
                d->chunks.back().append(bytes);
            } else {
                d->chunks.push_back(bytes);
                ++d->given;
            }
        }
        forThread = d->thread.joinable() || d->waiting > d->limits.memory;
    }
    if (forThread) {
        d->start();
    }
    if (!d->tell.isActive()) {
        d->tell.start();
    }
}

void OutputSpool::clear()
{
    const std::scoped_lock lock(d->mutex);
    d->chunks.clear();
    d->done = d->given;
    d->waiting = 0;
    d->status = {};
    d->restart = d->thread.joinable();
    d->wake.notify_one();
}

OutputSpool::Status OutputSpool::status() const
{
    const std::scoped_lock lock(d->mutex);
    return d->status;
}

const SpoolLimits &OutputSpool::limits() const
{
    return d->limits;
}

QFuture<Result<OutputSpool::Page>> OutputSpool::page(qint64 number)
{
    auto promise = std::make_shared<QPromise<Result<Page>>>(); // deleted unfinished: cancelled
    promise->start();
    auto future = promise->future();
    d->ask([promise, number](SpoolFile &file) {
        const auto bytes = file.page(number);
        promise->addResult(bytes ? Result<Page>(Page{*bytes, file.firstLine(number)})
                                 : Result<Page>(fail(bytes.error())));
        promise->finish();
    });
    return future;
}

QFuture<Result<>> OutputSpool::saveAs(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    auto future = promise->future();
    d->ask([promise, path, stopped = &d->stopped](SpoolFile &file) {
        promise->addResult(file.copyTo(path, *stopped));
        promise->finish();
    });
    return future;
}

} // namespace studio::services
