#pragma once

#include "ui/widgets/output_lines.h"

#include <QByteArray>

#include <string>

namespace studio::ui {

/// Turns the bytes of one stream into lines: UTF-8 (also when a character is split), carriage return,
/// backspace, moves within the line, and ANSI's colours. All other escape sequences are swallowed; one that
/// never ends swallows at most its line. How the bytes are cut into pieces makes no difference.
class TerminalStream final
{
public:
    explicit TerminalStream(OutputKind kind);

    void feed(const QByteArray &bytes, OutputLines &lines);
    void finish(OutputLines &lines); ///< Half a character at the end becomes U+FFFD.

private:
    enum class State {
        Text,
        Escape, ///< After ESC.
        Short, ///< ESC and an intermediate character: one more ends it.
        Sequence, ///< ESC [
        Command, ///< A window title, a link, …: ends with the bell or with ESC and a backslash.
        CommandEnd, ///< ESC inside a Command.
    };

    void take(QByteArrayView bytes, OutputLines &lines);
    void control(char byte, OutputLines &lines);
    bool escape(char byte, OutputLines &lines);
    void beginSequence(char byte);
    void finishSequence(char last, OutputLines &lines);

    OutputStyle m_style;
    QByteArray m_half; ///< The first bytes of a character whose rest has not come yet.
    State m_state = State::Text;
    std::string m_sequence; ///< Between ESC [ and its last character.
};

} // namespace studio::ui
