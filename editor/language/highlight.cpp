#include "editor/language/highlight.h"

#include "editor/language/python_words.h"

#include <utility>

namespace studio::editor {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.isSurrogate();
}

bool isWordPart(QChar c)
{
    return isWordStart(c) || c.isNumber() || c.isMark();
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// How a string literal ends, and whether `{` opens code in it.
struct Quote
{
    QChar mark;
    bool triple = false;
    bool formatted = false;
};

/// The expression part of an f-string that is being read.
struct Hole
{
    Quote around;
    int brackets = 0;
};

/// One pass over the text, each character looked at a fixed number of times. The kinds agree with Scintilla's
/// Python lexer, which colours the editor; a test compares the two.
class Scanner final
{
public:
    explicit Scanner(const QString &code)
        : m_code(code)
    {
    }

    std::vector<Token> run();

private:
    QChar at(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_code.size() ? m_code.at(m_at + ahead) : QChar();
    }

    bool atEnd() const { return m_at >= m_code.size(); }

    bool atTriple(QChar mark) const { return at() == mark && at(1) == mark && at(2) == mark; }

    void emitUpTo(qsizetype end, TokenKind kind);

    void readCode();
    bool leaveHole();
    void readLineEnd();
    void readComment();
    void readNumber();
    void readWord();
    void readDecorator();
    bool openString();
    void readString(Quote quote);

    const QString &m_code;
    qsizetype m_at = 0;
    qsizetype m_emitted = 0;
    bool m_lineBegins = true;
    bool m_nameFollows = false;
    bool m_afterDot = false;
    std::vector<Hole> m_holes;
    std::vector<Token> m_tokens;
};

std::vector<Token> Scanner::run()
{
    while (!atEnd()) {
        readCode();
    }
    emitUpTo(m_code.size(), TokenKind::Plain);
    return std::move(m_tokens);
}

/// Neighbours of one kind become one token, so that there are no needless spans.
void Scanner::emitUpTo(qsizetype end, TokenKind kind)
{
    if (end <= m_emitted) {
        return;
    }
    const int length = static_cast<int>(end - m_emitted);
    if (!m_tokens.empty() && m_tokens.back().kind == kind) {
        m_tokens.back().length += length;
    } else {
        m_tokens.push_back({static_cast<int>(m_emitted), length, kind});
    }
    m_emitted = end;
}

void Scanner::readCode()
{
    const QChar c = at();
    if (isLineEnd(c)) {
        readLineEnd();
    } else if (!m_holes.empty() && leaveHole()) {
        return;
    } else if (c == u'#') {
        readComment();
    } else if (isDigit(c) || (c == u'.' && isDigit(at(1)))) {
        readNumber();
    } else if (openString()) {
        return;
    } else if (isWordStart(c)) {
        readWord();
    } else if (c == u'@' && m_lineBegins) {
        readDecorator();
    } else {
        if (!c.isSpace()) {
            m_lineBegins = false;
            m_afterDot = c == u'.';
        }
        ++m_at;
    }
}

/// At `}`, `:` or `!` of an f-string's expression the string goes on.
bool Scanner::leaveHole()
{
    Hole &hole = m_holes.back();
    const QChar c = at();
    if (c == u'(' || c == u'[' || c == u'{') {
        ++hole.brackets;
    } else if (hole.brackets > 0 && (c == u')' || c == u']' || c == u'}')) {
        --hole.brackets;
    } else if (hole.brackets == 0 && (c == u'}' || c == u':' || (c == u'!' && at(1) != u'='))) {
        const Quote quote = hole.around;
        m_holes.pop_back();
        emitUpTo(m_at, TokenKind::Plain);
        ++m_at;
        readString(quote);
        return true;
    }
    return false;
}

void Scanner::readLineEnd()
{
    // An f-string in single quotes cannot go on in the next line, nor can its expression.
    while (!m_holes.empty() && !m_holes.back().around.triple) {
        m_holes.pop_back();
    }
    m_lineBegins = true;
    m_afterDot = false;
    ++m_at;
}

void Scanner::readComment()
{
    emitUpTo(m_at, TokenKind::Plain);
    while (!atEnd() && !isLineEnd(at())) {
        ++m_at;
    }
    emitUpTo(m_at, TokenKind::Comment);
}

void Scanner::readNumber()
{
    emitUpTo(m_at, TokenKind::Plain);
    const bool otherBase = at() == u'0' && QStringView(u"xXoObB").contains(at(1)) && !at(1).isNull();
    while (!atEnd()) {
        const QChar c = at();
        const QChar before = m_at > m_emitted ? m_code.at(m_at - 1) : QChar();
        const bool sign = (c == u'+' || c == u'-') && !otherBase && (before == u'e' || before == u'E');
        const bool part = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_');
        if (!part && !sign) {
            break;
        }
        ++m_at;
    }
    emitUpTo(m_at, TokenKind::Number);
    m_lineBegins = false;
    m_afterDot = false;
}

void Scanner::readWord()
{
    const qsizetype start = m_at;
    while (!atEnd() && isWordPart(at())) {
        ++m_at;
    }
    const QStringView word = QStringView(m_code).mid(start, m_at - start);
    const bool named = std::exchange(m_nameFollows, false);
    const bool member = std::exchange(m_afterDot, false);
    m_lineBegins = false;
    TokenKind kind = TokenKind::Plain;
    if (isPythonKeyword(word)) {
        kind = TokenKind::Keyword;
        m_nameFollows = word == u"def"_s || word == u"class"_s;
    } else if (named) {
        kind = TokenKind::Name;
    } else if (!member && isPythonBuiltin(word)) {
        kind = TokenKind::Builtin;
    }
    if (kind != TokenKind::Plain) {
        emitUpTo(start, TokenKind::Plain);
        emitUpTo(m_at, kind);
    }
}

void Scanner::readDecorator()
{
    emitUpTo(m_at, TokenKind::Plain);
    ++m_at;
    while (!atEnd() && isWordPart(at())) {
        ++m_at;
    }
    emitUpTo(m_at, TokenKind::Name);
    m_lineBegins = false;
}

/// A quote, with up to two letters before it that belong to the literal.
bool Scanner::openString()
{
    static const QString prefixes = u"bBuUrRfF"_s;
    qsizetype letters = 0;
    bool raw = false;
    bool formatted = false;
    bool other = false; // b or u
    while (letters < 2 && !at(letters).isNull() && prefixes.contains(at(letters))) {
        const QChar letter = at(letters).toLower();
        const bool twice = (letter == u'r' && raw) || (letter == u'f' && (formatted || other))
            || ((letter == u'b' || letter == u'u') && (other || formatted)) || (letter == u'u' && raw);
        if (twice) {
            return false;
        }
        raw = raw || letter == u'r';
        formatted = formatted || letter == u'f';
        other = other || letter == u'b' || letter == u'u';
        ++letters;
    }
    if (!isQuote(at(letters))) {
        return false;
    }
    emitUpTo(m_at, TokenKind::Plain);
    m_at += letters;
    Quote quote{at(), atTriple(at()), formatted};
    m_at += quote.triple ? 3 : 1;
    m_lineBegins = false;
    m_afterDot = false;
    m_nameFollows = false;
    readString(quote);
    return true;
}

void Scanner::readString(Quote quote)
{
    while (!atEnd()) {
        const QChar c = at();
        if (c == u'\\') {
            // The character after it belongs to the string, both halves of a line end too.
            m_at += at(1) == u'\r' && at(2) == u'\n' ? 3 : 2;
        } else if (isLineEnd(c) && !quote.triple) {
            break;
        } else if (quote.triple ? atTriple(quote.mark) : c == quote.mark) {
            m_at += quote.triple ? 3 : 1;
            break;
        } else if (c == u'{' && quote.formatted) {
            if (at(1) == u'{') {
                m_at += 2;
                continue;
            }
            ++m_at;
            emitUpTo(m_at, TokenKind::String);
            m_holes.push_back({quote, 0});
            return;
        } else {
            ++m_at;
        }
    }
    m_at = qMin(m_at, m_code.size());
    emitUpTo(m_at, TokenKind::String);
}

QLatin1StringView className(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Plain:
        break;
    case TokenKind::Keyword:
        return "tok-keyword"_L1;
    case TokenKind::String:
        return "tok-string"_L1;
    case TokenKind::Number:
        return "tok-number"_L1;
    case TokenKind::Comment:
        return "tok-comment"_L1;
    case TokenKind::Builtin:
        return "tok-builtin"_L1;
    case TokenKind::Name:
        return "tok-name"_L1;
    }
    return {};
}

} // namespace

std::vector<Token> tokenizePython(const QString &code)
{
    return Scanner(code).run();
}

QString highlightToHtml(const QString &code)
{
    QString html;
    html.reserve(code.size() * 2);
    for (const Token &token : tokenizePython(code)) {
        const QString text = code.mid(token.start, token.length).toHtmlEscaped();
        if (token.kind == TokenKind::Plain) {
            html += text;
        } else {
            html += "<span class=\""_L1 % className(token.kind) % "\">"_L1 % text % "</span>"_L1;
        }
    }
    return html;
}

} // namespace studio::editor
