#include "cli/check_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/verdict_json.h"
#include "domain/when_done.h"
#include "services/grader.h"
#include "text/verdict_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

int exitCodeFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return kDone;
    case Outcome::Wrong:
        return kNotPassed;
    case Outcome::DidNotFinish:
        return kDidNotFinish;
    case Outcome::ExerciseBroken:
        return kBroken;
    }
    Q_UNREACHABLE();
}

Result<QString> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"-"_s);
    }
    return QString::fromUtf8(input.readAll());
}

} // namespace

CheckCommand::CheckCommand(const Environment &environment, CommandIo io)
    : Command(environment, std::move(io))
{
}

CheckCommand::~CheckCommand() = default;

void CheckCommand::start(const QStringList &arguments)
{
    const auto options
        = parseOptions(arguments, {{u"code"_s, true}, {u"json"_s, false}, {u"no-record"_s, false}}, 1, 1);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    const QString name = options->positional().first();
    if (!name.contains(u'/') || !options->has(u"code"_s)) {
        printError(tr("Name the exercise as COURSE/EXERCISE and the answer with --code FILE."));
        return finishLater(kUsage);
    }
    m_json = options->has(u"json"_s);
    m_record = !options->has(u"no-record"_s);
    const QString codePath = options->value(u"code"_s);
    if (codePath == "-"_L1 && !io().ownInput) {
        printError(tr("While the window is open, give the answer as a file."));
        return finishLater(kUsage);
    }
    const auto answer = codePath == "-"_L1 ? readStandardInput() : readTextFile(absolutePath(codePath));
    if (!answer) {
        return finishLater(report(answer.error()));
    }
    m_answer = *answer;
    const auto loaded = environment().courses.load(name.section(u'/', 0, 0));
    if (!loaded) {
        return finishLater(report(loaded.error()));
    }
    m_course = loaded->course;
    m_exercise = m_course ? findExercise(*m_course, name.section(u'/', 1)) : nullptr;
    if (!m_exercise) {
        printError(tr("There is no exercise %1 in this course.").arg(name.section(u'/', 1)));
        return finishLater(kNotFound);
    }
    if (m_exercise->kind == ExerciseKind::Steps) {
        printError(tr("This exercise is made of steps. Check one of them: %1/STEP.").arg(name));
        return finishLater(kUsage);
    }
    grade();
}

void CheckCommand::interrupt()
{
    if (m_grading) {
        m_grading->stop();
    } else {
        Command::interrupt();
    }
}

void CheckCommand::grade()
{
    m_grading = environment().grader.grade(m_exercise, m_answer);
    connect(m_grading.get(), &services::Grading::finished, this, &CheckCommand::record);
}

void CheckCommand::record(const Verdict &verdict)
{
    if (!m_record) {
        return tell(verdict);
    }
    const auto work = environment().work();
    if (!work) {
        tell(verdict);
        report(work.error()); // the verdict stands all the same
        return;
    }
    Attempt attempt;
    attempt.courseId = m_course->id;
    attempt.exerciseId = m_exercise->id;
    attempt.atUtc = environment().clock.nowUtc();
    attempt.answer = m_answer;
    attempt.outcome = verdict.outcome;
    whenDone((*work)->recordAttempt(attempt), this, [this, verdict](const Result<ExerciseProgress> &done) {
        if (!done) {
            report(done.error());
        }
        tell(verdict);
    });
}

void CheckCommand::tell(const Verdict &verdict)
{
    if (m_json) {
        QJsonObject json = toJson(*m_exercise, verdict);
        json.insert(u"course"_s, m_course->id);
        printJson(QJsonDocument(json).toJson());
    } else {
        const text::VerdictText words = text::describe(*m_exercise, verdict);
        print(words.headline);
        for (const QString &line : {words.detail, words.difference, words.why,
                                    verdict.mistakeMessage.markdown, words.rule, words.next, words.teacher}) {
            if (!line.isEmpty()) {
                print(line.trimmed());
            }
        }
        for (const text::VerdictRow &row : words.rows) {
            const QString value = row.value.contains(u'\n')
                ? QString(u"\n    "_s % QString(row.value).replace(u"\n"_s, u"\n    "_s))
                : QString(u' ' % row.value);
            print(u"  %1:%2"_s.arg(row.label, value));
        }
    }
    finishLater(exitCodeFor(verdict.outcome));
}

} // namespace studio::cli
