// learning-studio: the command line; without a command, the window.

#include "cli/command_line.h"
#include "cli/command_table.h"
#include "cli/exit_code.h"
#include "cli/remote/remote_call.h"
#include "cli/secret_input.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "main/core.h"
#include "main/core_files.h"
#include "main/signals.h"
#include "main/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

void writeAll(FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

int say(FILE *file, const QString &text, int exitCode)
{
    writeAll(file, text.toUtf8());
    return exitCode;
}

/// Replaces this process by the window's. Comes back only when that fails.
int openWindow(const app::Paths &paths, char **argv)
{
    const QByteArray program = QFile::encodeName(paths.window());
    std::vector<char *> words
        = {const_cast<char *>(program.constData())}; // NOLINT(cppcoreguidelines-pro-type-const-cast)
    for (char **word = argv + 1; *word; ++word) {
        words.push_back(*word);
    }
    words.push_back(nullptr);
    ::execv(program.constData(), words.data());
    return say(stderr,
               QCoreApplication::translate("cli", "learning-studio: the window (%1) can't be started.\n")
                   .arg(paths.window()),
               cli::kNotFound);
}

/// Carries out a command here, or asks the process that has the window when the command needs the person's
/// work.
class Session final
{
public:
    Session(app::Core &core, const cli::CommandEntry &entry, const cli::CommandLine &line)
        : m_core(core)
        , m_entry(entry)
        , m_line(line)
        , m_io{[](const QByteArray &bytes) { writeAll(stdout, bytes); },
               [](const QByteArray &bytes) { writeAll(stderr, bytes); }, QDir::currentPath(), true,
               [this](cli::SecretSource source, const QString &prompt, cli::SecretAnswer then) {
                   m_secrets.ask(source, prompt, std::move(then));
               }}
    {
    }

    void start()
    {
        if (!m_entry.needsWork) {
            return startHere();
        }
        cli::RemoteRequest request{cli::RemoteRequest::Kind::Command, m_line.command, m_line.arguments,
                                   QDir::currentPath()};
        m_call = std::make_unique<cli::RemoteCall>(cli::serverName(m_core.paths().data), request, m_io);
        QObject::connect(m_call.get(), &cli::RemoteCall::absent, m_call.get(), [this] { startHere(); });
        QObject::connect(m_call.get(), &cli::RemoteCall::finished, m_call.get(), &QCoreApplication::exit);
        m_call->start();
    }

    void interrupt()
    {
        if (m_command) {
            m_command->interrupt();
        } else if (m_call) {
            m_call->interrupt();
        }
    }

private:
    void startHere()
    {
        const auto platform = m_entry.needsPlatform ? m_core.platform() : Result<Platform *>(nullptr);
        if (platform && *platform) {
            whenDone((*platform)->opened(), *platform, [this](const Result<> &) { startCommand(); });
        } else {
            startCommand(); // and it says what is wrong
        }
    }

    void startCommand()
    {
        m_command = m_entry.make(m_core.environment(), m_io);
        QObject::connect(m_command.get(), &cli::Command::finished, m_command.get(), &QCoreApplication::exit);
        m_command->start(m_line.arguments);
    }

    app::Core &m_core;
    const cli::CommandEntry &m_entry;
    const cli::CommandLine &m_line;
    cli::CommandIo m_io;
    cli::SecretInput m_secrets;
    std::unique_ptr<cli::RemoteCall> m_call;
    std::unique_ptr<cli::Command> m_command;
};

} // namespace

int main(int argc, char *argv[])
{
    app::writeNoCoreFiles();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"learning-studio"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STUDIO_VERSION));
    QLoggingCategory::setFilterRules(u"studio.*.debug=false\nstudio.*.info=false"_s);

    const auto line = cli::parseCommandLine(QCoreApplication::arguments().mid(1));
    if (!line) {
        return say(stderr, u"learning-studio: "_s % line.error().message % u'\n', cli::kUsage);
    }
    const app::Paths paths = app::findPaths(line->dataDir);
    switch (line->wish) {
    case cli::CommandLine::Wish::Window:
        return openWindow(paths, argv);
    case cli::CommandLine::Wish::Version:
        return say(stdout, u"learning-studio %1\n"_s.arg(QCoreApplication::applicationVersion()), cli::kDone);
    case cli::CommandLine::Wish::Help: {
        const cli::CommandEntry *entry = cli::findCommand(line->command);
        return say(stdout, entry ? cli::helpText(*entry) : cli::helpText(), cli::kDone);
    }
    case cli::CommandLine::Wish::Command:
        break;
    }
    app::loadTranslations(paths.share);
    app::Core core(paths, line->profile);
    Session session(core, *cli::findCommand(line->command), *line);
    app::TerminationSignals signals_;
    QObject::connect(&signals_, &app::TerminationSignals::received, &application,
                     [&session] { session.interrupt(); });
    session.start();
    return QCoreApplication::exec();
}
