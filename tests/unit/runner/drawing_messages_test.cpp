#include "runner/host/drawing_messages.h"
#include "runner/host/picture_channel.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <limits>

using namespace studio;
using namespace studio::runner;
using namespace Qt::StringLiterals;

namespace {

Json line(long long id, long long place, const Json &points)
{
    return Json::array({"line", id, place, 2.5, 0xff0000, points});
}

Json drawing(const Json &items)
{
    return {{"type", "drawing"}, {"items", items}};
}

/// The beginning of a PNG file, as far as it is looked at.
std::string png(quint32 width, quint32 height)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const quint32 side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.append(static_cast<char>(side >> shift & 255U));
        }
    }
    return bytes.append(QByteArray(20, '\0')).toBase64().toStdString();
}

} // namespace

TEST_CASE("An item of a drawing is read with all it says")
{
    const DrawingChange change = drawingChangeFrom(
        {{"type", "drawing"},
         {"fresh", true},
         {"items",
          {line(7, 3, {0, 1, 2.5, -3}),
           Json::array({"area", 8, 4, 1, -1, 0x00ff00, {0, 0, 5, 0, 5, 5}, true}),
           Json::array({"text", 9, 5, 10, 20, 255, "hello", "Arial", 24, true, false, true, "se"})}},
         {"gone", {1, 2}},
         {"screen", {{"width", 300}, {"height", 200}, {"background", 0x102030}, {"title", "A garden"}}},
         {"listens", {{"keys", {"Up", ""}}, {"mouse", true}}}});
    CHECK(change.fresh);
    REQUIRE(change.items.size() == 3);
    CHECK(change.items[0].points == QList<QPointF>{{0, 1}, {2.5, -3}});
    CHECK(change.items[0].stroke == 0xff0000U);
    CHECK(change.items[0].width == 2.5);
    CHECK_FALSE(change.items[1].stroke);
    CHECK(change.items[1].fill == 0x00ff00U);
    CHECK(change.items[1].pointer);
    CHECK(change.items[2].text == u"hello"_s);
    CHECK(change.items[2].anchor.x == 1);
    CHECK(change.items[2].anchor.y == 1);
    CHECK(change.items[2].bold);
    CHECK(change.items[2].underline);
    CHECK(change.gone == QList<qint64>{1, 2});
    REQUIRE(change.screen);
    CHECK(change.screen->width == 300);
    CHECK(change.screen->background == 0x102030U);
    REQUIRE(change.listens);
    CHECK(change.listens->keys == QStringList({u"Up"_s, QString()}));
    CHECK(change.listens->mouse);
    CHECK_FALSE(change.listens->motion);
}

TEST_CASE("Forged drawings come out bounded or not at all")
{
    const double infinite = std::numeric_limits<double>::infinity();
    const auto itemsOf = [](const Json &items) { return drawingChangeFrom(drawing(items)).items; };

    CHECK(itemsOf("no list").isEmpty());
    CHECK(itemsOf({1, nullptr, "x", Json::object(), Json::array()}).isEmpty());
    CHECK(itemsOf(Json::array({Json::array({"circle", 1, 1, 1, 1, {0, 0}})})).isEmpty());
    CHECK(itemsOf(Json::array({line(1, 1, Json::array())})).isEmpty());
    CHECK(itemsOf(Json::array({line(1, 1, {1, 2, 3})})).isEmpty()); // half a point
    CHECK(itemsOf(Json::array({Json::array({"line", "1", 1, 1, 1, {0, 0}})})).isEmpty());
    CHECK(itemsOf(Json::array({Json::array({"line", 1.5, 1, 1, 1, {0, 0}})})).isEmpty());

    const auto odd
        = itemsOf(Json::array({Json::array({"line", 1, 1, 1e300, 1 << 30, {1e300, infinite, "x", -1e300}})}));
    REQUIRE(odd.size() == 1);
    CHECK(odd[0].width == 10'000);
    CHECK_FALSE(odd[0].stroke);
    CHECK(odd[0].points == QList<QPointF>{{1e9, 0}, {0, -1e9}});

    const auto text = itemsOf(
        Json::array({Json::array({"text", 1, 1, nullptr, 2, 3, std::string(100'000, 'x'), 4, -5})}));
    REQUIRE(text.size() == 1);
    CHECK(text[0].text.size() == 10'000);
    CHECK(text[0].pixels == 1);

    const DrawingChange screen = drawingChangeFrom(
        {{"type", "drawing"},
         {"screen", {{"width", -4}, {"height", 1LL << 60}, {"background", -1}, {"title", 5}}}});
    CHECK(screen.screen->width == 1);
    CHECK(screen.screen->height == 20'000);
    CHECK(screen.screen->background == 0xffffffU);

    Json keys = Json::array();
    for (int i = 0; i < 5'000; ++i) {
        keys.push_back("k");
    }
    CHECK(drawingChangeFrom({{"type", "drawing"}, {"listens", {{"keys", keys}}}}).listens->keys.size()
          == 200);
}

TEST_CASE("A drawing keeps what is in front in front, and forgets what is gone")
{
    Drawing drawn;
    CHECK(drawn.apply(drawingChangeFrom(drawing({line(1, 1, {0, 0, 1, 1}), line(2, 2, {0, 0, 2, 2})}))) == 1);
    CHECK(drawn.lines() == 2);
    CHECK(drawn.apply(drawingChangeFrom(drawing(Json::array({line(1, 9, {0, 0, 1, 1, 2, 2})})))) == 1);
    CHECK(drawn.items().last().id == 1);
    CHECK(drawn.lines() == 3);
    CHECK_FALSE(drawn.apply(drawingChangeFrom({{"type", "drawing"}, {"gone", {77}}})));
    CHECK(drawn.apply(drawingChangeFrom({{"type", "drawing"}, {"gone", {2}}})) == 2);
    CHECK(drawn.items().size() == 1);
    CHECK(drawn.apply(drawingChangeFrom({{"type", "drawing"}, {"fresh", true}})) == 9);
    CHECK(drawn.isEmpty());
}

TEST_CASE("A drawing takes no more than it can hold")
{
    Drawing drawn;
    Json points = Json::array();
    for (int i = 0; i < 200'000; ++i) {
        points.push_back(i);
    }
    for (int i = 0; i < 40; ++i) {
        drawn.apply(drawingChangeFrom(drawing(Json::array({line(i, i, points)}))));
    }
    CHECK(drawn.items().size() == 25);
    drawn.apply(drawingChangeFrom(drawing(Json::array({line(1, 900, {0, 0})})))); // room again
    drawn.apply(drawingChangeFrom(drawing(Json::array({line(30, 30, {0, 0})}))));
    CHECK(drawn.items().size() == 26);
    drawn.apply(drawingChangeFrom(drawing(Json::array({line(31, 30, {0, 0})})))); // a place that is taken
    CHECK(drawn.items().size() == 26);
}

TEST_CASE("A picture is one that can be shown, by what its header says")
{
    const auto made = [](const std::string &data) {
        return pictureFrom({{"type", "picture"}, {"png", data}});
    };
    const auto good = made(png(640, 480));
    REQUIRE(good);
    CHECK(good->width == 640);
    CHECK(good->height == 480);
    CHECK_FALSE(made(png(0, 480)));
    CHECK_FALSE(made(png(20'000, 10)));
    CHECK_FALSE(made(png(16'000, 16'000)));
    CHECK_FALSE(made(png(0xffffffffU, 0xffffffffU)));
    CHECK_FALSE(made("!!! no base64"));
    CHECK_FALSE(made(QByteArray("GIF89a").toBase64().toStdString()));
    CHECK_FALSE(made({}));
    CHECK_FALSE(pictureFrom({{"type", "picture"}, {"png", 5}}));
}

TEST_CASE("Events go out one message at a time, and only those that are asked for")
{
    PictureChannel channel;
    QList<Json> sent;
    QObject::connect(&channel, &PictureChannel::toSend, &channel,
                     [&sent](const Json &each) { sent.append(each); });
    const CanvasEvent up{CanvasEvent::Kind::Key, u"Up"_s, false, {}, 0};
    channel.add(up);
    CHECK(sent.isEmpty()); // nobody listens
    CHECK(channel.handle({{"type", "drawing"}, {"listens", {{"keys", {"Up"}}, {"mouse", true}}}}));
    channel.add(up);
    CHECK(sent.size() == 1);
    channel.add({CanvasEvent::Kind::Key, u"Down"_s, false, {}, 0});
    channel.add({CanvasEvent::Kind::Move, {}, false, {1, 1}, 0}); // motion is not asked for
    for (int i = 0; i < 1'000; ++i) {
        channel.add({CanvasEvent::Kind::Move, {}, false, QPointF(i, i), 1});
    }
    for (int i = 0; i < 1'000; ++i) {
        channel.add(up);
    }
    CHECK(sent.size() == 1);
    CHECK(channel.handle({{"type", "heard"}}));
    REQUIRE(sent.size() == 2);
    CHECK(sent[1]["events"].size() == 200);
    CHECK(sent[1]["events"][0]["x"] == 999);
    CHECK_FALSE(channel.handle({{"type", "something else"}}));
}

TEST_CASE("A run shows a bounded number of pictures")
{
    PictureChannel channel;
    const QSignalSpy shown(&channel, &PictureChannel::pictureShown);
    for (int i = 0; i < 500; ++i) {
        channel.handle({{"type", "picture"}, {"png", png(10, 10)}});
    }
    CHECK(shown.count() == 100);
}
