#include "ui/console/console_panel.h"

#include "ui/console/console_input.h"
#include "ui/console/console_text.h"
#include "ui/widgets/output_pane.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace studio::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kEchoAfter = 60ms;
constexpr auto kUnheardAfter = 700ms;
constexpr std::size_t kMostWaiting = 100;

} // namespace

ConsolePanel::ConsolePanel(std::function<std::unique_ptr<Run>()> startEmpty, QWidget *parent)
    : QWidget(parent)
    , m_startEmpty(std::move(startEmpty))
    , m_output(new OutputPane(this))
    , m_input(new ConsoleInput(this))
    , m_state(new QLabel(this))
    , m_stop(new QToolButton(this))
{
    m_output->setObjectName(u"consoleOutput"_s);
    m_state->setObjectName(u"consoleState"_s);
    m_state->setProperty("muted", true);
    m_stop->setObjectName(u"consoleStop"_s);
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stops the statement that runs (Ctrl+C)"));
    m_stop->setAccessibleName(tr("Stop the statement"));
    m_stop->setMinimumHeight(28);
    auto *rule = new QFrame(this);
    rule->setObjectName(u"consoleRule"_s);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_input, 1);
    row->addWidget(m_state, 0, Qt::AlignBottom);
    row->addWidget(m_stop, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_output, 1);
    column->addWidget(rule);
    column->addLayout(row);
    setFocusProxy(m_input);

    m_echo.setSingleShot(true);
    m_echo.setInterval(kEchoAfter);
    m_unheard.setSingleShot(true);
    m_unheard.setInterval(kUnheardAfter);
    connect(&m_echo, &QTimer::timeout, this, &ConsolePanel::showEcho);
    connect(&m_unheard, &QTimer::timeout, this, &ConsolePanel::updateState);
    connect(m_stop, &QToolButton::clicked, this, &ConsolePanel::stop);
    connect(m_input, &ConsoleInput::submitted, this, &ConsolePanel::enter);
    connect(m_input, &ConsoleInput::zoomRequested, this, &ConsolePanel::zoomRequested);
    connect(m_input, &ConsoleInput::clearRequested, this, [this] {
        m_output->begin();
        m_atLineStart = true;
    });
    connect(m_input, &ConsoleInput::interrupted, this, [this] {
        m_queue.clear();
        stop();
    });
    connect(m_input, &ConsoleInput::completionWanted, this, [this](const QString &before) {
        if (m_console && !m_console->isBusy()) {
            m_console->complete(before);
        }
    });
    connect(m_output, &OutputPane::lineActivated, this, &ConsolePanel::lineActivated);
    connect(m_output, &OutputPane::inputEntered, this, [this](const QString &line) {
        if (m_console) {
            m_console->sendInput(line);
        }
    });
    connect(m_output, &OutputPane::inputEnded, this, [this] {
        if (m_console) {
            m_console->endInput();
        }
    });
    close();
}

ConsolePanel::~ConsolePanel() = default;

void ConsolePanel::setTheme(const editor::CodeTheme &theme)
{
    m_output->setTheme(theme);
    m_input->setTheme(theme);
}

void ConsolePanel::setZoom(int percent)
{
    m_output->setZoom(percent);
    m_input->setZoom(percent);
}

void ConsolePanel::setOwnFile(const QString &fileName)
{
    m_output->setOwnFile(fileName);
}

editor::CodeEditor &ConsolePanel::editor()
{
    return m_input->editor();
}

Console *ConsolePanel::console() const
{
    return m_console.get();
}

void ConsolePanel::follow(Run *run)
{
    drop();
    m_program = run;
    m_output->showMessage(tr("The program is running. When it has ended, its names are here to try."));
    connect(run, &Run::finished, this, [this, run] {
        m_program = nullptr;
        adopt(run->takeConsole(),
              tr("The names of the program are here. Tab completes, name? explains, Ctrl+C stops."));
    });
    connect(run, &QObject::destroyed, this, [this, run] {
        if (m_program == run) { // it never ended: another program is opened
            close();
        }
    });
    updateState();
}

void ConsolePanel::close()
{
    drop();
    m_program = nullptr;
    m_output->showMessage(
        tr("Type Python below and press Return. After a run, the names of the program are here; "
           "without one, the console starts empty."));
    updateState();
}

void ConsolePanel::drop()
{
    m_queue.clear();
    m_current.clear();
    m_empty.reset();
    m_echo.stop();
    m_unheard.stop();
    m_echoed = true;
    m_asked = false;
    if (m_console) {
        m_console->disconnect(this);
        m_console.release()->deleteLater(); // this may be its own signal
        Q_EMIT consoleChanged(nullptr);
    }
}

void ConsolePanel::adopt(std::unique_ptr<Console> console, const QString &greeting)
{
    m_console = std::move(console);
    if (!m_console) {
        m_queue.clear();
        m_output->showMessage(tr("The program took its names with it. A statement starts an empty console."));
        updateState();
        return;
    }
    connect(m_console.get(), &Console::output, this, [this](RunStream stream, const QByteArray &bytes) {
        showEcho();
        m_output->append(stream, bytes);
        m_atLineStart = bytes.endsWith('\n');
    });
    connect(m_console.get(), &Console::inputRequested, this, [this] {
        showEcho();
        m_output->askForInput();
    });
    connect(m_console.get(), &Console::executed, this, &ConsolePanel::answered);
    connect(m_console.get(), &Console::completed, m_input, &ConsoleInput::complete);
    connect(m_console.get(), &Console::ended, this, &ConsolePanel::ended);
    m_output->begin();
    m_atLineStart = true;
    print(noteOf(greeting));
    Q_EMIT consoleChanged(m_console.get());
    updateState();
    runNext();
}

void ConsolePanel::enter(const QString &source)
{
    if (m_queue.size() < kMostWaiting) {
        m_queue.push_back(source);
    }
    runNext();
}

void ConsolePanel::runNext()
{
    if (m_queue.empty() || m_program || m_empty || (m_console && m_console->isBusy())) {
        return updateState();
    }
    if (!m_console) {
        return startEmpty();
    }
    m_current = m_queue.front();
    m_queue.pop_front();
    m_echoed = false;
    m_echo.start();
    m_console->execute(m_current);
    updateState();
}

void ConsolePanel::startEmpty()
{
    m_empty = m_startEmpty();
    connect(m_empty.get(), &Run::finished, this, [this] {
        std::unique_ptr<Console> console = m_empty->takeConsole();
        m_empty.release()->deleteLater(); // this is its own signal
        adopt(std::move(console), tr("An empty console. Tab completes, name? explains, Ctrl+C stops."));
    });
    updateState();
}

/// What is printed stands below the statement that printed it.
void ConsolePanel::showEcho()
{
    if (!std::exchange(m_echoed, true)) {
        m_echo.stop();
        print(echoOf(m_current));
    }
}

void ConsolePanel::print(const QByteArray &bytes)
{
    m_output->append(RunStream::Out, m_atLineStart ? bytes : '\n' + bytes);
    m_atLineStart = true;
}

void ConsolePanel::answered(const ConsoleAnswer &answer)
{
    m_unheard.stop();
    m_asked = false;
    if (answer.state == ConsoleAnswer::State::Incomplete) {
        m_echo.stop();
        m_echoed = true;
        if (m_queue.empty()) {
            m_input->goOnWith(m_current);
        } else {
            m_queue.front() = m_current + u'\n' + m_queue.front();
        }
        return runNext();
    }
    showEcho();
    if (answer.help) {
        print(textOf(*answer.help));
    }
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        line && m_output->isAncestorOf(line)) {
        m_input->setFocus(Qt::OtherFocusReason); // it was asked for input
    }
    m_output->stopAsking();
    Q_EMIT settled();
    runNext();
}

void ConsolePanel::ended(const RunResult &result)
{
    showEcho();
    const bool left = result.state == RunState::Finished && !result.leftEarly;
    const QString text = left
        ? tr("The console has ended. A statement starts an empty one.")
        : tr("The console was ended and its names are gone. A statement starts an empty one.");
    m_output->end(text, !left);
    m_atLineStart = false;
    drop();
    updateState();
}

void ConsolePanel::stop()
{
    if (m_console && m_console->isBusy()) {
        m_console->stop();
        m_asked = true;
        m_unheard.start();
    }
}

void ConsolePanel::updateState()
{
    const bool busy = m_console && m_console->isBusy();
    m_stop->setEnabled(busy);
    QString text;
    if (busy && m_asked && !m_unheard.isActive()) {
        text = tr("Still running. Stop again ends the console.");
    } else if (busy) {
        text = m_queue.empty() ? tr("Running")
                               : tr("Running, %n more", nullptr, static_cast<int>(m_queue.size()));
    } else if (m_program) {
        text = m_queue.empty() ? tr("The program runs") : tr("Waits for the program");
    }
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

} // namespace studio::ui
