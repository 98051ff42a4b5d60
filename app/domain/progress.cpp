#include "domain/progress.h"

#include <array>
#include <utility>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<VersionReason, QLatin1StringView>, 6> kReasonNames = {{
    {VersionReason::Typed, "typed"_L1},
    {VersionReason::Run, "run"_L1},
    {VersionReason::Checked, "checked"_L1},
    {VersionReason::Opened, "opened"_L1},
    {VersionReason::Restored, "restored"_L1},
    {VersionReason::Reset, "reset"_L1},
}};

} // namespace

DocumentId DocumentId::forAnswer(const QString &courseId, const QString &exerciseId)
{
    return {u"answer/%1/%2"_s.arg(courseId, exerciseId)};
}

DocumentId DocumentId::forPlayground(const QString &id)
{
    return {u"playground/%1"_s.arg(id)};
}

QString toString(VersionReason reason)
{
    for (const auto &[value, name] : kReasonNames) {
        if (value == reason) {
            return name;
        }
    }
    Q_UNREACHABLE();
}

std::optional<VersionReason> versionReasonFrom(const QString &name)
{
    for (const auto &[value, known] : kReasonNames) {
        if (name == known) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace studio
