#include "forum_scenes.h"

#include "domain/ports/forum_copy.h"
#include "main/core.h"
#include "main/paths.h"
#include "main/system_clock.h"
#include "store/open_work_store.h"
#include "store/profiles.h"
#include "support/pilot.h"
#include "ui/forum/question_wizard.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "platform_scenes.h"

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLoops = 11;
constexpr qint64 kLists = 12;
constexpr qint64 kShow = 13;
constexpr qint64 kTopic = 101;

struct Said
{
    QString by;
    QString text;
};

struct Discussion
{
    qint64 id = 0;
    qint64 forumId = 0;
    QString subject;
    std::vector<Said> posts;
    int hoursAgo = 1;
    bool pinned = false;
    bool locked = false;
};

ForumUser user(const QString &name)
{
    static const QStringList names = {u"ada"_s, u"Mira"_s, u"Tomás"_s, u"Grace Teacher"_s, u"Jun"_s};
    ForumUser made;
    made.id = 7 + qMax<qsizetype>(0, names.indexOf(name));
    made.name = name;
    made.trustLevel = name == "Grace Teacher"_L1 ? 4 : 1;
    made.staff = name == "Grace Teacher"_L1;
    return made;
}

std::vector<ForumInfo> forums()
{
    const auto make = [](qint64 id, const QString &name, bool category = false) {
        ForumInfo info;
        info.id = id;
        info.name = name;
        info.isCategory = category;
        info.categoryId = category ? 0 : 1;
        return info;
    };
    return {make(1, u"Learning Python"_s, true), make(kLoops, u"Loops and conditions"_s),
            make(kLists, u"Lists and dictionaries"_s), make(kShow, u"Show what you made"_s)};
}

std::vector<Discussion> discussions()
{
    return {
        {kTopic,
         kLists,
         u"Why is the second largest the largest again?"_s,
         {{u"Mira"_s,
           u"About the exercise [Second largest](studio:exercise/first-steps/second-largest)\n\n**What I tried**\n\nI sort the numbers and take the last but one. With `[3, 9, 5]` it works, with two nines it does not:\n\n```python\ndef second_largest(numbers):\n    ordered = sorted(numbers)\n    return ordered[-2]\n\n\nprint(second_largest([9, 3, 9]))\n```\n\n**What I expected**\n\n```text\n3\n```\n\n**What happened**\n\n```text\n9\n```"_s},
          {u"Tomás"_s,
           u"> **Mira** wrote:\n> with two nines it does not\n\nBoth nines are still in the list. Which type of Python keeps each value only *once*?"_s},
          {u"Mira"_s, u"A `set`! Then `sorted` gives a list again. Thank you."_s},
          {u"Grace Teacher"_s,
           u"Well found. Have a look at what happens with an **empty** list, too:\n\n| numbers | result |\n|---|---|\n| `[]` | `None` |\n| `[4]` | `None` |"_s}},
         1},
        {102,
         kLoops,
         u"range(10) stops at 9, why?"_s,
         {{u"Jun"_s, u"I wanted the numbers up to 10, but `range(10)` ends at 9."_s},
          {u"Tomás"_s, u"It gives ten numbers, and begins with 0. Try `range(1, 11)`."_s}},
         5},
        {103,
         kLists,
         u"Sorting a list changes the other one too"_s,
         {{u"Tomás"_s, u"`b = a` and then `b.sort()`: why is `a` sorted as well?"_s},
          {u"Mira"_s, u"Both names mean the same list. `b = sorted(a)` makes a new one."_s}},
         26},
        {104,
         kLoops,
         u"ValueError: invalid literal for int() when I read a number"_s,
         {{u"Mira"_s,
           u"```python\nage = int(input(\"How old? \"))\n```\nends with `ValueError: invalid literal for int() with base 10: ''`."_s},
          {u"Grace Teacher"_s, u"The line was empty. Look at it before you turn it into a number."_s}},
         50},
        {105, kShow, u"A clock that draws itself with turtle"_s, {{u"Jun"_s, u"My first drawing!"_s}}, 80},
        {106,
         kLoops,
         u"How to ask so that you get an answer"_s,
         {{u"Grace Teacher"_s, u"Say what you tried, show the smallest code, and say what happened."_s}},
         900,
         true,
         true},
    };
}

bool put(ForumCopy &copy, const Discussion &discussion)
{
    const QDateTime last = QDateTime::currentDateTimeUtc().addSecs(-3600LL * discussion.hoursAgo);
    ForumTopic topic;
    topic.id = discussion.id;
    topic.forumId = discussion.forumId;
    topic.subject = discussion.subject;
    topic.author = user(discussion.posts.front().by);
    topic.lastAuthor = user(discussion.posts.back().by);
    topic.createdUtc = last.addSecs(-7200);
    topic.updatedUtc = last;
    topic.lastPostUtc = last;
    topic.posts = static_cast<int>(discussion.posts.size());
    topic.views = 12 * topic.posts;
    topic.pinned = discussion.pinned;
    topic.locked = discussion.locked;
    std::vector<ForumPost> posts;
    for (std::size_t i = 0; i < discussion.posts.size(); ++i) {
        ForumPost post;
        post.id = discussion.id * 100 + static_cast<qint64>(i);
        post.topicId = discussion.id;
        post.position = static_cast<int>(i) + 1;
        post.head = i == 0;
        post.author = user(discussion.posts[i].by);
        post.text = discussion.posts[i].text;
        post.createdUtc = last.addSecs(-600 * static_cast<qint64>(discussion.posts.size() - 1 - i));
        post.updatedUtc = post.createdUtc;
        posts.push_back(post);
    }
    return copy.putTopics({topic}) && copy.putPosts(topic.id, posts, false)
        && copy.setComplete(topic.id, last);
}

bool draw(Pilot &pilot, const QString &path)
{
    QTest::qWait(900); // the engine paints a moment after it has what it shows
    QWidget *front = QApplication::activeModalWidget();
    return front ? front->grab().save(path) : pilot.savePicture(path);
}

std::unique_ptr<FakePlatform> quietPlatform()
{
    auto platform = busyPlatform();
    platform->theWaiting.clear();
    platform->theKept.clear();
    platform->theConflicts.clear();
    platform->setStatus([](SyncStatus &status) {
        status = {};
        status.linked = true;
        status.lastSentUtc = QDateTime::currentDateTimeUtc().addSecs(-600);
    });
    return platform;
}

/// The wizard of the exercise page that is shown, with an answer that does not pass yet.
QWidget *openWizard(Pilot &pilot)
{
    if (!pilot.goTo({u"exercise"_s, u"first-steps"_s, u"second-largest"_s})) {
        return nullptr;
    }
    pilot.typeAnswer(u"def second_largest(numbers):\nreturn sorted(numbers)[-2]"_s); // the editor indents
    if (!pilot.check()) {
        return nullptr;
    }
    pilot.window().page()->findChild<QAction *>(u"askAction"_s)->trigger();
    const auto *front = qobject_cast<ui::QuestionWizard *>(QApplication::activeModalWidget());
    pilot.waitFor(
        [&front] {
            front = qobject_cast<ui::QuestionWizard *>(QApplication::activeModalWidget());
            return front && front->isReady();
        },
        u"the wizard"_s);
    return QApplication::activeModalWidget();
}

bool drawWizard(Pilot &pilot, const std::function<QString(const QString &)> &picture, bool full)
{
    QWidget *wizard = openWizard(pilot);
    if (!wizard) {
        return false;
    }
    auto *next = wizard->findChild<QPushButton *>(u"wizardNext"_s);
    if (!full) {
        const bool drawn = draw(pilot, picture(u"wizard-empty"_s));
        wizard->close();
        return drawn;
    }
    wizard->findChild<QPlainTextEdit *>(u"wizardTried"_s)
        ->setPlainText(
            u"I sort the numbers and take the last but one. Why is the same number there twice?"_s);
    next->click();
    if (!draw(pilot, picture(u"wizard-code"_s))) {
        return false;
    }
    next->click();
    next->click();
    const auto *similar = wizard->findChild<QListWidget *>(u"wizardSimilar"_s);
    if (!pilot.waitFor([similar] { return similar->isVisible() && similar->count() > 0; },
                       u"similar topics"_s)
        || !draw(pilot, picture(u"wizard-similar"_s))) {
        return false;
    }
    next->click();
    wizard->findChild<QComboBox *>(u"wizardForum"_s)->setCurrentIndex(2);
    QTest::qWait(1500);
    const bool drawn = draw(pilot, picture(u"wizard-preview"_s));
    wizard->close();
    return drawn;
}

bool drawSearch(Pilot &pilot, const QString &path, const QString &typed)
{
    auto *action = pilot.window().findChild<QAction *>(u"searchAction"_s);
    if (!action) {
        return false;
    }
    action->trigger();
    QTest::qWait(200);
    QTest::keyClicks(QApplication::focusWidget(), typed);
    QTest::qWait(600);
    const bool drawn = draw(pilot, path);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    return drawn;
}

bool drawEmpty(Pilot &pilot, const std::function<QString(const QString &)> &picture)
{
    return pilot.goTo({u"forum"_s, {}, {}}) && draw(pilot, picture(u"forum-empty"_s))
        && drawSearch(pilot, picture(u"search-empty"_s), u"zebra"_s) && drawWizard(pilot, picture, false);
}

bool drawFull(Pilot &pilot, const std::function<QString(const QString &)> &picture)
{
    if (!pilot.goTo({u"forum"_s, {}, u"topic/%1"_s.arg(kTopic)})) {
        return false;
    }
    QTest::qWait(2500);
    if (!draw(pilot, picture(u"forum-reader"_s))
        || !drawSearch(pilot, picture(u"search"_s), u"second largest"_s)
        || !pilot.goTo({u"forum"_s, {}, u"write/%1"_s.arg(kLists)})) {
        return false;
    }
    QTest::qWait(400);
    pilot.window().page()->findChild<QLineEdit *>(u"composerSubject"_s)->setText(u"What is a tuple for?"_s);
    pilot.window()
        .page()
        ->findChild<QPlainTextEdit *>(u"composerText"_s)
        ->setPlainText(
            u"I can do all of this with a list:\n\n```python\npoint = (3, 4)\nx, y = point\n```\n\nWhen is a **tuple** the better choice?"_s);
    pilot.window().page()->findChild<QToolButton *>(u"composerPreview"_s)->setChecked(true);
    QTest::qWait(1500);
    return draw(pilot, picture(u"forum-writer"_s)) && drawWizard(pilot, picture, true);
}

} // namespace

bool fillForum(const QString &dataDir)
{
    const app::SystemClock clock;
    const auto folder = store::profileFolder(app::findPaths(dataDir).data, store::defaultProfileId());
    if (!folder) {
        return false;
    }
    auto opened = store::openWorkStore(*folder, clock);
    if (!opened) {
        return false;
    }
    ForumCopy &copy = *opened->forumCopy;
    bool done = copy.setOwnUser(7) && copy.putForums(forums());
    for (const Discussion &each : discussions()) {
        done = done && put(copy, each);
    }
    return done;
}

bool drawForum(const QString &dataDir, const QString &into, const QString &theme)
{
    const auto picture = [&](const QString &name) { return u"%1/%2-%3.png"_s.arg(into, name, theme); };
    {
        Pilot pilot(dataDir, quietPlatform(), true);
        pilot.window().resize(1440, 900);
        if (!drawEmpty(pilot, picture)) {
            return false;
        }
    }
    if (!fillForum(dataDir)) {
        return false;
    }
    Pilot pilot(dataDir, quietPlatform(), true);
    pilot.window().resize(1440, 900);
    return drawFull(pilot, picture);
}

} // namespace studio::test
