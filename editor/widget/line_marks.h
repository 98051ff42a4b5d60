#pragma once

#include "editor/widget/code_editor.h"

#include <vector>

namespace studio::editor {

class TextArea;

/// Messages that belong to lines: a symbol in the margin, a squiggle, and the text below the line. They move
/// with their lines.
class LineMarks final
{
public:
    explicit LineMarks(TextArea &area);
    LineMarks(const LineMarks &) = delete;
    LineMarks &operator=(const LineMarks &) = delete;

    void set(const std::vector<LineMark> &marks);
    void clear();
    void applyTheme(const CodeTheme &theme);
    void
    wrap(); ///< Breaks the messages again: Scintilla does not wrap them. After a change of width or font.
    QString spoken() const; ///< All messages with their lines, for the screen reader.

private:
    struct Note
    {
        int handle = -1; ///< Of the marker, by which Scintilla knows the line.
        int marker = 0;
        int style = 0;
        QString message;
    };

    void underline(const LineMark &mark, long line) const;
    int columns() const;

    TextArea &m_area;
    std::vector<Note> m_notes;
    int m_wrappedAt = 0;
};

} // namespace studio::editor
