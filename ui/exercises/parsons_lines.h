#pragma once

#include "domain/exercise.h"

#include <vector>

namespace studio::ui {

/// The lines of a Parsons exercise: those still to be used and those put in order. Pure; the widget shows it.
class ParsonsLines final
{
public:
    struct Line
    {
        QString text; ///< Without indentation.
        int level = 0; ///< Of indentation, four spaces each.

        bool operator==(const Line &) const = default;
    };

    explicit ParsonsLines(const Exercise &exercise); ///< All lines unused, shuffled the same way each time.

    const std::vector<Line> &unused() const { return m_unused; }

    const std::vector<Line> &used() const { return m_used; }

    bool givenIndentation() const { return m_given; }

    void use(int unusedIndex, int at); ///< Puts a line into the answer before `at`.
    void putBack(int usedIndex);
    void move(int usedIndex, int by); ///< Up (-) or down (+); stops at the ends.
    void indent(int usedIndex, int by); ///< Does nothing when the indentation is given.

    QString answer() const;
    void setAnswer(const QString &answer); ///< Lines that are not among the exercise's are dropped.

private:
    std::vector<Line> m_all; ///< Shuffled.
    std::vector<Line> m_unused;
    std::vector<Line> m_used;
    bool m_given = false;
};

} // namespace studio::ui
