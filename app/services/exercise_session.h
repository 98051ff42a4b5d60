#pragma once

#include "domain/course.h"
#include "services/document_session.h"
#include "services/grader.h"
#include "services/progress_service.h"

namespace studio::services {

/// What a hint's card shows.
struct HintState
{
    enum class Kind { Open, Ready, Locked };

    Kind kind = Kind::Locked;
    int attemptsLeft = 0; ///< For Locked: opens after so many more checks …
    std::optional<std::chrono::seconds> timeLeft; ///< … or after so long.
};

/// An exercise a person works on: answer, runs, checks, hints, attempts, time. One per open exercise or step.
///
/// Its signals are all that the page needs; the page holds no state of its own.
class ExerciseSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExerciseSession)

public:
    struct Parts
    {
        CodeRunner &runner;
        Grader &grader;
        ProgressService &progress;
        WorkStore &store;
        const Clock &clock;
    };

    ExerciseSession(const Parts &parts, std::shared_ptr<const Course> course,
                    std::shared_ptr<const Exercise> exercise, QObject *parent = nullptr);
    ~ExerciseSession() override;

    void open(); ///< opened() follows.

    const Course &course() const;
    const Exercise &exercise() const;
    std::shared_ptr<const Exercise> sharedExercise() const;
    DocumentSession &document();
    ExerciseProgress progress() const;
    bool attemptsUsedUp() const;

    bool isRunning() const; ///< A run, not a check.
    bool isChecking() const;
    const std::optional<Verdict> &lastVerdict() const; ///< Of this session.

    void run(); ///< Runs the answer as the learner's own program; keeps a version.
    void sendInput(const QString &line);
    void sendEvent(const studio::CanvasEvent &event); ///< What a person did on the drawing.
    void endInput();
    void stop(); ///< Whatever runs: program or check.
    void check(); ///< Checks the answer, records the attempt, keeps a version.
    void reset(); ///< Back to the starter; the text before is kept as a version and can be had back.

    HintState hint(int index) const;
    void openHint(int index); ///< Only when Ready.
    QFuture<Result<std::vector<Attempt>>> attempts();

    /// Time only counts while the page says that the person is here.
    void setActive(bool active);

Q_SIGNALS:
    void opened();
    void runStarted();
    void output(studio::RunStream stream, const QByteArray &bytes);
    void inputRequested();
    void drew(const studio::DrawingChange &change);
    void pictureShown(const studio::Picture &picture);
    void runFinished(const studio::RunResult &result);
    void checkStarted();
    void checkProgressed(int casesDone, int casesInAll);
    void checked(const studio::Verdict &verdict);
    void hintsChanged(); ///< Also once a second while a timed hint is about to open.
    void progressChanged();
    void textReplaced(); ///< The document's text was changed from here (reset, restore): show it.

private:
    struct Private;

    void record(const QString &answer, const Verdict &verdict);
    void handOverTime();

    std::unique_ptr<Private> d;
};

/// Pure: when a hint opens.
HintState hintState(const Hint &hint, bool opened, bool previousOpened, int failedAttempts,
                    std::chrono::seconds timeSpent);

} // namespace studio::services
