#include "content/format/fence_info.h"

#include "content/words.h"

#include <QRegularExpression>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

QString unescaped(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const QChar next = text[++i];
        if (next == u'n') {
            result += u'\n';
        } else if (next == u't') {
            result += u'\t';
        } else if (next == u'"' || next == u'\\') {
            result += next;
        } else {
            result += u'\\';
            result += next;
        }
    }
    return result;
}

} // namespace

FenceInfo readFenceInfo(const SourceText &info, ProblemList &problems)
{
    static const QRegularExpression word(u"([A-Za-z_-]+)=\"((?:[^\"\\\\]|\\\\.)*)\"(?=\\s|$)|(\\S+)"_s);
    FenceInfo result;
    bool first = true;
    SourcePlace runPlace;
    for (auto all = word.globalMatch(info.text); all.hasNext(); first = false) {
        const auto match = all.next();
        const SourcePlace place = info.at(match.capturedStart());
        const QString name = match.captured(1);
        const QString plain = match.captured(3);
        if (first && !plain.isEmpty() && !plain.contains(u'=')) {
            result.language = plain;
        } else if (name == "title"_L1) {
            result.title = unescaped(match.captured(2));
        } else if (name == "input"_L1) {
            result.input = unescaped(match.captured(2));
        } else if (plain == "run"_L1) {
            result.run = true;
            runPlace = place;
        } else {
            const QString what = name.isEmpty() ? plain : name;
            problems.error(place,
                           u"unknown word %1 after the marks of a code block"_s.arg(quoted(what))
                               % didYouMean(what, {u"run"_s, u"title"_s, u"input"_s}),
                           u"run, title=\"…\" or input=\"…\""_s);
        }
    }
    if (result.language.isEmpty()) {
        result.language = u"text"_s;
    }
    if (result.run && result.language != "python"_L1) {
        problems.error(runPlace, u"%1 can't be run"_s.arg(quoted(result.language)), u"python run"_s);
        result.run = false;
    } else if (!result.run && !result.input.isEmpty()) {
        problems.error(info.at(0), u"input for code that isn't run"_s, u"python run"_s);
    }
    return result;
}

} // namespace studio::content
