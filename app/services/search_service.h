#pragma once

#include "domain/ports/course_source.h"
#include "domain/ports/forum_store.h"
#include "domain/ports/post_renderer.h"
#include "domain/ports/search_index.h"
#include "services/file_session.h"

#include <QHash>
#include <QObject>
#include <QPromise>

#include <memory>

namespace studio::services {

class OwnCodeReading;
class ProjectService;

/// What the search reads. Everything outlives the service.
struct SearchSources
{
    SearchIndex &index;
    ForumStore &forum;
    CourseSource &courses;
    ProjectStores stores;
    ProjectService &projects;
    const PostRenderer &renderer; ///< For the text of lessons.
};

/// Finds what is typed in the one box: in the forum's copy, in lessons and exercises, and in the person's own
/// code. Puts the latter three into the index, and again when that was made anew; the forum is there by
/// itself.
///
/// Lives on the thread of services and pages; reads courses on the pool.
class SearchService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchService)

public:
    explicit SearchService(const SearchSources &sources, QObject *parent = nullptr);
    ~SearchService() override;

    /// As searchQueryFrom() reads it. A forum that is not there has nothing in it. A later search ends an
    /// earlier one, whose future then fails with Cancelled.
    QFuture<Result<SearchAnswer>> search(const QString &typed);
    /// Of the last word; immediate. Authors are those of the last answer, so ask again when one came.
    QStringList completions(const QString &typed);

    /// All lessons and exercises of all courses; those of courses that are gone, go. For the start and after
    /// CourseLibrary::coursesChanged(). Asked again while it works, it works once more afterwards.
    QFuture<Result<>> putCourses();
    /// The Python files of the projects, and the answers that are code. For the start, and when the box
    /// opens; what is as it was is not written. Names of exercises are known after putCourses().
    QFuture<Result<>> putOwnCode();

private:
    struct CourseTexts;
    struct Wire;
    using Waiters = std::vector<std::shared_ptr<QPromise<Result<>>>>;

    void searchForum(const QString &wanted, const SearchRequest &request,
                     const std::shared_ptr<QPromise<Result<SearchAnswer>>> &answer);
    QFuture<Result<SearchAnswer>> ask(const SearchRequest &request);
    void readForums();
    void readCourses();
    void putAgain();
    void replace(const std::vector<SearchDocument> &documents, std::vector<FoundKind> kinds,
                 const std::function<void(const Result<> &)> &then);
    static QFuture<Result<>> wait(Waiters &waiters);
    static void answer(Waiters &waiters, const Result<> &done);

    SearchSources m_sources;
    std::shared_ptr<Wire> m_wire; ///< The index's thread holds its other end.
    std::vector<ForumInfo> m_forums; ///< As last seen, for completions().
    QStringList m_authors; ///< As m_forums.
    QHash<QString, QString> m_titles; ///< As OwnCodeReading wants them.
    QFuture<std::shared_ptr<CourseTexts>> m_reading; ///< On the pool; waited for at the end.
    Waiters m_courseWaiters;
    Waiters m_laterCourseWaiters; ///< Asked while it worked.
    Waiters m_codeWaiters;
    std::unique_ptr<OwnCodeReading> m_code; ///< While own code is read.
    quint64 m_latest = 0; ///< Number of the last search.
    bool m_hasCourses = false; ///< They were put, or are about to be.
    bool m_hasCode = false;
    bool m_putsAgain = false;
    bool m_emptiedMeanwhile = false; ///< While it was putting again.
};

} // namespace studio::services
