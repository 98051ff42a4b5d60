#include "sync/courses/blanks_text.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostBlanks = 100;

QString plainOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        return QString::number(value.toDouble());
    }
    return value.toString();
}

void accept(QStringList &accepted, const QJsonValue &value)
{
    const QString text = cleanText(plainOf(value), 1000).trimmed();
    if (!text.isEmpty() && !text.contains(u'\n') && !accepted.contains(text)) {
        accepted.append(text);
    }
}

/// The platform takes a quoted word in either kind of quotation marks.
void acceptOtherQuotes(QStringList &accepted)
{
    static const QRegularExpression word(u"\\A(['\"])(\\w+)\\1\\z"_s);
    for (const QString &each : QStringList(accepted)) {
        const auto match = word.match(each);
        if (match.hasMatch()) {
            const QChar other = match.captured(1) == u"'"_s ? u'"' : u'\'';
            accept(accepted, QString(other + match.captured(2) + other));
        }
    }
}

QJsonValue entryFor(const QJsonObject &object, const QString &kind, const QString &number)
{
    for (const QString &key : QStringList{number, kind + u'_' + number, kind.toLower() + u'_' + number}) {
        if (object.contains(key)) {
            return object.value(key);
        }
    }
    return {};
}

} // namespace

QString BlanksText::solved() const
{
    QString filled = code;
    for (const Blank &blank : blanks) {
        filled.replace(u"{{"_s + blank.name + u"}}"_s, blank.accepted.first());
    }
    return filled;
}

std::optional<BlanksText> blanksFrom(const QString &templateCode, const QJsonObject &solutions,
                                     const QJsonObject &alternatives, Conversion &conversion)
{
    static const QRegularExpression mark(u"\\{\\{\\s*(BLANK|CHOICE)[ _]*0*([0-9]{1,6})\\s*\\}\\}"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression anyMark(u"\\{\\{\\s*blank[^{}\\n]*\\}\\}"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString source = cleanText(templateCode);
    BlanksText text;
    QStringList seen;
    qsizetype from = 0;
    for (auto all = mark.globalMatch(source); all.hasNext();) {
        const auto match = all.next();
        const QString kind = match.captured(1).toUpper();
        const QString number = match.captured(2);
        BlanksText::Blank blank;
        accept(blank.accepted, entryFor(solutions, kind, number));
        for (const QJsonValue &each : entryFor(alternatives, kind, number).toArray()) {
            accept(blank.accepted, each);
        }
        acceptOtherQuotes(blank.accepted);
        if (blank.accepted.isEmpty() || text.blanks.size() >= kMostBlanks) {
            conversion.note(u"the blank %1 has no right answer"_s.arg(number));
            return {};
        }
        text.code += source.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (seen.contains(kind + number)) {
            text.code += blank.accepted.first(); // the same blank again: it can be filled in one place only
            continue;
        }
        seen.append(kind + number);
        blank.name = u"BLANK_%1"_s.arg(seen.size());
        text.code += u"{{"_s + blank.name + u"}}"_s;
        text.blanks.push_back(std::move(blank));
    }
    text.code += source.mid(from);
    const qsizetype marks = text.code.count(anyMark);
    if (text.blanks.empty() || marks != qsizetype(text.blanks.size())) {
        conversion.note(u"a template without blanks that can be read"_s);
        return {};
    }
    return text;
}

void writeBlanks(YamlText &yaml, const BlanksText &text)
{
    yaml.key("blanks").beginMap();
    for (const BlanksText::Blank &blank : text.blanks) {
        yaml.key(blank.name.toLatin1().constData()).beginList();
        for (const QString &each : blank.accepted) {
            yaml.text(each);
        }
        yaml.endList();
    }
    yaml.endMap();
}

} // namespace studio::sync
