#include "domain/outbox.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace studio {

namespace {

constexpr std::array<std::pair<OperationKind, const char *>, 10> kNames = {{
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
}};

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

QString toString(OperationKind kind)
{
    const auto found
        = std::find_if(kNames.begin(), kNames.end(), [kind](const auto &each) { return each.first == kind; });
    return QString::fromLatin1(found->second);
}

std::optional<OperationKind> operationKindFrom(const QString &name)
{
    for (const auto &[kind, text] : kNames) {
        if (name == QLatin1StringView(text)) {
            return kind;
        }
    }
    return {};
}

} // namespace studio
