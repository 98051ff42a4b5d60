#include "ui/widgets/output_palette.h"

#include "ui/common/theme.h"

#include <algorithm>
#include <array>

namespace studio::ui {

namespace {

constexpr std::size_t kMostMade = 64;
constexpr double kFaint = 0.35; ///< How much of the background is in faint text.

/// As xterm has them: sixteen, a cube of 6 x 6 x 6, 24 greys.
QColor standardColour(quint32 index)
{
    static constexpr std::array<QRgb, 16> kFirst
        = {0xFF000000, 0xFFCD0000, 0xFF00CD00, 0xFFCDCD00, 0xFF0000EE, 0xFFCD00CD, 0xFF00CDCD, 0xFFE5E5E5,
           0xFF7F7F7F, 0xFFFF0000, 0xFF00FF00, 0xFFFFFF00, 0xFF5C5CFF, 0xFFFF00FF, 0xFF00FFFF, 0xFFFFFFFF};
    if (index < kFirst.size()) {
        return QColor::fromRgb(kFirst.at(index));
    }
    if (index >= 232) {
        const int grey = 8 + 10 * static_cast<int>(index - 232);
        return {grey, grey, grey};
    }
    const auto level = [](quint32 step) { return step == 0 ? 0 : 55 + 40 * static_cast<int>(step); };
    const quint32 cube = index - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

} // namespace

QColor readableOn(const QColor &background, const QColor &colour)
{
    const bool towardsWhite = contrast(Qt::white, background) > contrast(Qt::black, background);
    const QColor end = towardsWhite ? Qt::white : Qt::black;
    constexpr int kSteps = 12;
    for (int step = 0; step <= kSteps; ++step) {
        QColor tried = mixed(colour, end, double(step) / kSteps);
        if (contrast(tried, background) >= OutputPalette::kLowestContrast) {
            return tried;
        }
    }
    return end;
}

OutputPalette::OutputPalette(editor::CodeTheme theme)
    : m_theme(std::move(theme))
{
}

QColor OutputPalette::colour(OutputKind kind) const
{
    switch (kind) {
    case OutputKind::In:
        return m_theme.accent;
    case OutputKind::Message:
    case OutputKind::Ended:
        return m_theme.muted;
    case OutputKind::Failed:
    case OutputKind::Err:
        return m_theme.error;
    case OutputKind::Out:
        break;
    }
    return m_theme.text;
}

QColor OutputPalette::themed(quint32 index) const
{
    const std::array<QColor, 8> colours = {m_theme.muted,  m_theme.error,   m_theme.string,  m_theme.warning,
                                           m_theme.accent, m_theme.keyword, m_theme.builtin, m_theme.text};
    return colours.at(index % colours.size());
}

QColor OutputPalette::textColour(const OutputStyle &style) const
{
    switch (style.colour.type) {
    case OutputColour::Type::None:
        return colour(style.kind);
    case OutputColour::Type::Indexed:
        return style.colour.value < 16 ? themed(style.colour.value) : standardColour(style.colour.value);
    case OutputColour::Type::Direct:
        return QColor::fromRgb(style.colour.value | 0xFF000000U);
    }
    Q_UNREACHABLE();
}

QTextCharFormat OutputPalette::make(const OutputStyle &style) const
{
    QColor text = textColour(style);
    QColor background = style.background.type == OutputColour::Type::None ? m_theme.background
        : style.background.type == OutputColour::Type::Direct
        ? QColor::fromRgb(style.background.value | 0xFF000000U)
        : standardColour(style.background.value);
    const bool filled = style.background.type != OutputColour::Type::None || style.has(OutputStyle::Inverse);
    if (style.has(OutputStyle::Inverse)) {
        std::swap(text, background);
    }
    if (style.has(OutputStyle::Faint)) {
        text = mixed(text, background, kFaint);
    }
    // The theme's own colours on its own ground are known to be readable.
    const bool own = !filled && !style.has(OutputStyle::Faint)
        && (style.colour.type == OutputColour::Type::None
            || (style.colour.type == OutputColour::Type::Indexed && style.colour.value < 16));
    QTextCharFormat format;
    format.setForeground(own ? text : readableOn(background, text));
    if (filled) {
        format.setBackground(background);
    }
    if (style.has(OutputStyle::Bold)) {
        format.setFontWeight(QFont::Bold);
    }
    format.setFontItalic(style.has(OutputStyle::Italic));
    format.setFontUnderline(style.has(OutputStyle::Underline));
    format.setFontStrikeOut(style.has(OutputStyle::Struck));
    return format;
}

QTextCharFormat OutputPalette::format(const OutputStyle &style) const
{
    const auto found = std::find_if(m_made.begin(), m_made.end(),
                                    [&style](const auto &each) { return each.first == style; });
    if (found != m_made.end()) {
        return found->second;
    }
    if (m_made.size() < kMostMade) {
        m_made.emplace_back(style, make(style));
        return m_made.back().second;
    }
    m_next = (m_next + 1) % kMostMade;
    m_made[m_next] = {style, make(style)};
    return m_made[m_next].second;
}

} // namespace studio::ui
