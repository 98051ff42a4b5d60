#include "sync/http/user_agent.h"

#include <QSysInfo>

#include <algorithm>

namespace studio::sync {

namespace {

/// A header's text, whatever an os-release file or a build's version says.
QByteArray plain(QByteArray text)
{
    text.truncate(40);
    std::replace_if(
        text.begin(), text.end(),
        [](char each) { return each < 0x20 || each > 0x7e || each == '(' || each == ')'; }, '_');
    return text;
}

} // namespace

QByteArray userAgent(const QByteArray &version)
{
    const QByteArray system
        = (QSysInfo::productType() + QLatin1Char(' ') + QSysInfo::productVersion()).toLatin1();
    return "learning-studio/" + plain(version.isEmpty() ? QByteArray("0") : version) + " (" + plain(system)
        + ')';
}

} // namespace studio::sync
