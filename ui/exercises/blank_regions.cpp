#include "ui/exercises/blank_regions.h"

#include <QRegularExpression>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGapWidth = 8;

struct TemplatePart
{
    QString fixed; ///< Text before the blank, or the text after the last one.
    QString blank; ///< Empty for the last part.
};

std::vector<TemplatePart> partsOf(const QString &codeTemplate)
{
    static const QRegularExpression mark(u"\\{\\{(BLANK_[0-9]+)\\}\\}"_s);
    std::vector<TemplatePart> parts;
    qsizetype from = 0;
    auto marks = mark.globalMatch(codeTemplate);
    while (marks.hasNext()) {
        const auto match = marks.next();
        parts.push_back({codeTemplate.mid(from, match.capturedStart() - from), match.captured(1)});
        from = match.capturedEnd();
    }
    parts.push_back({codeTemplate.mid(from), {}});
    return parts;
}

} // namespace

std::optional<BlankText> showBlanks(const QString &codeTemplate, const QString &answer)
{
    const auto parts = partsOf(codeTemplate);
    if (!answer.startsWith(parts.front().fixed) || !answer.endsWith(parts.back().fixed)) {
        return std::nullopt;
    }
    BlankText shown;
    qsizetype from = 0;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        from += parts[i].fixed.size();
        shown.text += parts[i].fixed;
        const QString &after = parts[i + 1].fixed;
        const bool last = i + 2 == parts.size();
        // The last blank ends where the text's end begins; the others at the next fixed text.
        const qsizetype end = last ? answer.size() - after.size() : answer.indexOf(after, from);
        if (end < from) {
            return std::nullopt;
        }
        QString value = answer.mid(from, end - from);
        if (value == u"{{"_s % parts[i].blank % u"}}"_s) {
            value = QString(kGapWidth, u' ');
        }
        const int start = static_cast<int>(shown.text.size());
        shown.text += value;
        shown.regions.push_back({parts[i].blank, start, static_cast<int>(shown.text.size())});
        from = end;
    }
    shown.text += parts.back().fixed;
    return shown;
}

QString readBlanks(const QString &text, const std::vector<editor::EditableRegion> &regions)
{
    QString answer;
    int from = 0;
    for (const editor::EditableRegion &region : regions) {
        answer += text.mid(from, region.start - from);
        const QString value = text.mid(region.start, region.end - region.start);
        answer += value.trimmed().isEmpty() ? u"{{"_s % region.name % u"}}"_s : value.trimmed();
        from = region.end;
    }
    return answer + text.mid(from);
}

} // namespace studio::ui
