#include "cli/command_table.h"

#include "cli/check_command.h"
#include "cli/courses_command.h"
#include "cli/doctor_command.h"
#include "cli/packages_command.h"
#include "cli/progress_command.h"
#include "cli/run_command.h"
#include "cli/validate_command.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
std::unique_ptr<Command> make(const Environment &environment, CommandIo io)
{
    return std::make_unique<T>(environment, std::move(io));
}

const std::array<CommandEntry, 7> kCommands = {{
    {"courses", "courses [--json]", QT_TRANSLATE_NOOP("cli", "List the courses on this computer"),
     QT_TRANSLATE_NOOP("cli", "  --json   the list as JSON: id, title, summary, folder, bundled\n"), false,
     &make<CoursesCommand>},
    {"run", "run FILE [--stdin FILE] [--explain LANGUAGE] [--json] [-- ARGUMENT...]",
     QT_TRANSLATE_NOOP("cli", "Run a Python program as the window would"),
     QT_TRANSLATE_NOOP("cli",
                       "  --stdin FILE         what the program reads; without it, this command's own input\n"
                       "  --explain LANGUAGE   explain what goes wrong: en, fr, system (the default) or off\n"
                       "  --json               how it ended, with its output and the explanation, as JSON\n"
                       "\n"
                       "What it prints comes as it is printed. The exit status is the program's.\n"
                       "\n"
                       "Example: learning-studio run hello.py --stdin names.txt\n"),
     false, &make<RunCommand>},
    {"check", "check COURSE/EXERCISE --code FILE [--json] [--no-record]",
     QT_TRANSLATE_NOOP("cli", "Check an answer to an exercise"),
     QT_TRANSLATE_NOOP("cli",
                       "  --code FILE   the answer; - reads it from standard input\n"
                       "  --json        the verdict as JSON\n"
                       "  --no-record   do not count this as an attempt\n"
                       "\n"
                       "Exit status: 0 passed, 1 wrong, 3 did not finish, 4 the exercise has a mistake.\n"
                       "\n"
                       "Example: learning-studio check first-steps/hello --code hello.py\n"),
     true, &make<CheckCommand>},
    {"validate", "validate FOLDER [--json]",
     QT_TRANSLATE_NOOP("cli", "Prove a course: solutions pass, starters fail, mistakes get their message"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  --json   the report as JSON: exercises with their times, problems with their places\n"
         "\n"
         "Exit status: 0 no problem, 1 problems found.\n"),
     false, &make<ValidateCommand>},
    {"progress", "progress [COURSE] [--json]", QT_TRANSLATE_NOOP("cli", "Show how far the courses are done"),
     QT_TRANSLATE_NOOP("cli",
                       "  COURSE   one course, with each lesson and exercise\n"
                       "  --json   everything as JSON\n"),
     true, &make<ProgressCommand>},
    {"packages",
     "packages list|install|update|remove [PACKAGE...] --project NAME [--wheels DIR|--index URL] [--json]",
     QT_TRANSLATE_NOOP("cli", "Install and remove the packages of a project"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  --project NAME   title of a project in the playground, or a folder\n"
         "  --wheels DIR     from a folder with *.whl files, without the network\n"
         "  --index URL      from a mirror instead of PyPI\n"
         "  --json           the packages as JSON: name, version, summary, bytes, needed_by\n"
         "\n"
         "Only ready-made packages (wheels) are installed. Ctrl+C cancels and changes nothing.\n"
         "\n"
         "Example: learning-studio packages install rich --project main.py\n"),
     true, &make<PackagesCommand>},
    {"doctor", "doctor [--json]",
     QT_TRANSLATE_NOOP("cli", "Say what is there, what works and what is missing"),
     QT_TRANSLATE_NOOP("cli",
                       "  --json   the findings as JSON\n"
                       "\n"
                       "Exit status: 0 all is well, 1 something needs you.\n"),
     false, &make<DoctorCommand>},
}};

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

int distance(const QString &one, const QString &other)
{
    std::vector<int> row(static_cast<std::size_t>(other.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (one[i] == other[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

std::span<const CommandEntry> commandTable()
{
    return kCommands;
}

const CommandEntry *findCommand(const QString &name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&name](const CommandEntry &entry) {
        return name == QLatin1StringView(entry.name);
    });
    return found == kCommands.end() ? nullptr : &*found;
}

QString nearestCommand(const QString &name)
{
    QString nearest;
    int best = 3; // more than two letters off is another word
    for (const CommandEntry &entry : kCommands) {
        const QString candidate = QString::fromLatin1(entry.name);
        if (const int d = distance(name.left(20), candidate); d < best) {
            best = d;
            nearest = candidate;
        }
    }
    return nearest;
}

QString helpText()
{
    QString help = translated(
        QT_TRANSLATE_NOOP("cli",
                          "Python Learning Studio: learn Python, with or without a network.\n"
                          "\n"
                          "learning-studio                        open the window\n"
                          "learning-studio COMMAND [ARGUMENT...]  do one thing without a window\n"
                          "\n"
                          "Commands:\n"));
    for (const CommandEntry &entry : kCommands) {
        help += u"  %1 %2\n"_s.arg(QString::fromLatin1(entry.name), -10).arg(translated(entry.summary));
    }
    help += translated(QT_TRANSLATE_NOOP(
        "cli",
        "\n"
        "Options for every command and for the window:\n"
        "  --data-dir DIR   keep courses and work in DIR instead of the usual place\n"
        "  --profile ID     the person whose work is meant (default: the first)\n"
        "  --version        print the version\n"
        "  --help           this help; after a command: the help of that command\n"
        "\n"
        "Exit statuses: 0 done, 1 not passed or problems found, 2 wrong usage, 3 did not finish,\n"
        "4 exercise has a mistake, 5 not found, 6 data can't be read or written, 7 Python does not "
        "start.\n"));
    return help;
}

QString helpText(const CommandEntry &entry)
{
    return u"learning-studio %1\n\n%2.\n\n%3"_s.arg(QString::fromLatin1(entry.synopsis),
                                                    translated(entry.summary), translated(entry.details));
}

} // namespace studio::cli
