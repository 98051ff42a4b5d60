#include "store/attempt_repository.h"

#include "store/database.h"
#include "store/statement.h"
#include "store/text_delta.h"

namespace studio::store {

using namespace Qt::StringLiterals;

AttemptRepository::AttemptRepository(Database &db)
    : m_db(db)
{
}

Result<> AttemptRepository::insert(qint64 course, const Attempt &attempt, qint64 version)
{
    Statement insert(m_db,
                     "INSERT INTO attempt(course, exercise, at, outcome, detail, answer, checksum, version)"
                     " VALUES(?,?,?,?,?,?,?,?)");
    return insert
        .bind(course, attempt.exerciseId, attempt.atUtc, toString(attempt.outcome), attempt.detail,
              packText(attempt.answer), checksumOf(attempt.answer), version)
        .run();
}

Result<std::vector<Attempt>> AttemptRepository::list(const QString &courseId, const QString &exerciseId)
{
    std::vector<Attempt> attempts;
    Statement select(m_db,
                     "SELECT a.id, a.at, a.outcome, a.detail, a.answer, a.checksum FROM attempt a"
                     " JOIN course c ON c.id=a.course WHERE c.key=? AND a.exercise=? ORDER BY a.id DESC");
    select.bind(courseId, exerciseId);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return attempts;
        }
        const auto answer = unpackText(select.blob(4));
        const auto outcome = outcomeFrom(select.text(2));
        if (!answer || !outcome || checksumOf(*answer) != select.blob(5)) {
            return fail(ErrorCode::InvalidData, u"attempt %1 is damaged"_s.arg(select.integer(0)));
        }
        attempts.push_back(
            {select.integer(0), courseId, exerciseId, select.time(1), *answer, *outcome, select.text(3)});
    }
}

} // namespace studio::store
