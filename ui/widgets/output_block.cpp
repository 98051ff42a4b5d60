#include "ui/widgets/output_block.h"

#include "ui/widgets/output_view.h"

#include <QRegularExpression>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKinds = 8; ///< A block's state is its link times this, plus its kind.

} // namespace

OutputBlock OutputBlock::of(const QTextBlock &block)
{
    const int state = block.userState();
    return state < 0 ? OutputBlock() : OutputBlock{static_cast<OutputKind>(state % kKinds), state / kKinds};
}

int OutputBlock::state() const
{
    return link * kKinds + static_cast<int>(kind);
}

TracebackLink tracebackLink(const OutputLine &line, const QString &ownFile)
{
    static const QRegularExpression place(u"^\\s*(File \"([^\"]+)\", line ([0-9]{1,7}))"_s);
    if (ownFile.isEmpty() || line.kind() != OutputKind::Err) {
        return {};
    }
    const auto match = place.match(line.text);
    const QString file = match.captured(2);
    if (!match.hasMatch() || (file != ownFile && !file.endsWith(u'/' + ownFile))) {
        return {};
    }
    return {match.capturedStart(1), match.capturedLength(1), match.captured(3).toInt()};
}

QString spokenMark(OutputKind kind)
{
    switch (kind) {
    case OutputKind::Err:
        return OutputView::tr("error:");
    case OutputKind::In:
        return OutputView::tr("input:");
    case OutputKind::Out:
    case OutputKind::Message:
    case OutputKind::Ended:
    case OutputKind::Failed:
        break;
    }
    return {};
}

QString drawnMark(OutputKind kind)
{
    switch (kind) {
    case OutputKind::Err:
        return u"!"_s;
    case OutputKind::In:
        return u"›"_s;
    case OutputKind::Ended:
        return u"✓"_s;
    case OutputKind::Failed:
        return u"×"_s;
    case OutputKind::Out:
    case OutputKind::Message:
        break;
    }
    return {};
}

} // namespace studio::ui
