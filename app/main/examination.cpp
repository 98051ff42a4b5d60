#include "main/examination.h"

#include "main/core.h"
#include "text/sandbox_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace studio::app {

using namespace Qt::StringLiterals;
using cli::Finding;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("doctor", text);
}

Finding present(const QString &key, const QString &name, const QString &path)
{
    const bool there = QFileInfo::exists(path);
    return {there ? Finding::State::Good : Finding::State::Bad, key, name, path,
            there ? QString()
                  : sentence(QT_TRANSLATE_NOOP("doctor", "It is missing. Install the program again."))};
}

Finding python(Core &core)
{
    const auto info = core.runner().probe();
    const QString name = sentence(QT_TRANSLATE_NOOP("doctor", "Python"));
    if (!info) {
        return {Finding::State::Bad, u"python"_s, name, info.error().message,
                sentence(QT_TRANSLATE_NOOP(
                    "doctor",
                    "Programs and checks can't run. Install Python 3.11's library, or the program again."))};
    }
    return {Finding::State::Good, u"python"_s, name, u"%1 (%2)"_s.arg(info->version, info->home), {}};
}

Finding protection(Core &core)
{
    const SandboxReport report = core.runner().sandbox();
    const bool complete = report.isComplete();
    return {complete ? Finding::State::Good : Finding::State::Notice, u"protection"_s,
            sentence(QT_TRANSLATE_NOOP("doctor", "Protection from programs")), text::sandboxSummary(report),
            complete ? QString() : text::sandboxSentence(report)};
}

Finding work(Core &core)
{
    const QString name = sentence(QT_TRANSLATE_NOOP("doctor", "Your work"));
    const auto opened = core.work();
    if (opened) {
        const store::OpenReport &report = core.openReport();
        if (!report.damagedFile.isEmpty()) {
            return {Finding::State::Notice, u"work"_s, name, report.damagedFile,
                    sentence(QT_TRANSLATE_NOOP(
                        "doctor", "The file was damaged and set aside; the newest good backup is in use."))};
        }
        return {Finding::State::Good,
                u"work"_s,
                name,
                sentence(QT_TRANSLATE_NOOP("doctor", "opened and checked")),
                {}};
    }
    if (opened.error().code == ErrorCode::InUse) {
        return {Finding::State::Good,
                u"work"_s,
                name,
                sentence(QT_TRANSLATE_NOOP("doctor", "in use by the open window")),
                {}};
    }
    return {Finding::State::Bad, u"work"_s, name, opened.error().message,
            sentence(QT_TRANSLATE_NOOP("doctor",
                                       "Look at the folder's permissions and at the room on the disk."))};
}

Finding room(const Core &core)
{
    QDir folder(core.paths().data);
    while (!folder.exists() && folder.cdUp()) { // not made yet: what matters is the disk it will be on
    }
    const QStorageInfo storage(folder.path());
    const qint64 megabytes = storage.bytesAvailable() >> 20;
    const bool little = megabytes < 200;
    return {little ? Finding::State::Notice : Finding::State::Good, u"disk"_s,
            sentence(QT_TRANSLATE_NOOP("doctor", "Room on the disk")),
            sentence(QT_TRANSLATE_NOOP("doctor", "%1 MB")).arg(megabytes),
            little ? sentence(
                QT_TRANSLATE_NOOP("doctor", "There is little room left; what you write may not be saved."))
                   : QString()};
}

/// Not needed to run programs: the studio's own explanations remain.
Finding explanations(const Paths &paths)
{
    const QString library = paths.explanations();
    const bool there = QFileInfo::exists(library % u"/friendly_traceback"_s);
    return {there ? Finding::State::Good : Finding::State::Notice, u"explanations"_s,
            sentence(QT_TRANSLATE_NOOP("doctor", "Explanations of errors")), library,
            there ? QString()
                  : sentence(QT_TRANSLATE_NOOP(
                      "doctor",
                      "Part of it is missing: fewer errors are explained. Install the program again."))};
}

} // namespace

std::vector<Finding> examine(Core &core)
{
    const Paths &paths = core.paths();
    std::vector<Finding> findings = {
        {Finding::State::Good,
         u"version"_s,
         sentence(QT_TRANSLATE_NOOP("doctor", "Version")),
         QCoreApplication::applicationVersion(),
         {}},
        {Finding::State::Good, u"qt"_s, u"Qt"_s, QString::fromLatin1(qVersion()), {}},
        present(u"window"_s, sentence(QT_TRANSLATE_NOOP("doctor", "Window")), paths.window()),
        present(u"worker"_s, sentence(QT_TRANSLATE_NOOP("doctor", "Worker")), paths.worker()),
        python(core),
        explanations(paths),
        protection(core),
        present(u"viewer"_s, sentence(QT_TRANSLATE_NOOP("doctor", "Lesson viewer")),
                paths.share % u"/lesson-viewer/viewer.js"_s),
        present(u"themes"_s, sentence(QT_TRANSLATE_NOOP("doctor", "Themes")),
                paths.share % u"/themes/light.json"_s),
        {Finding::State::Good,
         u"data"_s,
         sentence(QT_TRANSLATE_NOOP("doctor", "Folder of your work")),
         paths.data,
         {}},
        work(core),
        room(core),
    };
    const auto courses = core.courses().courses();
    findings.push_back(
        {courses.empty() ? Finding::State::Notice : Finding::State::Good, u"courses"_s,
         sentence(QT_TRANSLATE_NOOP("doctor", "Courses")), QString::number(courses.size()),
         courses.empty() ? sentence(QT_TRANSLATE_NOOP("doctor", "Add a course folder on the page Courses."))
                         : QString()});
    return findings;
}

} // namespace studio::app
