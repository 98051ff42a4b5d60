#include "ui/exercises/blank_regions.h"

#include "domain/blanks.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGapWidth = 8;

} // namespace

std::optional<BlankText> showBlanks(const QString &codeTemplate, const QString &answer)
{
    const auto blanks = findBlanks(codeTemplate, answer);
    if (!blanks) {
        return std::nullopt;
    }
    BlankText shown;
    qsizetype from = 0;
    for (const BlankSpan &blank : *blanks) {
        shown.text += answer.mid(from, blank.start - from);
        QString value = answer.mid(blank.start, blank.length);
        if (value == u"{{"_s % blank.name % u"}}"_s) {
            value = QString(kGapWidth, u' ');
        }
        const int start = static_cast<int>(shown.text.size());
        shown.text += value;
        shown.regions.push_back({blank.name, start, static_cast<int>(shown.text.size())});
        from = blank.start + blank.length;
    }
    shown.text += answer.mid(from);
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
