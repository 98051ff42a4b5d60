#include "sync/engine/push_queue.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

OutboxEntry entry(qint64 seq, OperationKind kind, const QString &lane, const QString &course = u"classic-1"_s)
{
    OutboxEntry made;
    made.seq = seq;
    made.kind = kind;
    made.lane = lane;
    made.courseId = course;
    return made;
}

bool always(const QString &)
{
    return true;
}

} // namespace

TEST_CASE("A lane has one entry under way, in order", "[sync]")
{
    PushQueue queue(
        {entry(1, OperationKind::Position, u"lesson/1"_s), entry(2, OperationKind::Complete, u"lesson/1"_s)});
    const auto first = queue.next(always);
    REQUIRE(first);
    CHECK(first->seq == 1);
    CHECK_FALSE(queue.next(always));
    queue.finished(*first);
    CHECK(queue.next(always)->seq == 2);
}

TEST_CASE("What matters goes first, and one submission at a time", "[sync]")
{
    PushQueue queue({entry(1, OperationKind::Position, u"lesson/1"_s),
                     entry(2, OperationKind::Submit, u"exercise/classic/1"_s),
                     entry(3, OperationKind::Submit, u"exercise/classic/2"_s),
                     entry(4, OperationKind::Complete, u"lesson/2"_s)});
    CHECK(queue.next(always)->seq == 4);
    const auto submit = queue.next(always);
    CHECK(submit->seq == 2);
    CHECK(queue.next(always)->seq == 1);
    CHECK_FALSE(queue.next(always));
    queue.finished(*submit);
    CHECK(queue.next(always)->seq == 3);
}

TEST_CASE("A course is joined before its lessons are completed, and left after", "[sync]")
{
    PushQueue queue({entry(1, OperationKind::Complete, u"lesson/1"_s),
                     entry(2, OperationKind::Enrol, u"course/classic-1"_s)});
    const auto enrol = queue.next(always);
    CHECK(enrol->kind == OperationKind::Enrol);
    CHECK_FALSE(queue.next(always));
    queue.finished(*enrol);
    CHECK(queue.next(always)->kind == OperationKind::Complete);

    PushQueue leaving({entry(1, OperationKind::Complete, u"lesson/1"_s),
                       entry(2, OperationKind::Leave, u"course/classic-1"_s)});
    const auto complete = leaving.next(always);
    CHECK(complete->kind == OperationKind::Complete);
    CHECK_FALSE(leaving.next(always));
    leaving.blocked(*complete);
    CHECK(leaving.next(always)->kind == OperationKind::Leave); // what is stuck holds nobody up
}

TEST_CASE("A lane that is not due is left alone", "[sync]")
{
    PushQueue queue(
        {entry(1, OperationKind::Bookmark, u"lesson/1"_s), entry(2, OperationKind::Bookmark, u"lesson/2"_s)});
    const auto isDue = [](const QString &lane) { return lane == u"lesson/2"_s; };
    CHECK(queue.next(isDue)->seq == 2);
    CHECK_FALSE(queue.next(isDue));
}

TEST_CASE("A lane that turns out not to be due holds nobody up", "[sync]")
{
    PushQueue queue({entry(1, OperationKind::Bookmark, u"lesson/1"_s),
                     entry(2, OperationKind::Complete, u"lesson/2"_s, u"classic-2"_s),
                     entry(3, OperationKind::Leave, u"course/classic-1"_s)});
    // The course's leaving is looked at before the bookmark, for which it would wait.
    const auto isDue = [](const QString &lane) { return lane != u"lesson/1"_s; };
    const auto complete = queue.next(isDue);
    CHECK(complete->seq == 2);
    queue.finished(*complete);
    CHECK(queue.next(isDue)->kind == OperationKind::Leave);
    CHECK_FALSE(queue.next(isDue));
}
