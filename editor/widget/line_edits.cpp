#include "editor/widget/line_edits.h"

#include "editor/widget/region_guard.h"
#include "editor/widget/text_area.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace studio::editor {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

struct Lines
{
    long first = 0;
    long last = 0;
};

/// A selection that ends at the beginning of a line does not touch that line.
Lines selectedLines(const TextArea &area)
{
    const TextRange selected = area.selection();
    Lines lines{area.lineOf(selected.start), area.lineOf(selected.end)};
    if (lines.last > lines.first && area.lineRange(lines.last).start == selected.end) {
        --lines.last;
    }
    return lines;
}

bool mayChange(TextArea &area, Lines lines)
{
    if (area.send(Sci::SCI_GETREADONLY)) {
        return false;
    }
    if (!area.guard().allows({area.lineRange(lines.first).start, area.lineRange(lines.last).end})) {
        area.tell(TextArea::tr("Only the marked gaps can be changed. Tab goes to the next one."));
        return false;
    }
    return true;
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

} // namespace

void toggleComments(TextArea &area)
{
    const Lines lines = selectedLines(area);
    if (!mayChange(area, lines)) {
        return;
    }
    static const QRegularExpression mark(u"^[ \\t]*(# ?)"_s);
    bool allCommented = true;
    bool anyText = false;
    qsizetype column = std::numeric_limits<qsizetype>::max();
    for (long line = lines.first; line <= lines.last; ++line) {
        const QString text = area.lineText(line);
        if (!isBlank(text)) {
            anyText = true;
            allCommented = allCommented && text.trimmed().startsWith(u'#');
            column = std::min(column, leadingSpace(text).size());
        }
    }
    const TextArea::Batch batch(area);
    area.send(Sci::SCI_BEGINUNDOACTION);
    for (long line = lines.last; line >= lines.first; --line) {
        const QString text = area.lineText(line);
        const long start = area.lineRange(line).start;
        if (!anyText) {
            area.replace({area.lineRange(line).end, area.lineRange(line).end}, u"# "_s);
        } else if (!isBlank(text) && allCommented) {
            const auto found = mark.match(text);
            area.replace({start + found.capturedStart(1), start + found.capturedEnd(1)}, {});
        } else if (!isBlank(text)) {
            area.replace({start + column, start + column}, u"# "_s);
        }
    }
    area.send(Sci::SCI_ENDUNDOACTION);
}

void indentLines(TextArea &area, IndentUnit unit, int levels)
{
    const Lines lines = selectedLines(area);
    if (!mayChange(area, lines)) {
        return;
    }
    const TextArea::Batch batch(area);
    area.send(Sci::SCI_BEGINUNDOACTION);
    for (long line = lines.first; line <= lines.last; ++line) {
        const QString text = area.lineText(line);
        if (levels > 0 && isBlank(text)) {
            continue;
        }
        const int columns = indentColumns(text, unit);
        // To the next level, also from in between.
        const int level
            = levels > 0 ? columns / unit.width + levels : (columns + unit.width - 1) / unit.width + levels;
        const long start = area.lineRange(line).start;
        const long space = static_cast<long>(leadingSpace(text).size());
        area.replace({start, start + space}, QString(std::max(0, level) * unit.width, u' '));
    }
    area.send(Sci::SCI_ENDUNDOACTION);
}

} // namespace studio::editor
