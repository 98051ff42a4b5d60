#include "services/course_validator.h"

#include <QElapsedTimer>

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace studio::services {

using namespace Qt::StringLiterals;

bool CourseReport::hasErrors() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.severity == Severity::Error; });
}

namespace {

/// One thing to prove: what comes of an answer to an exercise.
struct Proof
{
    enum class Kind { Solution, Starter, Mistake };

    Kind kind = Kind::Solution;
    std::size_t exercise = 0; ///< Index in the report.
    std::size_t mistake = 0;
    QString answer;
};

constexpr int kAtOnce = 2;

void collect(const std::shared_ptr<const Exercise> &exercise,
             std::vector<std::shared_ptr<const Exercise>> &all)
{
    if (const auto *steps = std::get_if<StepsSpec>(&exercise->spec)) {
        for (const auto &step : steps->steps) {
            collect(step, all);
        }
        return;
    }
    all.push_back(exercise);
}

/// The answer that passes, where the author writes it down in another form than a solution file.
QString solutionOf(const Exercise &exercise)
{
    if (const auto *choice = std::get_if<ChoiceSpec>(&exercise.spec)) {
        QStringList right;
        for (const ChoiceOption &option : choice->options) {
            if (option.right) {
                right.append(option.id);
            }
        }
        return right.join(u'\n');
    }
    if (const auto *parsons = std::get_if<ParsonsSpec>(&exercise.spec)) {
        return parsons->lines.join(u'\n');
    }
    if (const auto *type = std::get_if<TypeThisSpec>(&exercise.spec)) {
        return type->text;
    }
    if (const auto *predict = std::get_if<PredictOutputSpec>(&exercise.spec)) {
        return predict->output;
    }
    if (const auto *fill = std::get_if<FillBlanksSpec>(&exercise.spec); fill && exercise.solution.isEmpty()) {
        QString filled = fill->codeTemplate;
        for (const Blank &blank : fill->blanks) {
            filled.replace(u"{{"_s % blank.name % u"}}"_s, blank.accepted.value(0));
        }
        return filled;
    }
    return exercise.solution;
}

QString whatHappened(const Verdict &verdict)
{
    if (verdict.broken) {
        return verdict.broken->what;
    }
    if (verdict.error) {
        return u"%1: %2 (line %3)"_s.arg(verdict.error->type, verdict.error->message)
            .arg(verdict.error->line);
    }
    if (verdict.firstDiffering >= 0) {
        const CaseResult &first = verdict.cases[static_cast<std::size_t>(verdict.firstDiffering)];
        const QString place
            = first.call.isEmpty() ? u"case %1"_s.arg(verdict.firstDiffering + 1) : first.call;
        const QString actual = first.error ? first.error->type : first.actual.left(80);
        return u"%1 gave %2, expected %3"_s.arg(place, actual.trimmed(), first.expected.left(80).trimmed())
            .simplified();
    }
    if (!verdict.constructs.empty()) {
        return u"construct %1"_s.arg(verdict.constructs.front().construct);
    }
    return toString(verdict.outcome);
}

} // namespace

struct CourseValidation::Private
{
    CourseSource &source;
    Grader &grader;
    std::shared_ptr<const Course> course;
    std::vector<std::shared_ptr<const Exercise>> exercises;
    std::deque<Proof> proofs;
    std::map<Grading *, std::unique_ptr<Grading>> running;
    CourseReport report;
    QElapsedTimer clock;
    int inAll = 0;
    bool finished = false;

    void problem(const SourcePlace &place, const QString &what, const QString &expected)
    {
        report.problems.push_back({Severity::Error, place, what, expected});
    }
};

CourseValidation::CourseValidation(CourseSource &source, Grader &grader, QObject *parent)
    : QObject(parent)
    , d(new Private{source, grader, {}, {}, {}, {}, {}, {}, 0, false})
{
}

CourseValidation::~CourseValidation() = default;

void CourseValidation::start(const QString &folder)
{
    d->clock.start();
    auto loaded = d->source.loadFolder(folder);
    if (!loaded) {
        d->problem({folder, 0, 0}, u"no course here: "_s % loaded.error().message,
                   u"a folder with a course.yaml"_s);
    } else {
        d->report.problems = loaded->problems;
        d->course = loaded->course;
    }
    if (d->course) {
        d->report.courseId = d->course->id;
        d->report.lessons = static_cast<int>(lessonsOf(*d->course).size());
        for (const auto &exercise : exercisesOf(*d->course)) {
            collect(exercise, d->exercises);
        }
    }
    for (std::size_t i = 0; i < d->exercises.size(); ++i) {
        const Exercise &exercise = *d->exercises[i];
        ExerciseReport report;
        report.id = exercise.id;
        report.kind = exercise.kind;
        report.mistakes = static_cast<int>(exercise.mistakes.size());
        d->report.exercises.push_back(report);
        d->proofs.push_back({Proof::Kind::Solution, i, 0, solutionOf(exercise)});
        d->proofs.push_back({Proof::Kind::Starter, i, 0, initialAnswer(exercise)});
        for (std::size_t m = 0; m < exercise.mistakes.size(); ++m) {
            d->proofs.push_back({Proof::Kind::Mistake, i, m, exercise.mistakes[m].answer});
        }
    }
    d->inAll = static_cast<int>(d->proofs.size());
    QMetaObject::invokeMethod(this, &CourseValidation::goOn, Qt::QueuedConnection);
}

void CourseValidation::stop()
{
    d->proofs.clear();
    for (const auto &[key, grading] : d->running) {
        grading->stop();
    }
    QMetaObject::invokeMethod(this, &CourseValidation::goOn, Qt::QueuedConnection);
}

void CourseValidation::goOn()
{
    while (static_cast<int>(d->running.size()) < kAtOnce && !d->proofs.empty()) {
        const Proof proof = d->proofs.front();
        d->proofs.pop_front();
        auto exercise = d->exercises[proof.exercise];
        if (exercise->kind == ExerciseKind::PredictOutput && proof.kind == Proof::Kind::Solution) {
            exercise = asProgram(*exercise); // that it prints so is proved by running it
        }
        const QString answer = exercise == d->exercises[proof.exercise] ? proof.answer : exercise->solution;
        auto grading = proof.kind == Proof::Kind::Mistake ? d->grader.grade(exercise, answer)
                                                          : d->grader.gradePlainly(exercise, answer);
        Grading *key = grading.get();
        connect(key, &Grading::finished, this, [this, key, proof](const Verdict &verdict) {
            d->running[key].release()->deleteLater(); // this is its own signal
            d->running.erase(key);
            judge(static_cast<int>(proof.kind), proof.exercise, proof.mistake, verdict);
            const int done = d->inAll - static_cast<int>(d->proofs.size() + d->running.size());
            Q_EMIT progressed(done, d->inAll, d->exercises[proof.exercise]->id);
            goOn();
        });
        d->running.emplace(key, std::move(grading));
    }
    if (d->running.empty() && d->proofs.empty() && !d->finished) {
        d->finished = true;
        d->report.elapsed = std::chrono::milliseconds(d->clock.elapsed());
        std::stable_sort(
            d->report.problems.begin(), d->report.problems.end(), [](const Problem &a, const Problem &b) {
                return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
            });
        Q_EMIT finished(d->report);
    }
}

void CourseValidation::judge(int kind, std::size_t index, std::size_t mistakeIndex, const Verdict &verdict)
{
    const Exercise &exercise = *d->exercises[index];
    ExerciseReport &report = d->report.exercises[index];
    report.elapsed += std::chrono::duration_cast<std::chrono::milliseconds>(verdict.elapsed);
    report.openTests = report.openTests || verdict.openTests;
    switch (static_cast<Proof::Kind>(kind)) {
    case Proof::Kind::Solution:
        report.solutionPasses = verdict.outcome == Outcome::Passed;
        if (!report.solutionPasses) {
            const SourcePlace place = verdict.broken && !verdict.broken->place.file.isEmpty()
                ? verdict.broken->place
                : exercise.place;
            d->problem(place,
                       u"the solution of %1 does not pass: %2"_s.arg(exercise.id, whatHappened(verdict)),
                       u"a solution that passes"_s);
        }
        return;
    case Proof::Kind::Starter:
        report.starterFails = verdict.outcome != Outcome::Passed;
        if (!report.starterFails) {
            d->problem(exercise.place, u"the starter of %1 passes already"_s.arg(exercise.id),
                       u"a starter that leaves something to do"_s);
        }
        return;
    case Proof::Kind::Mistake:
        break;
    }
    const Mistake &mistake = exercise.mistakes[mistakeIndex];
    if (verdict.outcome == Outcome::Passed) {
        d->problem(mistake.place, u"the mistake %1 of %2 passes"_s.arg(mistake.name, exercise.id),
                   u"an answer that fails"_s);
    } else if (verdict.mistake != mistake.name) {
        d->problem(mistake.place,
                   verdict.mistake.isEmpty() ? u"the mistake %1 of %2 does not get its message (%3)"_s.arg(
                       mistake.name, exercise.id, whatHappened(verdict))
                                             : u"the mistake %1 of %2 gets the message of %3"_s.arg(
                                                 mistake.name, exercise.id, verdict.mistake),
                   u"its own message"_s);
    } else {
        ++report.mistakesRecognised;
    }
}

std::shared_ptr<const Exercise> CourseValidation::asProgram(const Exercise &exercise)
{
    const auto &predict = std::get<PredictOutputSpec>(exercise.spec);
    auto program = std::make_shared<Exercise>(exercise);
    program->kind = ExerciseKind::Program;
    program->solution = predict.code;
    program->mistakes.clear();
    ProgramCase only;
    only.input = predict.input;
    only.output = predict.output;
    only.place = exercise.place;
    program->spec = ProgramSpec{{only}, predict.rule};
    return program;
}

} // namespace studio::services
