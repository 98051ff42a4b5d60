#pragma once

#include "domain/result.h"

#include <span>
#include <vector>

namespace studio::store {

class Database;

/// One numbered step; `sql` comes from resources/sql/NNNN_name.sql.
struct Migration
{
    int version = 0;
    QString sql;
};

/// The program's own steps, in order. Compiled in.
Result<std::vector<Migration>> workMigrations();

/// Brings the schema to the newest known version, and gives the version it was before.
///
/// All steps run in one transaction together with the version number, so a failed step leaves the file
/// exactly as it was. A file from a newer program is refused with ErrorCode::TooNew and is not touched.
Result<int> migrate(Database &db, std::span<const Migration> migrations);

} // namespace studio::store
