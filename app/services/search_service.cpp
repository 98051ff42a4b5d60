#include "services/search_service.h"

#include "domain/forum_named.h"
#include "domain/when_done.h"
#include "services/course_documents.h"
#include "services/own_code_reading.h"
#include "services/project_service.h"
#include "services/search_query.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <mutex>

namespace studio::services {

using namespace Qt::StringLiterals;

/// The index tells on a thread of its own that it was made anew, also while the service goes.
struct SearchService::Wire
{
    std::mutex mutex;
    SearchService *service = nullptr;
};

struct SearchService::CourseTexts
{
    std::vector<SearchDocument> documents;
    QHash<QString, QString> titles;
};

SearchService::SearchService(const SearchSources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_wire(std::make_shared<Wire>())
{
    m_wire->service = this;
    m_sources.index.onEmptied([wire = m_wire] {
        const std::lock_guard guard(wire->mutex);
        if (wire->service) {
            QMetaObject::invokeMethod(wire->service, &SearchService::putAgain, Qt::QueuedConnection);
        }
    });
    readForums();
}

SearchService::~SearchService()
{
    {
        const std::lock_guard guard(m_wire->mutex);
        m_wire->service = nullptr;
    }
    m_reading.waitForFinished(); // it uses the source of courses
}

QFuture<Result<SearchAnswer>> SearchService::search(const QString &typed)
{
    const SearchQuery query = searchQueryFrom(typed);
    ++m_latest;
    if (query.forum.isEmpty()) {
        return ask(query.request);
    }
    const auto answer = std::make_shared<QPromise<Result<SearchAnswer>>>();
    answer->start();
    searchForum(query.forum, query.request, answer);
    return answer->future();
}

void SearchService::searchForum(const QString &wanted, const SearchRequest &request,
                                const std::shared_ptr<QPromise<Result<SearchAnswer>>> &answer)
{
    const auto give = [answer](Result<SearchAnswer> value) {
        answer->addResult(std::move(value));
        answer->finish();
    };
    whenDone(m_sources.forum.forums(), this,
             [this, wanted, request, give, number = m_latest](const Result<std::vector<ForumInfo>> &forums) {
                 if (!forums) {
                     return give(fail(forums.error()));
                 }
                 m_forums = *forums;
                 if (number != m_latest) {
                     return give(fail(ErrorCode::Cancelled, u"a later search"_s));
                 }
                 const ForumInfo *forum = forumNamed(m_forums, wanted, ForumNaming::Beginning);
                 if (!forum) {
                     return give(SearchAnswer());
                 }
                 SearchRequest inside = request;
                 inside.forumId = forum->id;
                 whenDone(ask(inside), this, give);
             });
}

QFuture<Result<SearchAnswer>> SearchService::ask(const SearchRequest &request)
{
    return whenDone(m_sources.index.search(request), this, [this](Result<SearchAnswer> answer) {
        if (answer) {
            m_authors = answer->authors;
        }
        return answer;
    });
}

QStringList SearchService::completions(const QString &typed)
{
    if (typed.contains("forum:"_L1, Qt::CaseInsensitive)) {
        readForums(); // those of the next letter are of now
    }
    QStringList slugs;
    for (const ForumInfo &each : m_forums) {
        if (!each.slug.isEmpty() && !each.isCategory) {
            slugs.append(each.slug);
        }
    }
    return searchCompletions(typed, slugs, m_authors);
}

void SearchService::readForums()
{
    whenDone(m_sources.forum.forums(), this, [this](const Result<std::vector<ForumInfo>> &forums) {
        if (forums) {
            m_forums = *forums;
        }
    });
}

/// What was there before the index was made anew. What cannot be put is not tried again by itself: a disk
/// that spoils each file would keep the program busy for ever.
void SearchService::putAgain()
{
    if (m_putsAgain) {
        m_emptiedMeanwhile = true;
        return;
    }
    m_putsAgain = true;
    m_emptiedMeanwhile = false;
    const auto ended = [this](const Result<> &done) {
        m_putsAgain = false;
        if (done && m_emptiedMeanwhile) {
            putAgain();
        }
    };
    const auto withCode = [this, ended](const Result<> &courses) {
        if (!courses || !m_hasCode) {
            return ended(courses);
        }
        whenDone(putOwnCode(), this, ended); // after the courses: they give the names of its exercises
    };
    if (m_hasCourses) {
        whenDone(putCourses(), this, withCode);
    } else {
        withCode({});
    }
}

QFuture<Result<>> SearchService::putCourses()
{
    m_hasCourses = true;
    if (!m_courseWaiters.empty()) {
        return wait(m_laterCourseWaiters);
    }
    const QFuture<Result<>> future = wait(m_courseWaiters);
    readCourses();
    return future;
}

void SearchService::readCourses()
{
    m_reading = QtConcurrent::run([&source = m_sources.courses, &renderer = m_sources.renderer] {
        const auto texts = std::make_shared<CourseTexts>();
        for (const CourseSummary &summary : source.courses()) {
            const auto loaded = source.load(summary.id);
            if (!loaded || !loaded->course) {
                continue; // the list of courses says what is wrong with it
            }
            auto documents = searchDocumentsOf(*loaded->course, renderer);
            std::move(documents.begin(), documents.end(), std::back_inserter(texts->documents));
            texts->titles.insert(codeTitlesOf(*loaded->course));
            texts->titles.insert(summary.id, loaded->course->title);
        }
        return texts;
    });
    whenDone(m_reading, this, [this](const std::shared_ptr<CourseTexts> &texts) {
        m_titles = texts->titles;
        replace(texts->documents, {FoundKind::Lesson, FoundKind::Exercise}, [this](const Result<> &done) {
            answer(m_courseWaiters, done);
            if (!m_laterCourseWaiters.empty()) {
                std::swap(m_courseWaiters, m_laterCourseWaiters);
                readCourses();
            }
        });
    });
}

QFuture<Result<>> SearchService::putOwnCode()
{
    m_hasCode = true;
    const QFuture<Result<>> future = wait(m_codeWaiters);
    if (m_code) {
        return future;
    }
    m_code = std::make_unique<OwnCodeReading>(m_sources.stores, m_sources.projects, m_titles);
    m_code->start([this](const Result<std::vector<SearchDocument>> &documents) {
        m_code.release()->deleteLater(); // it is the one that calls
        if (!documents) {
            return answer(m_codeWaiters, fail(documents.error()));
        }
        replace(*documents, {FoundKind::OwnCode},
                [this](const Result<> &done) { answer(m_codeWaiters, done); });
    });
    return future;
}

/// Puts the documents, and takes what else there is of these kinds.
void SearchService::replace(const std::vector<SearchDocument> &documents, std::vector<FoundKind> kinds,
                            const std::function<void(const Result<> &)> &then)
{
    // The index works in the order in which it is asked: when the last one is done, all are.
    std::vector<QFuture<Result<>>> steps = {m_sources.index.put(documents)};
    for (const FoundKind kind : kinds) {
        QStringList keys;
        for (const SearchDocument &each : documents) {
            if (each.kind == kind) {
                keys.append(each.key);
            }
        }
        steps.push_back(m_sources.index.keepOnly(kind, keys));
    }
    const QFuture<Result<>> last = steps.back();
    whenDone(last, this, [steps, then](const Result<> &) {
        for (const QFuture<Result<>> &each : steps) {
            if (const Result<> done = each.result(); !done) {
                return then(done);
            }
        }
        then({});
    });
}

QFuture<Result<>> SearchService::wait(Waiters &waiters)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    waiters.push_back(promise);
    return promise->future();
}

void SearchService::answer(Waiters &waiters, const Result<> &done)
{
    for (const auto &each : std::exchange(waiters, {})) {
        each->addResult(done);
        each->finish();
    }
}

} // namespace studio::services
