#pragma once

#include <QString>

#include <vector>

namespace studio {

/// A variable of the learner's when something went wrong.
struct NamedValue
{
    QString name; ///< `names`, `self.total`
    QString value; ///< Shortened repr: `['Ada', 'Ben', …]`
    QString type; ///< `list`
};

/// What happened to a program, in plain words and in the language that was asked for.
///
/// The texts come from the process of the learner's program: they are bounded, and shown as text only. In
/// them `code` stands between backticks, lines of code begin with four spaces, and paragraphs are parted by
/// an empty line.
struct ErrorExplanation
{
    enum class Kind {
        Error, ///< An exception, or text that Python can't read.
        Stopped, ///< The person stopped the program: where it was.
        Notice, ///< It ended well, and yet something seems to be forgotten.
    };

    Kind kind = Kind::Error;
    QString language; ///< `en`, `fr`
    QString title; ///< What happened, one sentence.
    QString cause; ///< Why; may be empty.
    QString hint; ///< What to try; may be empty.
    int line = 0; ///< The learner's line it is about, from 1; 0 when unknown.
    QString source; ///< That line's text.
    std::vector<NamedValue> values; ///< Names used on that line, at the moment of failure.
};

} // namespace studio
