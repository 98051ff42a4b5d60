#include "cli/command_table.h"

#include "cli/check_command.h"
#include "cli/courses_command.h"
#include "cli/doctor_command.h"
#include "cli/forum/forum_command.h"
#include "cli/packages_command.h"
#include "cli/platform/account_commands.h"
#include "cli/platform/catalogue_commands.h"
#include "cli/platform/sync_commands.h"
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

const std::array<CommandEntry, 20> kCommands = {{
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
    {"login", "login --server URL --user NAME [--password-stdin] [--keep keyring|memory|file] [--shared]",
     QT_TRANSLATE_NOOP("cli", "Sign in to the learning platform"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  --server URL       address of the platform; without it, that of the last time\n"
         "  --user NAME        user name or e-mail address; without it, that of the last time\n"
         "  --password-stdin   read the password from standard input instead of asking for it\n"
         "  --keep WHERE       keyring (the default), memory (until the program ends), or file (locked with\n"
         "                     a passphrase, asked for or the second line of standard input)\n"
         "  --shared           a shared computer: keeps nothing, signs out after 20 minutes without use\n"
         "\n"
         "The password is never an argument. One profile belongs to one account for good.\n"),
     true, &make<LoginCommand>, true},
    {"register",
     "register --server URL --user NAME --email ADDRESS [--first-name NAME] [--last-name NAME] "
     "[--password-stdin] [--shared]",
     QT_TRANSLATE_NOOP("cli", "Make an account on the learning platform and sign in"),
     QT_TRANSLATE_NOOP("cli",
                       "  --password-stdin   read the password from standard input instead of asking twice\n"
                       "  --shared           a shared computer, as for login\n"),
     true, &make<RegisterCommand>, true},
    {"logout", "logout", QT_TRANSLATE_NOOP("cli", "Sign out; what waits to be sent stays here"),
     QT_TRANSLATE_NOOP("cli", "Works without a network too.\n"), true, &make<LogoutCommand>, true},
    {"account", "account [--json]", QT_TRANSLATE_NOOP("cli", "Say who is signed in, and where"),
     QT_TRANSLATE_NOOP("cli",
                       "  --json   as JSON; an empty object when the profile has no account\n"
                       "\n"
                       "Exit status: 0 signed in, 9 not.\n"),
     true, &make<AccountCommand>, true},
    {"sync", "sync [--yes|--no] [--json]",
     QT_TRANSLATE_NOOP("cli", "Send and fetch now what waits for the platform"),
     QT_TRANSLATE_NOOP("cli",
                       "  --yes, --no   answer the question that `status` shows, then sync\n"
                       "  --json        the state afterwards as JSON\n"
                       "\n"
                       "Exit status: 0 all is sent, 1 something needs you, 8 no network, 9 sign in, 10 "
                       "something waits still.\n"),
     true, &make<SyncCommand>, true},
    {"status", "status [--json|--report]",
     QT_TRANSLATE_NOOP("cli", "Say what waits to be sent and what is in the way"),
     QT_TRANSLATE_NOOP("cli",
                       "  --json     as JSON, with each action that waits\n"
                       "  --report   a text about how syncing goes, without anything personal\n"
                       "\n"
                       "Exit status: as for sync.\n"),
     true, &make<StatusCommand>, true},
    {"kept", "kept [list|retry NUMBER|discard NUMBER --yes|export FILE] [--json]",
     QT_TRANSLATE_NOOP("cli", "Work the platform refused: see, send again, save or throw away"),
     QT_TRANSLATE_NOOP("cli",
                       "  list             what is kept and why (the default)\n"
                       "  retry NUMBER     send it again\n"
                       "  discard NUMBER   throw it away for good; needs --yes\n"
                       "  export FILE      all of it, as JSON\n"
                       "  --json           the list as JSON\n"),
     true, &make<KeptCommand>, true},
    {"conflicts", "conflicts [list|choose NUMBER mine|theirs|both] [--json]",
     QT_TRANSLATE_NOOP("cli", "Texts that were changed here and elsewhere: see and choose"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  list                both texts of each (the default)\n"
         "  choose NUMBER ...   mine: the one here; theirs: the platform's; both: one below the other\n"
         "  --json              the list as JSON\n"),
     true, &make<ConflictsCommand>, true},
    {"catalog", "catalog [--refresh] [--json]",
     QT_TRANSLATE_NOOP("cli", "List the courses of the learning platform"),
     QT_TRANSLATE_NOOP("cli",
                       "  --refresh   ask the platform first; without it, the list as last seen\n"
                       "  --json      the list as JSON\n"),
     true, &make<CatalogCommand>, true},
    {"enrol", "enrol COURSE", QT_TRANSLATE_NOOP("cli", "Enrol in a course of the platform"),
     QT_TRANSLATE_NOOP("cli", "COURSE is the id in `catalog`. Works without a network; sent later.\n"), true,
     &make<EnrolCommand>, true},
    {"leave", "leave COURSE", QT_TRANSLATE_NOOP("cli", "Leave a course of the platform"),
     QT_TRANSLATE_NOOP("cli", "Your work on it stays here. Works without a network; sent later.\n"), true,
     &make<LeaveCommand>, true},
    {"download", "download COURSE [--remove]",
     QT_TRANSLATE_NOOP("cli", "Download a course of the platform for offline use"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  --remove   take it from this computer; your work on it stays\n"
         "\n"
         "How far it is goes to standard error. Ctrl+C stops; the next time it goes on from there.\n"
         "\n"
         "Example: learning-studio download classic-5\n"),
     true, &make<DownloadCommand>, true},
    {"forum", "forum list|topics [FORUM]|read TOPIC|search WORD...|reply TOPIC [--json]",
     QT_TRANSLATE_NOOP("cli", "Read, search and answer in the forum, without a network too"),
     QT_TRANSLATE_NOOP(
         "cli",
         "  list             the forums, with what is unread\n"
         "  topics [FORUM]   topics of a forum (its number, name or slug) or of all; one of --unread,\n"
         "                   --bookmarked, --subscribed, --own\n"
         "  read TOPIC       its posts; --from N begins at the Nth, --mark-read marks those shown\n"
         "  search WORD...   words, \"words together\", in:topics|posts|lessons|exercises|code, by:NAME,\n"
         "                   forum:NAME, is:unread; without in:, topics and posts\n"
         "  reply TOPIC      from --file FILE or standard input; goes out with the next sync\n"
         "  --json           as JSON\n"
         "\n"
         "Exit status: 0 done, 1 nothing found or locked, 5 no such forum or topic.\n"
         "\n"
         "Example: learning-studio forum search while by:mira is:unread\n"),
     true, &make<ForumCommand>},
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
        "start,\n"
        "8 no network, 9 sign in, 10 something waits to be sent.\n"));
    return help;
}

QString helpText(const CommandEntry &entry)
{
    return u"learning-studio %1\n\n%2.\n\n%3"_s.arg(QString::fromLatin1(entry.synopsis),
                                                    translated(entry.summary), translated(entry.details));
}

} // namespace studio::cli
