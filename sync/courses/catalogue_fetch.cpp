#include "sync/courses/catalogue_fetch.h"

#include "sync/api/classic.h"
#include "sync/api/cms.h"
#include "sync/api/decode.h"
#include "sync/courses/canonical_json.h"
#include "sync/courses/conversion.h"
#include "sync/courses/html_to_markdown.h"

#include <QUrl>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 100;
constexpr std::size_t kMostCourses = 5000;

/// Every page of a list. One that changes while it is read gives some items twice: by id they are one.
template<typename T>
Result<Page<T>> allPages(Fetcher &fetcher, const std::function<HttpRequest(int)> &request,
                         const std::stop_token &stop)
{
    Page<T> all;
    for (int number = 1; number <= kMostPages; ++number) {
        const auto body = fetcher.json(request(number), Fetcher::Token::Needed, stop);
        if (!body) {
            return fail(body.error());
        }
        auto page = decodePage<T>(*body);
        if (!page) {
            return fail(page.error());
        }
        all.skipped += page->skipped;
        all.items.insert(all.items.end(), page->items.begin(), page->items.end());
        all.raw.insert(all.raw.end(), page->raw.begin(), page->raw.end());
        if (!page->more) {
            return all;
        }
    }
    return fail(ErrorCode::InvalidData, u"a list without an end"_s);
}

CatalogueCourse courseOf(const ClassicCourseDto &dto)
{
    CatalogueCourse course;
    course.id = courseIdOf({Catalogue::Classic, dto.id});
    course.slug = dto.slug;
    course.title = cleanLine(dto.title);
    course.summary = htmlToLine(dto.shortDescription.isEmpty() ? dto.description : dto.shortDescription, 400);
    course.difficulty = cleanLine(dto.difficulty, 40);
    course.teacher = cleanLine(dto.instructorName, 100);
    course.topics = dto.categoryName.isEmpty() ? QStringList() : QStringList{cleanLine(dto.categoryName, 60)};
    course.duration = dto.hours > 0 ? u"%1 h"_s.arg(dto.hours) : QString();
    course.enrolled = dto.enrolled.value_or(false);
    course.missing = u"exercises"_s;
    return course;
}

CatalogueCourse courseOf(const PageCourseDto &dto, int exercises)
{
    CatalogueCourse course;
    course.id = courseIdOf({Catalogue::Pages, dto.id});
    course.slug = dto.slug;
    course.title = cleanLine(dto.title);
    course.summary = htmlToLine(dto.summary, 400);
    course.difficulty = cleanLine(dto.difficulty, 40);
    course.teacher = cleanLine(dto.teacher, 100);
    course.duration = cleanLine(dto.duration, 60);
    course.lessons = dto.lessons.empty() ? -1 : int(dto.lessons.size());
    course.exercises = exercises;
    course.enrolled = dto.enrolled.value_or(false);
    course.missing = dto.lessons.empty() ? u"lessons"_s : QString();
    return course;
}

} // namespace

QString courseSlugIn(const QString &url)
{
    const QStringList parts = QUrl(url).path().split(u'/', Qt::SkipEmptyParts);
    return parts.size() >= 3 && parts.at(0) == "learning"_L1 ? parts.at(1) : QString();
}

Result<CatalogueFetch::SeenById> CatalogueFetch::classic(QStringList &skipped, const std::stop_token &stop)
{
    const Endpoints &api = m_fetcher.endpoints();
    const auto courses = allPages<ClassicCourseDto>(
        m_fetcher, [&api](int number) { return api.classicCourses(number); }, stop);
    if (!courses) {
        return fail(courses.error());
    }
    const auto lessons = allPages<LessonDto>(
        m_fetcher, [&api](int number) { return api.lessons(number); }, stop);
    if (!lessons) {
        return fail(lessons.error());
    }
    skipped += courses->skipped + lessons->skipped;
    std::map<qint64, std::map<qint64, QJsonObject>> parts;
    for (std::size_t i = 0; i < lessons->items.size(); ++i) {
        parts[lessons->items[i].courseId][lessons->items[i].id] = lessons->raw[i];
    }
    SeenById seen;
    for (std::size_t i = 0; i < courses->items.size() && seen.size() < kMostCourses; ++i) {
        const ClassicCourseDto &dto = courses->items[i];
        if (!dto.published) {
            continue;
        }
        std::vector<QJsonObject> own;
        for (const auto &[id, raw] : parts[dto.id]) {
            own.push_back(raw);
        }
        Seen each{courseOf(dto), contentHash(courses->raw[i], own)};
        each.course.lessons = int(own.size());
        seen.insert_or_assign(each.course.id, each);
    }
    return seen;
}

/// Slug → topics, from every place that names a course.
Result<std::map<QString, QString>>
CatalogueFetch::pageSlugs(const CatalogueState &before, QStringList &skipped, const std::stop_token &stop)
{
    const Endpoints &api = m_fetcher.endpoints();
    std::map<QString, QString> slugs;
    std::optional<Error> problem;
    bool named = false; // one list at least that has them all
    const auto take = [&slugs](const std::vector<PageCourseSummaryDto> &all) {
        for (const PageCourseSummaryDto &each : all) {
            slugs[each.slug] = each.categories.join(u'\n');
        }
    };
    const auto index = m_fetcher.json(api.learningIndex(), Fetcher::Token::None, stop);
    if (const auto decoded
        = index ? decode<LearningIndexDto>(*index) : Result<LearningIndexDto>(fail(index.error()))) {
        take(decoded->featured);
        skipped += decoded->skipped;
    } else {
        problem = decoded.error();
    }
    const auto list = m_fetcher.json(api.pageCourses(), Fetcher::Token::None, stop);
    if (const auto decoded = list ? decodeList<PageCourseSummaryDto>(*list, "courses")
                                  : Result<Page<PageCourseSummaryDto>>(fail(list.error()))) {
        take(decoded->items);
        skipped += decoded->skipped;
        named = decoded->skipped.isEmpty() && !decoded->more;
    }
    const auto exercises = m_fetcher.json(api.pageExercises(), Fetcher::Token::None, stop);
    if (const auto decoded = exercises ? decodeList<ExerciseListItemDto>(*exercises, "exercises")
                                       : Result<Page<ExerciseListItemDto>>(fail(exercises.error()))) {
        for (const ExerciseListItemDto &each : decoded->items) {
            if (const QString slug = courseSlugIn(each.url); !slug.isEmpty()) {
                slugs.try_emplace(slug);
            }
        }
        skipped += decoded->skipped;
        named = named || !decoded->more;
    } else if (!named) {
        return fail(decoded.error());
    }
    if (!named && problem) {
        return fail(*problem);
    }
    for (const CatalogueItem &each : before.items) { // one that nothing names any more may still be there
        const auto which = platformCourse(each.course.id);
        if (which && which->catalogue == Catalogue::Pages && !each.course.slug.isEmpty()
            && !each.course.gone) {
            slugs.try_emplace(each.course.slug, each.course.topics.join(u'\n'));
        }
    }
    return slugs;
}

Result<CatalogueFetch::Seen> CatalogueFetch::page(const QString &slug, bool signedIn,
                                                  const std::stop_token &stop)
{
    const Endpoints &api = m_fetcher.endpoints();
    // With a token the answer also says whether one is enrolled; it is not worth failing for.
    auto body = m_fetcher.json(api.pageCourse(slug), signedIn ? Fetcher::Token::Needed : Fetcher::Token::None,
                               stop);
    if (!body && body.error().code == ErrorCode::Unauthorized) {
        body = m_fetcher.json(api.pageCourse(slug), Fetcher::Token::None, stop);
    }
    if (!body) {
        return fail(body.error());
    }
    const auto course = decode<PageCourseDto>(*body);
    if (!course) {
        return fail(course.error());
    }
    std::vector<QJsonObject> parts;
    int count = -1;
    const auto listed = m_fetcher.json(api.pageCourseExercises(slug), Fetcher::Token::None, stop);
    if (const auto exercises = listed ? parseJson(*listed) : Result<QJsonValue>(fail(listed.error()))) {
        const QJsonArray all = exercises->toObject().value("exercises"_L1).toArray();
        for (const QJsonValue &each : all) {
            parts.push_back(each.toObject());
        }
        count = int(all.size());
    } else if (exercises.error().code != ErrorCode::NotFound
               && exercises.error().code != ErrorCode::InvalidData) {
        return fail(exercises.error());
    }
    return Seen{courseOf(*course, count),
                contentHash(parseJson(*body).value_or(QJsonValue()).toObject(), parts)};
}

Result<CatalogueFetch::SeenById> CatalogueFetch::pages(const CatalogueState &before, bool signedIn,
                                                       QStringList &skipped, const std::stop_token &stop)
{
    const auto slugs = pageSlugs(before, skipped, stop);
    if (!slugs) {
        return fail(slugs.error());
    }
    SeenById seen;
    for (const auto &[slug, topics] : *slugs) {
        if (seen.size() >= kMostCourses) {
            break;
        }
        auto each = page(slug, signedIn, stop);
        if (each) {
            each->course.topics = topics.split(u'\n', Qt::SkipEmptyParts);
            seen.insert_or_assign(each->course.id, *each);
        } else if (each.error().code == ErrorCode::InvalidData) {
            // One course that can't be read spoils neither the others nor itself: it is left as it was.
            skipped.append(each.error().message);
            const auto old = std::find_if(
                before.items.begin(), before.items.end(), [&slug = slug](const CatalogueItem &item) {
                    return item.course.slug == slug
                        && platformCourse(item.course.id).value_or(PlatformCourse()).catalogue
                        == Catalogue::Pages;
                });
            if (old != before.items.end()) {
                seen.insert_or_assign(old->course.id, Seen{old->course, old->contentHash});
            }
        } else if (each.error().code != ErrorCode::NotFound) {
            return fail(each.error());
        }
    }
    return seen;
}

Result<bool> CatalogueFetch::isGone(const CatalogueCourse &course, const std::stop_token &stop)
{
    const auto which = platformCourse(course.id);
    const Endpoints &api = m_fetcher.endpoints();
    const bool classic = which && which->catalogue == Catalogue::Classic;
    const auto body = classic ? m_fetcher.json(api.classicCourse(which->id), Fetcher::Token::Needed, stop)
                              : m_fetcher.json(api.pageCourse(course.slug), Fetcher::Token::None, stop);
    if (body) {
        // Another course may have its name now.
        const auto other
            = classic ? Result<PageCourseDto>(fail(ErrorCode::Internal, {})) : decode<PageCourseDto>(*body);
        return other && which && other->id != which->id;
    }
    if (body.error().code == ErrorCode::Cancelled) {
        return fail(body.error());
    }
    return body.error().code == ErrorCode::NotFound;
}

Result<> CatalogueFetch::merge(Sweep &sweep, const CatalogueState &before, SeenById seen, Catalogue catalogue,
                               bool goingAllowed, const std::stop_token &stop)
{
    std::vector<CatalogueItem> items;
    QStringList going;
    qsizetype known = 0;
    for (const CatalogueItem &old : before.items) {
        const auto which = platformCourse(old.course.id);
        if (!which || which->catalogue != catalogue) {
            continue;
        }
        known += old.course.gone ? 0 : 1;
        const auto found = seen.find(old.course.id);
        CatalogueItem item = old;
        if (found != seen.end()) {
            item = {found->second.course, found->second.hash, 0};
            if (old.contentHash != item.contentHash || old.course.gone) {
                sweep.changed.append(item.course.id);
            }
            seen.erase(found);
        } else if (!item.course.gone) {
            item.missed = std::min(old.missed + 1, 1000);
            if (item.missed >= 2) {
                const auto gone = isGone(old.course, stop);
                if (!gone) {
                    return fail(gone.error());
                }
                if (*gone) {
                    going.append(item.course.id);
                }
            }
        }
        items.push_back(std::move(item));
    }
    for (const auto &[id, each] : seen) {
        items.push_back({each.course, each.hash, 0});
        sweep.changed.append(id);
    }
    const bool ask = isMassChange(going.size(), known) && !goingAllowed;
    for (CatalogueItem &each : items) {
        each.course.gone = each.course.gone || (!ask && going.contains(each.course.id));
    }
    sweep.needsAnswer = sweep.needsAnswer || ask;
    sweep.going += going;
    sweep.state.items.insert(sweep.state.items.end(), items.begin(), items.end());
    return {};
}

Result<Sweep> CatalogueFetch::run(const CatalogueState &before, bool signedIn, bool goingAllowed,
                                  const QDateTime &nowUtc, const std::stop_token &stop)
{
    Sweep sweep;
    const auto keep = [&sweep, &before](Catalogue catalogue) {
        for (const CatalogueItem &each : before.items) {
            if (platformCourse(each.course.id).value_or(PlatformCourse()).catalogue == catalogue) {
                sweep.state.items.push_back(each);
            }
        }
    };
    for (const Catalogue catalogue : {Catalogue::Classic, Catalogue::Pages}) {
        const bool classic = catalogue == Catalogue::Classic;
        if (classic && !signedIn) {
            keep(catalogue);
            continue;
        }
        auto seen
            = classic ? this->classic(sweep.skipped, stop) : pages(before, signedIn, sweep.skipped, stop);
        if (!seen) {
            if (seen.error().code == ErrorCode::Cancelled) {
                return fail(seen.error());
            }
            sweep.problem = sweep.problem.value_or(seen.error());
            keep(catalogue); // half a list says nothing about what is gone
            continue;
        }
        if (auto merged = merge(sweep, before, std::move(*seen), catalogue, goingAllowed, stop); !merged) {
            return fail(merged.error());
        }
        (classic ? sweep.classicComplete : sweep.pagesComplete) = true;
    }
    if (!sweep.classicComplete && !sweep.pagesComplete) {
        return fail(sweep.problem.value_or(Error{ErrorCode::Unauthorized, u"nobody is signed in"_s}));
    }
    std::sort(sweep.state.items.begin(), sweep.state.items.end(),
              [](const CatalogueItem &a, const CatalogueItem &b) { return a.course.id < b.course.id; });
    sweep.state.sweptUtc = nowUtc;
    return sweep;
}

} // namespace studio::sync
