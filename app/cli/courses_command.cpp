#include "cli/courses_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace studio::cli {

using namespace Qt::StringLiterals;

void CoursesCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 0, 0);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    const auto courses = environment().courses.courses();
    if (options->has(u"json"_s)) {
        QJsonArray list;
        for (const CourseSummary &course : courses) {
            list.append(QJsonObject{{u"id"_s, course.id},
                                    {u"title"_s, course.title},
                                    {u"summary"_s, course.summary},
                                    {u"folder"_s, course.root},
                                    {u"bundled"_s, course.bundled}});
        }
        printJson(QJsonDocument(list).toJson());
        return finishLater(kDone);
    }
    if (courses.empty()) {
        print(tr("There are no courses here yet."));
    }
    for (const CourseSummary &course : courses) {
        print(u"%1  %2"_s.arg(course.id, -20).arg(course.title));
        if (!course.summary.isEmpty()) {
            print(u"%1  %2"_s.arg(QString(), -20).arg(course.summary));
        }
    }
    finishLater(kDone);
}

} // namespace studio::cli
