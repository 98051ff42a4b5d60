#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <vector>

namespace studio::store {

class Database;

/// Every check that was made, with the answer that was checked. Opens no transaction; whoever calls it does.
class AttemptRepository final
{
public:
    explicit AttemptRepository(Database &db);

    /// `course` is the course's row; `version` is the answer's place in the journal.
    Result<> insert(qint64 course, const Attempt &attempt, qint64 version);
    /// Newest first. One whose answer is damaged fails with InvalidData.
    Result<std::vector<Attempt>> list(const QString &courseId, const QString &exerciseId);

private:
    Database &m_db;
};

} // namespace studio::store
