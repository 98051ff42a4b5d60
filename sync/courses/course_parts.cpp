#include "sync/courses/course_parts.h"

#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"
#include "sync/courses/yaml_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostMinutes = 600;

/// A lesson that is too long even so: its text alone, up to there.
QString cutLesson(const QString &body, Conversion &conversion)
{
    if (body.size() <= kLongestLesson + kLongestPiece) {
        return body;
    }
    conversion.note(u"a lesson of %1 characters was cut"_s.arg(body.size()));
    const qsizetype end = body.lastIndexOf(u"\n\n"_s, kLongestLesson);
    QString cut = body.left(end > 0 ? end : kLongestLesson);
    // Whatever is open there (code, a directive) would be an error: as plain text nothing is.
    return joined(
        {plainToMarkdown(cut), u"The rest of this lesson is too long to be kept on this computer."_s});
}

} // namespace

QByteArray courseFile(const CourseHead &head, const std::vector<SectionText> &sections)
{
    YamlText yaml;
    yaml.beginMap();
    yaml.key("format").number(1).key("id").word(head.id);
    const QString title = cleanLine(head.title);
    yaml.key("title").text(title.isEmpty() ? head.id : title);
    if (const QString summary = cleanLine(head.summary, 400); !summary.isEmpty()) {
        yaml.key("summary").text(summary);
    }
    if (!head.about.trimmed().isEmpty()) {
        yaml.key("about").text(head.about.left(kLongestPiece * 2));
    }
    yaml.key("language").text(u"en"_s); // the platform does not say
    if (const QString teacher = cleanLine(head.teacher, 100); !teacher.isEmpty()) {
        yaml.key("authors").beginList().text(teacher).endList();
    }
    yaml.key("sections").beginList();
    for (const SectionText &section : sections) {
        if (section.lessons.isEmpty()) {
            continue;
        }
        const QString name = cleanLine(section.title);
        yaml.beginMap().key("title").text(name.isEmpty() ? u"Lessons"_s : name).key("lessons").beginList();
        for (const QString &lesson : section.lessons) {
            yaml.word(lesson);
        }
        yaml.endList().endMap();
    }
    yaml.endList().endMap();
    return yaml.written().toUtf8();
}

void addLesson(CourseFilesMap &files, const LessonHead &head, QString body, const QString &otherwise,
               Conversion &conversion)
{
    YamlText front;
    const QString title = cleanLine(head.title);
    front.beginMap().key("title").text(title.isEmpty() ? u"Lesson"_s : title);
    if (const QString summary = cleanLine(head.summary, 400); !summary.isEmpty()) {
        front.key("summary").text(summary);
    }
    if (head.minutes > 0) {
        front.key("minutes").number(std::min(head.minutes, kMostMinutes));
    }
    front.endMap();
    body = cutLesson(body, conversion);
    const QString text
        = u"---\n"_s + front.written() + u"---\n\n"_s + (body.trimmed().isEmpty() ? otherwise : body) + u'\n';
    files.insert(u"lessons/"_s + head.id + u"/lesson.md"_s, text.toUtf8());
}

QString showExercise(qint64 id)
{
    return directive(u"exercise"_s, u"exercise-%1"_s.arg(id), {});
}

qint64 minutesIn(const QString &duration)
{
    static const QRegularExpression form(u"([0-9]{1,4})\\s*(h|hour|hours|min|mins|minute|minutes)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(duration.left(100));
    if (!match.hasMatch()) {
        return 0;
    }
    const qint64 number = match.captured(1).toLongLong();
    return match.captured(2).startsWith(u'h', Qt::CaseInsensitive) ? number * 60 : number;
}

} // namespace studio::sync
