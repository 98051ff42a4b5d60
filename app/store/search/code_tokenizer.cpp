#include "store/search/code_tokenizer.h"

#include "store/database.h"

#include <QString>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace studio::store {

namespace {

constexpr std::size_t kLongest = 64; ///< Bytes of a token; the rest of a longer one is not looked at.
constexpr std::size_t kMostParts = 8; ///< Of one name.
constexpr std::size_t kMostDots = 4; ///< Names joined by dots, found as one.

constexpr std::string_view kOperatorSigns = "!=<>*/+-:%&|^~@";
constexpr std::array<std::string_view, 18> kOperators
    = {"!=", "==", "<=", ">=", "->", ":=", "**", "//", "+=",
       "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>"};

bool isAsciiWord(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

struct Sign
{
    char32_t code = 0;
    int bytes = 1;
};

/// The sign at `at`; 0 when the bytes are no valid UTF-8.
Sign signAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return {first, 1};
    }
    const int bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + static_cast<std::size_t>(bytes) > text.size()) {
        return {};
    }
    char32_t code = first & (0xff >> (bytes + 1));
    for (int i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if ((next & 0xc0) != 0x80) {
            return {};
        }
        code = (code << 6) | (next & 0x3f);
    }
    constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    if (code < kLeast[static_cast<std::size_t>(bytes)] || code > 0x10ffff
        || (code >= 0xd800 && code <= 0xdfff)) {
        return {};
    }
    return {code, bytes};
}

bool isWord(char32_t code)
{
    if (code < 0x80) {
        return isAsciiWord(static_cast<unsigned char>(code));
    }
    return QChar::isLetterOrNumber(code) || QChar::isMark(code);
}

/// Scripts that are written without spaces: each sign is a word.
bool standsAlone(char32_t code)
{
    if (code < 0x3040) {
        return false;
    }
    const QChar::Script script = QChar::script(code);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

std::size_t cut(std::string_view text)
{
    std::size_t size = std::min(text.size(), kLongest);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) {
        --size;
    }
    return size;
}

/// Folded, in `buffer`.
void fold(std::string_view word, std::string &buffer)
{
    buffer.assign(word.substr(0, cut(word)));
    bool ascii = true;
    for (char &c : buffer) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (ascii) {
        return;
    }
    const auto apart = QString::fromUtf8(buffer.data(), static_cast<qsizetype>(buffer.size()))
                           .normalized(QString::NormalizationForm_KD)
                           .toCaseFolded()
                           .normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (c == QChar(0xdf)) {
            plain.append(QLatin1StringView("ss")); // simple folding leaves the German one as it is
        } else if (c.category() != QChar::Mark_NonSpacing) {
            plain.append(c);
        }
    }
    buffer = (plain.isEmpty() ? apart : plain).toStdString();
    buffer.resize(cut(buffer));
}

/// Where a part of a name ends: at `_`, and where small letters turn into big ones.
std::vector<std::pair<std::size_t, std::size_t>> partsOf(std::string_view name)
{
    const auto big = [&name](std::size_t i) { return i < name.size() && name[i] >= 'A' && name[i] <= 'Z'; };
    const auto small = [&name](std::size_t i) { return i < name.size() && name[i] >= 'a' && name[i] <= 'z'; };
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= name.size() && parts.size() < kMostParts; ++i) {
        const bool ends = i == name.size() || name[i] == '_';
        const bool turns = !ends && i > start && big(i)
            && (small(i - 1) || (big(i - 1) && small(i + 1))); // camelCase, HTTPServer
        if (!ends && !turns) {
            continue;
        }
        if (i > start) {
            parts.emplace_back(start, i);
        }
        start = ends ? i + 1 : i;
    }
    return parts;
}

class Reader
{
public:
    Reader(std::string_view text, CodeTokens which, const std::function<int(const CodeToken &)> &found)
        : m_text(text)
        , m_parts(which == CodeTokens::WithParts)
        , m_found(found)
    {
    }

    int read()
    {
        std::size_t at = 0;
        while (at < m_text.size() && m_rc == 0) {
            const Sign sign = signAt(m_text, at);
            if (standsAlone(sign.code)) {
                give(at, at + static_cast<std::size_t>(sign.bytes), false);
                at += static_cast<std::size_t>(sign.bytes);
            } else if (isWord(sign.code)) {
                at = names(at);
            } else if (sign.code < 0x80 && kOperatorSigns.find(m_text[at]) != std::string_view::npos) {
                at = operators(at);
            } else {
                at += static_cast<std::size_t>(sign.bytes);
            }
        }
        return m_rc;
    }

private:
    std::size_t wordEnd(std::size_t at) const
    {
        while (at < m_text.size()) {
            const Sign sign = signAt(m_text, at);
            if (!isWord(sign.code) || standsAlone(sign.code)) {
                break;
            }
            at += static_cast<std::size_t>(sign.bytes);
        }
        return at;
    }

    /// One name, or several joined by dots.
    std::size_t names(std::size_t at)
    {
        m_names.clear();
        std::size_t end = at;
        for (;;) {
            const std::size_t start = end;
            end = wordEnd(start);
            m_names.emplace_back(start, end);
            if (m_names.size() == kMostDots || end + 1 >= m_text.size() || m_text[end] != '.'
                || wordEnd(end + 1) == end + 1) {
                break;
            }
            ++end;
        }
        give(at, end, false);
        if (!m_parts) {
            return end;
        }
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const auto [start, nameEnd] = m_names[i];
            if (i > 0) {
                give(start, nameEnd, true);
                if (i + 1 < m_names.size()) {
                    give(start, end, true); // `path.join` of `os.path.join`
                }
            } else if (m_names.size() > 1) {
                give(start, nameEnd, true);
            }
            const auto parts = partsOf(m_text.substr(start, nameEnd - start));
            for (const auto &[from, to] : parts) {
                if (to - from < nameEnd - start) {
                    give(start + from, start + to, true);
                }
            }
        }
        return end;
    }

    std::size_t operators(std::size_t at)
    {
        std::size_t end = at;
        while (end < m_text.size() && kOperatorSigns.find(m_text[end]) != std::string_view::npos) {
            ++end;
        }
        const std::size_t after = end;
        if (end - at > 3) {
            return after; // a line that is drawn
        }
        if (m_text.substr(at, 3) == "://") {
            return after; // of an address
        }
        while (at + 1 < end) {
            const bool known
                = std::find(kOperators.begin(), kOperators.end(), m_text.substr(at, 2)) != kOperators.end();
            if (known) {
                give(at, at + 2, false);
            }
            at += known ? 2 : 1;
        }
        return after;
    }

    void give(std::size_t start, std::size_t end, bool part)
    {
        if (m_rc != 0) {
            return;
        }
        fold(m_text.substr(start, end - start), m_folded);
        if (!m_folded.empty()) {
            m_rc = m_found({m_folded, static_cast<int>(start), static_cast<int>(end), part});
        }
    }

    std::string_view m_text;
    bool m_parts;
    const std::function<int(const CodeToken &)> &m_found;
    std::vector<std::pair<std::size_t, std::size_t>> m_names;
    std::string m_folded;
    int m_rc = 0;
};

extern "C" {

using Found = int (*)(void *, int, const char *, int, int, int);

int codeTokenizerCreate(void *, const char **, int, Fts5Tokenizer **made)
{
    static char none; // it has no state, but FTS5 wants something that is not null
    *made = reinterpret_cast<Fts5Tokenizer *>(&none);
    return SQLITE_OK;
}

void codeTokenizerDelete(Fts5Tokenizer *) { }

int codeTokenizerRun(Fts5Tokenizer *, void *context, int flags, const char *text, int size, Found found)
{
    if (!text || size <= 0) {
        return SQLITE_OK;
    }
    const CodeTokens which = (flags & FTS5_TOKENIZE_QUERY) != 0 ? CodeTokens::Whole : CodeTokens::WithParts;
    return tokenizeCode({text, static_cast<std::size_t>(size)}, which, [&](const CodeToken &token) {
        return found(context, token.part ? FTS5_TOKEN_COLOCATED : 0, token.text.data(),
                     static_cast<int>(token.text.size()), token.start, token.end);
    });
}

} // extern "C"

} // namespace

int tokenizeCode(std::string_view utf8, CodeTokens which, const std::function<int(const CodeToken &)> &found)
{
    return Reader(utf8, which, found).read();
}

Result<> addCodeTokenizer(Database &db)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(db.handle(), "SELECT fts5(?1)", -1, &raw, nullptr) != SQLITE_OK) {
        return fail(db.lastError());
    }
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(raw, &sqlite3_finalize);
    sqlite3_bind_pointer(raw, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(raw);
    if (!api) {
        return fail(ErrorCode::Internal, QStringLiteral("SQLite has no full-text search"));
    }
    fts5_tokenizer tokenizer{codeTokenizerCreate, codeTokenizerDelete, codeTokenizerRun};
    if (api->xCreateTokenizer(api, "code", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
        return fail(db.lastError());
    }
    return {};
}

} // namespace studio::store
