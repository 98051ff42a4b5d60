#include "ui/widgets/terminal_stream.h"

#include "ui/widgets/ansi_style.h"

#include <algorithm>
#include <array>

namespace studio::ui {

namespace {

constexpr std::size_t kLongestSequence = 128; ///< Longer ones are not sequences but noise.
constexpr char kEscape = 0x1B;

/// How many bytes at the end are the beginning of a character.
qsizetype halfCharacter(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80) {
            continue;
        }
        const int length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

std::array<bool, 256> controlTable()
{
    std::array<bool, 256> table{};
    std::fill(table.begin(), table.begin() + 0x20, true);
    table.at(u'\t') = false;
    table.at(0x7F) = true;
    return table;
}

bool isControl(char byte)
{
    static const std::array<bool, 256> kTable = controlTable();
    return kTable[static_cast<unsigned char>(
        byte)]; // NOLINT(cppcoreguidelines-pro-bounds-constant-array-index)
}

/// The first number of a sequence; `otherwise` when it has none. Never large.
int firstNumber(const std::string &sequence, int otherwise)
{
    int number = 0;
    for (const char c : sequence) {
        if (c < '0' || c > '9') {
            break;
        }
        number = std::min(number * 10 + (c - '0'), OutputLines::kLongestLine);
    }
    return sequence.empty() || sequence.front() < '0' || sequence.front() > '9' ? otherwise : number;
}

} // namespace

TerminalStream::TerminalStream(OutputKind kind)
    : m_style(plainStyle(kind))
{
}

void TerminalStream::feed(const QByteArray &bytes, OutputLines &lines)
{
    const QByteArray all = m_half.isEmpty() ? bytes : m_half + bytes;
    const qsizetype half = halfCharacter(all);
    m_half = all.right(half);
    take(QByteArrayView(all).chopped(half), lines);
}

void TerminalStream::finish(OutputLines &lines)
{
    take(m_half, lines);
    *this = TerminalStream(m_style.kind);
}

void TerminalStream::take(QByteArrayView bytes, OutputLines &lines)
{
    const char *next = bytes.begin();
    const char *const end = bytes.end();
    while (next != end) {
        if (m_state != State::Text) {
            next += escape(*next, lines) ? 1 : 0;
            continue;
        }
        const char *const start = next;
        while (next != end && !isControl(*next)) {
            ++next;
        }
        const QByteArrayView text(start, next - start);
        if (next == end) {
            lines.write(text, m_style);
        } else if (*next == '\n') {
            lines.writeLine(text, m_style);
            ++next;
        } else {
            lines.write(text, m_style);
            control(*next++, lines);
        }
    }
}

void TerminalStream::control(char byte, OutputLines &lines)
{
    switch (byte) {
    case '\n':
        lines.newLine();
        break;
    case '\r':
        lines.open().carriageReturn();
        break;
    case '\b':
        lines.open().backspace();
        break;
    case kEscape:
        m_state = State::Escape;
        break;
    default:
        break; // the bell and its like have nothing to show
    }
}

/// False when the byte is no part of the sequence and has to be looked at as text.
bool TerminalStream::escape(char byte, OutputLines &lines)
{
    const auto code = static_cast<unsigned char>(byte);
    const bool inCommand = m_state == State::Command || m_state == State::CommandEnd;
    // No sequence goes on over a line's end: this was not one. CAN and SUB end any.
    if (byte == '\n' || (!inCommand && (code < 0x20 || code >= 0x7F) && byte != kEscape)) {
        m_state = State::Text;
        return code == 0x18 || code == 0x1A || code == 0x7F;
    }
    if (byte == kEscape) {
        m_state = m_state == State::Command ? State::CommandEnd : State::Escape;
        return true;
    }
    switch (m_state) {
    case State::Text:
        return false;
    case State::Escape:
        beginSequence(byte);
        break;
    case State::Short:
        m_state = code >= 0x30 ? State::Text : State::Short;
        break;
    case State::Sequence:
        if (code >= 0x40) {
            finishSequence(byte, lines);
            m_state = State::Text;
        } else if (m_sequence.size() >= kLongestSequence) {
            m_state = State::Text;
            return false;
        } else {
            m_sequence += byte;
        }
        break;
    case State::Command:
        m_state = byte == '\a' || code == 0x18 || code == 0x1A ? State::Text : State::Command;
        break;
    case State::CommandEnd:
        if (byte != '\\') { // a new sequence that began inside the command
            beginSequence(byte);
            break;
        }
        m_state = State::Text;
        break;
    }
    return true;
}

void TerminalStream::beginSequence(char byte)
{
    m_sequence.clear();
    switch (byte) {
    case '[':
        m_state = State::Sequence;
        break;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        m_state = State::Command;
        break;
    default: // `ESC ( B` has a character between
        m_state = byte >= 0x20 && byte < 0x30 ? State::Short : State::Text;
        break;
    }
}

void TerminalStream::finishSequence(char last, OutputLines &lines)
{
    switch (last) {
    case 'm':
        applyAnsiStyle(m_sequence, m_style);
        break;
    case 'K': {
        const int what = firstNumber(m_sequence, 0);
        lines.open().erase(what == 2       ? OpenLine::Erase::All
                               : what == 1 ? OpenLine::Erase::ToStart
                                           : OpenLine::Erase::ToEnd);
        break;
    }
    case 'C':
        lines.open().moveBy(std::max(1, firstNumber(m_sequence, 1)));
        break;
    case 'D':
        lines.open().moveBy(-std::max(1, firstNumber(m_sequence, 1)));
        break;
    case 'G':
        lines.open().moveTo(std::max(1, firstNumber(m_sequence, 1)) - 1);
        break;
    default:
        break; // other lines and the screen as a whole are not ours to change
    }
}

} // namespace studio::ui
