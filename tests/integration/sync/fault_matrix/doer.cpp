// Finishes lessons and submits programs as fast as the disk allows, and says each that was acknowledged; to
// be killed.

#include "store/open_work_store.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        return EXIT_FAILURE;
    }
    const SystemClock clock;
    auto opened = store::openWorkStore(QString::fromLocal8Bit(argv[1]), clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return EXIT_FAILURE;
    }
    const QString course = u"classic-4"_s;
    for (int number = std::atoi(argv[2]);; ++number) {
        LessonProgress progress;
        progress.read = true;
        bool done
            = opened->store->saveLesson(course, u"lesson-%1"_s.arg(number), progress).result().has_value();
        if (number % 3 == 0) {
            Attempt attempt;
            attempt.courseId = course;
            attempt.exerciseId = u"exercise-%1"_s.arg(number);
            attempt.atUtc = clock.nowUtc();
            attempt.answer = u"print(%1)\n"_s.arg(number).repeated(40);
            done = opened->store->recordAttempt(attempt).result() && done;
        }
        if (!done) {
            return EXIT_FAILURE;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
