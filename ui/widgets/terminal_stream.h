#pragma once

#include "ui/widgets/output_lines.h"

#include <QByteArray>

namespace studio::ui {

/// Turns the bytes of one stream into lines: UTF-8 (also when a character is split), carriage return,
/// backspace, and ANSI's colours. Other escape sequences are dropped.
class TerminalStream final
{
public:
    explicit TerminalStream(OutputKind kind);

    void feed(const QByteArray &bytes, OutputLines &lines);
    void finish(OutputLines &lines); ///< Half a character at the end becomes U+FFFD.

private:
    enum class State { Text, Escape, Sequence, Command, CommandEnd };

    QString decode(const QByteArray &bytes);
    void take(const QString &text, OutputLines &lines);
    void control(QChar c, OutputLines &lines);
    void escape(QChar c, OutputLines &lines);
    void finishSequence(QChar last, OutputLines &lines);
    void setColours(const QStringList &numbers);

    OutputStyle m_style;
    QByteArray m_half; ///< The first bytes of a character whose rest has not come yet.
    State m_state = State::Text;
    QString m_sequence;
};

} // namespace studio::ui
