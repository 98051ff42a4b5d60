#include "sync/courses/course_download.h"

#include "sync/api/decode.h"
#include "sync/auth/durable_file.h"
#include "sync/courses/canonical_json.h"
#include "sync/courses/course_writer.h"
#include "sync/courses/durable_folder.h"
#include "sync/courses/media_fetch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 200;
constexpr std::size_t kMostExercises = 2000;

/// The course can be written without it: it was answered, only not with what it should be.
bool canBeLeftOut(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidData;
}

} // namespace

struct CourseDownload::Run
{
    const CatalogueCourse &course;
    const QByteArray &contentHash;
    const Progress &progress;
    const std::stop_token &stop;
    QString pieces; ///< The folder of answers.
    qint64 done = 0;
    QStringList report;
};

CourseDownload::CourseDownload(Fetcher &fetcher, CourseStore &store, Capabilities &capabilities)
    : m_fetcher(fetcher)
    , m_store(store)
    , m_capabilities(capabilities)
{
}

Result<QByteArray> CourseDownload::piece(Run &run, const HttpRequest &request, Fetcher::Token token)
{
    const QString file = run.pieces + u'/' + QString::fromLatin1(sha256Hex(request.url)) + u".json"_s;
    if (auto kept = readSmallFile(file, kMostJsonBytes); kept && parseJson(*kept)) {
        run.done += kept->size();
        run.progress(run.done, -1);
        return kept;
    }
    auto body = m_fetcher.json(request, token, run.stop);
    if (!body) {
        return body;
    }
    if (auto enough = m_store.reserve(body->size()); !enough) {
        return fail(enough.error());
    }
    if (auto saved = saveFile(file, *body); !saved) {
        return fail(saved.error());
    }
    run.done += body->size();
    run.progress(run.done, -1);
    return body;
}

Result<ClassicSource> CourseDownload::classicSource(Run &run, qint64 id)
{
    const Endpoints &api = m_fetcher.endpoints();
    ClassicSource source;
    const auto course = piece(run, api.classicCourse(id), Fetcher::Token::Needed);
    const auto decoded
        = course ? decode<ClassicCourseDto>(*course) : Result<ClassicCourseDto>(fail(course.error()));
    if (!decoded) {
        return fail(decoded.error());
    }
    source.course = *decoded;
    if (source.course.id != id) {
        return fail(ErrorCode::InvalidData, u"another course than was asked for"_s);
    }
    const auto listed = piece(run, api.classicCourseLessons(id), Fetcher::Token::Needed);
    auto lessons = listed ? decodeArray<LessonDto>(*listed) : Result<Page<LessonDto>>(fail(listed.error()));
    if (!lessons) {
        return fail(lessons.error());
    }
    run.report += lessons->skipped;
    source.lessons = std::move(lessons->items);
    for (int number = 1; m_capabilities.tryClassicExercises() && number <= kMostPages; ++number) {
        const auto body = piece(run, api.classicExercises(number), Fetcher::Token::Needed);
        const auto page = body ? decodePage<ClassicExerciseDto>(*body)
                               : Result<Page<ClassicExerciseDto>>(fail(body.error()));
        if (!page) {
            if (!canBeLeftOut(page.error())) {
                return fail(page.error());
            }
            m_capabilities.exercisesSeen = Capabilities::Seen::No;
            run.report.append(u"the platform does not give out exercises: "_s + page.error().message);
            break;
        }
        m_capabilities.exercisesSeen = Capabilities::Seen::Yes;
        for (const ClassicExerciseDto &each : page->items) {
            const bool ours
                = std::any_of(source.lessons.begin(), source.lessons.end(),
                              [&each](const LessonDto &lesson) { return lesson.id == each.lessonId; });
            if (ours && each.published && source.exercises.size() < kMostExercises) {
                source.exercises.push_back(each);
            }
        }
        if (!page->more) {
            break;
        }
    }
    return source;
}

Result<> CourseDownload::pageExercise(Run &run, PageSource &source, const CourseExerciseDto &listed)
{
    const Endpoints &api = m_fetcher.endpoints();
    const auto body = piece(run, listed.steps ? api.stepExercise(listed.slug) : api.pageExercise(listed.slug),
                            Fetcher::Token::None);
    if (!body) {
        if (!canBeLeftOut(body.error())) {
            return fail(body.error());
        }
        run.report.append(u"exercise-%1: %2"_s.arg(listed.id).arg(body.error().message));
        return {};
    }
    const auto plain
        = listed.steps ? Result<PageExerciseDto>(PageExerciseDto()) : decode<PageExerciseDto>(*body);
    const auto steps
        = listed.steps ? decode<StepExerciseDto>(*body) : Result<StepExerciseDto>(StepExerciseDto());
    if (!plain || !steps) {
        run.report.append(
            u"exercise-%1: %2"_s.arg(listed.id).arg((plain ? steps.error() : plain.error()).message));
        return {};
    }
    if ((listed.steps ? steps->id : plain->id) != listed.id) {
        // Two pages of one name in different courses: the platform gives either.
        run.report.append(u"exercise-%1: another one has its name"_s.arg(listed.id));
        return {};
    }
    if (listed.steps) {
        source.steps[listed.id] = *steps;
    } else {
        source.exercises[listed.id] = *plain;
    }
    const auto json = parseJson(*body);
    const QJsonObject lesson = json ? json->toObject().value("lesson"_L1).toObject() : QJsonObject();
    if (const qint64 id = lesson.value("id"_L1).toInteger(0); id > 0) {
        source.exerciseLessons[listed.id] = {id, lesson.value("title"_L1).toString(),
                                             lesson.value("slug"_L1).toString(), listed.lessonNumber};
    }
    return {};
}

Result<> CourseDownload::pageLessons(Run &run, PageSource &source, const QString &slug)
{
    std::vector<PageLessonRefDto> all = source.course.lessons;
    for (const auto &[exercise, lesson] : source.exerciseLessons) {
        if (lesson.id != source.course.id) {
            all.push_back(lesson);
        }
    }
    for (const PageLessonRefDto &each : all) {
        if (!m_capabilities.tryPageLessons() || source.lessons.contains(each.id) || each.slug.isEmpty()) {
            continue;
        }
        const auto body = piece(run, m_fetcher.endpoints().pageLesson(slug, each.slug), Fetcher::Token::None);
        const auto lesson = body ? decode<PageLessonDto>(*body) : Result<PageLessonDto>(fail(body.error()));
        if (lesson) {
            m_capabilities.lessonsSeen = Capabilities::Seen::Yes;
            source.lessons[each.id] = *lesson;
        } else if (!canBeLeftOut(lesson.error())) {
            return fail(lesson.error());
        } else {
            run.report.append(u"lesson-%1: %2"_s.arg(each.id).arg(lesson.error().message));
            if (m_capabilities.lessonsSeen != Capabilities::Seen::Yes) {
                m_capabilities.lessonsSeen
                    = Capabilities::Seen::No; // none is asked for again, until it says it can
                break;
            }
        }
    }
    return {};
}

Result<PageSource> CourseDownload::pageSource(Run &run, qint64 id, const QString &slug)
{
    const Endpoints &api = m_fetcher.endpoints();
    PageSource source;
    const auto course = piece(run, api.pageCourse(slug), Fetcher::Token::None);
    const auto decoded
        = course ? decode<PageCourseDto>(*course) : Result<PageCourseDto>(fail(course.error()));
    if (!decoded) {
        return fail(decoded.error());
    }
    source.course = *decoded;
    if (source.course.id != id) {
        return fail(ErrorCode::NotFound, u"another course has its name now"_s);
    }
    const auto listed = piece(run, api.pageCourseExercises(slug), Fetcher::Token::None);
    const auto exercises
        = listed ? decode<CourseExercisesDto>(*listed) : Result<CourseExercisesDto>(fail(listed.error()));
    if (!exercises && !canBeLeftOut(exercises.error())) {
        return fail(exercises.error());
    }
    if (exercises) {
        run.report += exercises->skipped;
        source.listed = exercises->exercises;
        source.listed.resize(std::min(source.listed.size(), kMostExercises));
    }
    for (const CourseExerciseDto &each : source.listed) {
        if (auto done = pageExercise(run, source, each); !done) {
            return fail(done.error());
        }
    }
    if (auto done = pageLessons(run, source, slug); !done) {
        return fail(done.error());
    }
    return source;
}

Result<> CourseDownload::pictures(Run &run, const QStringList &wanted, CourseManifest &manifest)
{
    const auto older = m_store.manifest(run.course.id);
    const QString note = m_store.staging(run.course.id) + u"/media.json"_s;
    MediaFetch media(m_fetcher, m_store);
    QJsonObject staged; // so that nobody takes them for unused
    for (const QString &address : wanted) {
        std::optional<StoredMedia> known;
        if (older && older->media.contains(address)) {
            known = older->media.value(address);
        }
        qint64 came = 0;
        const auto report = [&](qint64 bytes, qint64 size) {
            came += bytes;
            // The last picture is the only one after which all is known.
            const bool last = address == wanted.last() && size >= 0;
            run.progress(run.done + came, last ? run.done + size : -1);
        };
        const auto stored = media.fetch(address, known, report, run.stop);
        if (!stored) {
            if (!canBeLeftOut(stored.error())) {
                return fail(stored.error());
            }
            run.report.append(stored.error().message);
            continue;
        }
        run.done += stored->bytes;
        manifest.media.insert(address, *stored);
        staged.insert(address, QJsonObject{{u"sha256"_s, QString::fromLatin1(stored->sha256)}});
        if (auto saved = writeDurably(note, QJsonDocument(staged).toJson()); !saved) {
            return saved;
        }
    }
    return {};
}

Result<CourseManifest> CourseDownload::install(Run &run,
                                               const std::function<CourseFilesMap(Conversion &)> &write)
{
    const QString server = QString::fromLatin1(m_fetcher.endpoints().server());
    CourseManifest manifest;
    manifest.contentHash = run.contentHash;
    Conversion asking(server); // once to learn which pictures it needs
    write(asking);
    if (auto done = pictures(run, asking.wanted(), manifest); !done) {
        return fail(done.error());
    }
    QHash<QString, QString> names;
    for (auto it = manifest.media.begin(); it != manifest.media.end(); ++it) {
        names.insert(it.key(), QString::fromLatin1(it->sha256.left(32)) + u'.' + it->ending);
        manifest.bytes += it->bytes;
    }
    Conversion conversion(server, names);
    const CourseFilesMap files = write(conversion);
    for (const QByteArray &each : files) {
        manifest.bytes += each.size();
    }
    manifest.report = run.report + conversion.report();
    if (run.stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    }
    if (auto enough = m_store.reserve(manifest.bytes); !enough) {
        return fail(enough.error());
    }
    if (auto done = m_store.activate(run.course.id, files, manifest); !done) {
        return fail(done.error());
    }
    run.progress(run.done, run.done);
    return manifest;
}

Result<CourseManifest> CourseDownload::run(const CatalogueCourse &course, const QByteArray &contentHash,
                                           const Progress &progress, const std::stop_token &stop)
{
    const auto which = platformCourse(course.id);
    if (!which) {
        return fail(ErrorCode::NotFound, u"no course of the platform"_s);
    }
    // Answers belong to one version of the course: those of another one do not mix with it.
    const QString staging = m_store.staging(course.id);
    const QString pieces = staging + u"/pieces-"_s
        + (contentHash.isEmpty() ? u"any"_s : QString::fromLatin1(contentHash.left(16)));
    for (const QString &other : QDir(staging).entryList({u"pieces-*"_s}, QDir::Dirs)) {
        if (staging + u'/' + other != pieces) {
            QDir(staging + u'/' + other).removeRecursively();
        }
    }
    Run run{course, contentHash, progress, stop, pieces, 0, {}};
    if (which->catalogue == Catalogue::Classic) {
        const auto source = classicSource(run, which->id);
        if (!source) {
            return fail(source.error());
        }
        return install(run, [&source](Conversion &conversion) { return writeCourse(*source, conversion); });
    }
    const auto source = pageSource(run, which->id, course.slug);
    if (!source) {
        return fail(source.error());
    }
    return install(run, [&source](Conversion &conversion) { return writeCourse(*source, conversion); });
}

} // namespace studio::sync
