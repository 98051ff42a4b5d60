#include "domain/outbox.h"

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
