#pragma once

#include <QString>

namespace studio {

/// A place in a file. Line and column count from 1, columns in code points; 0 means "the whole file".
struct SourcePlace
{
    QString file; ///< Relative to the course folder, with forward slashes.
    int line = 0;
    int column = 0;

    bool operator==(const SourcePlace &) const = default;
};

enum class Severity {
    Error, ///< The course, or this exercise, can't be used as it is.
    Warning, ///< It works, but the author should look.
};

/// One thing that is wrong with a course, for its author.
struct Problem
{
    Severity severity = Severity::Error;
    SourcePlace place;
    QString what; ///< What is wrong, e.g. `unknown key "titel"`.
    QString expected; ///< What would be right, e.g. `one of: title, kind, …`. May be empty.
};

} // namespace studio
