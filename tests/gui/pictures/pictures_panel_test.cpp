#include "runner/host/worker_runner.h"
#include "support/runner_path.h"
#include "ui/pictures/canvas_keys.h"
#include "ui/pictures/drawing_painter.h"
#include "ui/pictures/picture_canvas.h"
#include "ui/pictures/picture_file.h"
#include "ui/pictures/pictures_panel.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct Room
{
    Room()
    {
        QLocale::setDefault(QLocale::c());
        panel.resize(700, 660);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
    }

    void start(const QString &code)
    {
        RunRequest request;
        request.code = code;
        request.fileName = u"main.py"_s;
        run = runner.run(request);
        ended = std::make_unique<QSignalSpy>(run.get(), &Run::finished);
        panel.follow(run.get());
    }

    void finish() { REQUIRE((!ended->isEmpty() || ended->wait(20'000))); }

    PictureCanvas &canvas() { return *panel.findChild<PictureCanvas *>(); }

    QImage grabbed() { return canvas().grab().toImage(); }

    /// The colour at a place of the drawing.
    QColor at(double x, double y)
    {
        const double scale = canvas().percent() / 100.0;
        const QPointF middle = QRectF(canvas().rect()).center();
        return grabbed().pixelColor((middle + QPointF(x, y) * scale).toPoint());
    }

    void trigger(const QString &action) { panel.findChild<QAction *>(action)->trigger(); }

    runner::WorkerRunner runner{workerPath()};
    PicturesPanel panel;
    std::unique_ptr<Run> run;
    std::unique_ptr<QSignalSpy> ended;
};

QString square()
{
    return u"from turtle import *\nspeed(0)\nbgcolor('#f0f0ff')\ncolor('red', "
           u"'blue')\npensize(9)\nbegin_fill()\n"
           "for _ in range(4):\n    forward(120)\n    left(90)\nend_fill()\nwrite('hello')\nhideturtle()\ndone()\n"_s;
}

Picture picture(int width, int height, QColor colour, const QString &title = {})
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    Picture made;
    QBuffer buffer(&made.png);
    image.save(&buffer, "png");
    made.width = width;
    made.height = height;
    made.title = title;
    return made;
}

} // namespace

TEST_CASE("A turtle's drawing is painted where the program drew it")
{
    Room room;
    QSignalSpy shown(&room.panel, &PicturesPanel::firstShown);
    CHECK(room.panel.description() == u"No picture yet"_s);
    room.start(square());
    room.finish();
    CHECK(shown.count() == 1);
    CHECK(room.at(60, -60) == QColor(0, 0, 255));
    CHECK(room.at(60, 0) == QColor(255, 0, 0));
    CHECK(room.at(-100, 100) == QColor(0xf0, 0xf0, 0xff));
    CHECK(room.panel.description() == u"Drawing with 4 lines, 1 filled area, 1 text"_s);
    CHECK(room.canvas().accessibleDescription() == room.panel.description());
    CHECK(room.canvas().accessibleName() == u"Drawing"_s);
}

TEST_CASE("The drawing stays until the next program draws")
{
    Room room;
    room.start(square());
    room.finish();
    room.start(u"print('no drawing')\n"_s);
    room.finish();
    CHECK(room.panel.count() == 1);
    room.start(u"import turtle\nturtle.forward(10)\n"_s);
    room.finish();
    CHECK(room.panel.description() == u"Drawing with 1 line"_s);
}

TEST_CASE("A picture is enlarged, made smaller, moved and fitted by keys alone")
{
    Room room;
    room.start(square());
    room.finish();
    room.canvas().setFocus();
    room.canvas().fit();
    const int fitted = room.canvas().percent();
    CHECK(fitted <= 100);
    QTest::keyClick(&room.canvas(), Qt::Key_Plus, Qt::ControlModifier);
    CHECK(room.canvas().percent() > fitted);
    const QImage before = room.grabbed();
    QTest::keyClick(&room.canvas(), Qt::Key_Right);
    CHECK(room.grabbed() != before);
    QTest::keyClick(&room.canvas(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&room.canvas(), Qt::Key_Minus, Qt::ControlModifier);
    CHECK(room.canvas().percent() < fitted);
    QTest::keyClick(&room.canvas(), Qt::Key_0, Qt::ControlModifier);
    CHECK(room.canvas().percent() == fitted);
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&room.canvas(), Qt::Key_Plus, Qt::ControlModifier);
    }
    CHECK(room.canvas().percent() == 1600);
}

TEST_CASE("A drawing is copied as an image and saved as PNG and SVG")
{
    Room room;
    room.start(square());
    room.finish();
    room.canvas().setFocus();
    QTest::keyClick(&room.canvas(), Qt::Key_C, Qt::ControlModifier);
    const QImage copied = QGuiApplication::clipboard()->image();
    REQUIRE(copied.size() == QSize(1280, 1200));
    CHECK(copied.pixelColor(640 + 120, 600 - 120) == QColor(0, 0, 255));

    const QTemporaryDir folder;
    REQUIRE(room.panel.saveTo(folder.filePath(u"a.png"_s)));
    CHECK(QImage(folder.filePath(u"a.png"_s)).size() == QSize(1280, 1200));
    REQUIRE(room.panel.saveTo(folder.filePath(u"a.svg"_s)));
    QSvgRenderer svg(folder.filePath(u"a.svg"_s));
    REQUIRE(svg.isValid());
    CHECK(svg.viewBoxF().size() == QSizeF(640, 600));
    CHECK_FALSE(room.panel.saveTo(folder.filePath(u"none/a.png"_s)));
}

TEST_CASE("Keys go to the program that listens; Run, Stop and Tab stay the window's")
{
    Room room;
    room.start(u"import turtle\nturtle.speed(0)\nturtle.onkey(lambda: turtle.forward(50), 'Right')\n"
               "turtle.onkey(turtle.bye, 'q')\nturtle.listen()\nturtle.mainloop()\n"_s);
    auto *note = room.panel.findChild<QLabel *>(u"picturesNote"_s);
    REQUIRE(QTest::qWaitFor([&] { return note->isVisible(); }, 10'000));
    CHECK(note->text() == u"The program waits for keys, while the drawing has the focus."_s);
    QKeyEvent stop(QEvent::ShortcutOverride, Qt::Key_F5, Qt::ShiftModifier);
    stop.ignore();
    QCoreApplication::sendEvent(&room.canvas(), &stop);
    CHECK_FALSE(stop.isAccepted());
    QTest::keyClick(&room.canvas(), Qt::Key_Right);
    CHECK(QTest::qWaitFor([&] { return room.panel.drawing().lines() == 1; }, 10'000));
    QTest::keyClick(&room.canvas(), Qt::Key_Q);
    room.finish();
    CHECK_FALSE(note->isVisible());
}

TEST_CASE("Clicks are told in the drawing's own places, at any zoom")
{
    Room room;
    room.start(
        u"import turtle\nturtle.speed(0)\nturtle.penup()\nturtle.onscreenclick(turtle.goto)\nturtle.mainloop()\n"_s);
    auto *note = room.panel.findChild<QLabel *>(u"picturesNote"_s);
    REQUIRE(QTest::qWaitFor([&] { return note->isVisible(); }, 10'000));
    room.canvas().zoomBy(0.5);
    const double scale = room.canvas().percent() / 100.0;
    const QPoint at = (QRectF(room.canvas().rect()).center() + QPointF(100, -80) * scale).toPoint();
    QTest::mouseClick(&room.canvas(), Qt::LeftButton, {}, at);
    const auto arrived = [&] {
        for (const DrawingItem &each : room.panel.drawing().items()) {
            if (each.pointer && QLineF(each.points.front(), QPointF(100, -80)).length() < 20) {
                return true;
            }
        }
        return false;
    };
    CHECK(QTest::qWaitFor(arrived, 10'000));
    room.run->stop();
    room.finish();
}

TEST_CASE("Several figures are gone through, each with its own name")
{
    Room room;
    room.panel.begin();
    room.panel.add(picture(300, 200, Qt::green, u"Rain"_s));
    room.panel.add(picture(100, 100, Qt::magenta));
    CHECK(room.panel.count() == 2);
    CHECK(room.panel.description() == u"Figure, 100 by 100 pixels"_s);
    CHECK_FALSE(room.panel.findChild<QAction *>(u"nextPicture"_s)->isEnabled());
    room.trigger(u"previousPicture"_s);
    CHECK(room.panel.description() == u"Figure “Rain”, 300 by 200 pixels"_s);
    const QImage image = room.grabbed();
    CHECK(image.pixelColor(image.rect().center()) == QColor(0, 255, 0));
    CHECK_FALSE(room.panel.findChild<QAction *>(u"previousPicture"_s)->isEnabled());
}

TEST_CASE("A damaged picture is told, not shown")
{
    Picture damaged = picture(300, 200, Qt::green);
    damaged.png.truncate(60);
    CHECK(decoded(damaged).isNull());
    Picture lying = picture(300, 200, Qt::green);
    lying.width = 10;
    CHECK(decoded(lying).isNull());
    Room room;
    room.panel.begin();
    room.panel.add(damaged);
    CHECK(room.panel.findChild<QLabel *>(u"picturesNote"_s)->isVisible());
}

TEST_CASE("A drawing of very many lines is painted without being painted anew each time")
{
    Room room;
    Drawing large;
    DrawingChange change;
    for (int i = 0; i < 100'000; ++i) {
        DrawingItem item;
        item.id = item.place = i;
        item.stroke = 0x336699;
        item.points = {QPointF(i % 600 - 300, -250), QPointF(300 - i % 600, 250)};
        change.items.append(item);
    }
    large.apply(change);
    room.panel.begin();
    PictureCanvas canvas;
    canvas.resize(640, 600);
    canvas.showDrawing(&large);
    canvas.grab();
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 20; ++i) {
        DrawingItem item;
        item.id = item.place = 100'000 + i;
        item.stroke = 0xff0000;
        item.points = {QPointF(0, 0), QPointF(i, 100)};
        canvas.changed(large.apply({false, {item}, {}, {}, {}}));
        canvas.grab();
    }
    CHECK(clock.elapsed() < 20 * 50);
}

TEST_CASE("Keys have the names that Tk gives them")
{
    const auto name = [](int key, const QString &text) {
        return canvasKeyName(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    };
    CHECK(name(Qt::Key_Up, {}) == u"Up"_s);
    CHECK(name(Qt::Key_PageDown, {}) == u"Next"_s);
    CHECK(name(Qt::Key_Space, u" "_s) == u"space"_s);
    CHECK(name(Qt::Key_A, u"a"_s) == u"a"_s);
    CHECK(name(Qt::Key_A, u"A"_s) == u"A"_s);
    CHECK(name(Qt::Key_Plus, u"+"_s) == u"plus"_s);
    CHECK(name(Qt::Key_F3, {}) == u"F3"_s);
    CHECK(name(Qt::Key_VolumeUp, {}).isEmpty());
}
