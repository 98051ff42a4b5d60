#include "cli/doctor_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QString stateName(Finding::State state)
{
    switch (state) {
    case Finding::State::Good:
        return u"good"_s;
    case Finding::State::Notice:
        return u"notice"_s;
    case Finding::State::Bad:
        return u"bad"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void DoctorCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 0, 0);
    if (!options) {
        printError(options.error().message);
        return finishLater(kUsage);
    }
    const std::vector<Finding> findings = environment().examine();
    const auto bad = std::count_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.state == Finding::State::Bad;
    });
    if (options->has(u"json"_s)) {
        QJsonArray list;
        for (const Finding &finding : findings) {
            list.append(QJsonObject{{u"key"_s, finding.key},
                                    {u"state"_s, stateName(finding.state)},
                                    {u"value"_s, finding.value},
                                    {u"advice"_s, finding.advice}});
        }
        printJson(QJsonDocument(QJsonObject{{u"well"_s, bad == 0}, {u"findings"_s, list}}).toJson());
    } else {
        for (const Finding &finding : findings) {
            const QString mark = finding.state == Finding::State::Good ? tr("ok   ")
                : finding.state == Finding::State::Notice              ? tr("note ")
                                                                       : tr("BAD  ");
            print(u"%1 %2: %3"_s.arg(mark, finding.name, finding.value));
            if (!finding.advice.isEmpty()) {
                print(u"      "_s % finding.advice);
            }
        }
        print(bad == 0 ? tr("All is well.") : tr("Things that need you: %1.").arg(bad));
    }
    finishLater(bad == 0 ? kDone : kNotPassed);
}

} // namespace studio::cli
