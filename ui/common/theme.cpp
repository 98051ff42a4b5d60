#include "ui/common/theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

const QStringList &neededColours()
{
    static const QStringList keys = {
        u"window"_s,       u"surface"_s,     u"raised"_s,      u"line"_s,         u"text"_s,
        u"muted"_s,        u"accent"_s,      u"accent-soft"_s, u"on-accent"_s,    u"good"_s,
        u"good-soft"_s,    u"warn"_s,        u"warn-soft"_s,   u"bad"_s,          u"bad-soft"_s,
        u"code-keyword"_s, u"code-string"_s, u"code-number"_s, u"code-comment"_s, u"code-builtin"_s,
        u"code-name"_s,    u"heat-0"_s,      u"heat-1"_s,      u"heat-2"_s,       u"heat-3"_s,
        u"heat-4"_s,
    };
    return keys;
}

double luminance(const QColor &colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

} // namespace

QColor Theme::colour(const QString &key) const
{
    const auto found = colours.find(key);
    Q_ASSERT_X(found != colours.end(), "Theme::colour", qPrintable(key));
    return found == colours.end() ? QColor(Qt::magenta) : *found;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set
        = [&](QPalette::ColorRole role, const QString &key) { palette.setColor(role, colour(key)); };
    set(QPalette::Window, u"window"_s);
    set(QPalette::WindowText, u"text"_s);
    set(QPalette::Base, u"surface"_s);
    set(QPalette::AlternateBase, u"raised"_s);
    set(QPalette::Text, u"text"_s);
    set(QPalette::PlaceholderText, u"muted"_s);
    set(QPalette::Button, u"surface"_s);
    set(QPalette::ButtonText, u"text"_s);
    set(QPalette::Highlight, u"accent"_s);
    set(QPalette::HighlightedText, u"on-accent"_s);
    set(QPalette::Link, u"accent"_s);
    set(QPalette::LinkVisited, u"accent"_s);
    set(QPalette::ToolTipBase, u"raised"_s);
    set(QPalette::ToolTipText, u"text"_s);
    set(QPalette::Mid, u"line"_s);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colour(u"muted"_s));
    }
    return palette;
}

QString Theme::cssVariables() const
{
    QStringList keys = colours.keys();
    keys.sort();
    QString css;
    for (const QString &key : std::as_const(keys)) {
        css += u"--%1: %2; "_s.arg(key, colours[key].name());
    }
    return css;
}

editor::CodeTheme Theme::codeTheme() const
{
    editor::CodeTheme code;
    code.font = QFont(QStringList{u"JetBrains Mono"_s, u"monospace"_s});
    code.font.setPointSizeF(11.5);
    code.font.setStyleHint(QFont::Monospace);
    code.font.setFixedPitch(true);
    code.background = colour(u"surface"_s);
    code.text = colour(u"text"_s);
    code.muted = colour(u"muted"_s);
    code.currentLine = colour(u"raised"_s);
    code.selection = colour(u"accent-soft"_s);
    code.line = colour(u"line"_s);
    code.accent = colour(u"accent"_s);
    code.keyword = colour(u"code-keyword"_s);
    code.string = colour(u"code-string"_s);
    code.number = colour(u"code-number"_s);
    code.comment = colour(u"code-comment"_s);
    code.builtin = colour(u"code-builtin"_s);
    code.name = colour(u"code-name"_s);
    code.error = colour(u"bad"_s);
    code.errorBackground = colour(u"bad-soft"_s);
    code.warning = colour(u"warn"_s);
    code.blankBackground = colour(u"accent-soft"_s);
    return code;
}

Result<Theme> loadTheme(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, path);
    }
    const QJsonObject json = QJsonDocument::fromJson(file.read(1 << 20)).object();
    Theme theme;
    theme.name = json.value("name"_L1).toString();
    theme.dark = json.value("dark"_L1).toBool();
    const QJsonObject colours = json.value("colours"_L1).toObject();
    for (const QString &key : neededColours()) {
        const QColor colour(colours.value(key).toString());
        if (!colour.isValid()) {
            return fail(ErrorCode::InvalidData, u"%1: no colour \"%2\""_s.arg(path, key));
        }
        theme.colours.insert(key, colour);
    }
    return theme;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace studio::ui
