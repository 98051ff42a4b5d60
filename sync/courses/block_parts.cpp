#include "sync/courses/block_parts.h"

#include "sync/courses/blanks_text.h"
#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"
#include "sync/courses/question.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRows = 500;
constexpr qsizetype kMostColumns = 20;

QString cell(const QJsonValue &value)
{
    const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
    return escaped(htmlToLine(text, 500));
}

QString row(const QJsonArray &cells, qsizetype width)
{
    QStringList texts;
    for (qsizetype i = 0; i < width; ++i) {
        texts.append(cell(cells.at(i)));
    }
    return u"| "_s + texts.join(u" | "_s) + u" |"_s;
}

} // namespace

QString textIn(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

QString BlockParts::idFor(const QString &kind, const QJsonObject &block, qsizetype index)
{
    QString own;
    for (const QChar c : textIn(block, u"id"_s).left(40).toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain) {
            own += c;
        } else if (!own.isEmpty() && !own.endsWith(u'-')) {
            own += u'-';
        }
    }
    QString id = own.isEmpty() ? u"%1-at-%2"_s.arg(kind).arg(index + 1) : kind + u'-' + own;
    while (m_ids.contains(id)) {
        id += u"-at-%1"_s.arg(index + 1);
    }
    m_ids.insert(id);
    return id;
}

QString BlockParts::heading(const QString &text, int level)
{
    QString words = escaped(htmlToLine(text));
    while (words.endsWith(u'#')) {
        words.chop(1);
    }
    const bool says = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return says ? QString(std::clamp(level, 2, 4), u'#') + u' ' + words.trimmed() : QString();
}

QString BlockParts::code(const QString &code, const QString &language, const QString &title, bool run)
{
    const QString word = language.trimmed().isEmpty() ? u"python"_s : fenceLanguage(language);
    return fenced(code, run && word == "python"_L1 ? u"python run"_s : word, title);
}

QString BlockParts::picture(const QString &source, const QString &alternative, const QString &caption)
{
    QString words = cleanLine(htmlToLine(alternative));
    const QString below = cleanLine(htmlToLine(caption));
    if (!std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetterOrNumber(); })) {
        words = below.isEmpty() ? u"Picture"_s : below;
    }
    const QString path = m_conversion.picture(source);
    if (path.isEmpty()) {
        return escaped(u"(%1)"_s.arg(words));
    }
    return joined({u"!["_s + escaped(words) + u"]("_s + path + u')',
                   below.isEmpty() || below == words ? QString() : u"*"_s + escaped(below) + u"*"_s});
}

QString BlockParts::video(const QString &title, const QString &link)
{
    QString address = m_conversion.link(link);
    address.replace(u"&amp;"_s, u"&"_s); // no Markdown there
    if (!address.startsWith("http"_L1)) {
        m_conversion.note(u"a video without an address is left out"_s);
        return {};
    }
    const QString words = htmlToLine(title);
    YamlText yaml;
    yaml.beginMap()
        .key("title")
        .text(words.isEmpty() ? u"Video"_s : words)
        .key("link")
        .text(address)
        .endMap();
    return directive(u"video"_s, {}, yaml.written());
}

QString BlockParts::callout(const QString &kind, const QString &title, const QString &body)
{
    const QString name = kind == "warning"_L1       ? u"warning"_s
        : kind == "danger"_L1 || kind == "error"_L1 ? u"danger"_s
        : kind == "tip"_L1 || kind == "success"_L1  ? u"tip"_s
                                                    : u"info"_s;
    const QString words = htmlToLine(title, 80);
    return studio::sync::callout(name, words, body.isEmpty() ? atLineStart(escaped(words)) : body);
}

QString BlockParts::quiz(const QJsonObject &block, const QString &id, const QString &otherwise)
{
    return quizDirective(id, questionsFrom(block, m_conversion), otherwise);
}

QString BlockParts::fillIn(const QString &id, const QString &task, const QString &templateCode,
                           const QJsonObject &solutions, const QJsonObject &alternatives,
                           const QString &language)
{
    const auto text = blanksFrom(templateCode, solutions, alternatives, m_conversion);
    const QString asks = task.trimmed().isEmpty() ? u"Fill in what is missing."_s : task;
    if (!text) {
        static const QRegularExpression mark(u"\\{\\{[^{}\\n]*\\}\\}"_s);
        return joined({task, code(QString(templateCode).replace(mark, u"____"_s), language, {}, false)});
    }
    YamlText yaml;
    yaml.beginMap().key("task").text(asks).key("code").text(text->code);
    writeBlanks(yaml, *text);
    yaml.endMap();
    return directive(u"fill-in"_s, id, yaml.written());
}

QString BlockParts::list(const QJsonArray &items, bool ordered)
{
    QStringList lines;
    for (const QJsonValue &each : items) {
        const QString text = each.isObject() ? textIn(each.toObject(), u"content"_s) : each.toString();
        if (const QString line = escaped(htmlToLine(text, 2000)); !line.isEmpty()) {
            lines.append((ordered ? u"%1. "_s.arg(lines.size() + 1) : u"- "_s) + atLineStart(line));
        }
    }
    return lines.join(u'\n');
}

QString BlockParts::table(const QJsonArray &headers, const QJsonArray &rows)
{
    const QJsonArray first = headers.isEmpty() ? rows.at(0).toArray() : headers;
    const qsizetype width = std::min(first.size(), kMostColumns);
    if (width == 0) {
        return {};
    }
    QStringList lines = {row(first, width), u"|"_s + u" --- |"_s.repeated(width)};
    for (qsizetype i = headers.isEmpty() ? 1 : 0; i < std::min(rows.size(), kMostRows); ++i) {
        lines.append(row(rows.at(i).toArray(), width));
    }
    return lines.join(u'\n');
}

QString BlockParts::rich(const QString &text)
{
    return htmlToMarkdown(text, m_conversion);
}

QString BlockParts::markdown(const QString &text)
{
    return markdownToMarkdown(text, m_conversion);
}

} // namespace studio::sync
