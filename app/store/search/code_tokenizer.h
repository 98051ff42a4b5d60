#pragma once

#include "domain/result.h"

#include <functional>
#include <string_view>

namespace studio::store {

class Database;

/// One word of a text, as it is looked for.
struct CodeToken
{
    std::string_view text; ///< UTF-8: case folded, without diacritics. Valid during the call.
    int start = 0; ///< Bytes in the text it was read from.
    int end = 0;
    bool part = false; ///< Of the token before, at the same position.
};

enum class CodeTokens {
    Whole, ///< What was typed to be found: `snake_case` is one token.
    WithParts, ///< What is there to be found: also `snake` and `case`.
};

/// Words of letters and digits of any script, names of code with their parts (`snake_case`, `camelCase`,
/// `a.b`), and the operators of Python that have two signs. What is no valid UTF-8 separates.
///
/// Stops at the first `found` that does not give 0, and gives its value.
int tokenizeCode(std::string_view utf8, CodeTokens which, const std::function<int(const CodeToken &)> &found);

/// Makes the tokenizer `code` known to FTS5 on this connection. Before anything else is done with a file
/// whose tables use it.
Result<> addCodeTokenizer(Database &db);

} // namespace studio::store
