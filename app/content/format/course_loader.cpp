#include "content/format/course_loader.h"

#include "content/format/exercise_reader.h"
#include "content/format/lesson_reader.h"
#include "content/format/parts.h"
#include "content/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormat = 1;

struct ListedLesson
{
    std::size_t section = 0;
    QString id;
    SourcePlace place;
};

class CourseLoader final
{
public:
    explicit CourseLoader(const QString &root)
        : m_files(root, m_problems)
        , m_scope{m_files, m_problems, {}, {}, {}}
    {
        m_course.root = root;
    }

    LoadedCourse load()
    {
        const auto source = m_files.read(u"course.yaml"_s, kLargestYaml);
        const auto root = source ? parseYaml(*source, m_problems) : std::nullopt;
        if (!root || !readCourseFile(*root)) {
            return {nullptr, m_problems.take()};
        }
        readExercises();
        readLessons();
        checkUse();
        return {std::make_shared<const Course>(std::move(m_course)), m_problems.take()};
    }

private:
    bool readCourseFile(const YamlNode &root)
    {
        MapReader map(root, m_problems, u"the course"_s);
        if (!map.isMap() || !readFormat(map)) {
            return false;
        }
        m_course.id = map.requireText(u"id"_s);
        if (!m_course.id.isEmpty() && !isId(m_course.id)) {
            m_problems.error(map.placeOf(u"id"_s), u"%1 is no id of a course"_s.arg(quoted(m_course.id)),
                             kIdRule);
        }
        m_course.title = map.requireText(u"title"_s);
        m_course.summary = map.text(u"summary"_s).value_or(QString());
        m_course.about = readRich(map, u"about"_s, m_scope);
        m_course.language = readLanguage(map);
        m_course.version = map.text(u"version"_s).value_or(QString());
        m_course.licence = map.text(u"licence"_s).value_or(QString());
        m_course.authors = map.texts(u"authors"_s);
        readSections(map);
        map.finish();
        return isId(m_course.id);
    }

    bool readFormat(MapReader &map)
    {
        const YamlNode *node = map.require(u"format"_s, u"format: %1"_s.arg(kFormat));
        const auto format = map.integer(u"format"_s, 1, 1'000'000);
        if (node && format && *format > kFormat) {
            m_problems.error(node->place, u"format %1 is of a newer version of this program"_s.arg(*format),
                             u"format: %1"_s.arg(kFormat));
            return false;
        }
        return true;
    }

    QString readLanguage(MapReader &map)
    {
        static const QRegularExpression form(u"\\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\\z"_s);
        const QString language = map.requireText(u"language"_s);
        if (!language.isEmpty() && !form.match(language).hasMatch()) {
            m_problems.error(map.placeOf(u"language"_s), u"%1 is no language"_s.arg(quoted(language)),
                             u"a code, e.g. en or pt-BR"_s);
        }
        return language;
    }

    void readSections(MapReader &map)
    {
        if (!map.has(u"sections"_s)) {
            map.require(u"sections"_s, u"sections: a list of title: and lessons:"_s);
            return;
        }
        const auto *items = map.list(u"sections"_s);
        for (const YamlNode &item : items ? *items : std::vector<YamlNode>()) {
            MapReader each(item, m_problems, u"a section"_s);
            m_course.sections.push_back({each.requireText(u"title"_s), {}});
            if (!each.has(u"lessons"_s)) {
                each.require(u"lessons"_s, u"lessons: a list of ids"_s);
            } else if (const auto *lessons = each.list(u"lessons"_s)) {
                readLessonIds(*lessons, each.placeOf(u"lessons"_s));
            }
            each.finish();
        }
        if (items && items->empty()) {
            m_problems.error(map.placeOf(u"sections"_s), u"there are no sections"_s, u"at least one"_s);
        }
    }

    void readLessonIds(const std::vector<YamlNode> &nodes, const SourcePlace &place)
    {
        if (nodes.empty()) {
            m_problems.error(place, u"a section without lessons"_s, u"at least one lesson"_s);
        }
        for (const YamlNode &node : nodes) {
            const auto id = textOf(node, m_problems);
            if (!id) {
                continue;
            }
            const QString folder = u"lessons/"_s % *id;
            if (!isId(*id)) {
                m_problems.error(node.place, u"%1 is no id of a lesson"_s.arg(quoted(*id)), kIdRule);
            } else if (m_lessonIds.contains(*id)) {
                m_problems.error(node.place, u"the lesson %1 is here twice"_s.arg(quoted(*id)),
                                 u"each lesson once"_s);
            } else if (!m_files.contains(folder + u"/lesson.md"_s)) {
                m_problems.error(node.place,
                                 u"there is no file %1"_s.arg(quoted(folder + u"/lesson.md"_s))
                                     % didYouMean(*id, m_files.foldersIn(u"lessons"_s)),
                                 u"the name of a folder in lessons/"_s);
            } else {
                m_lessonIds.append(*id);
                m_lessons.push_back({m_course.sections.size() - 1, *id, node.place});
            }
        }
    }

    void readExercises()
    {
        for (const QString &id : m_files.foldersIn(u"exercises"_s)) {
            const QString folder = u"exercises/"_s % id;
            const QString yaml = folder % u"/exercise.yaml"_s;
            if (!m_files.contains(yaml)) {
                m_files.useFolder(folder);
                m_problems.error({yaml}, u"the file is missing"_s,
                                 u"an exercise.yaml in each folder of exercises/"_s);
                m_shelf.exercises.insert(id, nullptr);
                continue;
            }
            if (!isId(id)) {
                m_problems.error({folder}, u"%1 is no id of an exercise"_s.arg(quoted(id)), kIdRule);
            }
            Scope scope{m_files, m_problems, folder, {}, {}};
            m_shelf.exercises.insert(id, readExercise(id, scope));
        }
    }

    void readLessons()
    {
        for (const ListedLesson &listed : m_lessons) {
            Scope scope{m_files, m_problems, u"lessons/"_s % listed.id, {}, {}};
            m_course.sections[listed.section].lessons.push_back(
                readLesson(listed.id, m_lessonIds, m_shelf, scope));
        }
    }

    void checkUse()
    {
        for (auto each = m_shelf.exercises.cbegin(); each != m_shelf.exercises.cend(); ++each) {
            if (!m_shelf.shown.contains(each.key())) {
                m_problems.warning({u"exercises/%1/exercise.yaml"_s.arg(each.key())},
                                   u"no lesson shows this exercise"_s,
                                   u"::: exercise %1 in a lesson"_s.arg(each.key()));
            }
        }
        for (const QString &id : m_files.foldersIn(u"lessons"_s)) {
            const QString folder = u"lessons/"_s % id;
            if (!m_lessonIds.contains(id)) {
                m_files.useFolder(folder);
                m_problems.warning({folder}, u"course.yaml doesn't list this lesson"_s,
                                   u"%1 in the lessons of a section"_s.arg(id));
            }
        }
        for (const QString &path : m_files.unused()) {
            m_problems.warning({path}, u"nothing uses this file"_s,
                               u"its name somewhere, or not the file either"_s);
        }
    }

    ProblemList m_problems;
    CourseFiles m_files;
    Scope m_scope;
    Course m_course;
    QStringList m_lessonIds;
    std::vector<ListedLesson> m_lessons;
    ExerciseShelf m_shelf;
};

} // namespace

LoadedCourse loadCourse(const QString &root)
{
    return CourseLoader(QDir(root).absolutePath()).load();
}

std::optional<CourseSummary> loadSummary(const QString &root)
{
    QFile file(root + u"/course.yaml"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.read(kLargestYaml + 1);
    ProblemList problems;
    const auto source
        = bytes.size() > kLargestYaml ? std::nullopt : decode(u"course.yaml"_s, bytes, problems);
    const auto node = source ? parseYaml(*source, problems) : std::nullopt;
    if (!node || node->kind != YamlNode::Kind::Map) {
        return std::nullopt;
    }
    MapReader map(*node, problems, u"the course"_s);
    CourseSummary summary;
    summary.id = map.text(u"id"_s).value_or(QString());
    summary.title = map.text(u"title"_s).value_or(QString());
    summary.summary = map.text(u"summary"_s).value_or(QString());
    summary.root = root;
    return isId(summary.id) && !summary.title.isEmpty() ? std::optional(summary) : std::nullopt;
}

} // namespace studio::content
