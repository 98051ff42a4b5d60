// studio-tour: shows the main job on whatever screen there is, with the real window.
//   studio-tour demonstrate --into FOLDER   reads, answers wrong and right, prints what it sees, saves a
//   picture studio-tour screenshots --into FOLDER   draws every place, light and dark

#include "editor/widget/code_editor.h"
#include "main/paths.h"
#include "main/translations.h"
#include "support/pilot.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include "forum_scenes.h"
#include "platform_scenes.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCourse = u"first-steps"_s;

void say(const QString &text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

int giveUp(const Pilot &pilot)
{
    say(u"It did not work: waited in vain for %1."_s.arg(pilot.failure()));
    return 1;
}

int demonstrate(const QString &into)
{
    const QTemporaryDir data;
    Pilot pilot(data.path());
    pilot.window().resize(1440, 900);
    if (!pilot.goTo({u"lesson"_s, kCourse, u"hello"_s}) || !pilot.waitForLesson()) {
        return giveUp(pilot);
    }
    say(u"Lesson: %1"_s.arg(pilot.pageTitle()));
    if (!pilot.goTo({u"exercise"_s, kCourse, u"hello-world"_s})) {
        return giveUp(pilot);
    }
    say(u"Exercise: %1"_s.arg(pilot.pageTitle()));
    for (const QString &answer :
         {u"print(\"Good evening!\")"_s, u"print(\"Good evening!\")\nprint(\"The shop is closed.\")"_s}) {
        pilot.typeAnswer(answer);
        if (!pilot.check()) {
            return giveUp(pilot);
        }
        say(u"  answer: %1"_s.arg(QString(answer).replace(u'\n', u"; "_s)));
        say(u"  verdict: %1"_s.arg(pilot.verdict()));
    }
    const auto work = pilot.core().work();
    auto reading = (*work)->courseProgress(kCourse);
    if (!pilot.waitFor([&] { return reading.isFinished(); }, u"the progress"_s)) {
        return giveUp(pilot);
    }
    const ExerciseProgress progress = reading.result()->exercises.value(u"hello-world"_s);
    say(u"Progress: %1 after %2 attempts"_s.arg(progress.passed ? u"passed"_s : u"not passed"_s)
            .arg(progress.attempts));
    QDir().mkpath(into);
    const QString picture = QDir(into).absoluteFilePath(u"exercise-passed.png"_s);
    if (!pilot.savePicture(picture)) {
        return 1;
    }
    say(u"Picture: %1"_s.arg(picture));
    return progress.passed ? 0 : 1;
}

bool drawAll(Pilot &pilot, const QString &into, const QString &theme)
{
    const auto draw
        = [&](const QString &name) { return pilot.savePicture(u"%1/%2-%3.png"_s.arg(into, name, theme)); };
    const auto place = [&](const QString &page, const QString &item = {}) {
        const bool inCourse = page == "lesson"_L1 || page == "exercise"_L1 || page == "course"_L1;
        return pilot.goTo({page, inCourse ? kCourse : QString(), item});
    };
    if (!place(u"settings"_s) || !draw(u"settings"_s)) {
        return false;
    }
    if (!place(u"lesson"_s, u"for"_s) || !pilot.waitForLesson() || !draw(u"lesson"_s)) {
        return false;
    }
    if (!place(u"exercise"_s, u"second-largest"_s)) {
        return false;
    }
    pilot.editor()->replaceText(
        u"def second_largest(numbers):\n    \"\"\"Return the second largest value, or None.\"\"\"\n    ordered = sorted(numbers)\n    if len(ordered) < 2:\n        return None\n    return ordered[-2]\n\n\nprint(second_largest([3, 9, 5]))\n"_s);
    if (!pilot.check() || !draw(u"exercise"_s)) {
        return false;
    }
    pilot.editor()->replaceText(
        pilot.editor()->text().replace(u"sorted(numbers)"_s, u"sorted(set(numbers))"_s));
    if (!pilot.check() || !draw(u"exercise-passed"_s)) {
        return false;
    }
    if (!place(u"playground"_s)) {
        return false;
    }
    // Pasted, as by a person: what a program puts into the editor is not the person's text, and not saved.
    QGuiApplication::clipboard()->setText(
        u"def longest(items):\n    found = \"\"\n    for word in items:\n        if len(word) > len(found):\n            found = word\n    return found\n\n\nwords = [\"fig\", \"pear\", \"kiwi\", \"plum\"]\nprint(\"longest:\", longest(words))\n"_s);
    QTest::keyClick(pilot.editor()->textWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(pilot.editor()->textWidget(), Qt::Key_V, Qt::ControlModifier);
    return pilot.run() && draw(u"playground"_s) && place(u"courses"_s) && draw(u"courses"_s)
        && place(u"course"_s) && QTest::qWaitFor([] { return false; }, 300) == false && draw(u"course"_s)
        && place(u"home"_s) && draw(u"home"_s);
}

/// What a person would have set before: read at the start of the window.
bool prepare(const QString &data, const QString &theme)
{
    Pilot pilot(data);
    const auto work = pilot.core().work();
    (*work)->saveSetting(u"appearance.theme"_s, u"[\"%1\"]"_s.arg(theme).toUtf8());
    (*work)->renameProfile(u"Ada K"_s);
    auto written = (*work)->flush();
    return pilot.waitFor([&] { return written.isFinished(); }, u"the theme"_s);
}

/// Only the pages of the platform: quick, for looking at them.
int platformScreenshots(const QString &into)
{
    QDir().mkpath(into);
    const QTemporaryDir data;
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        if (!prepare(data.path(), theme) || !drawPlatform(data.path(), into, theme)) {
            return 1;
        }
        say(u"Drawn: %1"_s.arg(theme));
    }
    return 0;
}

/// Only the forum: with a work of its own, so that it is empty at first.
int forumScreenshots(const QString &into)
{
    QDir().mkpath(into);
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        const QTemporaryDir data;
        if (!prepare(data.path(), theme) || !drawForum(data.path(), into, theme)) {
            say(u"The forum could not be drawn."_s);
            return 1;
        }
        say(u"Drawn: the forum, %1"_s.arg(theme));
    }
    return 0;
}

int screenshots(const QString &into)
{
    QDir().mkpath(into);
    const QTemporaryDir data;
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        if (!prepare(data.path(), theme)) {
            return 1;
        }
        {
            Pilot pilot(data.path());
            pilot.window().resize(1440, 900);
            if (!drawAll(pilot, into, theme)) {
                return giveUp(pilot);
            }
        }
        if (!drawPlatform(data.path(), into, theme)) {
            say(u"The pages of the platform could not be drawn."_s);
            return 1;
        }
        say(u"Drawn: %1"_s.arg(theme));
    }
    return forumScreenshots(into);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(STUDIO_VERSION));
    const QStringList words = QApplication::arguments();
    const qsizetype into = words.indexOf(u"--into"_s);
    const QString folder = into > 0 ? words.value(into + 1) : QString();
    const QString what = words.value(1);
    if (folder.isEmpty()
        || (what != "demonstrate"_L1 && what != "screenshots"_L1 && what != "platform-screenshots"_L1
            && what != "forum-screenshots"_L1)) {
        std::fputs(
            "studio-tour demonstrate|screenshots|platform-screenshots|forum-screenshots --into FOLDER\n",
            stderr);
        return 2;
    }
    app::loadTranslations(app::findPaths(folder).share);
    if (what == "forum-screenshots"_L1) {
        return forumScreenshots(folder);
    }
    if (what == "platform-screenshots"_L1) {
        return platformScreenshots(folder);
    }
    return what == "demonstrate"_L1 ? demonstrate(folder) : screenshots(folder);
}
