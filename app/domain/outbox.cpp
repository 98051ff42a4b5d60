#include "domain/outbox.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace studio {

namespace {

constexpr std::array<std::pair<OperationKind, const char *>, 18> kNames = {{
    {OperationKind::Enrol, "enrol"},
    {OperationKind::Leave, "leave"},
    {OperationKind::Complete, "complete"},
    {OperationKind::Position, "position"},
    {OperationKind::Bookmark, "bookmark"},
    {OperationKind::Notes, "notes"},
    {OperationKind::Time, "time"},
    {OperationKind::Submit, "submit"},
    {OperationKind::Answer, "answer"},
    {OperationKind::Profile, "profile"},
    {OperationKind::Topic, "topic"},
    {OperationKind::Reply, "reply"},
    {OperationKind::EditPost, "edit-post"},
    {OperationKind::EditTopic, "edit-topic"},
    {OperationKind::DeletePost, "delete-post"},
    {OperationKind::DeleteTopic, "delete-topic"},
    {OperationKind::Follow, "follow"},
    {OperationKind::Unfollow, "unfollow"},
}};

constexpr std::array<std::pair<KeptWork::Reason, const char *>, 4> kReasons = {{
    {KeptWork::Reason::Gone, "gone"},
    {KeptWork::Reason::Refused, "refused"},
    {KeptWork::Reason::Invalid, "invalid"},
    {KeptWork::Reason::Damaged, "damaged"},
}};

template<typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [value](const auto &each) { return each.first == value; });
    return QString::fromLatin1(found->second);
}

template<typename Names>
auto valueIn(const Names &names, const QString &name) -> std::optional<decltype(names.front().first)>
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1StringView(known)) {
            return value;
        }
    }
    return {};
}

} // namespace

QByteArray hashOf(const OutboxEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        // With its length, so that no two entries can be spelled alike.
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        hash.addData(part);
    };
    add(entry.operationId);
    add(toString(entry.kind).toUtf8());
    add(entry.lane.toUtf8());
    add(entry.courseId.toUtf8());
    add(entry.itemId.toUtf8());
    add(entry.body);
    return hash.result();
}

bool isForum(OperationKind kind)
{
    return kind >= OperationKind::Topic;
}

QString toString(OperationKind kind)
{
    return nameIn(kNames, kind);
}

std::optional<OperationKind> operationKindFrom(const QString &name)
{
    return valueIn(kNames, name);
}

QString toString(KeptWork::Reason reason)
{
    return nameIn(kReasons, reason);
}

std::optional<KeptWork::Reason> keptReasonFrom(const QString &name)
{
    return valueIn(kReasons, name);
}

} // namespace studio
