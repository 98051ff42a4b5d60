#include "store/search/match_text.h"

#include "store/search/code_tokenizer.h"

#include <algorithm>

namespace studio::store {

namespace {

constexpr std::size_t kMostTerms = 12;
constexpr qsizetype kLongestTerm = 200; ///< UTF-16
constexpr std::size_t kMostSpans = 64;
constexpr std::size_t kBefore = 60; ///< Bytes of the text before the first span, in a snippet.
constexpr qsizetype kSnippet = 200; ///< UTF-16
constexpr double kUsualLength = 60; ///< Tokens of a post.

bool isNumber(const std::string &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void addTerm(std::vector<SearchTerm> &terms, const QString &typed, bool beginning)
{
    if (terms.size() == kMostTerms) {
        return;
    }
    SearchTerm term;
    term.typed = typed.left(kLongestTerm).toUtf8();
    term.typed.replace('\0', ' ');
    tokenizeCode({term.typed.constData(), static_cast<std::size_t>(term.typed.size())}, CodeTokens::Whole,
                 [&term](const CodeToken &token) {
                     term.tokens.emplace_back(token.text);
                     return 0;
                 });
    if (term.tokens.empty()) {
        return;
    }
    // The beginnings of one letter are nearly everything.
    const std::string &last = term.tokens.back();
    term.beginning = beginning && QString::fromStdString(last).size() > 1;
    terms.push_back(std::move(term));
}

/// How far one term is matched, token by token.
class TermProgress
{
public:
    explicit TermProgress(const SearchTerm &term)
        : m_term(term)
        , m_reached(term.tokens.size())
    {
    }

    /// Gives true when the term ends with this token; its text then starts at `start`.
    bool take(const CodeToken &token, int position, int &start)
    {
        bool ends = false;
        for (std::size_t i = m_reached.size(); i-- > 0;) {
            const bool last = i + 1 == m_reached.size();
            if (i > 0 && m_reached[i - 1].position != position - 1) {
                continue;
            }
            const std::string &wanted = m_term.tokens[i];
            const bool whole = token.text == wanted;
            if (!whole && !(last && m_term.beginning && token.text.substr(0, wanted.size()) == wanted)) {
                continue;
            }
            const int from = i == 0 ? token.start : m_reached[i - 1].start;
            m_reached[i] = {position, from};
            if (last) {
                m_found += whole ? 1.0 : 0.6;
                start = from;
                ends = true;
            }
        }
        return ends;
    }

    double found() const { return m_found; }

private:
    struct Reached
    {
        int position = -2;
        int start = 0;
    };

    const SearchTerm &m_term;
    std::vector<Reached> m_reached;
    double m_found = 0;
};

void addSpan(std::vector<ByteSpan> &spans, int start, int end)
{
    if (!spans.empty() && start < spans.back().end) {
        spans.back().start = std::min(spans.back().start, start);
        spans.back().end = std::max(spans.back().end, end);
    } else if (spans.size() < kMostSpans) {
        spans.push_back({start, end});
    }
}

bool startsSign(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

/// Builds one line of what is plain in a text, and keeps track of what is marked in it.
class Line
{
public:
    explicit Line(const std::vector<ByteSpan> &spans)
        : m_spans(spans)
    {
    }

    /// Appends [from, to) of the text; stops at a sign after `most` characters.
    void append(std::string_view text, std::size_t from, std::size_t to, qsizetype most)
    {
        std::size_t span = 0;
        qsizetype markStart = -1;
        for (std::size_t at = from; at < to;) {
            while (span < m_spans.size() && static_cast<std::size_t>(m_spans[span].end) <= at) {
                ++span;
                closeMark(markStart);
            }
            const bool marked = span < m_spans.size() && static_cast<std::size_t>(m_spans[span].start) <= at;
            if (m_line.text.size() >= most && (!marked || m_line.text.size() >= most + 60)) {
                m_cut = true;
                break;
            }
            std::size_t next = at + 1;
            while (next < to && !startsSign(text[next])) {
                ++next;
            }
            if (marked && markStart < 0) {
                flushSpace();
                markStart = m_line.text.size();
            }
            appendSign(text.substr(at, next - at));
            at = next;
        }
        closeMark(markStart);
    }

    bool isCut() const { return m_cut; }

    MarkedText take() { return std::move(m_line); }

private:
    void appendSign(std::string_view bytes)
    {
        const QString sign = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        for (const QChar c : sign) {
            // What turns the direction of the text around would reach out of the line.
            const bool turns
                = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
            if (c.isSpace() || c.category() == QChar::Other_Control) {
                m_space = true;
            } else if (c != u'`' && !turns) {
                flushSpace();
                m_line.text.append(c);
            }
        }
    }

    void flushSpace()
    {
        if (m_space && !m_line.text.isEmpty()) {
            m_line.text.append(u' ');
        }
        m_space = false;
    }

    void closeMark(qsizetype &start)
    {
        if (start >= 0 && m_line.text.size() > start) {
            m_line.marks.push_back({static_cast<int>(start), static_cast<int>(m_line.text.size() - start)});
        }
        start = -1;
    }

    const std::vector<ByteSpan> &m_spans;
    MarkedText m_line;
    bool m_space = false;
    bool m_cut = false;
};

} // namespace

std::vector<SearchTerm> termsOf(const SearchRequest &request)
{
    std::vector<SearchTerm> terms;
    for (const QString &phrase : request.phrases) {
        addTerm(terms, phrase, false);
    }
    for (const QString &word : request.words) {
        addTerm(terms, word, request.typing && &word == &request.words.back());
    }
    return terms;
}

QByteArray matchOf(const std::vector<SearchTerm> &terms, const char *textColumn)
{
    QByteArray match;
    for (const SearchTerm &term : terms) {
        if (!match.isEmpty()) {
            match += " AND ";
        }
        // An author's number is only found by a number, so most words need not be asked where they stand.
        if (std::any_of(term.tokens.begin(), term.tokens.end(), isNumber)) {
            match += textColumn;
            match += " : ";
        }
        QByteArray typed = term.typed;
        match += '"' + typed.replace('"', "\"\"") + '"';
        if (term.beginning) {
            match += '*';
        }
    }
    return match;
}

TextMatch matchText(std::string_view utf8, const std::vector<SearchTerm> &terms)
{
    TextMatch match;
    std::vector<TermProgress> progress(terms.begin(), terms.end());
    int position = -1;
    tokenizeCode(utf8, CodeTokens::WithParts, [&](const CodeToken &token) {
        position += token.part ? 0 : 1;
        for (TermProgress &each : progress) {
            int start = 0;
            if (each.take(token, position, start)) {
                addSpan(match.spans, start, token.end);
            }
        }
        return 0;
    });
    const double length = 1.2 * (0.25 + 0.75 * (position + 1) / kUsualLength);
    for (const TermProgress &each : progress) {
        match.score += each.found() / (each.found() + length);
        match.termsFound += each.found() > 0 ? 1 : 0;
    }
    match.score /= static_cast<double>(std::max<std::size_t>(1, terms.size()));
    return match;
}

MarkedText markedLine(std::string_view utf8, const std::vector<ByteSpan> &spans)
{
    Line line(spans);
    line.append(utf8, 0, utf8.size(), 400);
    return line.take();
}

MarkedText snippetOf(std::string_view utf8, const std::vector<ByteSpan> &spans)
{
    std::size_t from = 0;
    const auto first = spans.empty() ? 0 : static_cast<std::size_t>(spans.front().start);
    if (first > kBefore) {
        from = first - kBefore;
        while (from < first && utf8[from] != ' ' && utf8[from] != '\n') {
            ++from;
        }
        if (from == first) { // one long word, or a script without spaces
            from = first - kBefore;
            while (from < first && !startsSign(utf8[from])) {
                ++from;
            }
        }
    }
    Line line(spans);
    line.append(utf8, from, utf8.size(), kSnippet);
    const bool cut = line.isCut();
    MarkedText snippet = line.take();
    if (cut) {
        snippet.text.append(u'…');
    }
    if (from > 0) {
        snippet.text.prepend(u'…');
        for (MarkedSpan &mark : snippet.marks) {
            ++mark.start;
        }
    }
    return snippet;
}

} // namespace studio::store
