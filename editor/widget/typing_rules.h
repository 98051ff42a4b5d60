#pragma once

#include "editor/language/indentation.h"

#include <QString>

namespace studio::editor {

class TextArea;
struct TextRange;

/// What typing means in Python: indentation, brackets in pairs, and where a key may change anything.
class TypingRules final
{
public:
    explicit TypingRules(TextArea &area);
    TypingRules(const TypingRules &) = delete;
    TypingRules &operator=(const TypingRules &) = delete;

    void setIndent(IndentUnit unit) { m_unit = unit; }

    IndentUnit indent() const { return m_unit; }

    void setAutoClose(bool close) { m_autoClose = close; }

    void setPython(bool python) { m_python = python; }

    bool isPython() const { return m_python; }

    bool run(unsigned message); ///< True when the command was carried out here, or refused.
    bool typed(const QString &text); ///< True when nothing is left to insert.
    void afterTyping(const QString &text);

private:
    bool runInRegions(unsigned message);
    bool deleteInRegion(unsigned message);
    bool newLine();
    bool backspace();
    bool tab();
    QString indentFor(TextRange before) const;
    void styleUpTo(long position) const; ///< Matching brackets needs the styles.
    bool inStringOrComment(long position) const;
    bool overtype(QChar c);
    bool openPair(QChar c);
    int charAt(long position) const;

    TextArea &m_area;
    IndentUnit m_unit;
    bool m_autoClose = false;
    bool m_python = true;
};

} // namespace studio::editor
