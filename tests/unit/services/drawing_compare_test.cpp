#include "services/grading/drawing_compare.h"
#include "text/drawing_words.h"

#include <QElapsedTimer>

#include <catch2/catch.hpp>

#include <cmath>

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;

namespace {

/// Builds a drawing as a turtle would: positions with y upwards.
class Sketch final
{
public:
    Sketch &line(const QList<QPointF> &points, quint32 colour = 0, double width = 1)
    {
        DrawingItem item = next(points);
        item.stroke = colour;
        item.width = width;
        return add(item);
    }

    Sketch &area(const QList<QPointF> &points, quint32 colour = 0, bool pointer = false)
    {
        DrawingItem item = next(points);
        item.kind = DrawingItem::Kind::Area;
        item.fill = colour;
        item.pointer = pointer;
        return add(item);
    }

    Sketch &text(QPointF at, const QString &text)
    {
        DrawingItem item = next({at});
        item.kind = DrawingItem::Kind::Text;
        item.text = text;
        item.stroke = 0;
        return add(item);
    }

    Sketch &paper(quint32 colour)
    {
        DrawingScreen screen;
        screen.background = colour;
        m_drawing.apply({false, {}, {}, screen, {}});
        return *this;
    }

    operator const Drawing &() const { return m_drawing; } // NOLINT(google-explicit-constructor)

private:
    DrawingItem next(const QList<QPointF> &points)
    {
        DrawingItem item;
        item.id = item.place = ++m_last;
        for (const QPointF &each : points) {
            item.points.append({each.x(), -each.y()});
        }
        return item;
    }

    Sketch &add(const DrawingItem &item)
    {
        m_drawing.apply({false, {item}, {}, {}, {}});
        return *this;
    }

    Drawing m_drawing;
    qint64 m_last = 0;
};

const QList<QPointF> kSquare = {{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};

QList<QPointF> circle(double radius, int steps, double turned = 0)
{
    QList<QPointF> points;
    for (int i = 0; i <= steps; ++i) {
        const double angle = turned + i * 2 * 3.14159265358979 / steps;
        points.append({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return points;
}

bool same(const Drawing &expected, const Drawing &actual, const DrawingRule &rule = {})
{
    return compareDrawings(expected, actual, rule).none();
}

} // namespace

TEST_CASE("The order, the direction and the number of steps of lines do not count")
{
    const Sketch square = Sketch().line(kSquare);
    CHECK(same(square, Sketch().line({{0, 0}, {0, 100}, {100, 100}, {100, 0}, {0, 0}})));
    CHECK(same(square,
               Sketch()
                   .line({{100, 100}, {100, 60}})
                   .line({{0, 100}, {0, 0}})
                   .line({{0, 0}, {30, 0}, {70, 0}, {100, 0}})
                   .line({{100, 0}, {100, 60}})
                   .line({{100, 100}, {0, 100}})));
    CHECK(same(square, Sketch().line(kSquare).line(kSquare))); // twice over
    CHECK(same(square, Sketch().line(kSquare).line({{20, 0}, {80, 0}}))); // a part again
    CHECK(same(square, Sketch().line({{0.9, -0.8}, {100, 1}, {101, 100}, {0, 101}, {0, 0}})));
}

TEST_CASE("What is missing is counted in whole lines, and the first is told")
{
    const Sketch square = Sketch().line(kSquare);
    const DrawingDifference half
        = compareDrawings(square, Sketch().line({{0, 0}, {50, 0}, {100, 0}, {100, 100}}), {});
    CHECK(half.expected.lines == 4);
    CHECK(half.missing.lines == 2);
    CHECK(half.extra.lines == 0);
    REQUIRE(half.firstMissing);
    CHECK(text::drawingDifference(half).contains(u"(0, 100)"_s));

    const DrawingDifference gap = compareDrawings(
        square, Sketch().line({{0, 0}, {40, 0}}).line({{50, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}), {});
    CHECK(gap.missing.lines == 1);

    const DrawingDifference nothing = compareDrawings(square, Drawing(), {});
    CHECK(nothing.missing.lines == 4);
}

TEST_CASE("What is too much is told as well")
{
    const Sketch square = Sketch().line(kSquare);
    const DrawingDifference diagonal
        = compareDrawings(square, Sketch().line(kSquare).line({{0, 0}, {100, 100}}), {});
    CHECK(diagonal.missing.lines == 0);
    CHECK(diagonal.extra.lines == 1);
    CHECK(diagonal.firstExtra->length() == Approx(141.42).margin(0.1));
    CHECK(compareDrawings(square, Sketch().line({{0, 0}, {120, 0}}).line(kSquare), {}).extra.lines == 1);
    CHECK_FALSE(text::drawingDifference(diagonal).isEmpty());
}

TEST_CASE("Many crossing lines do not stand for one that is not there")
{
    Sketch hatched;
    for (int i = 0; i <= 100; ++i) {
        hatched.line({{double(i), -20}, {double(i), 20}});
    }
    CHECK(compareDrawings(Sketch().line({{0, 0}, {100, 0}}), hatched, {}).missing.lines == 1);
}

TEST_CASE("Circles of other steps are the same within the tolerance, of another size not")
{
    const Sketch round = Sketch().line(circle(60, 60));
    CHECK(same(round, Sketch().line(circle(60, 90, 0.3))));
    CHECK(same(round, Sketch().line(circle(61, 60))));
    CHECK_FALSE(same(round, Sketch().line(circle(66, 60))));
    CHECK_FALSE(same(round, Sketch().line(circle(60, 6))));
}

TEST_CASE("A shape may be anywhere when it is the shape that counts")
{
    Sketch moved;
    moved.line({{-200, 50}, {-100, 50}, {-100, 150}, {-200, 150}, {-200, 50}});
    const Sketch square = Sketch().line(kSquare);
    CHECK_FALSE(same(square, moved));
    DrawingRule anywhere;
    anywhere.anywhere = true;
    CHECK(same(square, moved, anywhere));
    CHECK_FALSE(same(square, Sketch().line({{0, 0}, {50, 0}, {50, 50}, {0, 50}, {0, 0}}), anywhere));
}

TEST_CASE("Colours and widths count only when they are asked for")
{
    const Sketch red = Sketch().line(kSquare, 0xff0000, 3);
    const Sketch blue = Sketch().line(kSquare, 0x0000ff, 3);
    DrawingRule colours;
    colours.colours = true;
    DrawingRule widths;
    widths.widths = true;
    CHECK(same(red, blue));
    CHECK(same(red, blue, widths));
    const DrawingDifference other = compareDrawings(red, blue, colours);
    CHECK_FALSE(other.none());
    CHECK(other.colourOnly);
    CHECK_FALSE(same(red, Sketch().line(kSquare, 0xff0000, 1), widths));
    CHECK(compareDrawings(red, Sketch().line(kSquare, 0xff0000).paper(0x112233), colours).background);
}

TEST_CASE("Filled areas are compared by what is filled")
{
    const Sketch filled = Sketch().area(kSquare, 0xff0000);
    CHECK(same(filled, Sketch().area({{100, 100}, {0, 100}, {0, 0}, {100, 0}}, 0x00ff00)));
    CHECK(same(filled, Sketch().area({{0, 0}, {100, 0}, {100, 100}}).area({{0, 0}, {100, 100}, {0, 100}})));
    CHECK(same(filled, Sketch().area({{0, 0}, {50, 0}, {100, 0}, {100, 100}, {0, 100}})));
    const DrawingDifference triangle
        = compareDrawings(filled, Sketch().area({{0, 0}, {100, 0}, {100, 100}}), {});
    CHECK(triangle.missing.areas == 1);
    CHECK(compareDrawings(filled, Sketch().line(kSquare), {}).missing.areas == 1);
    CHECK(compareDrawings(Sketch().line(kSquare), Sketch().line(kSquare).area(kSquare), {}).extra.areas == 1);
    DrawingRule colours;
    colours.colours = true;
    CHECK_FALSE(same(filled, Sketch().area(kSquare, 0x00ff00), colours));
    // What is behind is not seen.
    CHECK(same(filled, Sketch().area(kSquare, 0x00ff00).area(kSquare, 0xff0000), colours));
}

TEST_CASE("Dots and texts count, turtles do not")
{
    const Sketch dot = Sketch().line({{10, 10}, {10, 10}}, 0, 20);
    CHECK(same(dot, Sketch().line({{11, 10}, {11, 10}}, 0, 20)));
    CHECK(compareDrawings(dot, Sketch().line({{30, 10}, {30, 10}}, 0, 20), {}).missing.dots == 1);
    CHECK(compareDrawings(dot, Sketch().line({{10, 10}, {10, 10}}, 0, 60), {}).missing.dots == 1);
    const Sketch word = Sketch().text({0, 0}, u"Hi"_s);
    CHECK(same(word, Sketch().text({1, 1}, u"Hi "_s)));
    CHECK(compareDrawings(word, Sketch().text({0, 0}, u"Ho"_s), {}).missing.texts == 1);
    CHECK(same(word, Sketch().text({0, 0}, u"Hi"_s).area({{0, 0}, {9, 0}, {0, 9}}, 0, true)));
}

TEST_CASE("A drawing of too many parts is not compared, quickly")
{
    Sketch huge;
    QList<QPointF> points;
    for (int i = 0; i < 20'000; ++i) {
        points.append({double(i % 500), double(i / 500 * 10)});
    }
    huge.line(points);
    CHECK(compareDrawings(Sketch().line(kSquare), huge, {}).tooMuch);
    CHECK(drawingText(huge, {}) == u"too many parts"_s);
}

TEST_CASE("The largest drawings are compared in a moment")
{
    Sketch rosette;
    for (int i = 0; i < 60; ++i) {
        QList<QPointF> ring = circle(100, 60);
        for (QPointF &each : ring) {
            each += QPointF(50 * std::cos(i * 0.105), 50 * std::sin(i * 0.105));
        }
        rosette.line(ring);
    }
    QElapsedTimer clock;
    clock.start();
    CHECK(same(rosette, rosette));
    CHECK(clock.elapsed() < 8'000);
}

TEST_CASE("A drawing as text is the same however it was drawn")
{
    const Drawing one = Sketch().line(kSquare);
    const Drawing other = Sketch().line({{0, 0}, {0, 100}, {100, 100}, {100, 0}, {0, 0}});
    CHECK(drawingText(one, {}) == drawingText(other, {}));
    CHECK(drawingText(one, {}).startsWith(u"line (0, 0) (0, 100)"_s));
    CHECK(drawingText(Drawing(), {}).isEmpty());
}
