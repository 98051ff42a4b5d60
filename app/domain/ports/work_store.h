#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <QByteArray>
#include <QFuture>

#include <functional>

namespace studio {

/// The only copy of a person's work. All calls return at once; the work is done in order on the store's own
/// thread, so a read sees every write asked for before it. A future that failed has lost nothing that was
/// there before: the caller keeps its state and says so.
///
/// Owned by the composition root; outlives the services.
class WorkStore
{
    Q_DISABLE_COPY_MOVE(WorkStore)

public:
    WorkStore() = default;
    virtual ~WorkStore() = default;

    virtual QFuture<Result<Profile>> profile() = 0;
    virtual QFuture<Result<>> renameProfile(const QString &name) = 0;

    virtual QFuture<Result<CourseProgress>> courseProgress(const QString &courseId) = 0;
    virtual QFuture<Result<QHash<QString, CourseProgress>>> allProgress() = 0; ///< By course id.
    virtual QFuture<Result<>> saveLesson(const QString &courseId, const QString &lessonId,
                                         const LessonProgress &progress)
        = 0;
    /// Adds to the lesson's or the exercise's time, and to the day's.
    virtual QFuture<Result<>> addTime(const QString &courseId, const QString &lessonId,
                                      const QString &exerciseId, std::chrono::seconds spent)
        = 0;
    virtual QFuture<Result<>> saveHintsOpened(const QString &courseId, const QString &exerciseId, int opened)
        = 0;
    virtual QFuture<Result<std::vector<DayActivity>>> activity(const QDate &from, const QDate &to) = 0;

    /// One transaction: the attempt with its answer, the exercise's progress, the day's count, and a version
    /// in the journal.
    virtual QFuture<Result<ExerciseProgress>> recordAttempt(const Attempt &attempt) = 0;
    virtual QFuture<Result<std::vector<Attempt>>> attempts(const QString &courseId, const QString &exerciseId)
        = 0;

    // The journal of source text.
    virtual QFuture<Result<std::optional<Document>>> openDocument(const DocumentId &id) = 0;
    /// The text as it is now. Cheap for a small change: what is stored is the difference to the last one.
    virtual QFuture<Result<>> saveDocument(const Document &document) = 0;
    /// As saveDocument, and this version is kept for good under its reason.
    virtual QFuture<Result<qint64>> keepVersion(const Document &document, VersionReason reason) = 0;
    virtual QFuture<Result<std::vector<DocumentVersion>>> versions(const DocumentId &id)
        = 0; ///< Newest first.
    virtual QFuture<Result<QString>> versionText(qint64 versionId) = 0;
    virtual QFuture<Result<std::vector<Document>>> documents(const QString &keyPrefix)
        = 0; ///< Last changed first.
    virtual QFuture<Result<>> removeDocument(const DocumentId &id) = 0; ///< Can be undone by restoreDocument.
    virtual QFuture<Result<>> restoreDocument(const DocumentId &id) = 0;

    virtual QFuture<Result<QHash<QString, QByteArray>>> settings() = 0; ///< Values are JSON.
    virtual QFuture<Result<>> saveSetting(const QString &key, const QByteArray &json) = 0;
    virtual QFuture<Result<>> savePlace(const Place &place) = 0;
    virtual QFuture<Result<std::optional<Place>>> lastPlace() = 0;

    /// Everything asked for before is on disk when this future ends.
    virtual QFuture<Result<>> flush() = 0;
};

} // namespace studio
