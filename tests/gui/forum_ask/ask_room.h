#pragma once

#include "content/forum/post_renderer.h"
#include "domain/ports/post_renderer.h"
#include "domain/ports/work_store.h"
#include "support/fake_platform.h"
#include "ui/common/icons.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/forum_web.h"
#include "ui/web/web_host.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

#include "lesson_room.h"
#include "paper_forum.h"

namespace studio::test {

/// Everything real but the forum's store, with one forum and one topic about an exercise.
struct AskRoom
{
    tests::LessonRoom room{tests::sampleCourse({})};
    PaperForum forum;
    FakePlatform platform;
    ui::WebHost host{tests::shareFolder()};
    ui::ForumWeb web{host};
    std::unique_ptr<PostRenderer> renderer
        = content::makePostRenderer([] { return QUrl(QString::fromLatin1("https://learn.example.org")); });
    std::unique_ptr<ui::ForumDesk> desk;
    QWidget window;

    explicit AskRoom(bool signedIn = true)
    {
        ui::setIconFolder(tests::shareFolder() + QString::fromLatin1("/icons"));
        ForumInfo category;
        category.id = 1;
        category.isCategory = true;
        category.name = QString::fromLatin1("Questions");
        ForumInfo basics;
        basics.id = 3;
        basics.categoryId = 1;
        basics.name = QString::fromLatin1("Basics");
        forum.theForums = {category, basics};
        if (signedIn) {
            Account account;
            account.username = QString::fromLatin1("ada");
            platform.theAccount = account;
        }
        desk = std::make_unique<ui::ForumDesk>(services());
        new QVBoxLayout(&window);
        window.resize(1200, 800);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window)); // keys go to an active window only
        wait([this] { return desk->known(); });
    }

    ui::Services services()
    {
        ui::Services all = room.services();
        all.platform = &platform;
        all.forum = &forum;
        return all;
    }

    ForumTopic addTopic(qint64 id, const QString &subject, const QString &exerciseId = {})
    {
        ForumTopic topic;
        topic.id = id;
        topic.forumId = 3;
        topic.subject = subject;
        topic.author.name = QString::fromLatin1("Mira");
        topic.posts = 2;
        topic.lastPostUtc = QDateTime::currentDateTimeUtc().addSecs(-600);
        if (!exerciseId.isEmpty()) {
            topic.courseId = QString::fromLatin1("sample");
            topic.exerciseId = exerciseId;
        }
        forum.theTopics.push_back(topic);
        return topic;
    }

    void wait(const std::function<bool()> &condition, int line = __builtin_LINE()) const
    {
        INFO("waiting in line " << line);
        REQUIRE(QTest::qWaitFor(condition, 15'000));
    }

    /// Where a key goes: a window manager gives the focus on a little later.
    static QWidget *focused()
    {
        REQUIRE(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, 10'000));
        return QApplication::focusWidget();
    }

    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focused(), key, modifiers);
    }

    static void type(const QString &text) { QTest::keyClicks(focused(), text); }
};

} // namespace studio::test
