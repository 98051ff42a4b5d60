#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QFuture>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace studio {

/// One thing found, or to be found.
enum class FoundKind { Topic, Post, Lesson, Exercise, OwnCode };

/// What the search knows besides the forum: put there by services, thrown away with the forum's copy.
struct SearchDocument
{
    FoundKind kind = FoundKind::Lesson; ///< Lesson, Exercise, OwnCode
    QString key; ///< Unique among its kind, e.g. `first-steps/loops`.
    QString title;
    QString where; ///< The course's or the project's title.
    QString text; ///< Plain.
    QDateTime changedUtc;
};

/// What to look for, read from what the person typed.
struct SearchRequest
{
    QStringList words; ///< All must be there; the last one as the beginning of a word when `typing`.
    QStringList phrases; ///< Side by side, in order.
    bool typing = true;
    std::vector<FoundKind> kinds; ///< Empty: all.
    QString author; ///< Beginning of a name; the forum only.
    qint64 forumId = 0; ///< 0: any.
    bool onlyUnread = false;
    int most = 50;
};

struct MarkedSpan
{
    int start = 0; ///< UTF-16
    int length = 0;
};

/// One line of a text.
struct MarkedText
{
    QString text;
    std::vector<MarkedSpan> marks; ///< What was looked for; in order, apart.
};

struct FoundItem
{
    FoundKind kind = FoundKind::Post;
    qint64 topicId = 0; ///< Topic, Post
    qint64 postId = 0; ///< Post
    QString key; ///< Of a SearchDocument.
    QString title;
    std::vector<MarkedSpan> titleMarks;
    QString snippet; ///< On one line. From an index: as it was written, with the signs of Markdown.
    std::vector<MarkedSpan> marks;
    QString markdown; ///< Topic, Post; from an index: what the snippet is of, the beginning of a long one.
    QString where; ///< Forum, course or project.
    QString author;
    QDateTime atUtc;
    bool unread = false;
};

struct SearchAnswer
{
    std::vector<FoundItem> found; ///< Best first: words in a title, then what is recent.
    bool more = false;
    QStringList authors; ///< Names that begin with the request's `author`: the first few, in order.
};

/// Full-text search over the forum's copy, lessons, exercises and the person's own code. Words of code are
/// found whole and in parts: `snake_case`, `a.b`, `!=`.
class SearchIndex
{
    Q_DISABLE_COPY_MOVE(SearchIndex)

public:
    SearchIndex() = default;
    virtual ~SearchIndex() = default;

    /// A later search ends an earlier one, whose future then fails with Cancelled.
    virtual QFuture<Result<SearchAnswer>> search(const SearchRequest &request) = 0;
    /// About 200 characters around the first of what `request` finds in a plain text; its beginning when that
    /// is not there. Thread-safe, immediate.
    virtual MarkedText excerpt(const SearchRequest &request, const QString &text) const = 0;
    virtual QFuture<Result<>> put(const std::vector<SearchDocument> &documents) = 0;
    virtual QFuture<Result<>> keepOnly(FoundKind kind, const QStringList &keys) = 0;

    /// Called on a thread of the index after it was made anew: what was put is to be put again. Told of all
    /// that is asked for after this call, which does not wait; the index may call until it is gone.
    virtual void onEmptied(std::function<void()> call) = 0;
};

} // namespace studio
