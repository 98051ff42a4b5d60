#include "cli/platform/catalogue_commands.h"

#include "cli/options.h"
#include "cli/platform/sync_json.h"
#include "text/catalogue_words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace studio::cli {

using namespace Qt::StringLiterals;

void CatalogCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"json"_s, false}, {u"refresh"_s, false}}, 0, 0);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const bool json = options->has(u"json"_s);
    if (!options->has(u"refresh"_s) && !platform->catalogue().empty()) {
        return list(json);
    }
    after(platform->refreshCatalogue(), [this, json] { list(json); });
}

void CatalogCommand::list(bool json)
{
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const auto courses = platform->catalogue();
    if (json) {
        QJsonArray all;
        for (const CatalogueCourse &each : courses) {
            all.append(toJson(each));
        }
        printJson(QJsonDocument(all).toJson());
        return finishLater(kDone);
    }
    if (courses.empty()) {
        print(tr("The platform offers no courses."));
    }
    for (const CatalogueCourse &each : courses) {
        print(u"%1  %2"_s.arg(each.id, -14).arg(each.title));
        QStringList facts
            = {text::describeFacts(each), text::describeState(each), text::describeMissing(each)};
        facts.removeAll(QString());
        for (const QString &fact : std::as_const(facts)) {
            print(u"%1  %2"_s.arg(QString(), -14).arg(fact));
        }
    }
    finishLater(kDone);
}

void WishCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {}, 1, 1);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    const QString id = options->positional().first();
    after(wish(*platform, id), [this, platform, id] {
        for (const CatalogueCourse &each : platform->catalogue()) {
            if (each.id == id) {
                print(u"%1: %2"_s.arg(each.title, text::describeState(each)));
            }
        }
        finishLater(kDone);
    });
}

QFuture<Result<>> EnrolCommand::wish(Platform &platform, const QString &courseId)
{
    return platform.enrol(courseId);
}

QFuture<Result<>> LeaveCommand::wish(Platform &platform, const QString &courseId)
{
    return platform.leave(courseId);
}

void DownloadCommand::start(const QStringList &arguments)
{
    const auto options = parseOptions(arguments, {{u"remove"_s, false}}, 1, 1);
    if (!options) {
        return endUsage(options.error().message);
    }
    Platform *platform = this->platform();
    if (!platform) {
        return;
    }
    m_courseId = options->positional().first();
    if (options->has(u"remove"_s)) {
        return after(platform->removeDownload(m_courseId), [this] {
            print(tr("Removed. Your work on it stays."));
            finishLater(kDone);
        });
    }
    m_running = true;
    connect(platform, &Platform::catalogueChanged, this, &DownloadCommand::tellProgress);
    whenDone(platform->download(m_courseId), this, [this](const Result<> &done) {
        m_running = false;
        if (!done) {
            return endWrongly(done.error());
        }
        print(tr("%1 is on this computer.").arg(m_courseId));
        finishLater(kDone);
    });
}

void DownloadCommand::tellProgress()
{
    const auto found = environment().platform();
    if (!m_running || !found || !*found) {
        return;
    }
    for (const CatalogueCourse &each : (*found)->catalogue()) {
        if (each.id != m_courseId || each.download != DownloadState::Running) {
            continue;
        }
        const QString words = text::describeProgress(each);
        if (words != m_told) { // whole per cents: a line for each step, not for each piece
            io().err(words.toUtf8() + '\n');
            m_told = words;
        }
    }
}

void DownloadCommand::interrupt()
{
    const auto found = environment().platform ? environment().platform()
                                              : Result<Platform *>(fail(ErrorCode::NotFound, {}));
    if (m_running && found && *found) {
        (*found)->cancelDownload(m_courseId);
    } else {
        PlatformCommand::interrupt();
    }
}

} // namespace studio::cli
