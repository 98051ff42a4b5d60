#include "runner/host/program_run.h"

#include "runner/host/explanation.h"

namespace studio::runner {

namespace {

WorkerSpec specOf(const QString &worker, const RunRequest &request)
{
    WorkerSpec spec{worker, request.workingFolder, request.files, request.limits, {}, request.input};
    if (request.workingFolder.isEmpty()) {
        spec.files.insert(request.fileName, request.code.toUtf8()); // so that the program can read itself
    }
    Json arguments = Json::array();
    for (const QString &each : request.arguments) {
        arguments.push_back(each.toStdString());
    }
    Json importPaths = Json::array();
    for (const QString &each : request.importPaths) {
        importPaths.push_back(each.toStdString());
    }
    spec.start = {{"job", "program"},
                  {"code", request.code.toStdString()},
                  {"file", request.fileName.toStdString()},
                  {"args", arguments},
                  {"import_paths", importPaths},
                  {"interactive", !request.input.has_value()},
                  {"explain", explainRequest(worker, request.explain)}};
    return spec;
}

} // namespace

ProgramRun::ProgramRun(const QString &worker, const RunRequest &request)
    : m_process(specOf(worker, request))
{
    connect(&m_process, &WorkerProcess::output, this, [this](RunStream stream, const QByteArray &bytes) {
        m_printed = true;
        Q_EMIT output(stream, bytes);
    });
    connect(&m_process, &WorkerProcess::ended, this, &ProgramRun::end);
    connect(&m_process, &WorkerProcess::received, this, [this](const Json &message) {
        const std::string type = textField(message, "type");
        if (type == "input") {
            m_waiting = true;
            answerInput();
        } else if (type == "explanation") {
            m_explanation = explanationFrom(message);
        }
    });
    m_process.start();
}

void ProgramRun::end(RunResult result)
{
    // A program may have printed nothing on purpose only when it did something else; the worker can't know.
    const bool wanted = m_explanation
        && (m_explanation->kind != ErrorExplanation::Kind::Notice || (cameToItsEnd(result) && !m_printed));
    if (wanted) {
        result.explanation = std::exchange(m_explanation, std::nullopt);
    }
    Q_EMIT finished(result);
}

void ProgramRun::sendInput(const QString &line)
{
    m_lines.push_back(line.toUtf8() + '\n');
    answerInput();
}

void ProgramRun::endInput()
{
    m_inputEnded = true;
    answerInput();
}

void ProgramRun::answerInput()
{
    if (!m_waiting) {
        return;
    }
    if (!m_lines.empty()) {
        m_waiting = false;
        m_process.resumeClock();
        m_process.write(m_lines.front());
        m_lines.pop_front();
    } else if (m_inputEnded) {
        m_waiting = false;
        m_process.resumeClock();
        m_process.closeInput();
    } else {
        m_process.pauseClock();
        // What was prompted lies in the pipe already; it has to be shown before the question.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_waiting) {
                    Q_EMIT inputRequested();
                }
            },
            Qt::QueuedConnection);
    }
}

} // namespace studio::runner
