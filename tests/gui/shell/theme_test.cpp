#include "support/runner_path.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QDir>
#include <QTemporaryFile>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Every pair of colours that is used together can be read", "[gui]")
{
    for (const QString &name : {u"light"_s, u"dark"_s, u"high-contrast"_s}) {
        const auto theme = loadTheme(test::sharePath() % u"/themes/%1.json"_s.arg(name));
        REQUIRE(theme);

        struct Pair
        {
            QString text;
            QStringList backgrounds;
        };

        for (const Pair &pair :
             {Pair{u"text"_s,
                   {u"window"_s, u"surface"_s, u"raised"_s, u"accent-soft"_s, u"warn-soft"_s, u"good-soft"_s,
                    u"bad-soft"_s}},
              Pair{u"muted"_s, {u"window"_s, u"surface"_s, u"raised"_s}}, Pair{u"on-accent"_s, {u"accent"_s}},
              Pair{u"accent"_s, {u"window"_s, u"surface"_s, u"accent-soft"_s}},
              Pair{u"good"_s, {u"good-soft"_s, u"surface"_s}}, Pair{u"bad"_s, {u"bad-soft"_s, u"surface"_s}},
              Pair{u"warn"_s, {u"warn-soft"_s, u"surface"_s}},
              Pair{u"code-keyword"_s, {u"surface"_s, u"raised"_s}}, Pair{u"code-string"_s, {u"surface"_s}},
              Pair{u"code-number"_s, {u"surface"_s}}, Pair{u"code-comment"_s, {u"surface"_s}},
              Pair{u"code-builtin"_s, {u"surface"_s}}, Pair{u"code-name"_s, {u"surface"_s}}}) {
            for (const QString &background : pair.backgrounds) {
                INFO(name.toStdString()
                     << ": " << pair.text.toStdString() << " on " << background.toStdString());
                CHECK(contrast(theme->colour(pair.text), theme->colour(background)) >= 4.5);
            }
        }
    }
}

TEST_CASE("Contrast is WCAG's", "[gui]")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("No name of a colour is left over in the style sheet", "[gui]")
{
    const auto theme = loadTheme(test::sharePath() % u"/themes/dark.json"_s);
    REQUIRE(theme);
    CHECK_FALSE(theme->styleSheet().contains(u'@'));
    CHECK(theme->cssVariables().contains(u"--accent-soft: #1c2b4c;"_s));
}

TEST_CASE("A theme that lacks a colour is refused by its name", "[gui]")
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write("{\"name\": \"x\", \"colours\": {\"window\": \"#ffffff\"}}");
    file.flush();
    const auto theme = loadTheme(file.fileName());
    REQUIRE_FALSE(theme);
    CHECK(theme.error().message.contains(u"\"surface\""_s));
    CHECK(loadTheme(u"/no/such.json"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("Icons are drawn in the colour asked for, at any scale", "[gui]")
{
    setIconFolder(test::sharePath() % u"/icons"_s);
    const QImage image = icon(u"play"_s, Qt::red).pixmap(QSize(24, 24), 2.0).toImage();
    CHECK(image.width() == 48);
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            red += image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 200 ? 1 : 0;
        }
    }
    CHECK(red > 20);
    CHECK(icon(u"no-such-icon"_s, Qt::red).isNull());
}
