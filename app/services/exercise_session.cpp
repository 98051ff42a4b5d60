#include "services/exercise_session.h"

#include "domain/when_done.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

HintState hintState(const Hint &hint, bool opened, bool previousOpened, int failedAttempts,
                    std::chrono::seconds timeSpent)
{
    if (opened) {
        return {HintState::Kind::Open, 0, std::nullopt};
    }
    if (!previousOpened) {
        return {HintState::Kind::Locked, 0, std::nullopt};
    }
    const int attemptsLeft = std::max(0, hint.afterAttempts - failedAttempts);
    std::optional<std::chrono::seconds> timeLeft;
    if (hint.afterTime) {
        timeLeft = std::max(0s, *hint.afterTime - timeSpent);
    }
    const bool byAttempts = hint.afterAttempts > 0 && attemptsLeft == 0;
    const bool byTime = timeLeft && *timeLeft == 0s;
    const bool free = hint.afterAttempts == 0 && !hint.afterTime;
    if (byAttempts || byTime || free) {
        return {HintState::Kind::Ready, 0, std::nullopt};
    }
    return {HintState::Kind::Locked, attemptsLeft, timeLeft};
}

struct ExerciseSession::Private
{
    Parts parts;
    std::shared_ptr<const Course> course;
    std::shared_ptr<const Exercise> exercise;
    std::unique_ptr<DocumentSession> document = {};
    std::unique_ptr<Run> run = {};
    std::unique_ptr<Grading> grading = {};
    std::optional<Verdict> verdict = {};
    QTimer second = QTimer(nullptr);
    std::chrono::seconds unwritten{0}; ///< Time that is counted but not handed over yet.
    bool active = false;
};

namespace {

constexpr auto kTimeEvery = 15s;

Document freshDocument(const Course &course, const Exercise &exercise, const Clock &clock)
{
    Document document;
    document.id = DocumentId::forAnswer(course.id, exercise.id);
    document.title = exercise.title;
    document.text = initialAnswer(exercise);
    document.changedUtc = clock.nowUtc();
    return document;
}

QString shortDetail(const Verdict &verdict)
{
    const QJsonObject detail{{u"passed"_s, verdict.passedCases()},
                             {u"cases"_s, static_cast<int>(verdict.cases.size())},
                             {u"mistake"_s, verdict.mistake},
                             {u"ms"_s, static_cast<double>(verdict.elapsed.count()) / 1000}};
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

} // namespace

ExerciseSession::ExerciseSession(const Parts &parts, std::shared_ptr<const Course> course,
                                 std::shared_ptr<const Exercise> exercise, QObject *parent)
    : QObject(parent)
    , d(new Private{parts, std::move(course), std::move(exercise)})
{
    d->document = std::make_unique<DocumentSession>(parts.store, parts.clock,
                                                    freshDocument(*d->course, *d->exercise, parts.clock));
    connect(d->document.get(), &DocumentSession::opened, this, &ExerciseSession::opened);
    d->second.setInterval(1s);
    connect(&d->second, &QTimer::timeout, this, [this] {
        ++d->unwritten;
        if (d->unwritten >= kTimeEvery) {
            handOverTime();
        }
        Q_EMIT hintsChanged();
    });
}

ExerciseSession::~ExerciseSession()
{
    setActive(false);
}

void ExerciseSession::open()
{
    d->document->open();
}

const Course &ExerciseSession::course() const
{
    return *d->course;
}

const Exercise &ExerciseSession::exercise() const
{
    return *d->exercise;
}

std::shared_ptr<const Exercise> ExerciseSession::sharedExercise() const
{
    return d->exercise;
}

DocumentSession &ExerciseSession::document()
{
    return *d->document;
}

ExerciseProgress ExerciseSession::progress() const
{
    return d->parts.progress.exercise(d->course->id, d->exercise->id);
}

bool ExerciseSession::attemptsUsedUp() const
{
    const ExerciseProgress done = progress();
    return d->exercise->maxAttempts && !done.passed && done.attempts >= *d->exercise->maxAttempts;
}

bool ExerciseSession::isRunning() const
{
    return d->run != nullptr;
}

bool ExerciseSession::isChecking() const
{
    return d->grading != nullptr;
}

const std::optional<Verdict> &ExerciseSession::lastVerdict() const
{
    return d->verdict;
}

void ExerciseSession::run()
{
    if (isRunning() || isChecking()) {
        return;
    }
    d->document->keepVersion(VersionReason::Run);
    RunRequest request;
    request.code = d->document->document().text;
    request.fileName = d->exercise->fileName;
    request.kind = RunKind::Program;
    request.limits = RunLimits::forProgram();
    d->run = d->parts.runner.run(request);
    connect(d->run.get(), &Run::output, this, &ExerciseSession::output);
    connect(d->run.get(), &Run::inputRequested, this, &ExerciseSession::inputRequested);
    connect(d->run.get(), &Run::drew, this, &ExerciseSession::drew);
    connect(d->run.get(), &Run::pictureShown, this, &ExerciseSession::pictureShown);
    connect(d->run.get(), &Run::finished, this, [this](const RunResult &result) {
        d->run.release()->deleteLater(); // this is its own signal
        Q_EMIT runFinished(result);
    });
    Q_EMIT runStarted();
}

void ExerciseSession::sendInput(const QString &line)
{
    if (d->run) {
        d->run->sendInput(line);
    }
}

void ExerciseSession::sendEvent(const CanvasEvent &event)
{
    if (d->run) {
        d->run->sendEvent(event);
    }
}

void ExerciseSession::endInput()
{
    if (d->run) {
        d->run->endInput();
    }
}

void ExerciseSession::stop()
{
    if (d->run) {
        d->run->stop();
    }
    if (d->grading) {
        d->grading->stop();
    }
}

void ExerciseSession::check()
{
    if (isRunning() || isChecking() || attemptsUsedUp()) {
        return;
    }
    const QString answer = d->document->document().text;
    d->document->saveNow();
    d->grading = d->parts.grader.grade(d->exercise, answer);
    connect(d->grading.get(), &Grading::progressed, this, &ExerciseSession::checkProgressed);
    connect(d->grading.get(), &Grading::finished, this, [this, answer](const Verdict &verdict) {
        d->grading.release()->deleteLater(); // this is its own signal
        d->verdict = verdict;
        record(answer, verdict);
        Q_EMIT checked(verdict);
    });
    Q_EMIT checkStarted();
}

void ExerciseSession::record(const QString &answer, const Verdict &verdict)
{
    Attempt attempt;
    attempt.courseId = d->course->id;
    attempt.exerciseId = d->exercise->id;
    attempt.atUtc = d->parts.clock.nowUtc();
    attempt.answer = answer;
    attempt.outcome = verdict.outcome;
    attempt.detail = shortDetail(verdict);
    handOverTime();
    whenDone(d->parts.progress.recordAttempt(attempt), this, [this](const Result<ExerciseProgress> &) {
        Q_EMIT progressChanged(); // a failure is told by the progress service
        Q_EMIT hintsChanged();
    });
}

void ExerciseSession::reset()
{
    if (isRunning() || isChecking()) {
        return;
    }
    d->document->keepVersion(VersionReason::Reset);
    d->document->setText(initialAnswer(*d->exercise), 0);
    Q_EMIT textReplaced();
}

HintState ExerciseSession::hint(int index) const
{
    const ExerciseProgress done = progress();
    const bool opened = index < done.hintsOpened;
    const bool previousOpened = index <= done.hintsOpened;
    return hintState(d->exercise->hints[static_cast<std::size_t>(index)], opened, previousOpened,
                     done.failedAttempts, done.timeSpent + d->unwritten);
}

void ExerciseSession::openHint(int index)
{
    if (hint(index).kind == HintState::Kind::Ready) {
        d->parts.progress.setHintsOpened(d->course->id, d->exercise->id, index + 1);
        Q_EMIT hintsChanged();
        Q_EMIT progressChanged();
    }
}

QFuture<Result<std::vector<Attempt>>> ExerciseSession::attempts()
{
    return d->parts.store.attempts(d->course->id, d->exercise->id);
}

void ExerciseSession::setActive(bool active)
{
    if (active == d->active) {
        return;
    }
    d->active = active;
    if (active) {
        d->second.start();
    } else {
        d->second.stop();
        handOverTime();
    }
}

void ExerciseSession::handOverTime()
{
    if (d->unwritten > 0s) {
        d->parts.progress.addTime(d->course->id, {}, d->exercise->id, d->unwritten);
        d->unwritten = 0s;
    }
}

} // namespace studio::services
