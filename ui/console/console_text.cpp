#include "ui/console/console_text.h"

#include "editor/language/highlight.h"
#include "editor/language/indentation.h"

#include <QCoreApplication>
#include <QStringList>

namespace studio::ui {

using namespace Qt::StringLiterals;
using editor::TokenKind;

namespace {

// Colours of OutputPane, which has the theme's.
constexpr char kPlain[] = "\x1b[0m";
constexpr char kMuted[] = "\x1b[90m";
constexpr char kAccent[] = "\x1b[34m";
constexpr char kBold[] = "\x1b[1m";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::ConsoleText)
};

QByteArray colourOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Keyword:
        return "\x1b[35m";
    case TokenKind::String:
        return "\x1b[32m";
    case TokenKind::Comment:
        return kMuted;
    case TokenKind::Builtin:
        return "\x1b[36m";
    case TokenKind::Plain:
    case TokenKind::Number:
    case TokenKind::Name:
        break;
    }
    return {};
}

/// Control characters would move what is written.
QByteArray harmless(QString text)
{
    for (QChar &each : text) {
        if ((each.unicode() < 0x20 && each != u'\n' && each != u'\t') || each.unicode() == 0x7F) {
            each = QChar::ReplacementCharacter;
        }
    }
    return text.toUtf8();
}

QString kindText(const ConsoleHelp &help)
{
    switch (help.kind) {
    case ConsoleHelp::Kind::Keyword:
        return Words::tr("A word of the language. It can't be a name.");
    case ConsoleHelp::Kind::Module:
        return Words::tr("A module");
    case ConsoleHelp::Kind::Class:
        return Words::tr("A class");
    case ConsoleHelp::Kind::Function:
        return Words::tr("A function");
    case ConsoleHelp::Kind::Attribute:
        return Words::tr("A property: its value is made anew each time it is read");
    case ConsoleHelp::Kind::Value:
        return Words::tr("A value of type %1").arg(help.type);
    case ConsoleHelp::Kind::Unknown:
        break;
    }
    return Words::tr("Nothing is known of this. Ask about a name, as in: print?");
}

} // namespace

bool surelyGoesOn(const QString &source)
{
    const QStringList lines = source.split(u'\n');
    const QString &last = lines.constLast();
    if (last.trimmed().isEmpty()) {
        return false;
    }
    int depth = 0;
    QChar end;
    for (const editor::Token &token : editor::tokenizePython(source)) {
        const QStringView text = QStringView(source).mid(token.start, token.length);
        if (token.kind == TokenKind::Comment) {
            continue;
        }
        if (token.kind == TokenKind::String) {
            end = u'"';
            continue;
        }
        for (const QChar c : text) {
            depth += c == u'(' || c == u'[' || c == u'{' ? 1 : c == u')' || c == u']' || c == u'}' ? -1 : 0;
            end = c.isSpace() ? end : c;
        }
    }
    const bool block = editor::opensBlock(lines.constFirst()) || lines.constFirst().startsWith(u'@');
    const bool within = lines.size() > 1 && block && last.at(0).isSpace();
    return depth > 0 || end == u':' || last.endsWith(u'\\') || last.startsWith(u'@') || within;
}

QByteArray echoOf(const QString &source)
{
    QString text = source;
    while (text.endsWith(u'\n') || text.endsWith(u' ')) {
        text.chop(1);
    }
    const QByteArray first = QByteArray(kAccent) + ">>> " + kPlain;
    const QByteArray next = QByteArray(kAccent) + "... " + kPlain;
    QByteArray echo = kPlain + first;
    for (const editor::Token &token : editor::tokenizePython(text)) {
        const QByteArray colour = colourOf(token.kind);
        const QStringList lines = text.mid(token.start, token.length).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            echo += i > 0 ? '\n' + next : QByteArray();
            echo += colour + harmless(lines[i]) + (colour.isEmpty() ? "" : kPlain);
        }
    }
    return echo + '\n';
}

QByteArray textOf(const ConsoleHelp &help)
{
    QByteArray text = kPlain;
    if (help.kind != ConsoleHelp::Kind::Unknown && help.kind != ConsoleHelp::Kind::Keyword) {
        text += kBold + harmless(help.name) + kPlain + harmless(help.signature) + '\n';
    }
    text += kMuted + harmless(kindText(help)) + kPlain + '\n';
    if (!help.value.isEmpty()) {
        text += harmless(help.value) + '\n';
    }
    if (!help.doc.isEmpty()) {
        text += '\n' + harmless(help.doc) + '\n';
    }
    return text;
}

QByteArray noteOf(const QString &sentence)
{
    return kPlain + (kMuted + harmless(sentence)) + kPlain + '\n';
}

} // namespace studio::ui
