#pragma once

#include "domain/ports/clock.h"
#include "domain/result.h"
#include "store/database.h"
#include "store/open_work_store.h"

namespace studio::store {

/// Opens `<folder>/work.db` for work, whatever state it is in: missing, old, damaged. Fills the report.
/// What is damaged is set aside, never deleted; a failed step leaves all files where a next try finds them.
class WorkFile final
{
public:
    WorkFile(QString folder, const Clock &clock);

    Result<Database> open(OpenReport &report);

private:
    Result<Database> openSound(OpenReport &report);
    Result<> refuseNewer() const;
    Result<> check(Database &db, bool wasUnclean) const;
    Result<> migrateWithBackup(Database &db, OpenReport &report) const;
    void setAsideSenselessLog(OpenReport &report) const;
    void adoptSetAside(OpenReport &report) const;
    Result<> setAside(OpenReport &report) const;
    Result<> restore(OpenReport &report) const;
    QString asideName(const QString &ending) const;

    QString m_folder;
    QString m_path;
    const Clock &m_clock;
    int m_newest = 0;
};

} // namespace studio::store
