// Types into one document until it is killed, and says each key on standard output: "<key> <ms of the steady
// clock>\n". Arguments: the profile's folder, the seed, milliseconds between keys.

#include "services/document_session.h"
#include "store/open_work_store.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <random>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Every key adds its number, so that the text tells which keys it holds.
void pressKey(services::DocumentSession &session, std::mt19937 &random)
{
    const QString text = session.document().text;
    const qsizetype key = text.count(u';');
    const QString piece = QString::number(key) + u';';
    // In the middle as well as at the end.
    qsizetype at = text.size();
    if (random() % 4 == 0 && !text.isEmpty()) {
        at = text.indexOf(u';', static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()))) + 1;
    }
    const qint64 now = steadyMilliseconds();
    session.setText(text.left(at) + piece + text.mid(at), static_cast<int>(at + piece.size()));
    std::printf("%lld %lld\n", static_cast<long long>(key), static_cast<long long>(now));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return 2;
    }
    const SystemClock clock;
    auto opened = store::openWorkStore(arguments[1], clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    std::mt19937 random(arguments[2].toUInt());
    services::DocumentSession session(*opened->store, clock,
                                      Document{{u"playground/typed"_s}, {}, {}, 0, {}});
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &session, [&] { pressKey(session, random); });
    QObject::connect(&session, &services::DocumentSession::opened, &keys,
                     [&] { keys.start(arguments[3].toInt()); });
    session.open();
    return QCoreApplication::exec();
}
