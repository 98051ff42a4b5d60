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
    : m_core(std::move(folder), std::move(db), clock)
    , m_forumCore(m_core, m_core.folder + QStringLiteral("/cache.db"))
    , m_search(
          m_forumCore.path(),
          [this](std::function<Result<>(Database &)> work) {
              return m_forumCore.writeBeside(std::move(work));
          },
          [this](std::function<void()> call) { m_forumCore.onRemade(std::move(call)); })
{
    m_core.thread.post([this] { upkeep(); });
}

SqliteWorkStore::~SqliteWorkStore() = default;

void SqliteWorkStore::upkeep()
{
    const QDateTime now = m_core.clock.nowUtc();
    const auto thinned = thinJournal(m_core.db, now);
    m_core.tables.journal.forget();
    if (!thinned) {
        qCWarning(lcStore) << "The journal was not thinned:" << thinned.error().message;
    }
    if (!holdsWork(m_core.db)) {
        return;
    }
    const auto backups = backupsIn(m_core.folder);
    if (!backups.empty() && backups.front().madeUtc.secsTo(now) < kBackupEvery) {
        return;
    }
    if (const auto made = makeBackup(m_core.db, m_core.folder, now); !made) {
        qCWarning(lcStore) << "No backup was made:" << made.error().message;
    }
}

QFuture<Result<Profile>> SqliteWorkStore::profile()
{
    return m_core.thread.run([this] { return readProfile(m_core.folder); });
}

QFuture<Result<>> SqliteWorkStore::renameProfile(const QString &name)
{
    return m_core.thread.run([this, name]() -> Result<> {
        auto known = readProfile(m_core.folder);
        Profile profile = known ? *known : Profile{{}, {}, m_core.clock.nowUtc()};
        profile.name = name;
        return writeProfile(m_core.folder, profile);
    });
}

QFuture<Result<CourseProgress>> SqliteWorkStore::courseProgress(const QString &courseId)
{
    return m_core.thread.run([this, courseId] { return m_core.tables.progress.course(courseId); });
}

QFuture<Result<QHash<QString, CourseProgress>>> SqliteWorkStore::allProgress()
{
    return m_core.thread.run([this] { return m_core.tables.progress.all(); });
}

QFuture<Result<>> SqliteWorkStore::saveLesson(const QString &courseId, const QString &lessonId,
                                              const LessonProgress &progress)
{
    return m_core.write([this, courseId, lessonId, progress] {
        return m_core.tables.saveLessonAndQueue(courseId, lessonId, progress, m_core.clock.nowUtc());
    });
}

QFuture<Result<>> SqliteWorkStore::addTime(const QString &courseId, const QString &lessonId,
                                           const QString &exerciseId, std::chrono::seconds spent)
{
    return m_core.write([this, courseId, lessonId, exerciseId, spent] {
        return m_core.tables.addTimeAndQueue(courseId, lessonId, exerciseId, spent, m_core.clock.nowUtc());
    });
}

QFuture<Result<>> SqliteWorkStore::saveHintsOpened(const QString &courseId, const QString &exerciseId,
                                                   int opened)
{
    return m_core.write([this, courseId, exerciseId, opened] {
        return m_core.tables.progress.saveHintsOpened(courseId, exerciseId, opened, m_core.clock.nowUtc());
    });
}

QFuture<Result<std::vector<DayActivity>>> SqliteWorkStore::activity(const QDate &from, const QDate &to)
{
    return m_core.thread.run([this, from, to] { return m_core.tables.progress.activity(from, to); });
}

QFuture<Result<ExerciseProgress>> SqliteWorkStore::recordAttempt(const Attempt &attempt)
{
    return m_core.write([this, attempt] {
        Attempt dated = attempt;
        if (!dated.atUtc.isValid()) {
            dated.atUtc = m_core.clock.nowUtc();
        }
        return m_core.tables.recordAttemptAndQueue(dated);
    });
}

QFuture<Result<std::vector<Attempt>>> SqliteWorkStore::attempts(const QString &courseId,
                                                                const QString &exerciseId)
{
    return m_core.thread.run(
        [this, courseId, exerciseId] { return m_core.tables.attempts.list(courseId, exerciseId); });
}

QFuture<Result<std::optional<Document>>> SqliteWorkStore::openDocument(const DocumentId &id)
{
    return m_core.thread.run([this, id] { return m_core.tables.journal.open(id); });
}

QFuture<Result<>> SqliteWorkStore::saveDocument(const Document &document)
{
    return m_core.write([this, document]() -> Result<> {
        auto saved = m_core.tables.journal.save(document, VersionReason::Typed);
        if (!saved) {
            return fail(std::move(saved).error());
        }
        return {};
    });
}

QFuture<Result<qint64>> SqliteWorkStore::keepVersion(const Document &document, VersionReason reason)
{
    return m_core.write([this, document, reason] { return m_core.tables.journal.save(document, reason); });
}

QFuture<Result<std::vector<DocumentVersion>>> SqliteWorkStore::versions(const DocumentId &id)
{
    return m_core.thread.run([this, id] { return m_core.tables.journal.versions(id); });
}

QFuture<Result<QString>> SqliteWorkStore::versionText(qint64 versionId)
{
    return m_core.thread.run([this, versionId] { return m_core.tables.journal.versionText(versionId); });
}

QFuture<Result<std::vector<Document>>> SqliteWorkStore::documents(const QString &keyPrefix)
{
    return m_core.thread.run([this, keyPrefix] { return m_core.tables.journal.documents(keyPrefix); });
}

QFuture<Result<>> SqliteWorkStore::removeDocument(const DocumentId &id)
{
    return m_core.write([this, id] { return m_core.tables.journal.setRemoved(id, true); });
}

QFuture<Result<>> SqliteWorkStore::restoreDocument(const DocumentId &id)
{
    return m_core.write([this, id] { return m_core.tables.journal.setRemoved(id, false); });
}

QFuture<Result<QHash<QString, QByteArray>>> SqliteWorkStore::settings()
{
    return m_core.thread.run([this] { return m_core.tables.settings.all(); });
}

QFuture<Result<>> SqliteWorkStore::saveSetting(const QString &key, const QByteArray &json)
{
    return m_core.write([this, key, json] { return m_core.tables.settings.save(key, json); });
}

QFuture<Result<>> SqliteWorkStore::savePlace(const Place &place)
{
    return m_core.write([this, place] { return m_core.tables.settings.savePlace(place); });
}

QFuture<Result<std::optional<Place>>> SqliteWorkStore::lastPlace()
{
    return m_core.thread.run([this] { return m_core.tables.settings.lastPlace(); });
}

QFuture<Result<>> SqliteWorkStore::flush()
{
    // Each transaction before this one is on disk when it has ended: synchronous=FULL.
    return m_core.thread.run([]() -> Result<> { return {}; });
}

} // namespace studio::store
