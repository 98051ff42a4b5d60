#include "domain/blanks.h"

#include <QRegularExpression>

namespace studio {

using namespace Qt::StringLiterals;

std::vector<BlankSpan> blanksOf(const QString &codeTemplate)
{
    static const QRegularExpression mark(u"\\{\\{(BLANK_[0-9]+)\\}\\}"_s);
    std::vector<BlankSpan> blanks;
    auto marks = mark.globalMatch(codeTemplate);
    while (marks.hasNext()) {
        const auto match = marks.next();
        blanks.push_back({match.captured(1), match.capturedStart(), match.capturedLength()});
    }
    return blanks;
}

std::optional<std::vector<BlankSpan>> findBlanks(const QString &codeTemplate, const QString &answer)
{
    std::vector<BlankSpan> found = blanksOf(codeTemplate);
    qsizetype inTemplate = 0; // behind the blank before
    qsizetype inAnswer = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        BlankSpan &blank = found[i];
        const QString before = codeTemplate.mid(inTemplate, blank.start - inTemplate);
        if (QStringView(answer).mid(inAnswer, before.size()) != before) {
            return std::nullopt;
        }
        inAnswer += before.size();
        inTemplate = blank.start + blank.length;
        const bool last = i + 1 == found.size();
        const qsizetype fixedEnd = last ? codeTemplate.size() : found[i + 1].start;
        const QString after = codeTemplate.mid(inTemplate, fixedEnd - inTemplate);
        // The last blank ends where the text's end begins; the others where the next fixed text comes.
        const qsizetype end = last ? answer.size() - after.size() : answer.indexOf(after, inAnswer);
        if (end < inAnswer || (last && !answer.endsWith(after))) {
            return std::nullopt;
        }
        blank.start = inAnswer;
        blank.length = end - inAnswer;
        inAnswer = end;
    }
    if (found.empty() && answer != codeTemplate) {
        return std::nullopt;
    }
    return found;
}

} // namespace studio
