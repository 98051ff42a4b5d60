#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/worker_process.h"

namespace studio::runner {

/// A unittest file against an answer: the tests in one worker, the answer in another, their calls carried
/// over here; or both in one worker when the tests are open.
class TestsRun final : public TestSession
{
    Q_OBJECT

public:
    TestsRun(const std::shared_ptr<Launcher> &launcher, const TestRequest &request);

private:
    void startTests(const Json &names);
    void handleAnswer(const Json &message);
    void handleTests(const Json &message);
    void finishUnlessBusy();

    std::shared_ptr<Launcher> m_launcher;
    TestRequest m_request;
    std::unique_ptr<WorkerProcess> m_answer; ///< Not there when the tests are open.
    std::unique_ptr<WorkerProcess> m_tests;
    TestReport m_report;
    bool m_reported = false;
    bool m_answerEnded = true;
    bool m_testsEnded = true;
    long long m_pending = 0; ///< Id of the call that the tests wait for; 0: none.
};

} // namespace studio::runner
