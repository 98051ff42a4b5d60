#include "sync/platform/course_desk.h"

#include "sync/auth/durable_file.h"
#include "sync/courses/answer_cache.h"
#include "sync/courses/catalogue_fetch.h"
#include "sync/courses/course_download.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTellEvery = 200; ///< Milliseconds between two words on a download's progress.
constexpr qint64 kStaleAfter = 6 * 3600; ///< Seconds.
constexpr qint64 kMostBytes = 64 * 1024 * 1024;

struct Wanted
{
    QString courseId;
    CourseDesk::Done done;
};

struct Arrived
{
    qint64 done = 0;
    qint64 all = -1;
};

} // namespace

struct CourseDesk::Private
{
    Parts parts;
    Tell tell;
    Fetcher fetcher;
    CourseStore store;
    AnswerCache answers;
    QString catalogueFile;
    QString capabilitiesFile;
    CatalogueState state = {};
    Capabilities capabilities = {};
    QHash<QString, bool> enrolled = {}; ///< As the person wants it, where that is known.
    QSet<QString> waiting = {}; ///< Enrolling or leaving is in the outbox.
    std::deque<Wanted> wanted = {}; ///< The first is the one that runs.
    QHash<QString, Arrived> arrived = {};
    QHash<QString, QString> problems = {}; ///< Of the last download.
    int going = 0; ///< Courses that wait for the person's word.
    bool goingAllowed = false;
    bool running = false;

    void readEnrolments();
    CatalogueCourse shown(const CatalogueItem &item) const;
    DownloadState downloadState(const CatalogueItem &item) const;
};

CourseDesk::CourseDesk(const Parts &parts, Tell tell)
    : d(new Private{parts, std::move(tell), Fetcher(parts.transport, parts.session, Endpoints(parts.server)),
                    CourseStore(parts.root), AnswerCache(parts.root + u"/answers"_s),
                    parts.root + u"/catalogue.json"_s, parts.root + u"/capabilities.json"_s})
{
    d->store.recover();
    d->fetcher.setCache(&d->answers);
    if (const auto bytes = readSmallFile(d->catalogueFile, kMostBytes)) {
        d->state = catalogueFromJson(*bytes).value_or(CatalogueState());
    }
    if (const auto bytes = readSmallFile(d->capabilitiesFile, kMostBytes)) {
        d->capabilities = capabilitiesFromJson(*bytes);
    }
    d->readEnrolments(); // whoever is told of changes does not have this object yet
}

CourseDesk::~CourseDesk()
{
    for (const Wanted &each : d->wanted) {
        each.done(fail(ErrorCode::Cancelled, u"the program ends"_s));
    }
}

DownloadState CourseDesk::Private::downloadState(const CatalogueItem &item) const
{
    const QString &id = item.course.id;
    const auto found = std::find_if(wanted.begin(), wanted.end(),
                                    [&id](const Wanted &each) { return each.courseId == id; });
    if (found != wanted.end()) {
        return running && found == wanted.begin() ? DownloadState::Running : DownloadState::Waiting;
    }
    if (const auto manifest = store.manifest(id); manifest && store.isInstalled(id)) {
        return manifest->contentHash == item.contentHash ? DownloadState::Complete : DownloadState::Outdated;
    }
    return QDir(store.staging(id)).exists() ? DownloadState::Partial : DownloadState::None;
}

CatalogueCourse CourseDesk::Private::shown(const CatalogueItem &item) const
{
    CatalogueCourse course = item.course;
    course.enrolled = enrolled.value(course.id, course.enrolled);
    course.waiting = waiting.contains(course.id);
    course.download = downloadState(item);
    const Arrived bytes = arrived.value(course.id);
    course.bytesDone = bytes.done;
    course.bytesAll = bytes.all;
    course.problem = problems.value(course.id);
    return course;
}

std::vector<CatalogueCourse> CourseDesk::courses() const
{
    std::vector<CatalogueCourse> courses;
    courses.reserve(d->state.items.size());
    for (const CatalogueItem &item : d->state.items) {
        courses.push_back(d->shown(item));
    }
    return courses;
}

Result<> CourseDesk::refresh(const std::stop_token &stop)
{
    CatalogueFetch fetch(d->fetcher);
    const bool signedIn = d->parts.session.state() != SessionState::SignedOut;
    auto swept = fetch.run(d->state, signedIn, d->goingAllowed, d->parts.clock.nowUtc(), stop);
    if (!swept) {
        return fail(std::move(swept).error());
    }
    d->state = std::move(swept->state);
    d->going = swept->needsAnswer ? static_cast<int>(swept->going.size()) : 0;
    d->goingAllowed = false;
    auto written = writeDurably(d->catalogueFile, toJson(d->state));
    enrolmentChanged();
    if (!written) {
        return written;
    }
    return swept->problem ? fail(*swept->problem) : Result<>();
}

bool CourseDesk::isStale() const
{
    return !d->state.sweptUtc.isValid() || d->state.sweptUtc.secsTo(d->parts.clock.nowUtc()) > kStaleAfter;
}

int CourseDesk::askedToHide() const
{
    return d->going;
}

void CourseDesk::answer(bool hide)
{
    d->goingAllowed = hide;
    d->going = 0;
}

void CourseDesk::Private::readEnrolments()
{
    enrolled.clear();
    waiting.clear();
    for (const CatalogueItem &item : state.items) {
        const auto known = parts.store.enrolled(item.course.id);
        if (known && *known) {
            enrolled.insert(item.course.id, **known);
        }
    }
    if (const auto entries = parts.store.waiting()) {
        for (const OutboxEntry &entry : *entries) {
            if (entry.kind == OperationKind::Enrol || entry.kind == OperationKind::Leave) {
                waiting.insert(entry.courseId);
            }
        }
    }
}

void CourseDesk::enrolmentChanged()
{
    d->readEnrolments();
    d->tell.changed();
}

void CourseDesk::want(const QString &courseId, Done done)
{
    if (!d->state.find(courseId)) {
        return done(fail(ErrorCode::NotFound, u"the platform has no course %1"_s.arg(courseId)));
    }
    d->problems.remove(courseId);
    d->wanted.push_back({courseId, std::move(done)});
    d->tell.changed();
}

void CourseDesk::cancel(const QString &courseId)
{
    std::vector<Wanted> gone;
    std::erase_if(d->wanted, [&courseId, &gone](Wanted &each) {
        const bool is = each.courseId == courseId;
        if (is) {
            gone.push_back(std::move(each));
        }
        return is;
    });
    for (const Wanted &each : gone) {
        each.done(fail(ErrorCode::Cancelled, u"cancelled"_s));
    }
    d->tell.changed();
}

bool CourseDesk::hasWork() const
{
    return !d->wanted.empty();
}

void CourseDesk::work(const std::stop_token &stop)
{
    const QString id = d->wanted.front().courseId;
    const CatalogueItem *item = d->state.find(id);
    Result<CourseManifest> installed = fail(ErrorCode::NotFound, u"the platform has no course %1"_s.arg(id));
    if (item) {
        const CatalogueItem asked = *item;
        const Capabilities before = d->capabilities;
        d->running = true;
        d->tell.changed();
        QElapsedTimer told;
        told.start();
        installed = CourseDownload(d->fetcher, d->store, d->capabilities)
                        .run(
                            asked.course, asked.contentHash,
                            [this, &id, &told](qint64 done, qint64 all) {
                                d->arrived[id] = {done, all};
                                if (told.elapsed() >= kTellEvery) {
                                    told.restart();
                                    d->tell.changed();
                                }
                            },
                            stop);
        d->running = false;
        if (d->capabilities != before) {
            // Learned anew at the next download when it can't be written.
            static_cast<void>(writeDurably(d->capabilitiesFile, toJson(d->capabilities)));
        }
    }
    if (!installed && installed.error().code == ErrorCode::Cancelled) {
        d->tell.changed();
        return; // somebody waits for the thread, or the program ends: it goes on where it is
    }
    const Wanted finished = std::move(d->wanted.front());
    d->wanted.pop_front();
    d->arrived.remove(id);
    if (installed) {
        d->store.collectGarbage();
        d->tell.downloaded(id);
        finished.done({});
    } else {
        d->problems.insert(id, installed.error().message);
        finished.done(fail(installed.error()));
    }
    d->tell.changed();
}

Result<> CourseDesk::remove(const QString &courseId)
{
    cancel(courseId);
    auto removed = d->store.remove(courseId);
    d->store.collectGarbage();
    d->tell.downloaded(courseId);
    d->tell.changed();
    return removed;
}

Result<StorageUse> CourseDesk::storage() const
{
    return d->store.use();
}

QString CourseDesk::slugOf(const QString &courseId) const
{
    const CatalogueItem *item = d->state.find(courseId);
    return item ? item->course.slug : QString();
}

std::vector<std::pair<QString, QString>> CourseDesk::pageCourses() const
{
    std::vector<std::pair<QString, QString>> courses;
    for (const CatalogueItem &item : d->state.items) {
        const auto course = platformCourse(item.course.id);
        if (course && course->catalogue == Catalogue::Pages && !item.course.gone) {
            courses.emplace_back(item.course.id, item.course.slug);
        }
    }
    return courses;
}

QString CourseDesk::courseOfExercise(const QString &catalogue, qint64 exercise) const
{
    const Catalogue wanted = catalogue == "legacy"_L1 ? Catalogue::Classic : Catalogue::Pages;
    const QString folder = u"/exercises/exercise-%1"_s.arg(exercise);
    for (const QString &id : d->store.installed()) {
        const auto course = platformCourse(id);
        if (course && course->catalogue == wanted
            && QDir(d->store.coursesFolder() + u'/' + id + folder).exists()) {
            return id;
        }
    }
    return {};
}

} // namespace studio::sync
