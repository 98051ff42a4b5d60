#include "content/format/lesson_reader.h"

#include "content/format/directive_reader.h"
#include "content/format/fence_info.h"
#include "content/format/parts.h"
#include "content/words.h"

#include <QRegularExpression>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMinutes = 600;

QString slug(const QString &text)
{
    QString anchor;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber() || c == u'_' || c.isSurrogate()) {
            anchor += c;
        } else if (!anchor.isEmpty() && !anchor.endsWith(u'-')) {
            anchor += u'-';
        }
    }
    return anchor.endsWith(u'-') ? anchor.chopped(1) : anchor;
}

class LessonReader final
{
public:
    LessonReader(const QString &id, const QStringList &lessonIds, ExerciseShelf &shelf, Scope &scope)
        : m_scope(scope)
        , m_directives(id, lessonIds, shelf, scope)
    {
        m_lesson.id = id;
        m_lesson.title = id;
        m_lesson.place = {scope.folder % u"/lesson.md"_s, 1, 1};
    }

    Lesson read()
    {
        const auto source = m_scope.files.read(m_lesson.place.file);
        if (!source) {
            return std::move(m_lesson);
        }
        const FrontMatter front = cutFrontMatter(*source, m_scope.problems);
        if (front.yaml) {
            readFrontMatter(*front.yaml);
        }
        const LessonParts parts = splitLesson(front.rest, m_scope.problems);
        m_scope.definitions = parts.definitions;
        for (const LessonPart &part : parts.parts) {
            readPart(part);
        }
        if (parts.parts.empty()) {
            m_scope.problems.error(front.rest.at(0), u"the lesson is empty"_s,
                                   u"text after the front matter"_s);
        }
        checkAnchors();
        return std::move(m_lesson);
    }

private:
    void readFrontMatter(const SourceText &yaml)
    {
        if (yaml.text.trimmed().isEmpty()) {
            m_scope.problems.error(yaml.at(0), u"the front matter is empty"_s, u"title: …"_s);
            return;
        }
        const auto root = parseYaml(yaml, m_scope.problems);
        if (!root) {
            return;
        }
        MapReader map(*root, m_scope.problems, u"the front matter"_s);
        if (const QString title = map.requireText(u"title"_s); !title.isEmpty()) {
            m_lesson.title = title;
        }
        m_lesson.summary = map.text(u"summary"_s).value_or(QString());
        m_lesson.minutes = map.integer(u"minutes"_s, 1, kMostMinutes).value_or(0);
        map.finish();
    }

    void readPart(const LessonPart &part)
    {
        switch (part.kind) {
        case LessonPart::Kind::Heading:
            readHeading(part);
            break;
        case LessonPart::Kind::Text:
            readText(part);
            break;
        case LessonPart::Kind::Image:
            readImage(part);
            break;
        case LessonPart::Kind::Fence:
            readFence(part);
            break;
        case LessonPart::Kind::Directive:
            if (auto block = m_directives.read(part)) {
                m_lesson.blocks.push_back(std::move(*block));
            }
            break;
        }
    }

    void readText(const LessonPart &part)
    {
        RichText text = readRichText(part.body, m_scope);
        if (!text.html.trimmed().isEmpty()) { // link definitions alone show nothing
            m_lesson.blocks.emplace_back(TextBlock{std::move(text)});
        }
    }

    void readHeading(const LessonPart &part)
    {
        HeadingBlock block;
        block.level = std::clamp(part.level, 2, 4);
        block.text = plainText(part.body.text);
        if (part.level != block.level) {
            m_scope.problems.error(part.place, u"a heading of level %1"_s.arg(part.level),
                                   u"## to ####; the title of the lesson is in its front matter"_s);
        }
        if (block.text.isEmpty()) {
            m_scope.problems.error(part.place, u"the heading is empty"_s, u"## and a text"_s);
            return;
        }
        const QString anchor = slug(block.text);
        block.anchor = anchor;
        for (int i = 2; m_anchors.contains(block.anchor); ++i) {
            block.anchor = u"%1-%2"_s.arg(anchor).arg(i);
        }
        m_anchors.insert(block.anchor);
        m_lesson.blocks.emplace_back(std::move(block));
    }

    void readImage(const LessonPart &part)
    {
        static const QRegularExpression form(
            u"^!\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\]\\([ \\t]*(?:<([^<>]*)>|(\\S+))(?:[ \\t]+(?:\"(.*)\"|'(.*)'))?[ \\t]*\\)"_s);
        const auto match = form.match(part.body.text);
        if (!match.hasMatch()) {
            m_scope.problems.error(part.place, u"this is no picture"_s,
                                   u"![what it shows](images/name.svg \"caption\")"_s);
            return;
        }
        const QString written = match.captured(2) % match.captured(3);
        ImageBlock block;
        block.alternative = plainText(match.captured(1));
        block.caption = plainText(match.captured(4) % match.captured(5));
        if (block.alternative.isEmpty()) {
            m_scope.problems.error(part.place, u"the picture has no text for those who can't see it"_s,
                                   u"![what it shows](%1)"_s.arg(written));
            block.alternative = written.section(u'/', -1);
        }
        if (const auto path = readPicture(written, part.place, m_scope)) {
            block.path = *path;
            m_lesson.blocks.emplace_back(std::move(block));
        }
    }

    void readFence(const LessonPart &part)
    {
        const FenceInfo info = readFenceInfo(part.argument, m_scope.problems);
        const QString code = withoutLastLineEnd(part.body.text);
        if (code.trimmed().isEmpty()) {
            m_scope.problems.error(part.place, u"there is no code here"_s, u"code between the marks"_s);
            return;
        }
        if (info.run) {
            m_lesson.blocks.emplace_back(
                RunnableBlock{u"run-%1"_s.arg(++m_runnables), code, info.title, info.input});
        } else {
            m_lesson.blocks.emplace_back(CodeBlock{code, info.language, info.title});
        }
    }

    void checkAnchors()
    {
        for (const AnchorUse &use : m_scope.anchors) {
            if (!m_anchors.contains(use.anchor)) {
                m_scope.problems.error(use.place, u"there is no heading #%1"_s.arg(use.anchor),
                                       QStringList(m_anchors.begin(), m_anchors.end()).isEmpty()
                                           ? u"no link to a heading"_s
                                           : u"one of: #%1"_s.arg(sortedAnchors().join(u", #"_s)));
            }
        }
    }

    QStringList sortedAnchors() const
    {
        QStringList anchors(m_anchors.begin(), m_anchors.end());
        anchors.sort();
        return anchors;
    }

    Scope &m_scope;
    DirectiveReader m_directives;
    Lesson m_lesson;
    QSet<QString> m_anchors;
    int m_runnables = 0;
};

} // namespace

Lesson readLesson(const QString &id, const QStringList &lessonIds, ExerciseShelf &shelf, Scope &scope)
{
    return LessonReader(id, lessonIds, shelf, scope).read();
}

} // namespace studio::content
