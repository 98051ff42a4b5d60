#include "cli/platform/sync_commands.h"

#include "cli/options.h"
#include "cli/platform/sync_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

bool needsSignIn(SyncTrouble trouble)
{
    return trouble == SyncTrouble::SignInNeeded || trouble == SyncTrouble::WrongUser
        || trouble == SyncTrouble::AccountInactive;
}

bool isUnreachable(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::Offline:
    case SyncTrouble::Slow:
    case SyncTrouble::Portal:
    case SyncTrouble::Certificate:
    case SyncTrouble::ProxyPassword:
        return true;
    case SyncTrouble::None:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::Busy:
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
    case SyncTrouble::UpdateNeeded:
    case SyncTrouble::StorageFailed:
        return false;
    }
    Q_UNREACHABLE();
}

/// How a script sees this status: what stops everything first, then what is left.
int exitCodeFor(const SyncStatus &status)
{
    if (!status.linked || needsSignIn(status.trouble)) {
        return kSignInNeeded;
    }
    if (status.trouble == SyncTrouble::StorageFailed) {
        return kStorage;
    }
    if (isUnreachable(status.trouble)) {
        return kOffline;
    }
    if (status.waiting > 0) {
        return kWaitingLeft;
    }
    const bool needsPerson = status.kept > 0 || status.conflicts > 0 || status.question != SyncQuestion::None;
    return needsPerson || status.trouble != SyncTrouble::None ? kNotPassed : kDone;
}

QStringList sentences(const SyncStatus &status, const QDateTime &now)
{
    QStringList lines
        = {text::syncLine(status, now).text, text::describeTrouble(status, now),
           text::describeQuestion(status), text::describeClock(status), text::describeVault(status)};
    lines.removeAll(QString());
    return lines;
}

} // namespace

void SyncCommand::start(const QStringList &arguments)
{
    const auto options
        = parseOptions(arguments, {{u"json"_s, false}, {u"yes"_s, false}, {u"no"_s, false}}, 0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    const bool yes = options->has(u"yes"_s);
    const bool no = options->has(u"no"_s);
    if (yes && no) {
        return endUsage(tr("Say --yes or --no, not both."));
    }
    m_json = options->has(u"json"_s);
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    if (!platform->account()) {
        return endWrongly({ErrorCode::Unauthorized, {}});
    }
    if (!yes && !no) {
        return sync();
    }
    if (platform->status().question == SyncQuestion::None) {
        printError(tr("There is no question to answer."));
        return finishLater(kNotFound);
    }
    after(platform->answerQuestion(yes), [this] { sync(); });
}

void SyncCommand::sync()
{
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    whenDone(platform->syncNow(), this, [this, platform](const Result<SyncStatus> &done) {
        if (done) {
            return tell(*done);
        }
        // What stopped it is in the status too, with more to say than an error has.
        const SyncStatus status = platform->status();
        if (m_json || status.trouble != SyncTrouble::None) {
            tell(status);
        } else {
            endWrongly(done.error());
        }
    });
}

void SyncCommand::tell(const SyncStatus &status)
{
    if (m_json) {
        printJson(QJsonDocument(toJson(status)).toJson());
    } else {
        print(sentences(status, now()).join(u'\n'));
    }
    finishLater(exitCodeFor(status));
}

void StatusCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}, {u"report"_s, false}}, 0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    if (options->has(u"report"_s)) {
        after(platform->report(), [this](const QString &report) {
            print(report.trimmed());
            finishLater(kDone);
        });
        return;
    }
    after(platform->waiting(),
          [this, json = options->has(u"json"_s)](const std::vector<OutboxEntry> &waiting) {
              tell(waiting, json);
          });
}

void StatusCommand::tell(const std::vector<OutboxEntry> &waiting, bool json)
{
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const SyncStatus status = platform->status();
    const text::Titles names = titles();
    if (json) {
        QJsonObject all = toJson(status);
        QJsonArray list;
        for (const OutboxEntry &entry : waiting) {
            list.append(toJson(entry, text::describe(entry, names)));
        }
        all.insert(u"actions"_s, list);
        printJson(QJsonDocument(all).toJson());
        return finishLater(exitCodeFor(status));
    }
    if (!status.linked) {
        print(tr("This profile has no account; everything is kept on this computer."));
        return finishLater(exitCodeFor(status));
    }
    print(sentences(status, now()).join(u'\n'));
    for (const OutboxEntry &entry : waiting) {
        const QString tries = text::describeTries(entry);
        print(u"  "_s % text::describe(entry, names) % (tries.isEmpty() ? QString() : u" – "_s % tries));
    }
    if (status.kept > 0) {
        print(tr("Kept work: learning-studio kept"));
    }
    if (status.conflicts > 0) {
        print(tr("Two texts of one thing: learning-studio conflicts"));
    }
    if (status.question != SyncQuestion::None) {
        print(tr("To answer: learning-studio sync --yes, or --no"));
    }
    finishLater(exitCodeFor(status));
}

void KeptCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}, {u"yes"_s, false}}, 0, 2);
    if (!options) {
        return endUsage(options.error().message);
    }
    const QString word = options->positional().value(0, u"list"_s);
    const QString subject = options->positional().value(1);
    bool isNumber = false;
    const qint64 seq = subject.toLongLong(&isNumber);
    const bool list = word == "list"_L1 && subject.isEmpty();
    const bool discard = word == "discard"_L1 && isNumber;
    const bool retry = word == "retry"_L1 && isNumber;
    const bool save = word == "export"_L1 && !subject.isEmpty();
    if (!list && !discard && !retry && !save) {
        return endUsage(tr("Say what to do: kept list, kept retry NUMBER, kept discard NUMBER --yes, or kept "
                           "export FILE."));
    }
    if (discard && !options->has(u"yes"_s)) {
        return endUsage(tr("This throws the kept work %1 away for good. To do so, add --yes.").arg(seq));
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const auto say = [this](const QString &text) {
        return [this, text] {
            print(text);
            finishLater(kDone);
        };
    };
    if (retry) {
        return after(platform->retryKept(seq), say(tr("It waits to be sent again.")));
    }
    if (discard) {
        return after(platform->discardKept(seq), say(tr("It is gone.")));
    }
    if (save) {
        const QString path = absolutePath(subject);
        return after(platform->exportKept(path), say(tr("Saved to %1.").arg(path)));
    }
    after(platform->kept(), [this, json = options->has(u"json"_s)](const std::vector<KeptWork> &kept) {
        this->list(kept, json);
    });
}

void KeptCommand::list(const std::vector<KeptWork> &kept, bool json)
{
    const text::Titles names = titles();
    QJsonArray all;
    for (const KeptWork &each : kept) {
        const QString words = text::describe(each.entry, names);
        if (json) {
            all.append(toJson(each, words));
        } else {
            print(u"%1  %2"_s.arg(each.entry.seq, 6).arg(words));
            print(u"%1  %2"_s.arg(QString(), 6).arg(text::describeReason(each)));
        }
    }
    if (json) {
        printJson(QJsonDocument(all).toJson());
    } else if (kept.empty()) {
        print(tr("Nothing is kept: the platform has refused nothing."));
    }
    finishLater(kDone);
}

void ConflictsCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}}, 0, 3);
    if (!options) {
        return endUsage(options.error().message);
    }
    const QStringList words = options->positional();
    const QString verb = words.value(0, u"list"_s);
    bool isNumber = false;
    const qint64 id = words.value(1).toLongLong(&isNumber);
    const QString wanted = words.value(2);
    const auto choice = wanted == "mine"_L1 ? std::optional(ConflictChoice::Mine)
        : wanted == "theirs"_L1             ? std::optional(ConflictChoice::Theirs)
        : wanted == "both"_L1               ? std::optional(ConflictChoice::Both)
                                            : std::nullopt;
    const bool isList = verb == "list"_L1 && words.size() < 2;
    if (!isList && !(verb == "choose"_L1 && isNumber && choice)) {
        return endUsage(tr("Say what to do: conflicts list, or conflicts choose NUMBER mine|theirs|both."));
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    if (!isList) {
        return after(platform->resolveConflict(id, *choice), [this] {
            print(tr("Done. It goes out by itself."));
            finishLater(kDone);
        });
    }
    after(platform->conflicts(),
          [this, json = options->has(u"json"_s)](const std::vector<SyncConflict> &all) { list(all, json); });
}

void ConflictsCommand::list(const std::vector<SyncConflict> &conflicts, bool json)
{
    const text::Titles names = titles();
    QJsonArray all;
    for (const SyncConflict &each : conflicts) {
        if (json) {
            all.append(toJson(each));
            continue;
        }
        const auto side = [this](const QString &title, const QDateTime &when, const QString &text) {
            print(when.isValid() ? u"%1 (%2):"_s.arg(title, text::pointInTime(when, now())) : title % u':');
            const QStringList lines = text.split(u'\n');
            for (const QString &line : lines) {
                print(u"    "_s % line);
            }
        };
        print(u"%1  %2"_s.arg(each.id).arg(text::describe(each, names)));
        side(tr("  Here"), each.mineUtc, each.mine);
        side(tr("  On the platform"), each.theirsUtc, each.theirs);
    }
    if (json) {
        printJson(QJsonDocument(all).toJson());
    } else if (conflicts.empty()) {
        print(tr("There is nothing to choose."));
    }
    finishLater(kDone);
}

} // namespace studio::cli
