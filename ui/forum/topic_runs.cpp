#include "ui/forum/topic_runs.h"

#include "services/playground_service.h"
#include "text/verdict_text.h"
#include "ui/forum/topic_view.h"
#include "ui/web/output_buffer.h"

namespace studio::ui {

namespace {

constexpr qsizetype kLongestCode = 1024 * 1024;
constexpr std::size_t kMostAtOnce = 4;

} // namespace

struct TopicRuns::One
{
    std::unique_ptr<Run> run;
    OutputBuffer output;
};

TopicRuns::TopicRuns(services::PlaygroundService &playground, TopicView &view, QObject *parent)
    : QObject(parent)
    , m_playground(playground)
    , m_view(view)
{
    connect(&view, &TopicView::runRequested, this, &TopicRuns::run);
    connect(&view, &TopicView::stopRequested, this, [this](const QString &codeId) {
        if (Run *run = find(codeId)) {
            run->stop();
        }
    });
    connect(&view, &TopicView::inputGiven, this, [this](const QString &codeId, const QString &line) {
        if (Run *run = find(codeId)) {
            run->sendInput(line.left(kLongestCode));
        }
    });
    connect(&view, &TopicView::inputEnded, this, [this](const QString &codeId) {
        if (Run *run = find(codeId)) {
            run->endInput();
        }
    });
}

TopicRuns::~TopicRuns() = default;

void TopicRuns::stopAll()
{
    for (const auto &each : m_runs) {
        each.second->run->stop();
    }
}

Run *TopicRuns::find(const QString &codeId) const
{
    const auto found = m_runs.find(codeId);
    return found == m_runs.end() ? nullptr : found->second->run.get();
}

void TopicRuns::run(const QString &codeId, const QString &code)
{
    if (find(codeId) || m_runs.size() >= kMostAtOnce || code.size() > kLongestCode) {
        return;
    }
    auto one = std::make_unique<One>();
    One *each = one.get();
    each->output.begin();
    each->run = m_playground.runExample(code, std::nullopt);
    connect(each->run.get(), &Run::output, &each->output, &OutputBuffer::add);
    connect(&each->output, &OutputBuffer::text, this, [this, codeId](RunStream stream, const QString &text) {
        m_view.runPrinted(codeId, stream, text);
    });
    connect(each->run.get(), &Run::inputRequested, this, [this, each, codeId] {
        each->output.flush();
        m_view.runAsks(codeId);
    });
    connect(each->run.get(), &Run::finished, this,
            [this, codeId](const RunResult &result) { finish(codeId, result); });
    m_runs[codeId] = std::move(one);
    m_view.runStarted(codeId);
}

void TopicRuns::finish(const QString &codeId, const RunResult &result)
{
    const auto found = m_runs.find(codeId);
    if (found == m_runs.end()) {
        return;
    }
    found->second->output.flush();
    found->second->run.release()->deleteLater(); // it is in the middle of telling this
    m_runs.erase(found);
    m_view.runFinished(codeId, text::describe(result), !cameToItsEnd(result));
}

} // namespace studio::ui
