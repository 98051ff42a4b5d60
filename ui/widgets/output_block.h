#pragma once

#include "ui/widgets/output_style.h"

#include <QTextBlock>
#include <QTextFormat>

namespace studio::ui {

// What a block of the output's document says about its line.

/// In place of a line's number: the link leads to the whole output.
inline constexpr int kWholeOutput = 0x0FFFFFFF;

/// The property of text that is there for the screen reader only.
inline constexpr int kSpoken = QTextFormat::UserProperty + 1;

struct OutputBlock
{
    OutputKind kind = OutputKind::Out;
    int link = 0; ///< The learner's line that a traceback names, kWholeOutput, or 0.

    static OutputBlock of(const QTextBlock &block);
    int state() const; ///< For QTextBlock::setUserState().
};

/// The place in a traceback's line that names a line of the learner's file.
struct TracebackLink
{
    qsizetype start = 0; ///< UTF-16 offset in the line.
    qsizetype length = 0;
    int line = 0; ///< 0: there is none.
};

TracebackLink tracebackLink(const OutputLine &line, const QString &ownFile);

QString spokenMark(OutputKind kind); ///< "error:"; empty where the text says enough.
QString drawnMark(OutputKind kind);

} // namespace studio::ui
