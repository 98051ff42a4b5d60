#include "ui/forum/topic_words.h"

#include "text/forum_words.h"
#include "text/sync_words.h"

#include <QCoreApplication>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Forum
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Forum)
};

QString quoted(const QString &subject)
{
    return Forum::tr("“%1”").arg(subject.simplified().left(90));
}

QString needsYou(const ForumWriting &writing)
{
    switch (writing.problem) {
    case WritingProblem::Locked:
        return Forum::tr("The topic was locked in the meantime. Your text is kept here; you can open a new "
                         "topic with it.");
    case WritingProblem::Gone:
        return Forum::tr(
            "What this belongs to is no longer in the forum. Your text is kept here; copy what you need.");
    case WritingProblem::NotAllowed:
        return Forum::tr("The forum does not let your account do this. Your text is kept here.");
    case WritingProblem::TooShort:
        return Forum::tr("The forum wants at least %n characters. Write a little more, then send it again.",
                         nullptr, static_cast<int>(kShortestEdit));
    case WritingProblem::EditedMeanwhile:
        return Forum::tr("Somebody changed this post while you did. Look at both texts, then choose.");
    case WritingProblem::Damaged:
        return Forum::tr(
            "This could not be read any more as it was kept. Look at it before you send it again.");
    case WritingProblem::None:
    case WritingProblem::Refused:
        break;
    }
    return Forum::tr("The forum did not take this. Your text is kept here; change it or send it again.");
}

} // namespace

QString secondLineOf(const ForumTopic &topic, const QDateTime &nowUtc)
{
    QStringList facts;
    facts += topic.author.name.isEmpty() ? Forum::tr("Account deleted")
                                         : topic.author.name.simplified().left(60);
    if (topic.posts > 1) {
        facts += Forum::tr("%n replies", nullptr, topic.posts - 1);
    }
    return (facts + text::standingOf(topic, nowUtc)).join(u" · "_s);
}

QString spokenTextOf(const ForumTopic &topic, int row, int count, const QString &forumName,
                     const QDateTime &nowUtc)
{
    QStringList parts = {topic.subject};
    if (topic.unread > 0) {
        parts += Forum::tr("%n unread", nullptr, topic.unread);
    }
    parts += secondLineOf(topic, nowUtc).replace(u" · "_s, u", "_s);
    if (!forumName.isEmpty()) {
        parts += Forum::tr("in %1").arg(forumName);
    }
    if (topic.bookmarked) {
        parts += Forum::tr("bookmarked");
    }
    if (topic.subscribed) {
        parts += Forum::tr("followed");
    }
    parts += Forum::tr("topic %1 of %2").arg(row + 1).arg(count);
    return parts.join(u", "_s);
}

QString titleOf(const ForumWriting &writing, const QString &subject)
{
    const QString in = quoted(subject.isEmpty() ? Forum::tr("a topic") : subject);
    switch (writing.kind) {
    case WritingKind::NewTopic:
        return Forum::tr("New topic %1").arg(quoted(writing.subject));
    case WritingKind::Reply:
        return Forum::tr("Reply in %1").arg(in);
    case WritingKind::EditPost:
        return Forum::tr("Changed post in %1").arg(in);
    case WritingKind::EditSubject:
        return Forum::tr("New subject %1").arg(quoted(writing.subject));
    case WritingKind::DeletePost:
        return Forum::tr("Delete your post in %1").arg(in);
    case WritingKind::DeleteTopic:
        return Forum::tr("Delete your topic %1").arg(in);
    case WritingKind::Subscribe:
        return Forum::tr("Follow %1").arg(in);
    case WritingKind::Unsubscribe:
        return Forum::tr("Follow %1 no longer").arg(in);
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const ForumWriting &writing)
{
    switch (writing.state) {
    case WritingState::Waiting:
        return writing.tried ? Forum::tr("Kept here. It was tried and goes out as soon as it can.")
                             : Forum::tr("Kept here. It goes out when there is a network.");
    case WritingState::Sending:
        return Forum::tr("It is being sent.");
    case WritingState::Sent:
        if (writing.held) {
            return Forum::tr(
                "Sent, but nobody else sees it yet: a moderator looks at it first. If it does not "
                "appear, it was turned down.");
        }
        return Forum::tr("Sent. It appears here when the forum is fetched again.");
    case WritingState::NeedsYou:
        break;
    }
    const QString said = writing.serverText.simplified().left(200);
    return said.isEmpty() ? needsYou(writing)
                          : Forum::tr("%1 The forum says: %2").arg(needsYou(writing), said);
}

QString pullLineOf(const ForumPullState &state, const QDateTime &nowUtc)
{
    if (state.running && state.topicsLeft > 0) {
        return Forum::tr("fetching posts, %n topics left", nullptr, state.topicsLeft);
    }
    if (state.running) {
        return Forum::tr("looking for new posts");
    }
    return state.pulledUtc.isValid()
        ? Forum::tr("posts of %1").arg(text::pointInTime(state.pulledUtc, nowUtc))
        : Forum::tr("no posts fetched yet");
}

QString problemOf(WritingKind kind, const QString &subject, const QString &text, qint64 forumId)
{
    const QString trimmed = text.trimmed();
    const bool isTopic = kind == WritingKind::NewTopic;
    if (isTopic && subject.trimmed().isEmpty()) {
        return Forum::tr("Give it a subject, so that others see what it is about.");
    }
    if (isTopic && subject.trimmed().size() > kLongestSubject) {
        return Forum::tr("The subject is too long: %1 characters are the most.").arg(kLongestSubject);
    }
    if (isTopic && forumId == 0) {
        return Forum::tr("Choose the forum that it belongs to.");
    }
    if (const QString problem = text::problemOfText(text); !problem.isEmpty()) {
        return problem;
    }
    if (kind == WritingKind::EditPost && trimmed.size() < kShortestEdit) {
        return Forum::tr("A changed post needs at least %n characters.", nullptr,
                         static_cast<int>(kShortestEdit));
    }
    return {};
}

} // namespace studio::ui
