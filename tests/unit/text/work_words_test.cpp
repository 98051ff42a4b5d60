#include "text/sync_words.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::text;
using namespace Qt::StringLiterals;

namespace {

const Titles kTitles{
    [](const QString &course) { return course == u"classic-5"_s ? u"Loops"_s : QString(); },
    [](const QString &, const QString &item) { return item == u"lesson-17"_s ? u"Loops 2"_s : QString(); }};

OutboxEntry entry(OperationKind kind, const QByteArray &body = "{}", const QString &item = u"lesson-17"_s)
{
    OutboxEntry made;
    made.kind = kind;
    made.courseId = u"classic-5"_s;
    made.itemId = item;
    made.body = body;
    return made;
}

} // namespace

TEST_CASE("What waits is told as the person did it", "[text]")
{
    const std::vector<std::pair<OutboxEntry, const char *>> rows = {
        {entry(OperationKind::Enrol, "{}", {}), "Course “Loops” begun"},
        {entry(OperationKind::Leave, "{}", {}), "Course “Loops” left"},
        {entry(OperationKind::Complete), "Lesson “Loops 2” finished"},
        {entry(OperationKind::Position, R"({"position":455})"), "Where you are in “Loops 2”: 46 %"},
        {entry(OperationKind::Position), "Where you are in “Loops 2”"},
        {entry(OperationKind::Position, R"({"position":99999})"), "Where you are in “Loops 2”: 100 %"},
        {entry(OperationKind::Bookmark, R"({"bookmarked":true})"), "Bookmark on “Loops 2”"},
        {entry(OperationKind::Bookmark, R"({"bookmarked":false})"), "Bookmark on “Loops 2” taken away"},
        {entry(OperationKind::Notes), "Your notes on “Loops 2”"},
        {entry(OperationKind::Time, R"({"minutes":12})"), "12 minutes spent on “Loops 2”"},
        {entry(OperationKind::Time, R"({"minutes":1})"), "1 minute spent on “Loops 2”"},
        {entry(OperationKind::Time, "not json"), "Time spent on “Loops 2”"},
        {entry(OperationKind::Submit, "{}", u"exercise-9"_s), "Your answer to “exercise-9”"},
        {entry(OperationKind::Answer), "The code of your answer to “Loops 2”"},
        {entry(OperationKind::Profile, "{}", {}), "Your name"},
    };
    for (const auto &[what, words] : rows) {
        CHECK(describe(what, kTitles).toStdString() == words);
    }
}

TEST_CASE("Without titles the ids are told, and nothing breaks", "[text]")
{
    CHECK(describe(entry(OperationKind::Complete), {}) == u"Lesson “lesson-17” finished"_s);
    CHECK(describe(entry(OperationKind::Enrol, "{}", {}), {}) == u"Course “classic-5” begun"_s);
}

TEST_CASE("What was tried says how often, why, and whether it may be there twice", "[text]")
{
    OutboxEntry tried = entry(OperationKind::Submit);
    CHECK(describeTries(tried).isEmpty());
    tried.state = OutboxState::Sent;
    CHECK(describeTries(tried) == u"Being sent"_s);
    tried.tries = 3;
    tried.lastProblem = u"offline"_s;
    CHECK(describeTries(tried) == u"Tried 3 times: no network"_s);
    tried.tries = 1;
    tried.lastProblem = u"some-new-word"_s;
    tried.maybeTwice = true;
    CHECK(describeTries(tried)
          == u"Tried 1 time: some-new-word · perhaps there twice, since an answer was lost"_s);
}

TEST_CASE("Every reason for keeping work is told apart, with what the platform said", "[text]")
{
    QSet<QString> sentences;
    for (const auto reason : {KeptWork::Reason::Gone, KeptWork::Reason::Refused, KeptWork::Reason::Invalid,
                              KeptWork::Reason::Damaged}) {
        KeptWork kept;
        kept.reason = reason;
        CHECK(describeReason(kept).contains(u"kept here"_s));
        sentences.insert(describeReason(kept));
    }
    CHECK(sentences.size() == 4);
    KeptWork kept;
    kept.serverText = u"code is\n   too long "_s % QString(1000, u'x');
    CHECK(describeReason(kept).contains(u"The platform says: code is too long xxx"_s));
    CHECK(describeReason(kept).size() < 320);
}

TEST_CASE("Two texts of one thing are named", "[text]")
{
    SyncConflict conflict;
    conflict.courseId = u"classic-5"_s;
    conflict.itemId = u"lesson-17"_s;
    conflict.what = u"notes"_s;
    CHECK(describe(conflict, kTitles) == u"Your notes on “Loops 2” were changed here and elsewhere."_s);
    conflict.what = u"answer"_s;
    CHECK(describe(conflict, kTitles) == u"Your answer to “Loops 2” was changed here and elsewhere."_s);
}
