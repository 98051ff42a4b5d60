#include "cli/command_line.h"

#include "cli/command_table.h"

#include <QCoreApplication>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

/// Takes `--name VALUE` or `--name=VALUE` out of the words; an empty string with ok == false when its value
/// is missing.
struct Taken
{
    bool ok = true;
    QString value;
};

Taken take(QStringList &words, const QString &name)
{
    const qsizetype end = words.indexOf(u"--"_s) < 0 ? words.size() : words.indexOf(u"--"_s);
    for (qsizetype i = 0; i < end; ++i) {
        if (words[i] == name) {
            if (i + 1 >= end) {
                return {false, {}};
            }
            const QString value = words[i + 1];
            words.remove(i, 2);
            return {!value.isEmpty(), value};
        }
        if (words[i].startsWith(name % u'=')) {
            const QString value = words.takeAt(i).section(u'=', 1);
            return {!value.isEmpty(), value};
        }
    }
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &words)
{
    CommandLine line;
    QStringList rest = words;
    for (const auto &[name, target] :
         {std::pair(u"--data-dir"_s, &line.dataDir), std::pair(u"--profile"_s, &line.profile)}) {
        const Taken taken = take(rest, name);
        if (!taken.ok) {
            return fail(ErrorCode::InvalidData,
                        QCoreApplication::translate("cli", "A value is missing after %1.").arg(name));
        }
        *target = taken.value;
    }
    if (rest.isEmpty()) {
        return line;
    }
    const QString first = rest.takeFirst();
    if (first == "--version"_L1) {
        line.wish = CommandLine::Wish::Version;
        return line;
    }
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        line.wish = CommandLine::Wish::Help;
        line.command = findCommand(rest.value(0)) ? rest.value(0) : QString();
        return line;
    }
    if (!findCommand(first)) {
        const QString near = nearestCommand(first);
        return fail(
            ErrorCode::InvalidData,
            near.isEmpty()
                ? QCoreApplication::translate("cli", "There is no command \"%1\". Try --help.").arg(first)
                : QCoreApplication::translate("cli", "There is no command \"%1\". Did you mean \"%2\"?")
                      .arg(first, near));
    }
    line.command = first;
    const qsizetype programWords = rest.indexOf(u"--"_s);
    const QStringList own = programWords < 0 ? rest : rest.first(programWords);
    if (own.contains("--help"_L1) || own.contains("-h"_L1)) {
        line.wish = CommandLine::Wish::Help;
        return line;
    }
    line.wish = CommandLine::Wish::Command;
    line.arguments = rest;
    return line;
}

} // namespace studio::cli
