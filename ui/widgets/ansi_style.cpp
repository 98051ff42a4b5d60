#include "ui/widgets/ansi_style.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace studio::ui {

namespace {

constexpr int kMost = 9999; ///< Of a number that is read; none that means something is as large.

/// Numbers with colons between them belong together.
using Group = std::vector<int>;

std::vector<Group> read(std::string_view text)
{
    std::vector<Group> groups = {{0}};
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            int &number = groups.back().back();
            number = std::min(number * 10 + (c - '0'), kMost);
        } else if (c == ':') {
            groups.back().push_back(0);
        } else if (c == ';') {
            groups.push_back({0});
        } else {
            return {}; // a private sequence
        }
    }
    return groups;
}

std::optional<OutputColour> direct(int red, int green, int blue)
{
    if (std::max({red, green, blue}) > 255) {
        return std::nullopt;
    }
    return OutputColour{OutputColour::Type::Direct, static_cast<quint32>(red << 16 | green << 8 | blue)};
}

std::optional<OutputColour> indexed(int index)
{
    if (index > 255) {
        return std::nullopt;
    }
    return OutputColour{OutputColour::Type::Indexed, static_cast<quint32>(index)};
}

/// `38:5:n`, `38:2:r:g:b` or, with a colour space, `38:2::r:g:b`.
std::optional<OutputColour> colourOf(const Group &group)
{
    if (group.size() >= 3 && group[1] == 5) {
        return indexed(group[2]);
    }
    if (group.size() >= 5 && group[1] == 2) {
        const std::size_t first = group.size() >= 6 ? 3 : 2;
        return direct(group[first], group[first + 1], group[first + 2]);
    }
    return std::nullopt;
}

/// `38;5;n` or `38;2;r;g;b`; `at` is moved to the last group that belongs to it.
std::optional<OutputColour> colourAfter(const std::vector<Group> &groups, std::size_t &at)
{
    const auto number = [&groups](std::size_t i) { return i < groups.size() ? groups[i].front() : kMost; };
    const int form = number(at + 1);
    const std::size_t first = at + 2;
    const std::size_t count = form == 5 ? 1 : form == 2 ? 3 : 0;
    at = count == 0 ? groups.size() - 1 : std::min(groups.size() - 1, at + 1 + count);
    if (count == 0) {
        return std::nullopt; // how many numbers belong to it, nobody knows
    }
    return count == 1 ? indexed(number(first)) : direct(number(first), number(first + 1), number(first + 2));
}

void setMark(OutputStyle &style, int mark, bool on)
{
    style.marks = static_cast<quint8>(on ? style.marks | mark : style.marks & ~mark);
}

/// The numbers that stand for themselves.
void applySimple(int number, bool off, OutputStyle &style)
{
    using Mark = OutputStyle::Mark;
    static constexpr std::array<int, 10> kMarks
        = {0, Mark::Bold, Mark::Faint, Mark::Italic, Mark::Underline, 0, 0, Mark::Inverse, 0, Mark::Struck};
    if (number == 0) {
        style = plainStyle(style.kind);
    } else if (number < 10) {
        setMark(style, kMarks.at(static_cast<std::size_t>(number)), !off);
    } else if (number == 21) { // underlined twice
        setMark(style, Mark::Underline, true);
    } else if (number == 22) {
        setMark(style, Mark::Bold | Mark::Faint, false);
    } else if (number > 22 && number < 30) {
        setMark(style, kMarks.at(static_cast<std::size_t>(number - 20)), false);
    } else if (number == 39) {
        style.colour = {};
    } else if (number == 49) {
        style.background = {};
    } else if (number >= 30 && number <= 37) {
        style.colour = *indexed(number - 30);
    } else if (number >= 40 && number <= 47) {
        style.background = *indexed(number - 40);
    } else if (number >= 90 && number <= 97) {
        style.colour = *indexed(number - 90 + 8);
    } else if (number >= 100 && number <= 107) {
        style.background = *indexed(number - 100 + 8);
    }
}

} // namespace

void applyAnsiStyle(std::string_view numbers, OutputStyle &style)
{
    const std::vector<Group> groups = read(numbers);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group &group = groups[i];
        const int number = group.front();
        if (number != 38 && number != 48 && number != 58) {
            applySimple(number, group.size() > 1 && group[1] == 0, style); // `4:0` ends underlining
            continue;
        }
        const auto colour = group.size() > 1 ? colourOf(group) : colourAfter(groups, i);
        if (colour && number != 58) { // 58 is the underline's own colour
            (number == 38 ? style.colour : style.background) = *colour;
        }
    }
}

} // namespace studio::ui
