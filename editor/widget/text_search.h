#pragma once

#include "editor/widget/text_area.h"

#include <QString>

#include <vector>

namespace studio::editor {

struct SearchTerms
{
    QString text;
    bool matchCase = false;
    bool wholeWord = false;
    bool regex = false;
};

/// All places in the text that match, and the same replaced.
class TextSearch final
{
public:
    explicit TextSearch(TextArea &area);
    TextSearch(const TextSearch &) = delete;
    TextSearch &operator=(const TextSearch &) = delete;

    /// Finds everything anew. Returns what is wrong with the expression, or nothing.
    QString search(const SearchTerms &terms);
    void showHits(bool show); ///< Behind the text.

    int count() const { return static_cast<int>(m_hits.size()); }

    int current() const; ///< From 1: the hit that is selected; 0 when none is.

    struct Step
    {
        bool found = false;
        bool wrapped = false; ///< Went on at the other end of the text.
    };

    Step goNext(long from);
    Step goPrevious(long from);

    bool replaceCurrent(const QString &with); ///< False when no hit is selected or the text there is fixed.

    struct Replaced
    {
        int count = 0;
        int fixed = 0; ///< Hits in text that cannot be changed.
    };

    Replaced replaceAll(const QString &with); ///< One step of undo.

private:
    QString replacement(const TextRange &hit, const QString &with) const;

    TextArea &m_area;
    SearchTerms m_terms;
    std::vector<TextRange> m_hits;
};

} // namespace studio::editor
