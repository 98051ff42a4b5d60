#include "domain/picture.h"

#include <QDir>
#include <QImage>

#include <catch2/catch.hpp>

#include "runs.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

/// A program that has the tests' own matplotlib installed, with the pictures it showed.
class FigureRun final
{
public:
    explicit FigureRun(const QString &code)
        : m_running(requestFor(code))
    {
        QObject::connect(&m_running.run(), &Run::pictureShown, &m_running.run(),
                         [this](const Picture &picture) { pictures.push_back(picture); });
        ran = m_running.end(120'000);
    }

    static QString packages() { return QDir(QStringLiteral(STUDIO_TEST_PACKAGES)).canonicalPath(); }

    std::vector<Picture> pictures;
    Ran ran;

private:
    static RunRequest requestFor(const QString &code)
    {
        RunRequest made = request(code);
        made.kind = RunKind::Program;
        made.limits = RunLimits::forProgram();
        made.importPaths = {packages()};
        return made;
    }

    Running m_running;
};

bool isInstalled()
{
    const bool there = QDir(FigureRun::packages() + u"/matplotlib"_s).exists();
    if (!there) {
        WARN("matplotlib is not installed for the tests; run ./dev setup");
    }
    return there;
}

} // namespace

TEST_CASE("A figure of matplotlib is shown by show(), sharp, and as vectors for saving")
{
    if (!isInstalled()) {
        return;
    }
    const FigureRun run(uR"(
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [4, 1, 9], label="rain")
plt.title("Rain in May")
plt.legend()
plt.show()
plt.bar(["a", "b"], [3, 5])
plt.show()
plt.plot([1, 2])
print("never shown")
)"_s);
    INFO(run.ran.err.toStdString());
    CHECK(run.ran.result.state == RunState::Finished);
    CHECK(run.ran.out == u"never shown\n"_s);
    REQUIRE(run.pictures.size() == 2);
    CHECK(run.pictures[0].title == u"Rain in May"_s);
    CHECK(run.pictures[0].width == 1280);
    CHECK(run.pictures[0].height == 960);
    CHECK(QImage::fromData(run.pictures[0].png, "png").size() == QSize(1280, 960));
    CHECK(run.pictures[0].svg.contains("<svg"));
    CHECK(run.pictures[0].figure != run.pictures[1].figure);
}

TEST_CASE("A figure that is changed and shown again is the same figure; a large one has no vectors")
{
    if (!isInstalled()) {
        return;
    }
    const FigureRun run(uR"(
import numpy as np
import matplotlib.pyplot as plt
values = np.random.default_rng(1).normal(size=(30_000, 2))
figure, axes = plt.subplots()
axes.scatter(values[:, 0], values[:, 1])
plt.show(block=False)
axes.set_title("again")
plt.show()
)"_s);
    INFO(run.ran.err.toStdString());
    REQUIRE(run.pictures.size() == 2);
    CHECK(run.pictures[0].figure == run.pictures[1].figure);
    CHECK(run.pictures[1].title == u"again"_s);
    CHECK(run.pictures[1].svg.isEmpty());
}
