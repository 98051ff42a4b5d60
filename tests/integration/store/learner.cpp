// Does one action after another in courses of the platform until it is killed, and says the number of each on
// standard output once the store has acknowledged it: "<number>\n"; "-\n" when it is ready to begin.
// Arguments: the profile's folder, the first number.

#include "store/open_work_store.h"
#include "support/numbered_work.h"

#include <QCoreApplication>

#include <cstdio>

using namespace studio;

namespace {

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        return 2;
    }
    const SystemClock clock;
    auto opened = store::openWorkStore(arguments[1], clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    std::puts("-");
    std::fflush(stdout);
    for (int number = arguments[2].toInt();; ++number) {
        if (!test::doNumbered(*opened->store, *opened->sync, number, clock.nowUtc())) {
            std::fprintf(stderr, "action %d failed\n", number);
            return 1;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
