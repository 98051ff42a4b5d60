#include "runner/host/console_session.h"

#include "runner/host/console_messages.h"

namespace studio::runner {

using namespace std::chrono_literals;

namespace {

constexpr auto kLookingDeadline = 2s;
constexpr int kSecondThought = 300; // ms; a double click is no second request
constexpr qsizetype kLongestSource = 1 << 20; // UTF-16 units; far from what a message may hold
constexpr qsizetype kLongestContext = 10'000;

} // namespace

// cppcheck-suppress passedByValue; it is taken over
ConsoleSession::ConsoleSession(Remains remains)
    : m_process(std::move(remains.process))
    , m_pictures(std::move(remains.pictures))
    , m_lines(std::move(remains.lines))
    , m_inputEnded(remains.inputEnded)
{
    m_process->pauseClock();
    m_looking.setSingleShot(true);
    m_looking.setInterval(kLookingDeadline);
    connect(&m_looking, &QTimer::timeout, m_process.get(), &WorkerProcess::interrupt);
    connect(m_process.get(), &WorkerProcess::output, this, &Console::output);
    connect(m_process.get(), &WorkerProcess::received, this, &ConsoleSession::handle);
    connect(m_pictures.get(), &PictureChannel::drew, this, &Console::drew);
    connect(m_pictures.get(), &PictureChannel::pictureShown, this, &Console::pictureShown);
    connect(m_process.get(), &WorkerProcess::ended, this, [this](const RunResult &result) {
        m_ended = true;
        m_statement = 0;
        m_looking.stop();
        Q_EMIT ended(result);
    });
}

ConsoleSession::~ConsoleSession() = default;

void ConsoleSession::execute(const QString &source)
{
    if (m_ended || isBusy()) {
        return;
    }
    m_statement = ++m_number;
    m_stopped.invalidate();
    m_looking.stop();
    m_process->resumeClock();
    m_process->send(
        {{"type", "execute"}, {"id", m_statement}, {"source", source.left(kLongestSource).toStdString()}});
}

void ConsoleSession::complete(const QString &before)
{
    look("complete", m_completion, {{"before", before.right(kLongestContext).toStdString()}});
}

void ConsoleSession::listVariables()
{
    m_expansions.clear(); // their handles are void from now on
    look("variables", m_listing, Json::object());
}

void ConsoleSession::expand(quint64 handle, qint64 from, int count)
{
    qint64 number = 0;
    look("expand", number, {{"handle", handle}, {"from", from}, {"count", count}});
    if (number != 0) {
        m_expansions.push_back(number);
    }
}

void ConsoleSession::look(const char *type, qint64 &awaited, Json message)
{
    if (m_ended) {
        return;
    }
    awaited = ++m_number;
    message["type"] = type;
    message["id"] = awaited;
    m_process->send(message);
    if (!isBusy() && !m_looking.isActive()) {
        m_looking.start();
    }
}

void ConsoleSession::sendInput(const QString &line)
{
    m_lines.push_back(line.toUtf8() + '\n');
    answerInput();
}

void ConsoleSession::endInput()
{
    m_inputEnded = true;
    answerInput();
}

void ConsoleSession::sendEvent(const CanvasEvent &event)
{
    if (!m_ended) {
        m_pictures->add(event);
    }
}

void ConsoleSession::stop()
{
    if (m_ended) {
        return;
    }
    if (m_stopped.isValid() && m_stopped.elapsed() >= kSecondThought) {
        m_process->stop();
    } else if (!m_stopped.isValid() && isBusy()) {
        m_stopped.start();
        m_process->interrupt();
    }
}

void ConsoleSession::handle(const Json &message)
{
    const std::string type = textField(message, "type");
    const qint64 number = numberField(message, "id");
    if (type == "input") {
        m_waiting = true;
        answerInput();
    } else if (type == "executed" && number == m_statement && number != 0) {
        m_waiting = false;
        m_process->pauseClock();
        m_process->readPrinted(); // before the statement's end
        QMetaObject::invokeMethod(
            this, [this, message] { answerStatement(message); }, Qt::QueuedConnection);
    } else if (type == "completed" && number == m_completion && number != 0) {
        m_completion = 0;
        m_looking.stop();
        Q_EMIT completed(completionsFrom(message));
    } else if (type == "variables" && number == m_listing && number != 0) {
        m_listing = 0;
        m_looking.stop();
        Q_EMIT variablesListed(variablesFrom(message));
    } else if (type == "expanded" && !m_expansions.empty() && number == m_expansions.front()) {
        m_expansions.pop_front();
        m_looking.stop();
        Q_EMIT expanded(childrenFrom(message));
    } else {
        m_pictures->handle(message);
    }
}

void ConsoleSession::answerStatement(const Json &message)
{
    if (m_ended || numberField(message, "id") != m_statement) {
        return; // it ended meanwhile, or was told twice
    }
    m_statement = 0;
    m_stopped.invalidate();
    Q_EMIT executed(consoleAnswerFrom(message));
}

/// As ProgramRun's.
void ConsoleSession::answerInput()
{
    if (!m_waiting || m_ended) {
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
                if (m_waiting && !m_ended) {
                    Q_EMIT inputRequested();
                }
            },
            Qt::QueuedConnection);
    }
}

} // namespace studio::runner
