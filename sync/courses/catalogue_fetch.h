#pragma once

#include "sync/api/capabilities.h"
#include "sync/courses/catalogue_state.h"
#include "sync/courses/fetcher.h"

#include <QJsonObject>

#include <map>

namespace studio::sync {

/// What one look at both catalogues gave.
struct Sweep
{
    CatalogueState state;
    QStringList changed; ///< Courses that are new, came back, or have other content than before.
    QStringList going; ///< Missing in two complete sweeps and answered with "not found": not marked as gone
                       ///< when they are so many that a person has to be asked first.
    bool needsAnswer = false; ///< `going` waits for CatalogueFetch::run() with `goingAllowed`.
    bool classicComplete = false;
    bool pagesComplete = false;
    QStringList skipped; ///< What could not be read, for the log.
    std::optional<Error> problem; ///< Why a catalogue is not complete.
};

/// The platform's two catalogues as one list. Blocking, on the sync thread. The list of the CMS fails as a
/// whole as soon as it has two lessons somewhere, so that its courses are put together from all places that
/// name one. A course is taken for gone only after two complete sweeps without it and its own "not found".
class CatalogueFetch
{
public:
    explicit CatalogueFetch(Fetcher &fetcher)
        : m_fetcher(fetcher)
    {
    }

    /// Cancelled, or the first problem when neither catalogue could be read. `signedIn`: the plain tables
    /// need a token; without one their courses stay as they were.
    Result<Sweep> run(const CatalogueState &before, bool signedIn, bool goingAllowed, const QDateTime &nowUtc,
                      const std::stop_token &stop);

private:
    /// What is seen of one course, before it is compared.
    struct Seen
    {
        CatalogueCourse course;
        QByteArray hash;
    };

    using SeenById = std::map<QString, Seen>;

    Result<SeenById> classic(QStringList &skipped, const std::stop_token &stop);
    Result<SeenById> pages(const CatalogueState &before, bool signedIn, QStringList &skipped,
                           const std::stop_token &stop);
    Result<std::map<QString, QString>> pageSlugs(const CatalogueState &before, QStringList &skipped,
                                                 const std::stop_token &stop);
    Result<Seen> page(const QString &slug, bool signedIn, const std::stop_token &stop);
    Result<bool> isGone(const CatalogueCourse &course, const std::stop_token &stop);
    Result<> merge(Sweep &sweep, const CatalogueState &before, SeenById seen, Catalogue catalogue,
                   bool goingAllowed, const std::stop_token &stop);

    Fetcher &m_fetcher;
};

/// `python-basics` of `/learning/python-basics/variables/`; empty when there is none.
QString courseSlugIn(const QString &url);

} // namespace studio::sync
