#pragma once

#include "domain/ports/course_source.h"
#include "services/grader.h"

#include <QObject>

#include <chrono>

namespace studio::services {

/// What was proved of one exercise.
struct ExerciseReport
{
    QString id;
    ExerciseKind kind = ExerciseKind::Program;
    bool solutionPasses = false;
    bool starterFails = false;
    int mistakes = 0; ///< Anticipated ones.
    int mistakesRecognised = 0; ///< … whose own message came.
    bool openTests = false;
    std::chrono::milliseconds elapsed{0};
};

struct CourseReport
{
    QString courseId;
    int lessons = 0;
    std::vector<ExerciseReport> exercises; ///< Steps are counted as exercises of their own.
    std::vector<Problem> problems; ///< Of reading and of proving, in the order of files.
    std::chrono::milliseconds elapsed{0};

    bool hasErrors() const;
};

/// Proves a course: every solution passes, every starter fails, every anticipated mistake gets its own
/// message.
class CourseValidation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CourseValidation)

public:
    CourseValidation(CourseSource &source, Grader &grader, QObject *parent = nullptr);
    ~CourseValidation() override;

    void start(const QString &folder); ///< finished() follows, exactly once.
    void stop();

Q_SIGNALS:
    void progressed(int done, int inAll, const QString &exerciseId);
    void finished(const studio::services::CourseReport &report);

private:
    struct Private;

    void goOn();
    void judge(int proofKind, std::size_t exercise, std::size_t mistake, const Verdict &verdict);
    static std::shared_ptr<const Exercise> asProgram(const Exercise &predictOutput);

    std::unique_ptr<Private> d;
};

} // namespace studio::services
