#include "runner/host/program_run.h"

#include "runner/host/console_session.h"
#include "runner/host/explanation.h"

namespace studio::runner {

namespace {

WorkerSpec specOf(const std::shared_ptr<Launcher> &launcher, const RunRequest &request)
{
    WorkerSpec spec{launcher,       request.kind, request.network, request.workingFolder, request.files,
                    request.limits, {},           request.input};
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
                  {"console", request.keepForConsole},
                  {"explain", explainRequest(launcher->worker(), request.explain)}};
    return spec;
}

} // namespace

ProgramRun::ProgramRun(const std::shared_ptr<Launcher> &launcher, const RunRequest &request)
    : m_process(std::make_unique<WorkerProcess>(specOf(launcher, request)))
    , m_pictures(std::make_unique<PictureChannel>())
{
    connect(m_process.get(), &WorkerProcess::output, this, [this](RunStream stream, const QByteArray &bytes) {
        m_printed = true;
        Q_EMIT output(stream, bytes);
    });
    connect(m_process.get(), &WorkerProcess::ended, this, &ProgramRun::end);
    connect(m_process.get(), &WorkerProcess::received, this,
            [this, keeps = request.keepForConsole](const Json &message) {
                const std::string type = textField(message, "type");
                if (type == "input") {
                    m_waiting = true;
                    answerInput();
                } else if (type == "console" && keeps) {
                    stay(static_cast<int>(numberField(message, "status") & 0xff));
                } else if (type == "explanation") {
                    m_explanation = explanationFrom(message);
                } else if (m_pictures->handle(message)) {
                    m_printed = true; // so far as anybody can see
                }
            });
    connect(m_pictures.get(), &PictureChannel::drew, this, &Run::drew);
    connect(m_pictures.get(), &PictureChannel::pictureShown, this, &Run::pictureShown);
    connect(m_pictures.get(), &PictureChannel::toSend, m_process.get(), &WorkerProcess::send);
    m_process->start();
}

void ProgramRun::end(RunResult result)
{
    if (m_finished) {
        return; // the interpreter that stayed is gone
    }
    // A program may have printed nothing on purpose only when it did something else; the worker can't know.
    const bool wanted = m_explanation
        && (m_explanation->kind != ErrorExplanation::Kind::Notice || (cameToItsEnd(result) && !m_printed));
    if (wanted) {
        result.explanation = std::exchange(m_explanation, std::nullopt);
    }
    m_finished = true;
    Q_EMIT finished(result);
}

void ProgramRun::stay(int exitCode)
{
    if (m_finished || m_stays) {
        return;
    }
    m_stays = true;
    m_waiting = false;
    m_process->readPrinted(); // belongs to the program, not to the console
    const RunResult result = m_process->soFar(exitCode);
    m_process->spare();
    m_process->pauseClock();
    // Queued: whoever hears of the end may delete what is in the middle of its message.
    QMetaObject::invokeMethod(
        this, [this, result] { end(result); }, Qt::QueuedConnection);
}

std::unique_ptr<Console> ProgramRun::takeConsole()
{
    if (!m_finished || !m_stays || !m_process || !m_process->isRunning()) {
        return nullptr;
    }
    m_process->disconnect(this);
    m_pictures->disconnect(this);
    return std::make_unique<ConsoleSession>(ConsoleSession::Remains{
        std::move(m_process), std::move(m_pictures), std::move(m_lines), m_inputEnded});
}

void ProgramRun::stop()
{
    if (!m_finished) {
        m_process->stop();
    }
}

void ProgramRun::sendEvent(const CanvasEvent &event)
{
    if (!m_finished) {
        m_pictures->add(event);
    }
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
    if (!m_waiting || m_finished) {
        return;
    }
    if (!m_lines.empty()) {
        m_waiting = false;
        m_process->resumeClock();
        m_process->write(m_lines.front());
        m_lines.pop_front();
    } else if (m_inputEnded) {
        m_waiting = false;
        m_process->resumeClock();
        m_process->closeInput();
    } else {
        m_process->pauseClock();
        m_process->readPrinted(); // the prompt comes before the question
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
