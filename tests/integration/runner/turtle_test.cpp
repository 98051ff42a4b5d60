#include <QElapsedTimer>

#include <catch2/catch.hpp>

#include <cmath>

#include "drawings.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

Ran drawn(DrawingRun &run)
{
    Ran ran = run.running.end();
    INFO(ran.err.toStdString());
    CHECK(ran.err.isEmpty());
    REQUIRE(ran.result.state == RunState::Finished);
    return ran;
}

double lengthOf(const DrawingItem &line)
{
    double length = 0;
    for (qsizetype i = 1; i < line.points.size(); ++i) {
        const QPointF step = line.points[i] - line.points[i - 1];
        length += std::hypot(step.x(), step.y());
    }
    return length;
}

double inkOf(const DrawingRun &run)
{
    double length = 0;
    for (const DrawingItem &each : run.lines()) {
        length += lengthOf(each);
    }
    return length;
}

} // namespace

TEST_CASE("A turtle draws a square, with no window of its own")
{
    DrawingRun run(request(
        u"import turtle\nfor _ in range(4):\n    turtle.forward(100)\n    turtle.left(90)\nturtle.done()\n"_s));
    drawn(run);
    REQUIRE(run.lines().size() == 1);
    CHECK(run.lines().front().points == QList<QPointF>{{0, 0}, {100, 0}, {100, -100}, {0, -100}, {0, 0}});
    CHECK(run.lines().front().stroke == 0U);
    CHECK(run.lines().front().width == 1);
    REQUIRE(run.pointers().size() == 1);
    CHECK(run.drawing().screen().width == 640);
    CHECK(run.canvases() == 1);
}

TEST_CASE("Colours, widths and filled areas are as the program says")
{
    DrawingRun run(request(uR"(
from turtle import *
bgcolor("light blue")
color("#ff8000", "gold1")
pensize(7)
begin_fill()
for _ in range(3):
    forward(60)
    left(120)
end_fill()
colormode(255)
pencolor(1, 2, 3)
penup(); goto(10, 20); pendown()
forward(5)
hideturtle()
)"_s));
    drawn(run);
    CHECK(run.drawing().screen().background == 0xadd8e6U);
    REQUIRE(run.areas().size() == 1);
    CHECK(run.areas().front().fill == 0xffd700U);
    CHECK_FALSE(run.areas().front().pointer);
    REQUIRE(run.lines().size() == 2);
    CHECK(run.lines()[0].stroke == 0xff8000U);
    CHECK(run.lines()[0].width == 7);
    CHECK(run.lines()[1].stroke == 0x010203U);
    CHECK(run.lines()[1].points == QList<QPointF>{{10, -20}, {15, -20}});
    CHECK(run.pointers().empty());
}

TEST_CASE("Dots, stamps, clones, shapes and writing are drawn")
{
    DrawingRun run(request(uR"(
import turtle
t = turtle.Turtle(shape="turtle")
t.dot(30, "red")
t.penup()
t.goto(50, 0)
one = t.stamp()
t.goto(90, 0)
two = t.stamp()
t.clearstamp(one)
other = t.clone()
other.setheading(90)
other.pendown()
other.forward(40)
other.shape("classic")
other.shapesize(2, 3, 4)
other.tilt(30)
t.goto(-50, 60)
t.write("Grüße\n¡hola!", align="center", font=("Courier", 18, "bold italic"))
arms = turtle.Shape("compound")
arms.addcomponent(((0, 0), (10, -5), (0, 10), (-10, -5)), "red", "blue")
arms.addcomponent(((0, 0), (10, -5), (-10, -5)), "blue", "red")
turtle.register_shape("arms", arms)
other.shape("arms")
print(t.stamps() if hasattr(t, "stamps") else "", one, two)
)"_s));
    drawn(run);
    CHECK(run.areas().size() == 1); // one stamp is left
    CHECK(run.pointers().size() == 3); // a turtle, and another of two parts
    REQUIRE(run.texts().size() == 1);
    const DrawingItem text = run.texts().front();
    CHECK(text.text == u"Grüße\n¡hola!"_s);
    CHECK(text.family == u"Courier"_s);
    CHECK(text.pixels == Approx(24));
    CHECK(text.bold);
    CHECK(text.italic);
    CHECK(text.anchor.x == 0);
    CHECK(text.anchor.y == 1);
    REQUIRE(run.lines().size() == 2);
    CHECK(lengthOf(run.lines()[0]) == 0); // the dot
    CHECK(run.lines()[0].width == 30);
    CHECK(lengthOf(run.lines()[1]) == Approx(40));
}

TEST_CASE("Undo, clear and reset take away what was drawn")
{
    DrawingRun undone(request(
        u"from turtle import *\nforward(50)\nleft(90)\nforward(30)\nundo()\nundo()\nprint(pos())\n"_s));
    CHECK(drawn(undone).out == u"(50.00,0.00)\n"_s);
    CHECK(inkOf(undone) == Approx(50));

    DrawingRun cleared(request(u"from turtle import *\nforward(50)\nclear()\nforward(20)\n"_s));
    drawn(cleared);
    CHECK(inkOf(cleared) == Approx(20));

    DrawingRun reset(request(u"from turtle import *\nforward(50)\nstamp()\nwrite('x')\nreset()\n"_s));
    drawn(reset);
    CHECK(reset.lines().empty());
    CHECK(reset.areas().empty());
    CHECK(reset.texts().empty());
}

TEST_CASE("World coordinates, circles and modes are the standard library's own")
{
    DrawingRun run(request(uR"(
from turtle import *
setup(400, 200)
setworldcoordinates(-10, -10, 10, 10)
forward(10)
mode("logo")
circle(50, 180)
teleporting = pos()
print(window_width(), window_height(), round(heading()))
)"_s));
    CHECK(drawn(run).out == u"400 200 180\n"_s);
    CHECK(run.drawing().screen().width == 400);
    CHECK(inkOf(run) == Approx(3.14159 * 50).epsilon(0.02)); // the change of mode began anew
}

TEST_CASE("With the tracer off only what update() shows is seen, and everything at once")
{
    DrawingRun run(request(uR"(
import turtle
turtle.tracer(0)
t = turtle.Turtle(visible=False)
for i in range(400):
    t.forward(i)
    t.left(91)
turtle.update()
)"_s));
    drawn(run);
    CHECK(inkOf(run) == Approx(79'800));
    CHECK(run.changes() < 10);
}

TEST_CASE("A drawing is told in many small steps while a person looks on, and keeps its pace")
{
    QElapsedTimer clock;
    clock.start();
    DrawingRun run(watched(u"import turtle\nturtle.speed(1)\nturtle.forward(150)\nturtle.done()\n"_s));
    drawn(run);
    CHECK(clock.elapsed() > 250);
    CHECK(clock.elapsed() < 5'000);
    CHECK(run.changes() >= 8);
    CHECK(run.changes() <= clock.elapsed() / 25 + 3);
    CHECK(inkOf(run) == Approx(150));
}

TEST_CASE("speed(0) does not wait")
{
    QElapsedTimer clock;
    clock.start();
    DrawingRun run(watched(
        u"from turtle import *\nspeed(0)\nfor i in range(500):\n    forward(i / 4)\n    left(59)\n"_s));
    drawn(run);
    CHECK(clock.elapsed() < 4'000); // 1,000 waits of 10 ms would be ten seconds
    CHECK(run.lines().size() > 5);
}

TEST_CASE("What was drawn is seen while the program sleeps")
{
    DrawingRun run(watched(
        u"import turtle, time\nturtle.speed(0)\nfor i in range(20):\n    turtle.forward(5)\ntime.sleep(30)\n"_s));
    CHECK(run.reaches([&] { return inkOf(run) > 99; }));
    run.running.run().stop();
    CHECK(run.running.end().result.state == RunState::Stopped);
}

TEST_CASE("A drawing outlives an exception after it")
{
    DrawingRun run(request(u"import turtle\nturtle.forward(70)\nturtle.forward('far')\n"_s));
    const Ran ran = run.running.end();
    CHECK(ran.result.state == RunState::Raised);
    CHECK(inkOf(run) == Approx(70));
    CHECK(ran.err.contains(u"TypeError"_s));
    CHECK_FALSE(ran.err.contains(u"<studio"_s));
}

TEST_CASE("Keys reach the program that asked for them")
{
    DrawingRun run(watched(uR"(
import turtle
screen = turtle.Screen()
screen.onkey(lambda: turtle.forward(40), "Up")
screen.onkeypress(lambda: print("pressed a"), "a")
screen.onkey(screen.bye, "q")
screen.listen()
screen.mainloop()
print("after")
)"_s));
    REQUIRE(run.reaches([&] { return run.listens().keys == QStringList({u"Up"_s, u"a"_s, u"q"_s}); }));
    run.press(u"Down"_s); // not asked for
    run.press(u"Up"_s);
    CHECK(run.reaches([&] { return inkOf(run) > 39; }));
    run.press(u"a"_s);
    run.press(u"q"_s);
    CHECK(drawn(run).out == u"pressed a\nafter\n"_s);
    CHECK(inkOf(run) == Approx(40)); // closing does not take the drawing away
    CHECK_FALSE(run.listens().any());
}

TEST_CASE("Clicks and drags reach the turtle and the screen")
{
    DrawingRun run(watched(uR"(
import turtle
t = turtle.Turtle(shape="square")
t.speed(0)
t.penup()
t.ondrag(t.goto)
t.onclick(lambda x, y: print("on the turtle"))
turtle.onscreenclick(lambda x, y: print("screen", x, y))
turtle.onscreenclick(lambda x, y: turtle.bye(), 3)
turtle.mainloop()
)"_s));
    REQUIRE(run.reaches([&] { return run.listens().mouse; }));
    run.click({200, -50});
    run.running.run().sendEvent({CanvasEvent::Kind::Press, {}, false, {3, 3}, 1});
    for (int i = 1; i <= 20; ++i) {
        run.running.run().sendEvent({CanvasEvent::Kind::Move, {}, false, {5.0 * i, -3.0 * i}, 1});
    }
    run.running.run().sendEvent({CanvasEvent::Kind::Release, {}, false, {100, -60}, 1});
    const auto moved = [&] {
        const auto pointers = run.pointers();
        return !pointers.empty() && std::abs(pointers.front().points.front().x() - 100) < 15;
    };
    CHECK(run.reaches(moved));
    run.running.run().sendEvent({CanvasEvent::Kind::Press, {}, false, {0, 0}, 3});
    CHECK(drawn(run).out == u"screen 200.0 50.0\non the turtle\nscreen 3.0 -3.0\n"_s);
}

TEST_CASE("A loop of its own with update() hears of keys as well, at a pace one can follow")
{
    QElapsedTimer clock;
    clock.start();
    DrawingRun run(watched(uR"(
import turtle
screen = turtle.Screen()
screen.tracer(0)
going = True
def stop():
    global going
    going = False
screen.onkeypress(stop, "space")
screen.listen()
frames = 0
while going:
    turtle.setx(frames % 100)
    screen.update()
    frames += 1
print(frames)
)"_s));
    REQUIRE(run.reaches([&] { return !run.listens().keys.isEmpty(); }));
    QTest::qWait(500);
    run.press(u"space"_s);
    const int frames = drawn(run).out.trimmed().toInt();
    CHECK(frames > 5);
    CHECK(frames < clock.elapsed() / 12);
}

TEST_CASE("Timers run, and an exception in a handler does not close the drawing")
{
    DrawingRun run(watched(uR"(
import turtle
turtle.speed(0)
count = 0
def tick():
    global count
    count += 1
    turtle.forward(10)
    if count == 2:
        turtle.ontimer(lambda: 1 / 0, 5)
    if count < 5:
        turtle.ontimer(tick, 20)
tick()
turtle.mainloop()
print("done", count)
)"_s));
    const Ran ran = run.running.end();
    CHECK(ran.out == u"done 5\n"_s);
    CHECK(ran.err.contains(u"ZeroDivisionError"_s));
    CHECK_FALSE(ran.err.contains(u"<studio"_s));
    CHECK(inkOf(run) == Approx(50));
}

TEST_CASE("Nobody looks on in a check: timers run ahead, clicks are not waited for")
{
    QElapsedTimer clock;
    clock.start();
    DrawingRun run(request(uR"(
import turtle
def again():
    turtle.forward(1)
    turtle.ontimer(again, 1000)
again()
turtle.onscreenclick(turtle.goto)
turtle.exitonclick()
print("on")
)"_s));
    CHECK(drawn(run).out == u"on\n"_s);
    CHECK(clock.elapsed() < 4'000);
    CHECK(inkOf(run) == Approx(11).margin(1));
}

TEST_CASE("An endless drawing is stopped")
{
    DrawingRun run(watched(
        u"import turtle\nturtle.speed(0)\nwhile True:\n    turtle.forward(10)\n    turtle.left(91)\n"_s));
    CHECK(run.reaches([&] { return run.lines().size() > 3; }));
    run.running.run().stop();
    CHECK(run.running.end(5'000).result.state == RunState::Stopped);

    DrawingRun waiting(watched(u"import turtle\nturtle.onscreenclick(print)\nturtle.mainloop()\n"_s));
    CHECK(waiting.reaches([&] { return waiting.listens().mouse; }));
    waiting.running.run().stop();
    CHECK(waiting.running.end(5'000).result.state == RunState::Stopped);
}

TEST_CASE("A drawing has a largest size, and says so")
{
    DrawingRun run(request(uR"(
from turtle import getcanvas
canvas = getcanvas()
try:
    for i in range(300_000):
        canvas.create_line(0, 0, i % 500, 5)
except RuntimeError as error:
    print(error)
)"_s));
    const Ran ran = run.running.end(60'000);
    CHECK(ran.out == u"the drawing has more than 200,000 parts, as many as can be shown\n"_s);
    CHECK(run.drawing().items().size() > 199'990); // a few are turtle's own, and not to be seen
}

TEST_CASE("Questions of a drawing go through the output")
{
    DrawingRun run(
        request(u"import turtle\nprint(turtle.textinput('Game', 'Your name?'))\n"
                "print(turtle.numinput('Poker', 'Stakes:', 10, minval=1, maxval=20))\n"
                "print(turtle.numinput('Poker', 'Stakes:', 10))\nprint(turtle.textinput('A', 'B'))\n"_s,
                "Ada\nmany\n99\n7\n\n"));
    CHECK(drawn(run).out
          == u"Game: Your name? Ada\nPoker: Stakes: [10] This is not a number. Please try again.\n"
             "Poker: Stakes: [10] The number must be at most 20. Please try again.\n"
             "Poker: Stakes: [10] 7.0\nPoker: Stakes: [10] 10.0\nA: B None\n"_s);
}

TEST_CASE("tkinter itself is not there, and the words say so")
{
    for (const auto *code :
         {"import tkinter", "from tkinter import messagebox", "import turtle\nimport tkinter as tk"}) {
        DrawingRun run(request(QString::fromLatin1(code)));
        const Ran ran = run.running.end();
        CHECK(ran.result.state == RunState::Raised);
        REQUIRE(ran.result.error);
        CHECK(ran.result.error->type == u"ModuleNotFoundError"_s);
        CHECK(
            ran.result.error->message
            == u"tkinter (windows of a program's own) is not part of the studio; turtle works without it"_s);
        CHECK_FALSE(ran.err.contains(u"<studio"_s));
    }
}

TEST_CASE("A wrong colour, key or font is an error with a word")
{
    const auto errorOf = [](const QString &code) {
        DrawingRun run(request(u"from turtle import *\n"_s + code));
        const Ran ran = run.running.end();
        return ran.result.error ? ran.result.error->type + u": "_s + ran.result.error->message : u"none"_s;
    };
    CHECK(errorOf(u"color('rde')"_s) == u"TurtleGraphicsError: bad color string: rde"_s);
    CHECK(errorOf(u"onkey(bye, 'up')"_s)
          == u"TclError: bad event type or keysym \"up\", its name is \"Up\""_s);
    CHECK(errorOf(u"getcanvas().create_line(0, 0, float('nan'), 0)"_s).startsWith(u"TclError: "_s));
    CHECK(errorOf(u"getcanvas().postscript(file='a.eps')"_s).startsWith(u"RuntimeError: "_s));
    CHECK(errorOf(u"addshape('none.gif')"_s)
          == u"TclError: couldn't open \"none.gif\": no such file or directory"_s);
}

TEST_CASE("A file of the learner's named turtle is theirs")
{
    RunRequest made = request(u"import turtle\nprint(turtle.mine)\n"_s);
    made.files.insert(u"turtle.py"_s, "mine = 42\n");
    DrawingRun run(made);
    CHECK(drawn(run).out == u"42\n"_s);
}

TEST_CASE("Every function of turtle can be called")
{
    DrawingRun run(request(uR"(
import turtle as m
calls = {
    "addshape": ("s", ((0, 0), (5, 5), (0, 5))), "register_shape": ("r", ((0, 0), (5, 5), (0, 5))), "bgcolor": ("red",),
    "colormode": (255,), "delay": (0,), "mode": ("standard",), "numinput": ("a", "b"), "textinput": ("a", "b"),
    "onkey": (print, "a"), "onkeypress": (print, "b"), "onkeyrelease": (print, "c"), "onscreenclick": (print,),
    "ontimer": (print, 10), "setup": (300, 300), "setworldcoordinates": (-100, -100, 100, 100), "title": ("t",), "tracer": (1, 0),
    "screensize": (300, 200), "back": (1,), "backward": (1,), "bk": (1,), "circle": (5,), "distance": (1, 1), "dot": (5,),
    "fd": (1,), "fillcolor": ("red",), "forward": (1,), "goto": (1, 1), "setpos": (1, 1), "setposition": (2, 2), "left": (5,), "lt": (5,),
    "onclick": (print,), "ondrag": (print,), "onrelease": (print,), "pencolor": ("red",), "pensize": (2,), "width": (2,),
    "right": (5,), "rt": (5,), "seth": (5,), "setheading": (5,), "settiltangle": (5,), "setundobuffer": (5,), "setx": (5,),
    "sety": (5,), "shapesize": (1, 1), "turtlesize": (1, 1), "shape": ("square",), "shearfactor": (0.1,), "speed": (5,), "tilt": (5,),
    "tiltangle": (5,), "towards": (1, 1), "write": ("x",), "clearstamp": (5,), "clearstamps": (), "begin_poly": (),
    "shapetransform": (1, 0, 0, 1), "resizemode": ("user",), "bgpic": ("nopic",), "color": ("red", "blue"), "degrees": (360,),
}
skipped = {"bye", "done", "mainloop", "exitonclick", "write_docstringdict", "Terminator", "write"}
names = [n for n in m.__all__ if n[0].islower() and n not in skipped]
for name in names:
    try:
        getattr(m, name)(*calls.get(name, ()))
    except Exception as error:
        print(name, type(error).__name__, error)
m.write("x", move=True)
print(len(names), m.pos()[0] > 0)
m.exitonclick()
)"_s,
                           "one\n2\n"));
    const QString out = drawn(run).out;
    INFO(out.toStdString());
    CHECK(out.contains(u" True\n"_s));
    CHECK_FALSE(out.contains(u"Error"_s));
}
