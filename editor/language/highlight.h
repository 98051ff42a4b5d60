#pragma once

#include <QString>

#include <vector>

namespace studio::editor {

enum class TokenKind { Plain, Keyword, String, Number, Comment, Builtin, Name };

struct Token
{
    int start = 0; ///< UTF-16 offset
    int length = 0;
    TokenKind kind = TokenKind::Plain;
};

/// Python source as tokens, in order and without gaps; never fails. Pure and thread-safe.
std::vector<Token> tokenizePython(const QString &code);

/// Escaped HTML with `<span class="tok-keyword">` and so on around what has a colour; no other markup.
QString highlightToHtml(const QString &code);

} // namespace studio::editor
