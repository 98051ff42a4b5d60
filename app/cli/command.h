#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/code_runner.h"
#include "domain/ports/course_source.h"
#include "domain/ports/work_store.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace studio {
class ForumStore;
class Platform;
} // namespace studio

namespace studio::services {
class Grader;
class ProjectService;
class SearchService;
} // namespace studio::services

namespace studio::cli {

/// One line of what `doctor` finds.
struct Finding
{
    enum class State { Good, Notice, Bad };

    State state = State::Good;
    QString key; ///< For JSON, e.g. `python`.
    QString name; ///< For people, translated.
    QString value;
    QString advice; ///< What to do; empty when good.
};

/// What commands work with; built by the composition root, outlives them.
struct Environment
{
    CourseSource &courses;
    CodeRunner &runner;
    services::Grader &grader;
    const Clock &clock;
    std::function<Result<WorkStore *>()> work; ///< Opens the person's work at the first call.
    std::function<std::vector<Finding>()> examine; ///< For `doctor`.
    std::function<Result<services::ProjectService *>()> projects = {}; ///< Opens the work, as `work` does.
    std::function<Result<Platform *>()> platform
        = {}; ///< The hosted platform; opens the work, as `work` does.
    std::function<Result<ForumStore *>()> forum = {}; ///< Opens the work, as `work` does.
    std::function<Result<services::SearchService *>()> search = {}; ///< Opens the work, as `work` does.
};

/// Where a secret comes from. Never from an argument: other users of the computer can read those.
enum class SecretSource { Terminal, StandardInput };
using SecretAnswer = std::function<void(std::optional<QByteArray>)>; ///< Nothing when there is none.

/// Where a command reads and writes. The same command runs in a terminal and, for another process, in the
/// window's.
struct CommandIo
{
    std::function<void(const QByteArray &)> out; ///< UTF-8 text or a program's raw bytes.
    std::function<void(const QByteArray &)> err;
    QString workingFolder; ///< Relative paths in arguments start here.
    bool ownInput = false; ///< Standard input is this process's own and may be read.
    /// Asks the person in front of the command for a secret, wherever that is; answers later. May be empty.
    std::function<void(SecretSource source, const QString &prompt, SecretAnswer then)> askSecret = {};
};

/// One command under way. start() is called once; finished() follows exactly once, never inside start().
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    Command(const Environment &environment, CommandIo io);
    ~Command() override = default;

    virtual void start(const QStringList &arguments) = 0; ///< Without the command's own name.
    virtual void interrupt(); ///< Ctrl+C: ends soon, with finished(). Default: at once.

Q_SIGNALS:
    void finished(int exitCode);

protected:
    const Environment &environment() const { return m_environment; }

    const CommandIo &io() const { return m_io; }

    void print(const QString &text) const; ///< With a newline.
    void printError(const QString &text) const; ///< With the program's name before and a newline after.
    void printJson(const QByteArray &json) const;
    void finishLater(int exitCode);
    QString absolutePath(const QString &path) const;
    int report(const Error &error) const; ///< Prints it in words and gives the exit code for it.

private:
    Environment m_environment;
    CommandIo m_io;
};

/// Reads a whole text file as UTF-8: NotFound, or InvalidData when it is over 5 MB or is not UTF-8.
Result<QString> readTextFile(const QString &path);

} // namespace studio::cli
