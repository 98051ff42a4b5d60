#include "sync/courses/catalogue_state.h"

#include "sync/api/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const CatalogueItem &item)
{
    const CatalogueCourse &course = item.course;
    return {{u"id"_s, course.id},
            {u"slug"_s, course.slug},
            {u"title"_s, course.title},
            {u"summary"_s, course.summary},
            {u"difficulty"_s, course.difficulty},
            {u"teacher"_s, course.teacher},
            {u"topics"_s, QJsonArray::fromStringList(course.topics)},
            {u"duration"_s, course.duration},
            {u"lessons"_s, course.lessons},
            {u"exercises"_s, course.exercises},
            {u"enrolled"_s, course.enrolled},
            {u"gone"_s, course.gone},
            {u"missing"_s, course.missing},
            {u"hash"_s, QString::fromLatin1(item.contentHash)},
            {u"missed"_s, item.missed}};
}

} // namespace

void read(Fields &in, CatalogueItem &out)
{
    CatalogueCourse &course = out.course;
    course.id = in.text("id");
    if (!platformCourse(course.id)) {
        in.wrong("id", u"no id of a course"_s);
    }
    course.slug = in.textIf("slug");
    course.title = in.textIf("title");
    course.summary = in.textIf("summary");
    course.difficulty = in.textIf("difficulty");
    course.teacher = in.textIf("teacher");
    course.topics = in.textsIf("topics");
    course.duration = in.textIf("duration");
    course.lessons = int(in.numberIf("lessons").value_or(-1));
    course.exercises = int(in.numberIf("exercises").value_or(-1));
    course.enrolled = in.flagIf("enrolled").value_or(false);
    course.gone = in.flagIf("gone").value_or(false);
    course.missing = in.textIf("missing");
    out.contentHash = in.textIf("hash").toLatin1();
    out.missed = int(in.numberIf("missed").value_or(0));
}

bool CatalogueItem::operator==(const CatalogueItem &other) const
{
    return jsonOf(*this) == jsonOf(other);
}

const CatalogueItem *CatalogueState::find(const QString &courseId) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&courseId](const CatalogueItem &each) {
        return each.course.id == courseId;
    });
    return found == items.end() ? nullptr : &*found;
}

QByteArray toJson(const CatalogueState &state)
{
    QJsonArray items;
    for (const CatalogueItem &each : state.items) {
        items.append(jsonOf(each));
    }
    return QJsonDocument(
               QJsonObject{{u"format"_s, 1},
                           {u"swept"_s,
                            state.sweptUtc.isValid() ? state.sweptUtc.toUTC().toString(Qt::ISODateWithMs)
                                                     : QString()},
                           {u"items"_s, items}})
        .toJson(QJsonDocument::Compact);
}

Result<CatalogueState> catalogueFromJson(const QByteArray &json)
{
    const auto value = parseJson(json);
    if (!value) {
        return fail(value.error());
    }
    QString problem;
    Fields in(*value, QString(), &problem);
    CatalogueState state;
    QStringList skipped;
    state.items = Fields::itemsOf<CatalogueItem>(in.array("items"), u"items"_s, skipped);
    state.sweptUtc = timestamp(in.textIf("swept")).value_or(QDateTime());
    if (!problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, problem);
    }
    return state;
}

bool isMassChange(qsizetype going, qsizetype known)
{
    return going > 3 || (going > 1 && going * 5 > known);
}

} // namespace studio::sync
