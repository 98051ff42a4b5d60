#include "domain/project.h"

#include <QFileInfo>

#include <algorithm>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 100;

bool isBad(QChar c)
{
    return c < u' ' || c == QChar(0x7F) || u"/\\:*?\"<>|"_s.contains(c);
}

bool isDevice(const QString &name)
{
    static const QStringList devices = {u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    const bool numbered = stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1))
        && stem[3] >= u'1' && stem[3] <= u'9';
    return numbered || devices.contains(stem);
}

} // namespace

std::optional<NameProblem> problemOfName(const QString &name)
{
    if (name.isEmpty()) {
        return NameProblem::Empty;
    }
    if (name.size() > kLongest) {
        return NameProblem::TooLong;
    }
    if (std::any_of(name.begin(), name.end(), &isBad)) {
        return NameProblem::BadCharacter;
    }
    if (name.startsWith(u'.')) {
        return NameProblem::Hidden;
    }
    if (name.endsWith(u'.') || name.endsWith(u' ') || name.startsWith(u' ')) {
        return NameProblem::BadEnd;
    }
    if (isDevice(name)) {
        return NameProblem::Reserved;
    }
    return std::nullopt;
}

std::optional<NameProblem> problemOfPath(const QString &path)
{
    for (const QString &name : path.split(u'/')) {
        if (const auto problem = problemOfName(name)) {
            return problem;
        }
    }
    return std::nullopt;
}

QString safeFileName(const QString &wanted)
{
    QString name = wanted.section(u'/', -1).section(u'\\', -1);
    for (QChar &c : name) {
        if (isBad(c)) {
            c = u'_';
        }
    }
    while (name.startsWith(u'.') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    while (name.endsWith(u'.') || name.endsWith(u' ')) {
        name.chop(1);
    }
    const QString suffix = QFileInfo(name).suffix();
    if (name.size() > kLongest) {
        name = name.left(kLongest - suffix.left(10).size() - 1) % u'.' % suffix.left(10);
    }
    if (isDevice(name)) {
        name.prepend(u'_');
    }
    return problemOfName(name) ? u"unnamed"_s : name;
}

QString freeName(const QString &wanted, const std::function<bool(const QString &)> &taken)
{
    if (!taken(wanted)) {
        return wanted;
    }
    const qsizetype slash = wanted.lastIndexOf(u'/') + 1;
    const qsizetype dot = wanted.lastIndexOf(u'.');
    const QString suffix = dot > slash ? wanted.mid(dot) : QString();
    const QString stem = wanted.chopped(suffix.size());
    // A module's name can't hold a space.
    const QString join = suffix == ".py"_L1 ? u"_"_s : u" "_s;
    for (int i = 2;; ++i) {
        QString name = stem % join % QString::number(i) % suffix;
        if (!taken(name)) {
            return name;
        }
    }
}

} // namespace studio
