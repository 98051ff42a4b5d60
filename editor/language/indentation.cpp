#include "editor/language/indentation.h"

#include "editor/language/highlight.h"

#include <QStringList>

#include <algorithm>

namespace studio::editor {

using namespace Qt::StringLiterals;

namespace {

/// The line with comments and the inside of strings taken out, so that a `#` or `:` in them means nothing.
QString codeOnly(const QString &line)
{
    QString code;
    for (const Token &token : tokenizePython(line)) {
        if (token.kind == TokenKind::String) {
            code += u'"';
        } else if (token.kind != TokenKind::Comment) {
            code += QStringView(line).mid(token.start, token.length);
        }
    }
    return code.trimmed();
}

/// Brackets that stay open at the end of the line.
int openBrackets(const QString &code)
{
    int open = 0;
    for (const QChar c : code) {
        if (c == u'(' || c == u'[' || c == u'{') {
            ++open;
        } else if ((c == u')' || c == u']' || c == u'}') && open > 0) {
            --open;
        }
    }
    return open;
}

QString firstWord(const QString &code)
{
    const auto end = std::find_if_not(code.begin(), code.end(), [](QChar c) { return c.isLetter(); });
    return code.left(end - code.begin());
}

} // namespace

QString leadingSpace(const QString &line)
{
    const auto end
        = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    return line.left(end - line.begin());
}

int indentColumns(const QString &line, IndentUnit unit)
{
    int columns = 0;
    for (const QChar c : leadingSpace(line)) {
        columns += c == u'\t' ? unit.width - columns % unit.width : 1;
    }
    return columns;
}

QString indentAfter(const QString &before, IndentUnit unit)
{
    static const QStringList leaving = {u"return"_s, u"pass"_s, u"break"_s, u"continue"_s, u"raise"_s};
    const QString space = leadingSpace(before);
    const QString code = codeOnly(before);
    if (code.endsWith(u':') || openBrackets(code) > 0) {
        return space + QString(unit.width, u' ');
    }
    if (leaving.contains(firstWord(code))) {
        const int columns = indentColumns(before, unit);
        return QString(std::max(0, columns - unit.width), u' ');
    }
    return space;
}

bool closesBlock(const QString &line)
{
    static const QStringList words = {u"else"_s, u"elif"_s, u"except"_s, u"finally"_s};
    const QString code = codeOnly(line);
    return code.endsWith(u':') && words.contains(firstWord(code));
}

bool opensBlock(const QString &line)
{
    static const QStringList words = {u"if"_s,     u"else"_s,    u"elif"_s, u"for"_s, u"while"_s, u"try"_s,
                                      u"except"_s, u"finally"_s, u"with"_s, u"def"_s, u"class"_s};
    return words.contains(firstWord(codeOnly(line)));
}

} // namespace studio::editor
