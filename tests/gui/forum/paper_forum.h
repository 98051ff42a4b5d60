#pragma once

#include "paper_reading.h"

namespace studio::test {

/// A forum in memory, with the rules of the store that the window relies on.
class PaperForum final : public PaperReading
{
public:
    QFuture<Result<>> markRead(const ReadMark &mark) override
    {
        marks.push_back(mark);
        for (ForumPost &each : thePosts[mark.topicId]) {
            each.unread = each.unread && each.id > mark.postId;
        }
        return count(mark.topicId);
    }

    QFuture<Result<>> markUnread(qint64 topicId, qint64 postId) override
    {
        for (ForumPost &each : thePosts[topicId]) {
            each.unread = each.unread || each.id >= postId;
        }
        return count(topicId);
    }

    QFuture<Result<std::vector<ReadMark>>> markAllRead(qint64 /*forumId*/) override
    {
        std::vector<ReadMark> before;
        for (ForumTopic &each : theTopics) {
            before.push_back({each.id, 0});
            each.unread = 0;
        }
        return give(before);
    }

    QFuture<Result<>> restoreMarks(const std::vector<ReadMark> &before) override
    {
        for (const ReadMark &mark : before) {
            count(mark.topicId);
        }
        return done();
    }

    QFuture<Result<>> setTopicBookmarked(qint64 topicId, bool bookmarked) override
    {
        find(topicId)->bookmarked = bookmarked;
        return done();
    }

    QFuture<Result<>> setPostBookmarked(qint64, qint64, bool) override { return done(); }

    QFuture<Result<std::vector<PostPlace>>> bookmarkedPosts() override
    {
        return give(std::vector<PostPlace>());
    }

    QFuture<Result<>> markNotificationsRead() override
    {
        for (ForumNotification &each : theNotifications) {
            each.read = true;
        }
        return done();
    }

    QFuture<Result<>> markBlogPostRead(const QString &slug) override
    {
        for (BlogPost &each : theBlog) {
            each.unread = each.unread && each.slug != slug;
        }
        return done();
    }

    QFuture<Result<ForumWriting>> queue(const ForumWriting &writing) override
    {
        if (broken) {
            return answer(Result<ForumWriting>(tl::unexpected(Error{ErrorCode::DiskFull, {}})));
        }
        ForumWriting made = writing;
        made.seq = ++m_seq;
        made.state = WritingState::Waiting;
        made.problem = WritingProblem::None;
        theWritings.push_back(made);
        if (writing.kind == WritingKind::Subscribe || writing.kind == WritingKind::Unsubscribe) {
            find(writing.topicId)->subscribed = writing.kind == WritingKind::Subscribe;
        }
        return give(made);
    }

    QFuture<Result<std::vector<ForumWriting>>> writings() override { return give(theWritings); }

    QFuture<Result<ForumWriting>> rewrite(const ForumWriting &writing) override
    {
        for (ForumWriting &each : theWritings) {
            if (each.seq == writing.seq && each.state != WritingState::Sending) {
                each.subject = writing.subject;
                each.text = writing.text;
                each.state = WritingState::Waiting;
                return give(each);
            }
        }
        return answer(Result<ForumWriting>(tl::unexpected(Error{ErrorCode::NotFound, {}})));
    }

    QFuture<Result<>> withdraw(const ForumWriting &writing) override
    {
        const auto gone = std::erase_if(theWritings, [&](const ForumWriting &each) {
            return each.seq == writing.seq && each.state != WritingState::Sending;
        });
        return gone > 0 ? done() : answer(Result<>(tl::unexpected(Error{ErrorCode::NotFound, {}})));
    }

    QFuture<Result<>> setLimits(const ForumLimits &) override { return done(); }

    QFuture<Result<>> rebuild() override { return done(); }

    void onChanged(std::function<void()>) override { }
};

} // namespace studio::test
