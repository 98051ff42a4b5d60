#include "sync/courses/course_writer.h"

#include "domain/catalogue.h"
#include "sync/courses/block_parts.h"
#include "sync/courses/course_parts.h"
#include "sync/courses/html_to_markdown.h"
#include "sync/courses/lesson_blocks.h"
#include "sync/courses/markdown_text.h"
#include "sync/courses/yaml_text.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

const QString kNoText = u"The platform does not give out the text of this lesson."_s;
constexpr std::size_t kMostLessons = 1000;

QString lessonId(qint64 id)
{
    return u"lesson-%1"_s.arg(id);
}

/// The exercise's place in its lesson: the directive, or its text.
QString shownExercise(ExerciseFolder made, qint64 id, CourseFilesMap &files)
{
    if (made.files.isEmpty()) {
        return made.lesson;
    }
    files.insert(made.files);
    return showExercise(id);
}

QString classicText(const LessonDto &lesson, Conversion &conversion)
{
    if (lesson.useStructured && !lesson.structured.isEmpty()) {
        return classicBlocks(lesson.structured, conversion);
    }
    return lesson.contentFormat == "plain"_L1 ? htmlToMarkdown(lesson.content, conversion)
                                              : markdownToMarkdown(lesson.content, conversion);
}

QString objectives(const std::vector<PageObjectiveDto> &all, Conversion &conversion)
{
    QStringList lines;
    for (const PageObjectiveDto &each : all) {
        const QString title = escaped(cleanLine(each.title));
        const QString rest = escaped(htmlToLine(each.description, 300));
        if (!title.isEmpty() && lines.size() < 50) {
            lines.append(u"- **"_s + title + u"**"_s + (rest.isEmpty() ? QString() : u": "_s + rest));
        }
    }
    Q_UNUSED(conversion)
    return lines.join(u'\n');
}

/// A course of the CMS, lesson by lesson.
class PageCourseWriter
{
public:
    PageCourseWriter(const PageSource &source, Conversion &conversion)
        : m_source(source)
        , m_conversion(conversion)
    {
    }

    CourseFilesMap write()
    {
        gatherLessons();
        std::vector<SectionText> sections;
        for (const QJsonValue &block : m_source.course.syllabus) {
            if (textIn(block.toObject(), u"type"_s) == "module"_L1) {
                sections.push_back(module(block.toObject().value("value"_L1).toObject()));
            }
        }
        SectionText rest{u"Lessons"_s, {}};
        for (const Known &each : m_lessons) {
            if (!m_written.contains(each.ref.id)) {
                rest.lessons.append(writeLesson(each, {}));
            }
        }
        sections.push_back(rest);
        sections.push_back({u"Exercises"_s, exercisesOfCourse()});
        if (m_files.isEmpty()) {
            m_conversion.note(u"the platform gives out none of its lessons"_s);
            addLesson(m_files, {u"about"_s, u"About this course"_s, {}, 0}, about(u"lessons/about"_s),
                      u"The platform does not give out the lessons of this course."_s, m_conversion);
            sections.push_back({u"About"_s, {u"about"_s}});
        }
        const PageCourseDto &course = m_source.course;
        m_conversion.setFolder({});
        m_conversion.setPlace({});
        m_files.insert(u"course.yaml"_s,
                       courseFile({courseIdOf({Catalogue::Pages, course.id}), course.title, course.summary,
                                   about({}), course.teacher},
                                  sections));
        return std::move(m_files);
    }

private:
    struct Known
    {
        PageLessonRefDto ref;
        std::vector<qint64> exercises;
    };

    QString about(const QString &folder)
    {
        m_conversion.setFolder(folder);
        const PageCourseDto &course = m_source.course;
        const QString before = htmlToMarkdown(course.prerequisites, m_conversion);
        const QString aims = objectives(course.objectives, m_conversion);
        return joined({htmlToMarkdown(course.detailed, m_conversion),
                       aims.isEmpty() ? QString() : joined({u"You will:"_s, aims}),
                       before.isEmpty() ? QString() : joined({u"Before you begin:"_s, before})});
    }

    /// Those the platform lists (where it is repaired) and those its exercises name.
    void gatherLessons()
    {
        for (const PageLessonRefDto &each : m_source.course.lessons) {
            know(each);
        }
        for (const CourseExerciseDto &each : m_source.listed) {
            const auto found = m_source.exerciseLessons.find(each.id);
            if (each.ofLesson && found != m_source.exerciseLessons.end()
                && found->second.id != m_source.course.id) {
                PageLessonRefDto ref = found->second;
                ref.number = each.lessonNumber;
                know(ref).exercises.push_back(each.id);
            } else {
                m_ofCourse.push_back(each.id);
            }
        }
        std::stable_sort(m_lessons.begin(), m_lessons.end(), [](const Known &a, const Known &b) {
            return std::pair(a.ref.number, a.ref.id) < std::pair(b.ref.number, b.ref.id);
        });
        m_lessons.resize(std::min(m_lessons.size(), kMostLessons));
    }

    Known &know(const PageLessonRefDto &ref)
    {
        const auto found = std::find_if(m_lessons.begin(), m_lessons.end(),
                                        [&ref](const Known &each) { return each.ref.id == ref.id; });
        return found != m_lessons.end() ? *found : m_lessons.emplace_back(Known{ref, {}});
    }

    SectionText module(const QJsonObject &value)
    {
        SectionText section{htmlToLine(textIn(value, u"title"_s)), {}};
        for (const QJsonValue &each : value.value("lessons"_L1).toArray()) {
            if (m_files.size() > qsizetype(kMostLessons)) {
                break;
            }
            const QJsonObject entry = each.toObject();
            const QString title = cleanLine(textIn(entry, u"lesson_title"_s));
            const auto found = std::find_if(m_lessons.begin(), m_lessons.end(), [&](const Known &lesson) {
                return !m_written.contains(lesson.ref.id)
                    && cleanLine(lesson.ref.title).compare(title, Qt::CaseInsensitive) == 0;
            });
            if (found != m_lessons.end()) {
                section.lessons.append(writeLesson(*found, entry));
            } else if (!title.isEmpty()) {
                section.lessons.append(writeTopic(title, entry));
            }
        }
        section.lessons.removeAll(QString());
        return section;
    }

    /// Only named in the syllabus: the platform has no id for it, so that it keeps that of its title.
    QString writeTopic(const QString &title, const QJsonObject &entry)
    {
        const QByteArray hash
            = QCryptographicHash::hash(title.toCaseFolded().toUtf8(), QCryptographicHash::Sha256);
        const QString id = u"topic-"_s + QString::fromLatin1(hash.toHex().left(10));
        if (m_files.contains(u"lessons/"_s + id + u"/lesson.md"_s)) {
            return {};
        }
        m_conversion.setPlace(id);
        m_conversion.setFolder(u"lessons/"_s + id);
        addLesson(m_files, {id, title, {}, minutesIn(textIn(entry, u"estimated_time"_s))},
                  joined({htmlToMarkdown(textIn(entry, u"lesson_description"_s), m_conversion), kNoText}),
                  kNoText, m_conversion);
        return id;
    }

    QString writeLesson(const Known &known, const QJsonObject &entry)
    {
        const QString id = lessonId(known.ref.id);
        m_written.insert(known.ref.id);
        m_conversion.setPlace(id);
        m_conversion.setFolder(u"lessons/"_s + id);
        LessonHead head{id, known.ref.title, htmlToLine(textIn(entry, u"lesson_description"_s), 400),
                        minutesIn(textIn(entry, u"estimated_time"_s))};
        QStringList blocks;
        const auto text = m_source.lessons.find(known.ref.id);
        if (text != m_source.lessons.end()) {
            const PageLessonDto &lesson = text->second;
            const qint64 own = minutesIn(lesson.duration);
            head.minutes = own > 0 ? own : head.minutes;
            blocks = {htmlToMarkdown(lesson.intro, m_conversion), pageBlocks(lesson.content, m_conversion),
                      resources(lesson.resources)};
        } else {
            blocks = {htmlToMarkdown(textIn(entry, u"lesson_description"_s), m_conversion), kNoText};
        }
        for (const qint64 exercise : known.exercises) {
            blocks.append(exerciseText(exercise));
        }
        m_conversion.setPlace(id);
        addLesson(m_files, head, joined(blocks), kNoText, m_conversion);
        return id;
    }

    QString resources(const QJsonArray &all)
    {
        YamlText yaml;
        yaml.beginList();
        int count = 0;
        for (const QJsonValue &each : all) {
            const QJsonObject entry = each.toObject();
            const QString title = cleanLine(textIn(entry, u"title"_s));
            QString link = m_conversion.link(textIn(entry, u"url"_s));
            link.replace(u"&amp;"_s, u"&"_s);
            if (title.isEmpty() || !link.startsWith("http"_L1) || count >= 50) {
                continue;
            }
            yaml.beginMap().key("title").text(title).key("link").text(link);
            if (const QString note = htmlToLine(textIn(entry, u"description"_s)); !note.isEmpty()) {
                yaml.key("note").text(note);
            }
            yaml.endMap();
            ++count;
        }
        yaml.endList();
        return count > 0 ? directive(u"resources"_s, {}, yaml.written()) : QString();
    }

    QString exerciseText(qint64 id)
    {
        if (!m_shown.insert(id).second) {
            return {};
        }
        if (const auto found = m_source.exercises.find(id); found != m_source.exercises.end()) {
            return shownExercise(exerciseFolder(found->second, m_conversion), id, m_files);
        }
        if (const auto found = m_source.steps.find(id); found != m_source.steps.end()) {
            return shownExercise(exerciseFolder(found->second, m_conversion), id, m_files);
        }
        m_conversion.note(u"exercise %1 could not be read"_s.arg(id));
        return u"*An exercise of this lesson could not be read from the platform.*"_s;
    }

    QStringList exercisesOfCourse()
    {
        QStringList blocks;
        for (const qint64 id : m_ofCourse) {
            blocks.append(exerciseText(id));
        }
        const QString body = joined(blocks);
        if (body.isEmpty()) {
            return {};
        }
        addLesson(m_files, {u"exercises"_s, u"Exercises"_s, {}, 0}, body, kNoText, m_conversion);
        return {u"exercises"_s};
    }

    const PageSource &m_source;
    Conversion &m_conversion;
    CourseFilesMap m_files;
    std::vector<Known> m_lessons;
    std::vector<qint64> m_ofCourse;
    std::set<qint64> m_written;
    std::set<qint64> m_shown;
};

} // namespace

CourseFilesMap writeCourse(const ClassicSource &source, Conversion &conversion)
{
    CourseFilesMap files;
    const ClassicCourseDto &course = source.course;
    std::vector<LessonDto> lessons = source.lessons;
    std::stable_sort(lessons.begin(), lessons.end(), [](const LessonDto &a, const LessonDto &b) {
        return std::pair(a.order, a.id) < std::pair(b.order, b.id);
    });
    std::vector<ClassicExerciseDto> exercises = source.exercises;
    std::stable_sort(exercises.begin(), exercises.end(), [](const auto &a, const auto &b) {
        return std::pair(a.order, a.id) < std::pair(b.order, b.id);
    });
    SectionText section{u"Lessons"_s, {}};
    std::set<qint64> shown;
    for (const LessonDto &lesson : lessons) {
        const QString id = lessonId(lesson.id);
        if (section.lessons.contains(id) || section.lessons.size() >= qsizetype(kMostLessons)) {
            continue;
        }
        conversion.setPlace(id);
        conversion.setFolder(u"lessons/"_s + id);
        QStringList blocks = {classicText(lesson, conversion)};
        if (!lesson.videoUrl.trimmed().isEmpty()) {
            blocks.append(BlockParts(conversion).video(lesson.title, lesson.videoUrl));
        }
        for (const ClassicExerciseDto &exercise : exercises) {
            if (exercise.lessonId == lesson.id && shown.insert(exercise.id).second) {
                blocks.append(shownExercise(exerciseFolder(exercise, conversion), exercise.id, files));
            }
        }
        addLesson(files, {id, lesson.title, htmlToLine(lesson.description, 400), lesson.minutes},
                  joined(blocks), kNoText, conversion);
        section.lessons.append(id);
    }
    conversion.setPlace({});
    conversion.setFolder({});
    const QString about = markdownToMarkdown(course.description, conversion);
    if (section.lessons.isEmpty()) {
        conversion.setFolder(u"lessons/about"_s);
        addLesson(files, {u"about"_s, u"About this course"_s, {}, 0},
                  markdownToMarkdown(course.description, conversion), u"This course has no lessons yet."_s,
                  conversion);
        section.lessons.append(u"about"_s);
        conversion.setFolder({});
    }
    const QString before = markdownToMarkdown(course.prerequisites, conversion);
    files.insert(
        u"course.yaml"_s,
        courseFile({courseIdOf({Catalogue::Classic, course.id}), course.title, course.shortDescription,
                    joined({about, before.isEmpty() ? QString() : joined({u"Before you begin:"_s, before})}),
                    course.instructorName},
                   {section}));
    return files;
}

CourseFilesMap writeCourse(const PageSource &source, Conversion &conversion)
{
    return PageCourseWriter(source, conversion).write();
}

} // namespace studio::sync
