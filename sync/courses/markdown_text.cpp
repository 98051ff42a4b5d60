#include "sync/courses/markdown_text.h"

#include "sync/courses/conversion.h"

#include <QRegularExpression>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

qsizetype longestRun(const QString &text, QChar mark)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == mark ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

QString escaped(const QString &plain)
{
    static const QString marks = u"\\`*_[]<>&|~"_s;
    QString out;
    out.reserve(plain.size() + 16);
    for (const QChar c : plain) {
        if (marks.contains(c)) {
            out += u'\\';
        }
        out += c == u'\n' || c == u'\t' ? QChar(u' ') : c;
    }
    return out;
}

QString atLineStart(QString inlineMarkdown)
{
    static const QRegularExpression meant(u"\\A(?:[#+=:-]|[0-9]{1,9}(?=[.)]))"_s);
    inlineMarkdown = inlineMarkdown.trimmed();
    const auto match = meant.match(inlineMarkdown);
    if (match.hasMatch()) {
        const QString start = match.captured();
        // A number cannot be escaped, the mark behind it can.
        inlineMarkdown.insert(start.at(0).isDigit() ? start.size() : 0, u'\\');
    }
    return inlineMarkdown;
}

QString fenceLanguage(const QString &language)
{
    static const QRegularExpression word(u"\\A[a-z][a-z0-9+#-]{0,19}\\z"_s);
    const QString lower = language.trimmed().toLower();
    if (lower == "py"_L1 || lower == "python3"_L1) {
        return u"python"_s;
    }
    return word.match(lower).hasMatch() && lower != "run"_L1 ? lower : u"text"_s;
}

QString fenced(const QString &code, const QString &info, const QString &title)
{
    QString text = cleanText(code);
    while (text.endsWith(u'\n')) {
        text.chop(1);
    }
    if (text.trimmed().isEmpty()) {
        return {};
    }
    const QString marks(std::max<qsizetype>(3, longestRun(text, u'`') + 1), u'`');
    QString words = info;
    if (QString line = cleanLine(title); !line.isEmpty()) {
        // A backtick after the marks would make them none.
        line.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'`', u'\'');
        words += u" title=\""_s + line + u'"';
    }
    return marks + words + u'\n' + text + u'\n' + marks;
}

QString codeSpan(const QString &code)
{
    const QString text = cleanText(code).replace(u'\n', u' ').replace(u'\t', u' ');
    if (text.trimmed().isEmpty()) {
        return {};
    }
    const QString marks(longestRun(text, u'`') + 1, u'`');
    const bool pad
        = text.startsWith(u'`') || text.endsWith(u'`') || (text.startsWith(u' ') && text.endsWith(u' '));
    const QString space = pad ? u" "_s : QString();
    return marks + space + text + space + marks;
}

QString callout(const QString &name, const QString &title, const QString &body)
{
    if (body.trimmed().isEmpty()) {
        return {};
    }
    const QString words = escaped(cleanLine(title, 80));
    return u"::: "_s + name + (words.isEmpty() ? QString() : u' ' + words) + u'\n' + body.trimmed()
        + u"\n:::"_s;
}

QString directive(const QString &name, const QString &argument, const QString &yaml)
{
    return u"::: "_s + name + (argument.isEmpty() ? QString() : u' ' + argument) + u'\n' + yaml
        + (yaml.isEmpty() || yaml.endsWith(u'\n') ? u":::"_s : u"\n:::"_s);
}

QString joined(const QStringList &blocks)
{
    QStringList filled;
    for (const QString &each : blocks) {
        if (!each.trimmed().isEmpty()) {
            filled.append(each);
        }
    }
    return filled.join(u"\n\n"_s);
}

} // namespace studio::sync
