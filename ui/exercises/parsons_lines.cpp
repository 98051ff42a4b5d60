#include "ui/exercises/parsons_lines.h"

#include "ui/exercises/choice_answer.h"

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIndent = 4;
constexpr int kDeepest = 8;

ParsonsLines::Line lineFrom(const QString &text)
{
    const QString stripped = text.trimmed();
    const auto spaces = text.indexOf(stripped);
    return {stripped, stripped.isEmpty() ? 0 : static_cast<int>(spaces) / kIndent};
}

} // namespace

ParsonsLines::ParsonsLines(const Exercise &exercise)
{
    const auto &spec = std::get<ParsonsSpec>(exercise.spec);
    m_given = spec.givenIndentation;
    std::vector<Line> lines;
    for (const QString &text : spec.lines + spec.distractors) {
        Line line = lineFrom(text);
        if (!m_given) {
            line.level = 0;
        }
        lines.push_back(line);
    }
    for (const int index : shuffledOrder(static_cast<int>(lines.size()), exercise.id)) {
        m_all.push_back(lines[static_cast<std::size_t>(index)]);
    }
    m_unused = m_all;
}

void ParsonsLines::use(int unusedIndex, int at)
{
    const auto from = m_unused.begin() + unusedIndex;
    m_used.insert(m_used.begin() + std::clamp(at, 0, static_cast<int>(m_used.size())), *from);
    m_unused.erase(from);
}

void ParsonsLines::putBack(int usedIndex)
{
    const auto from = m_used.begin() + usedIndex;
    Line line = *from;
    if (!m_given) {
        line.level = 0;
    }
    m_used.erase(from);
    m_unused.push_back(line);
}

void ParsonsLines::move(int usedIndex, int by)
{
    const int target = std::clamp(usedIndex + by, 0, static_cast<int>(m_used.size()) - 1);
    const Line line = m_used[static_cast<std::size_t>(usedIndex)];
    m_used.erase(m_used.begin() + usedIndex);
    m_used.insert(m_used.begin() + target, line);
}

void ParsonsLines::indent(int usedIndex, int by)
{
    if (!m_given) {
        int &level = m_used[static_cast<std::size_t>(usedIndex)].level;
        level = std::clamp(level + by, 0, kDeepest);
    }
}

QString ParsonsLines::answer() const
{
    QStringList lines;
    for (const Line &line : m_used) {
        lines.append(QString(line.level * kIndent, u' ') % line.text);
    }
    return lines.join(u'\n');
}

void ParsonsLines::setAnswer(const QString &answer)
{
    m_unused = m_all;
    m_used.clear();
    const QStringList lines = answer.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : lines) {
        const Line line = lineFrom(text);
        const auto same = [&](const Line &each) {
            return each.text == line.text && (!m_given || each.level == line.level);
        };
        const auto found = std::find_if(m_unused.begin(), m_unused.end(), same);
        if (found != m_unused.end()) {
            m_used.push_back(line);
            m_unused.erase(found);
        }
    }
}

} // namespace studio::ui
