#pragma once

#include "domain/ports/search_index.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace studio::store {

/// A word, or words side by side, to be found.
struct SearchTerm
{
    std::vector<std::string> tokens; ///< As tokenizeCode() gives them. Never empty.
    QByteArray typed; ///< UTF-8, what the tokens are of.
    bool beginning = false; ///< The last token may go on.
};

/// What in `request` can be found at all: at most 12 terms.
std::vector<SearchTerm> termsOf(const SearchRequest &request);

/// For MATCH: all terms must be there. Whatever was typed stays a text in quotes. `textColumn` is where a
/// number is looked for; the authors' numbers stand beside it.
QByteArray matchOf(const std::vector<SearchTerm> &terms, const char *textColumn);

struct ByteSpan
{
    int start = 0;
    int end = 0;
};

/// Where the terms are in a text.
struct TextMatch
{
    std::vector<ByteSpan> spans; ///< In order, apart; the first 64.
    double score = 0; ///< 0..1: how much of the text is about the terms.
    int termsFound = 0;
};

TextMatch matchText(std::string_view utf8, const std::vector<SearchTerm> &terms);

/// The whole of a short text, on one line.
MarkedText markedLine(std::string_view utf8, const std::vector<ByteSpan> &spans);

/// About 200 characters around the first span, on one line, without the marks of Markdown code.
MarkedText snippetOf(std::string_view utf8, const std::vector<ByteSpan> &spans);

} // namespace studio::store
