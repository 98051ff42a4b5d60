#include "ui/web/code_tokens.h"

#include "editor/language/highlight.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

QJsonArray tokensJson(const QString &code)
{
    QJsonArray all;
    for (const editor::Token &token : editor::tokenizePython(code)) {
        if (token.kind != editor::TokenKind::Plain) {
            all.append(QJsonArray{token.start, token.length, static_cast<int>(token.kind)});
        }
    }
    return all;
}

bool isPython(const QString &language)
{
    return language == "python"_L1 || language == "py"_L1 || language == "python3"_L1;
}

} // namespace studio::ui
