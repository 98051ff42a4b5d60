#include "store/salvage.h"

#include "store/forum/forum_remains.h"
#include "store/salvage_sync.h"
#include "store/statement.h"
#include "store/text_delta.h"
#include "store/work_tables.h"

#include <QLoggingCategory>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcSalvage, "studio.store.salvage")

using namespace Qt::StringLiterals;

/// The newest text of the document that its checksum vouches for.
std::optional<QString> newestText(VersionTable &versions, qint64 document, qint64 head)
{
    if (auto text = versions.read(head)) {
        return text->text;
    }
    const auto list = versions.list(document);
    if (!list) {
        return std::nullopt;
    }
    for (const DocumentVersion &version : *list) {
        if (auto text = versions.read(version.id)) {
            return text->text;
        }
    }
    return std::nullopt;
}

/// Row for row until the damage is met.
std::vector<Document> readDocuments(Database &damaged)
{
    std::vector<Document> documents;
    VersionTable versions(damaged);
    Statement select(damaged,
                     "SELECT id, key, title, caret, changed, head FROM document WHERE removed IS NULL");
    for (auto row = select.next(); row && *row; row = select.next()) {
        if (auto text = newestText(versions, select.integer(0), select.integer(5))) {
            documents.push_back({{select.text(1)},
                                 select.text(2),
                                 *text,
                                 static_cast<int>(select.integer(3)),
                                 select.time(4)});
        }
    }
    return documents;
}

std::vector<Attempt> readAttempts(Database &damaged)
{
    std::vector<Attempt> attempts;
    Statement select(
        damaged,
        "SELECT c.key, a.exercise, a.at, a.outcome, a.detail, a.answer, a.checksum FROM attempt a"
        " JOIN course c ON c.id=a.course ORDER BY a.id");
    for (auto row = select.next(); row && *row; row = select.next()) {
        const auto answer = unpackText(select.blob(5));
        const auto outcome = outcomeFrom(select.text(3));
        if (answer && outcome && checksumOf(*answer) == select.blob(6)) {
            attempts.push_back(
                {0, select.text(0), select.text(1), select.time(2), *answer, *outcome, select.text(4)});
        }
    }
    return attempts;
}

Result<int> bringAttempts(Database &restored, WorkTables &tables, const std::vector<Attempt> &attempts)
{
    int brought = 0;
    Statement known(
        restored,
        "SELECT 1 FROM attempt a JOIN course c ON c.id=a.course WHERE c.key=? AND a.exercise=? AND a.at=?");
    for (const Attempt &attempt : attempts) {
        known.reset();
        const auto row = known.bind(attempt.courseId, attempt.exerciseId, attempt.atUtc).next();
        if (!row) {
            return fail(row.error());
        }
        if (*row) {
            continue;
        }
        if (auto done = tables.recordAttempt(attempt); !done) {
            return fail(std::move(done).error());
        }
        ++brought;
    }
    return brought;
}

Result<int> bringDocuments(WorkTables &tables, const std::vector<Document> &documents)
{
    int brought = 0;
    for (const Document &document : documents) {
        const auto there = tables.journal.open(document.id);
        if (!there && there.error().code != ErrorCode::InvalidData) {
            return fail(there.error());
        }
        if (there && *there
            && ((*there)->changedUtc > document.changedUtc || (*there)->text == document.text)) {
            continue;
        }
        if (auto done = tables.journal.save(document, VersionReason::Restored); !done) {
            return fail(std::move(done).error());
        }
        ++brought;
    }
    return brought;
}

Result<> bringLessons(WorkTables &tables, ProgressRepository &damaged,
                      const QHash<QString, CourseProgress> &courses, const QDateTime &nowUtc)
{
    const auto there = tables.progress.all();
    if (!there) {
        return fail(there.error());
    }
    for (auto course = courses.cbegin(); course != courses.cend(); ++course) {
        const auto known = there->value(course.key()).lessons;
        for (auto lesson = course->lessons.cbegin(); lesson != course->lessons.cend(); ++lesson) {
            if (known.contains(lesson.key()) && known[lesson.key()].lastSeenUtc >= lesson->lastSeenUtc) {
                continue;
            }
            if (auto done = tables.progress.saveLesson(course.key(), lesson.key(), *lesson, nowUtc); !done) {
                return done;
            }
            // What is in no entry of the outbox yet goes with the time it is a part of.
            if (const auto unsent = damaged.unsentTime(course.key(), lesson.key())) {
                if (auto done = tables.progress.setUnsentTime(course.key(), lesson.key(), *unsent); !done) {
                    return done;
                }
            }
        }
    }
    return {};
}

Result<Salvaged> bring(Database &restored, Database &damaged, const Clock &clock)
{
    const auto documents = readDocuments(damaged);
    const auto attempts = readAttempts(damaged);
    WorkTables found(damaged, clock);
    const auto lessons = found.progress.all();
    const SyncRemains remains = readSyncRemains(found);

    WorkTables tables(restored, clock);
    Transaction transaction(restored);
    if (auto begun = transaction.begin(); !begun) {
        return fail(std::move(begun).error());
    }
    // Texts first: an attempt's version goes beside the newest text.
    const auto texts = bringDocuments(tables, documents);
    if (!texts) {
        return fail(texts.error());
    }
    const auto checks = bringAttempts(restored, tables, attempts);
    if (!checks) {
        return fail(checks.error());
    }
    if (lessons) {
        if (auto done = bringLessons(tables, found.progress, *lessons, clock.nowUtc()); !done) {
            return fail(std::move(done).error());
        }
    }
    const auto sameAccount = bringSyncRemains(tables, found, remains);
    if (!sameAccount) {
        return fail(sameAccount.error());
    }
    if (*sameAccount) {
        bringForumRemains(restored, damaged);
    }
    if (auto done = transaction.commit(); !done) {
        return fail(std::move(done).error());
    }
    return Salvaged{*texts, *checks};
}

} // namespace

Salvaged salvage(Database &restored, const QString &damagedPath, const Clock &clock)
{
    auto damaged = Database::open(damagedPath, Database::Mode::Work);
    if (!damaged) {
        qCInfo(lcSalvage) << "Nothing can be read of the damaged file:" << damaged.error().message;
        return {};
    }
    const auto salvaged = bring(restored, *damaged, clock);
    if (!salvaged) {
        qCWarning(lcSalvage) << "Nothing was recovered:" << salvaged.error().message;
        return {};
    }
    return *salvaged;
}

} // namespace studio::store
