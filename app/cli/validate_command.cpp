#include "cli/validate_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/verdict_json.h"
#include "services/course_validator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace studio::cli {

using namespace Qt::StringLiterals;

ValidateCommand::ValidateCommand(const Environment &environment, CommandIo io)
    : Command(environment, std::move(io))
{
}

ValidateCommand::~ValidateCommand() = default;

void ValidateCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 1, 1);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    m_json = options->has(u"json"_s);
    m_validation = std::make_unique<services::CourseValidation>(environment().courses, environment().grader);
    connect(m_validation.get(), &services::CourseValidation::finished, this,
            [this](const services::CourseReport &report) {
                m_json ? tellJson(report) : tell(report);
                finishLater(report.hasErrors() ? kNotPassed : kDone);
            });
    m_validation->start(absolutePath(options->positional().first()));
}

void ValidateCommand::interrupt()
{
    if (m_validation) {
        m_validation->stop();
    } else {
        Command::interrupt();
    }
}

void ValidateCommand::tell(const services::CourseReport &report)
{
    for (const Problem &problem : report.problems) {
        const QString place = problem.place.line > 0
            ? u"%1:%2:%3"_s.arg(problem.place.file).arg(problem.place.line).arg(problem.place.column)
            : problem.place.file;
        const QString kind = problem.severity == Severity::Error ? tr("error") : tr("warning");
        print(u"%1: %2: %3"_s.arg(place, kind, problem.what)
              % (problem.expected.isEmpty() ? QString() : tr("; expected %1").arg(problem.expected)));
    }
    const auto proved = std::count_if(report.exercises.begin(), report.exercises.end(), [](const auto &each) {
        return each.solutionPasses && each.starterFails && each.mistakes == each.mistakesRecognised;
    });
    print(tr("%1: %2 lessons, %3 exercises, %4 of them proved, %5 problems, %6 s")
              .arg(report.courseId)
              .arg(report.lessons)
              .arg(report.exercises.size())
              .arg(proved)
              .arg(report.problems.size())
              .arg(static_cast<double>(report.elapsed.count()) / 1000, 0, 'f', 1));
}

void ValidateCommand::tellJson(const services::CourseReport &report)
{
    QJsonArray exercises;
    for (const services::ExerciseReport &each : report.exercises) {
        exercises.append(QJsonObject{{u"id"_s, each.id},
                                     {u"kind"_s, toString(each.kind)},
                                     {u"solution_passes"_s, each.solutionPasses},
                                     {u"starter_fails"_s, each.starterFails},
                                     {u"mistakes"_s, each.mistakes},
                                     {u"mistakes_recognised"_s, each.mistakesRecognised},
                                     {u"open_tests"_s, each.openTests},
                                     {u"elapsed_ms"_s, static_cast<double>(each.elapsed.count())}});
    }
    QJsonArray problems;
    for (const Problem &problem : report.problems) {
        problems.append(toJson(problem));
    }
    printJson(QJsonDocument(QJsonObject{{u"course"_s, report.courseId},
                                        {u"lessons"_s, report.lessons},
                                        {u"exercises"_s, exercises},
                                        {u"problems"_s, problems},
                                        {u"elapsed_ms"_s, static_cast<double>(report.elapsed.count())}})
                  .toJson());
}

} // namespace studio::cli
