#include "cli/options.h"

#include <QCoreApplication>

#include <algorithm>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments, const std::vector<Option> &known, int fewest,
                             int most)
{
    QHash<QString, QString> values;
    QStringList positional;
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == "--"_L1) {
            rest = arguments.mid(i + 1);
            break;
        }
        if (!word.startsWith("--"_L1)) {
            positional.append(word);
            continue;
        }
        const QString name = word.mid(2).section(u'=', 0, 0);
        const auto option = std::find_if(known.begin(), known.end(),
                                         [&name](const Option &each) { return each.name == name; });
        if (option == known.end()) {
            return fail(ErrorCode::InvalidData,
                        sentence(QT_TRANSLATE_NOOP(
                                     "cli", "There is no option %1 here. Add --help for those there are."))
                            .arg(word));
        }
        if (!option->takesValue) {
            values.insert(name, {});
        } else if (word.contains(u'=')) {
            values.insert(name, word.section(u'=', 1));
        } else if (i + 1 < arguments.size()) {
            values.insert(name, arguments[++i]);
        } else {
            return fail(ErrorCode::InvalidData,
                        sentence(QT_TRANSLATE_NOOP("cli", "A value is missing after %1.")).arg(word));
        }
    }
    if (positional.size() < fewest) {
        return fail(
            ErrorCode::InvalidData,
            sentence(QT_TRANSLATE_NOOP("cli", "Something is missing. Add --help to see what is needed.")));
    }
    if (positional.size() > most) {
        return fail(ErrorCode::InvalidData,
                    sentence(QT_TRANSLATE_NOOP(
                                 "cli", "\"%1\" is one word too many. Add --help to see what is needed."))
                        .arg(positional[most]));
    }
    return Options(std::move(values), std::move(positional), std::move(rest));
}

} // namespace studio::cli
