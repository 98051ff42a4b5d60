#include "cli/run_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/run_json.h"
#include "services/explaining_runner.h"
#include "text/explanation_text.h"
#include "text/verdict_text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <array>
#include <unistd.h>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostKept = 1 << 20; // of each stream, for --json

/// The language to explain in, from the option's value; nothing when it is not known.
std::optional<QString> explanationOption(const Options &options)
{
    const QString wanted = options.has(u"explain"_s) ? options.value(u"explain"_s) : u"system"_s;
    if (wanted == "off"_L1) {
        return QString();
    }
    const bool known = wanted == "system"_L1 || wanted == "en"_L1 || wanted == "fr"_L1;
    return known ? std::optional(services::explanationLanguage(wanted)) : std::nullopt;
}

} // namespace

void RunCommand::start(const QStringList &arguments)
{
    const auto options
        = parseOptions(arguments, {{u"stdin"_s, true}, {u"explain"_s, true}, {u"json"_s, false}}, 1, 1);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    const auto explain = explanationOption(*options);
    if (!explain) {
        printError(tr("--explain takes en, fr, system or off."));
        return finishLater(kUsage);
    }
    m_json = options->has(u"json"_s);
    const QString path = absolutePath(options->positional().first());
    const auto code = readTextFile(path);
    if (!code) {
        return finishLater(report(code.error()));
    }
    RunRequest request;
    request.code = *code;
    request.fileName = QFileInfo(path).fileName();
    request.workingFolder = QFileInfo(path).absolutePath();
    request.arguments = options->rest();
    request.kind = RunKind::Program;
    request.limits = RunLimits::forProgram();
    request.explain = *explain;
    if (options->has(u"stdin"_s)) {
        QFile input(absolutePath(options->value(u"stdin"_s)));
        if (!input.open(QIODevice::ReadOnly)) {
            return finishLater(report({ErrorCode::NotFound, options->value(u"stdin"_s)}));
        }
        request.input = input.readAll();
    } else if (!io().ownInput) {
        request.input = QByteArray();
    }
    m_run = environment().runner.run(request);
    connect(m_run.get(), &Run::output, this, &RunCommand::take);
    connect(m_run.get(), &Run::inputRequested, this, &RunCommand::readOwnInput);
    connect(m_run.get(), &Run::finished, this, &RunCommand::ended);
}

void RunCommand::take(RunStream stream, const QByteArray &bytes)
{
    if (m_json) {
        QByteArray &kept = stream == RunStream::Out ? m_out : m_err;
        kept += bytes.left(kMostKept - kept.size());
    } else {
        (stream == RunStream::Out ? io().out : io().err)(bytes);
    }
}

void RunCommand::tellAll(const RunResult &result)
{
    QJsonObject json = toJson(result);
    json.insert(u"out"_s, QString::fromUtf8(m_out));
    json.insert(u"err"_s, QString::fromUtf8(m_err));
    printJson(QJsonDocument(json).toJson());
}

void RunCommand::interrupt()
{
    if (m_run) {
        m_run->stop();
    } else {
        Command::interrupt();
    }
}

void RunCommand::readOwnInput()
{
    if (const qsizetype end = m_unread.indexOf('\n'); end >= 0) {
        m_run->sendInput(QString::fromUtf8(m_unread.left(end)));
        m_unread.remove(0, end + 1);
        return;
    }
    if (m_inputEnded) {
        if (!m_unread.isEmpty()) {
            m_run->sendInput(QString::fromUtf8(m_unread));
            m_unread.clear();
        } else {
            m_run->endInput();
        }
        return;
    }
    if (!m_input) {
        m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_input.get(), &QSocketNotifier::activated, this, [this] {
            std::array<char, 65536> bytes{};
            const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
            m_input->setEnabled(false);
            if (count > 0) {
                m_unread.append(bytes.data(), count);
            } else {
                m_inputEnded = true;
            }
            readOwnInput();
        });
    }
    m_input->setEnabled(true);
}

void RunCommand::ended(const RunResult &result)
{
    if (m_json) {
        tellAll(result);
        return finishLater(result.state == RunState::WorkerFailed ? static_cast<int>(kPython)
                                                                  : result.exitCode);
    }
    switch (result.state) {
    case RunState::Finished:
    case RunState::Raised:
    case RunState::SyntaxError:
        break; // the program has said it itself
    case RunState::WorkerFailed:
        printError(text::describe(result)
                   % (result.failure.isEmpty() ? QString() : u" ("_s % result.failure % u')'));
        return finishLater(kPython);
    case RunState::Crashed:
    case RunState::Stopped:
    case RunState::OutOfTime:
    case RunState::OutOfMemory:
    case RunState::TooMuchOutput:
    case RunState::TooMuchWritten:
        printError(text::describe(result));
        break;
    }
    if (result.explanation) {
        io().err('\n' + text::plainText(*result.explanation).toUtf8() + '\n');
    }
    finishLater(result.exitCode);
}

} // namespace studio::cli
