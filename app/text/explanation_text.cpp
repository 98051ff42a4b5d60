#include "text/explanation_text.h"

#include <QCoreApplication>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostSteps = 8;

struct ExplanationWords
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

PathStep stepOf(const TraceFrame &frame, const QString &mainFile)
{
    QString place;
    if (frame.file != mainFile) {
        place = ExplanationWords::tr("%1, line %2").arg(frame.file.section(u'/', -1)).arg(frame.line);
    } else {
        place = ExplanationWords::tr("Line %1").arg(frame.line);
    }
    if (!frame.function.startsWith(u'<')) {
        place = ExplanationWords::tr("%1, in %2()").arg(place, frame.function);
    }
    return {place, frame.text, frame.own ? frame.line : 0};
}

bool isSame(const TraceFrame &one, const TraceFrame &other)
{
    return one.line == other.line && one.file == other.file && one.function == other.function;
}

} // namespace

std::vector<PathStep> pathTo(const RunError &error)
{
    std::vector<PathStep> steps;
    QString mainFile;
    for (const TraceFrame &frame : error.frames) {
        if (frame.own) {
            mainFile = frame.file;
            break;
        }
    }
    std::size_t index = 0;
    while (index < error.frames.size()) {
        const TraceFrame &frame = error.frames[index];
        std::size_t next = index + 1;
        while (next < error.frames.size() && isSame(error.frames[next], frame)) {
            ++next;
        }
        const bool library = frame.file.startsWith(u"/usr/lib/"_s) || frame.file.startsWith(u'<');
        if (library) {
            while (next < error.frames.size() && !error.frames[next].own) {
                ++next;
            }
            steps.push_back({ExplanationWords::tr("Inside %1").arg(frame.file.section(u'/', -1)), {}, 0});
        } else {
            steps.push_back(stepOf(frame, mainFile));
            if (const auto again = next - index - 1; again > 0) {
                steps.push_back({ExplanationWords::tr("… and the same line again"), {}, 0});
            }
        }
        index = next;
    }
    if (steps.size() > kMostSteps) { // both ends tell enough
        const auto half = static_cast<std::ptrdiff_t>(kMostSteps / 2);
        std::vector<PathStep> shorter(steps.begin(), steps.begin() + half);
        shorter.push_back({u"…"_s, {}, 0});
        shorter.insert(shorter.end(), steps.end() - half, steps.end());
        return shorter;
    }
    return steps;
}

QString plainText(const ErrorExplanation &explanation)
{
    QStringList parts;
    if (explanation.line > 0) {
        parts.append(ExplanationWords::tr("Line %1: %2").arg(explanation.line).arg(explanation.title));
    } else {
        parts.append(explanation.title);
    }
    if (!explanation.cause.isEmpty()) {
        parts.append(explanation.cause);
    }
    if (!explanation.hint.isEmpty()) {
        parts.append(ExplanationWords::tr("What to try: %1").arg(explanation.hint));
    }
    QStringList values;
    for (const NamedValue &each : explanation.values) {
        values.append(u"    %1 = %2"_s.arg(each.name, each.value));
    }
    if (!values.isEmpty()) {
        parts.append(ExplanationWords::tr("Values at that moment:") % u'\n' % values.join(u'\n'));
    }
    return parts.join(u"\n\n"_s);
}

} // namespace studio::text
