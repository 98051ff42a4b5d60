#include "sync/api/capabilities.h"

#include "sync/api/json_reader.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<const char *, bool Capabilities::*>, 12> kNames = {{
    {"etag", &Capabilities::etag},
    {"updated_since", &Capabilities::updatedSince},
    {"cms_lessons", &Capabilities::cmsLessons},
    {"legacy_exercises", &Capabilities::classicExercises},
    {"submissions", &Capabilities::submissions},
    {"idempotency_key", &Capabilities::idempotencyKey},
    {"occurred_at", &Capabilities::occurredAt},
    {"exercise_answers", &Capabilities::exerciseAnswers},
    {"throttle_429", &Capabilities::throttle429},
    {"tokens_in_body", &Capabilities::tokensInBody},
    {"refresh_grace", &Capabilities::refreshGrace},
    {"logout_by_body", &Capabilities::logoutByBody},
}};

Capabilities fromNames(const QStringList &names)
{
    Capabilities found;
    for (const auto &[name, member] : kNames) {
        found.*member = names.contains(QLatin1StringView(name));
    }
    return found;
}

Capabilities::Seen seenFrom(const QJsonValue &value)
{
    if (!value.isBool()) {
        return Capabilities::Seen::NotTried;
    }
    return value.toBool() ? Capabilities::Seen::Yes : Capabilities::Seen::No;
}

QJsonValue jsonOf(Capabilities::Seen seen)
{
    return seen == Capabilities::Seen::NotTried ? QJsonValue() : QJsonValue(seen == Capabilities::Seen::Yes);
}

} // namespace

bool Capabilities::canReadClassicExercises() const
{
    return exercisesSeen == Seen::Yes || (exercisesSeen == Seen::NotTried && classicExercises);
}

bool Capabilities::canReadPageLessons() const
{
    return lessonsSeen == Seen::Yes || (lessonsSeen == Seen::NotTried && cmsLessons);
}

bool Capabilities::tryClassicExercises() const
{
    return exercisesSeen != Seen::No || classicExercises;
}

bool Capabilities::tryPageLessons() const
{
    return lessonsSeen != Seen::No || cmsLessons;
}

Result<Capabilities> capabilitiesFrom(int status, const QByteArray &body)
{
    if (status == 404) {
        return Capabilities{};
    }
    if (status != 200) {
        return fail(ErrorCode::InvalidData, u"capabilities: status %1"_s.arg(status));
    }
    const auto json = parseJson(body);
    if (!json) {
        return fail(json.error());
    }
    QString problem;
    Fields in(*json, QString(), &problem);
    in.array("capabilities"); // has to be there
    const QStringList names = in.textsIf("capabilities");
    if (!problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, problem);
    }
    return fromNames(names);
}

QByteArray toJson(const Capabilities &capabilities)
{
    QJsonArray names;
    for (const auto &[name, member] : kNames) {
        if (capabilities.*member) {
            names.append(QString::fromLatin1(name));
        }
    }
    return QJsonDocument(QJsonObject{{u"capabilities"_s, names},
                                     {u"exercises_seen"_s, jsonOf(capabilities.exercisesSeen)},
                                     {u"lessons_seen"_s, jsonOf(capabilities.lessonsSeen)}})
        .toJson(QJsonDocument::Compact);
}

Capabilities capabilitiesFromJson(const QByteArray &json)
{
    const auto value = parseJson(json);
    if (!value) {
        return {};
    }
    QString problem;
    Fields in(*value, QString(), &problem);
    Capabilities found = fromNames(in.textsIf("capabilities"));
    found.exercisesSeen = seenFrom(in.raw().value("exercises_seen"_L1));
    found.lessonsSeen = seenFrom(in.raw().value("lessons_seen"_L1));
    return found;
}

} // namespace studio::sync
