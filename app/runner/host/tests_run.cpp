#include "runner/host/tests_run.h"

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostTests = 1000;

TestOutcome outcomeFrom(const Json &json)
{
    TestOutcome outcome;
    outcome.name = QString::fromStdString(textField(json, "name")).left(300);
    outcome.description = QString::fromStdString(textField(json, "description")).left(300);
    outcome.message = QString::fromStdString(textField(json, "message")).left(4000);
    const std::string state = textField(json, "state");
    outcome.state = state == "passed" ? TestOutcome::State::Passed
        : state == "failed"           ? TestOutcome::State::Failed
        : state == "skipped"          ? TestOutcome::State::Skipped
                                      : TestOutcome::State::Raised;
    if (json.contains("error")) {
        outcome.error = runErrorFrom(json["error"]);
    }
    return outcome;
}

Json startOf(const TestRequest &request, const char *job)
{
    return {{"job", job},
            {"code", request.answer.toStdString()},
            {"file", request.answerFile.toStdString()},
            {"module", request.module.toStdString()},
            {"interactive", false}};
}

} // namespace

TestsRun::TestsRun(const std::shared_ptr<Launcher> &launcher, const TestRequest &request)
    : m_launcher(launcher)
    , m_request(request)
{
    if (request.open) {
        startTests(Json::array());
        return;
    }
    m_answerEnded = false;
    m_answer = std::make_unique<WorkerProcess>(WorkerSpec{
        launcher, RunKind::Check, false, {}, {}, request.limits, startOf(request, "module"), QByteArray()});
    connect(m_answer.get(), &WorkerProcess::received, this, &TestsRun::handleAnswer);
    connect(m_answer.get(), &WorkerProcess::ended, this, [this](const RunResult &result) {
        m_report.answerRun = result;
        m_answerEnded = true;
        if (m_pending != 0 && m_tests) {
            m_tests->send({{"type", "reply"}, {"id", m_pending}, {"left", true}});
            m_pending = 0;
        }
        finishUnlessBusy();
    });
    m_answer->start();
}

void TestsRun::startTests(const Json &names)
{
    m_testsEnded = false;
    Json start = startOf(m_request, m_request.open ? "open-tests" : "tests");
    start["tests"] = m_request.tests.toStdString();
    start["tests_file"] = m_request.testsFile.toStdString();
    start["names"] = names;
    if (!m_request.open) {
        start["code"] = ""; // the author's process holds nothing of the learner's
    }
    m_tests = std::make_unique<WorkerProcess>(
        WorkerSpec{m_launcher, RunKind::Check, false, {}, {}, m_request.limits, start, QByteArray()});
    connect(m_tests.get(), &WorkerProcess::received, this, &TestsRun::handleTests);
    connect(m_tests.get(), &WorkerProcess::ended, this, [this](const RunResult &result) {
        m_report.testRun = result;
        if (m_request.open) {
            m_report.answerRun = result;
        }
        m_testsEnded = true;
        if (m_answer && !m_answerEnded) {
            m_answer->send({{"type", "end"}});
        }
        finishUnlessBusy();
    });
    m_tests->start();
}

void TestsRun::handleAnswer(const Json &message)
{
    const std::string type = textField(message, "type");
    if (type == "ready" && !m_tests) {
        // Rebuilt from what is needed: the learner's process must not get anything else into the tests' one.
        Json names = Json::array();
        if (const auto told = message.find("names"); told != message.end() && told->is_array()) {
            for (const Json &each : *told) {
                Json name = {{"name", textField(each, "name")}, {"callable", flagField(each, "callable")}};
                if (each.is_object() && each.contains("value")) {
                    name["value"] = each["value"];
                    if (textField(each["value"], "t") == "other") {
                        continue;
                    }
                }
                names.push_back(name);
            }
        }
        startTests(names);
    } else if (type == "answer" && m_tests && m_pending != 0 && numberField(message, "id") == m_pending) {
        Json reply = message;
        reply["type"] = "reply";
        m_pending = 0;
        m_tests->send(reply);
    }
}

void TestsRun::handleTests(const Json &message)
{
    const std::string type = textField(message, "type");
    if (type == "invoke" && m_answer) {
        m_pending = numberField(message, "id");
        if (m_answerEnded) {
            m_tests->send({{"type", "reply"}, {"id", m_pending}, {"left", true}});
            m_pending = 0;
        } else {
            m_answer->send(message);
        }
    } else if (type == "report" && !m_reported) {
        m_reported = true;
        m_report.testsBroken = flagField(message, "broken");
        if (const auto tests = message.find("tests"); tests != message.end() && tests->is_array()) {
            for (const Json &each : *tests) {
                if (each.is_object() && m_report.tests.size() < kMostTests) {
                    m_report.tests.push_back(outcomeFrom(each));
                }
            }
        }
        if (message.contains("error")) {
            TestOutcome load;
            load.name = m_request.testsFile;
            load.error = runErrorFrom(message["error"]);
            load.message = u"%1: %2"_s.arg(load.error->type, load.error->message);
            m_report.tests.push_back(load);
        }
    }
}

void TestsRun::finishUnlessBusy()
{
    if (!m_answerEnded || !m_testsEnded) {
        return;
    }
    Q_EMIT finished(m_report);
}

} // namespace studio::runner
