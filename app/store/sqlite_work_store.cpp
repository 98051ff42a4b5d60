#include "store/sqlite_work_store.h"

#include "store/backup.h"
#include "store/journal_thinning.h"
#include "store/profiles.h"
#include "store/statement.h"

#include <QLoggingCategory>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcStore, "studio.store.work")

constexpr qint64 kBackupEvery = 24 * 3600; // seconds

/// A copy of nothing would only keep the first copy of something away for a day.
bool holdsWork(Database &db)
{
    Statement select(db, "SELECT EXISTS(SELECT 1 FROM document) OR EXISTS(SELECT 1 FROM course)");
    const auto row = select.next();
    return !row || select.integer(0) != 0;
}

} // namespace

SqliteWorkStore::SqliteWorkStore(QString folder, Database db, const Clock &clock)
    : m_folder(std::move(folder))
    , m_db(std::move(db))
    , m_clock(clock)
    , m_tables(m_db, clock)
{
    m_thread.post([this] { upkeep(); });
}

SqliteWorkStore::~SqliteWorkStore() = default;

void SqliteWorkStore::upkeep()
{
    const QDateTime now = m_clock.nowUtc();
    const auto thinned = thinJournal(m_db, now);
    m_tables.journal.forget();
    if (!thinned) {
        qCWarning(lcStore) << "The journal was not thinned:" << thinned.error().message;
    }
    if (!holdsWork(m_db)) {
        return;
    }
    const auto backups = backupsIn(m_folder);
    if (!backups.empty() && backups.front().madeUtc.secsTo(now) < kBackupEvery) {
        return;
    }
    if (const auto made = makeBackup(m_db, m_folder, now); !made) {
        qCWarning(lcStore) << "No backup was made:" << made.error().message;
    }
}

/// Runs `work` in a transaction on the thread. When it or the commit fails, nothing of it stays.
template<typename Work>
auto SqliteWorkStore::write(Work work)
{
    return m_thread.run([this, work = std::move(work)]() -> decltype(work()) {
        Transaction transaction(m_db);
        auto begun = transaction.begin();
        if (!begun) {
            return fail(std::move(begun).error());
        }
        auto result = work();
        if (!result) {
            m_tables.journal.forget();
            return result;
        }
        if (auto done = transaction.commit(); !done) {
            m_tables.journal.forget();
            return fail(std::move(done).error());
        }
        return result;
    });
}

QFuture<Result<Profile>> SqliteWorkStore::profile()
{
    return m_thread.run([this] { return readProfile(m_folder); });
}

QFuture<Result<>> SqliteWorkStore::renameProfile(const QString &name)
{
    return m_thread.run([this, name]() -> Result<> {
        auto known = readProfile(m_folder);
        Profile profile = known ? *known : Profile{{}, {}, m_clock.nowUtc()};
        profile.name = name;
        return writeProfile(m_folder, profile);
    });
}

QFuture<Result<CourseProgress>> SqliteWorkStore::courseProgress(const QString &courseId)
{
    return m_thread.run([this, courseId] { return m_tables.progress.course(courseId); });
}

QFuture<Result<QHash<QString, CourseProgress>>> SqliteWorkStore::allProgress()
{
    return m_thread.run([this] { return m_tables.progress.all(); });
}

QFuture<Result<>> SqliteWorkStore::saveLesson(const QString &courseId, const QString &lessonId,
                                              const LessonProgress &progress)
{
    return write([this, courseId, lessonId, progress] {
        return m_tables.progress.saveLesson(courseId, lessonId, progress, m_clock.nowUtc());
    });
}

QFuture<Result<>> SqliteWorkStore::addTime(const QString &courseId, const QString &lessonId,
                                           const QString &exerciseId, std::chrono::seconds spent)
{
    return write([this, courseId, lessonId, exerciseId, spent] {
        return m_tables.progress.addTime(courseId, lessonId, exerciseId, spent, m_clock.nowUtc());
    });
}

QFuture<Result<>> SqliteWorkStore::saveHintsOpened(const QString &courseId, const QString &exerciseId,
                                                   int opened)
{
    return write([this, courseId, exerciseId, opened] {
        return m_tables.progress.saveHintsOpened(courseId, exerciseId, opened, m_clock.nowUtc());
    });
}

QFuture<Result<std::vector<DayActivity>>> SqliteWorkStore::activity(const QDate &from, const QDate &to)
{
    return m_thread.run([this, from, to] { return m_tables.progress.activity(from, to); });
}

QFuture<Result<ExerciseProgress>> SqliteWorkStore::recordAttempt(const Attempt &attempt)
{
    return write([this, attempt] {
        Attempt dated = attempt;
        if (!dated.atUtc.isValid()) {
            dated.atUtc = m_clock.nowUtc();
        }
        return m_tables.recordAttempt(dated);
    });
}

QFuture<Result<std::vector<Attempt>>> SqliteWorkStore::attempts(const QString &courseId,
                                                                const QString &exerciseId)
{
    return m_thread.run(
        [this, courseId, exerciseId] { return m_tables.attempts.list(courseId, exerciseId); });
}

QFuture<Result<std::optional<Document>>> SqliteWorkStore::openDocument(const DocumentId &id)
{
    return m_thread.run([this, id] { return m_tables.journal.open(id); });
}

QFuture<Result<>> SqliteWorkStore::saveDocument(const Document &document)
{
    return write([this, document]() -> Result<> {
        auto saved = m_tables.journal.save(document, VersionReason::Typed);
        if (!saved) {
            return fail(std::move(saved).error());
        }
        return {};
    });
}

QFuture<Result<qint64>> SqliteWorkStore::keepVersion(const Document &document, VersionReason reason)
{
    return write([this, document, reason] { return m_tables.journal.save(document, reason); });
}

QFuture<Result<std::vector<DocumentVersion>>> SqliteWorkStore::versions(const DocumentId &id)
{
    return m_thread.run([this, id] { return m_tables.journal.versions(id); });
}

QFuture<Result<QString>> SqliteWorkStore::versionText(qint64 versionId)
{
    return m_thread.run([this, versionId] { return m_tables.journal.versionText(versionId); });
}

QFuture<Result<std::vector<Document>>> SqliteWorkStore::documents(const QString &keyPrefix)
{
    return m_thread.run([this, keyPrefix] { return m_tables.journal.documents(keyPrefix); });
}

QFuture<Result<>> SqliteWorkStore::removeDocument(const DocumentId &id)
{
    return write([this, id] { return m_tables.journal.setRemoved(id, true); });
}

QFuture<Result<>> SqliteWorkStore::restoreDocument(const DocumentId &id)
{
    return write([this, id] { return m_tables.journal.setRemoved(id, false); });
}

QFuture<Result<QHash<QString, QByteArray>>> SqliteWorkStore::settings()
{
    return m_thread.run([this] { return m_tables.settings.all(); });
}

QFuture<Result<>> SqliteWorkStore::saveSetting(const QString &key, const QByteArray &json)
{
    return write([this, key, json] { return m_tables.settings.save(key, json); });
}

QFuture<Result<>> SqliteWorkStore::savePlace(const Place &place)
{
    return write([this, place] { return m_tables.settings.savePlace(place); });
}

QFuture<Result<std::optional<Place>>> SqliteWorkStore::lastPlace()
{
    return m_thread.run([this] { return m_tables.settings.lastPlace(); });
}

QFuture<Result<>> SqliteWorkStore::flush()
{
    // Each transaction before this one is on disk when it has ended: synchronous=FULL.
    return m_thread.run([]() -> Result<> { return {}; });
}

} // namespace studio::store
