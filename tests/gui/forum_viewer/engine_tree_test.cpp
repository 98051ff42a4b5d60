// The tree that a screen reader gets from the engine itself.

#include <QAccessible>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "topic_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

void collect(QAccessibleInterface *node, QStringList &names, int depth)
{
    if (!node || !node->isValid() || depth > 60) {
        return;
    }
    names.append(node->text(QAccessible::Name));
    for (int i = 0; i < node->childCount(); ++i) {
        collect(node->child(i), names, depth + 1);
    }
}

} // namespace

TEST_CASE("the engine hands its tree of names to the screen reader")
{
    prepareEngine(true);
    QAccessible::setActive(true);
    std::vector<ForumPost> posts = {postOf(0, u"Some words."_s), postOf(1, u"Other words."_s)};
    posts[1].author.name = u"Tomás"_s;
    posts[1].unread = true;
    TopicRoom room(posts);
    QStringList names;
    const bool found = spinUntil(
        [&] {
            names.clear();
            collect(QAccessible::queryAccessibleInterface(&room.web()), names, 0);
            return !names.filter(u"post 2 of 2"_s).isEmpty();
        },
        8'000);
    INFO(names.join(u'\n').toStdString());
    REQUIRE(found);
    const QString time = room.js(u"document.querySelector('time').textContent"_s).toString();
    CHECK(names.contains(u"Tomás, %1, post 2 of 2, new"_s.arg(time)));
    CHECK(names.contains(u"Mira, %1, post 1 of 2"_s.arg(time)));
    for (const QString &name :
         {u"Why is the last item missing?"_s, u"Basics"_s, u"Some words."_s, u"1 new"_s, u"Reply"_s}) {
        INFO(name.toStdString());
        CHECK(names.contains(name));
    }
}
