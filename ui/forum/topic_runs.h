#pragma once

#include "domain/ports/code_runner.h"

#include <QObject>

#include <map>
#include <memory>

namespace studio::services {
class PlaygroundService;
} // namespace studio::services

namespace studio::ui {

class OutputBuffer;
class TopicView;

/// The code boxes of a topic as they run, each below itself. Nothing is kept of it; what runs ends with the
/// topic.
class TopicRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicRuns)

public:
    TopicRuns(services::PlaygroundService &playground, TopicView &view, QObject *parent = nullptr);
    ~TopicRuns() override;

    void stopAll();

private:
    struct One;

    void run(const QString &codeId, const QString &code);
    void finish(const QString &codeId, const RunResult &result);
    Run *find(const QString &codeId) const;

    services::PlaygroundService &m_playground;
    TopicView &m_view;
    std::map<QString, std::unique_ptr<One>> m_runs;
};

} // namespace studio::ui
