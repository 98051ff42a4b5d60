#include "ui/widgets/terminal_stream.h"

#include <QStringList>

#include <algorithm>

namespace studio::ui {

namespace {

constexpr qsizetype kLongestSequence = 64; ///< Longer ones are not sequences but noise.

/// How many bytes at the end are the beginning of a character.
qsizetype halfCharacter(const QByteArray &bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes.at(bytes.size() - back));
        if ((byte & 0xC0) == 0x80) {
            continue;
        }
        const int length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

/// Characters that a text document takes for the end of a line or for one of its own marks.
bool breaksDocument(QChar c)
{
    return c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c == u'\ufdd0' || c == u'\ufdd1'
        || c == QChar::ObjectReplacementCharacter;
}

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\t') || c.unicode() == 0x7F;
}

} // namespace

TerminalStream::TerminalStream(OutputKind kind)
    : m_style{kind}
{
}

void TerminalStream::feed(const QByteArray &bytes, OutputLines &lines)
{
    take(decode(bytes), lines);
}

void TerminalStream::finish(OutputLines &lines)
{
    take(QString::fromUtf8(m_half), lines);
    *this = TerminalStream(m_style.kind);
}

QString TerminalStream::decode(const QByteArray &bytes)
{
    const QByteArray all = m_half + bytes;
    const qsizetype half = halfCharacter(all);
    m_half = all.right(half);
    QString text = QString::fromUtf8(all.constData(), all.size() - half);
    std::replace_if(text.begin(), text.end(), breaksDocument, QChar(QChar::ReplacementCharacter));
    return text;
}

void TerminalStream::take(const QString &text, OutputLines &lines)
{
    const QStringView view(text);
    for (qsizetype i = 0; i < view.size();) {
        if (m_state != State::Text) {
            escape(view.at(i++), lines);
            continue;
        }
        qsizetype end = i;
        while (end < view.size() && !isControl(view.at(end))) {
            ++end;
        }
        lines.write(view.mid(i, end - i), m_style);
        if (end < view.size()) {
            control(view.at(end++), lines);
        }
        i = end;
    }
}

void TerminalStream::control(QChar c, OutputLines &lines)
{
    switch (c.unicode()) {
    case u'\n':
        lines.newLine();
        break;
    case u'\r':
        lines.carriageReturn();
        break;
    case u'\b':
        lines.backspace();
        break;
    case 0x1B:
        m_state = State::Escape;
        m_sequence.clear();
        break;
    default:
        break; // the bell and its like have nothing to show
    }
}

void TerminalStream::escape(QChar c, OutputLines &lines)
{
    if (c == u'\n') { // no sequence goes on over a line's end: this was not one
        m_state = State::Text;
        lines.newLine();
        return;
    }
    switch (m_state) {
    case State::Text:
        break;
    case State::Escape:
        m_state = c == u'[' ? State::Sequence : c == u']' ? State::Command : State::Text;
        break;
    case State::Sequence:
        if (c.unicode() >= 0x40 && c.unicode() <= 0x7E) {
            finishSequence(c, lines);
            m_state = State::Text;
        } else if (m_sequence.size() >= kLongestSequence) {
            m_state = State::Text;
        } else {
            m_sequence += c;
        }
        break;
    case State::Command: // a window title, a link: ends with the bell or with ESC and a backslash
        m_state = c == QChar(7) ? State::Text : c == QChar(0x1B) ? State::CommandEnd : State::Command;
        break;
    case State::CommandEnd:
        m_state = State::Text;
        break;
    }
}

void TerminalStream::finishSequence(QChar last, OutputLines &lines)
{
    if (last == u'm') {
        setColours(m_sequence.split(u';'));
    } else if (last == u'K') {
        lines.eraseLine(m_sequence.toInt() == 2);
    }
}

void TerminalStream::setColours(const QStringList &numbers)
{
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int number = numbers.at(i).toInt();
        if (number == 0) {
            m_style = {m_style.kind};
        } else if (number == 1) {
            m_style.bold = true;
        } else if (number == 22) {
            m_style.bold = false;
        } else if (number >= 30 && number <= 37) {
            m_style.colour = static_cast<quint8>(number - 30 + 1);
        } else if (number >= 90 && number <= 97) {
            m_style.colour = static_cast<quint8>(number - 90 + 9);
        } else if (number == 39) {
            m_style.colour = 0;
        } else if (number == 38 || number == 48) { // of 256 or 16 million colours: not ours, skip its numbers
            i += i + 1 < numbers.size() && numbers.at(i + 1).toInt() == 2 ? 4 : 2;
        }
    }
}

} // namespace studio::ui
