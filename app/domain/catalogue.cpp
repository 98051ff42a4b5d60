#include "domain/catalogue.h"

#include <QStringView>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> numberAfter(const QString &text, QLatin1StringView prefix)
{
    if (!text.startsWith(prefix)) {
        return {};
    }
    const QStringView digits = QStringView(text).sliced(prefix.size());
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    // Only the one spelling courseIdOf() gives: no sign, no leading zero.
    return ok && number > 0 && QString::number(number) == digits ? std::optional(number) : std::nullopt;
}

} // namespace

QString toString(Catalogue catalogue)
{
    return catalogue == Catalogue::Classic ? u"classic"_s : u"pages"_s;
}

QString courseIdOf(const PlatformCourse &course)
{
    return u"%1-%2"_s.arg(toString(course.catalogue)).arg(course.id);
}

std::optional<PlatformCourse> platformCourse(const QString &courseId)
{
    if (const auto id = numberAfter(courseId, "classic-"_L1)) {
        return PlatformCourse{Catalogue::Classic, *id};
    }
    if (const auto id = numberAfter(courseId, "pages-"_L1)) {
        return PlatformCourse{Catalogue::Pages, *id};
    }
    return {};
}

std::optional<qint64> platformLesson(const QString &lessonId)
{
    return numberAfter(lessonId, "lesson-"_L1);
}

std::optional<qint64> platformExercise(const QString &exerciseId)
{
    return numberAfter(exerciseId.section(u'/', 0, 0), "exercise-"_L1);
}

} // namespace studio
