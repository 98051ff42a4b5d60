#include "ui/forum/topic_json.h"

#include "ui/forum/topic_texts.h"
#include "ui/web/code_tokens.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestColoured = 16'384; ///< Characters of one block of code.
constexpr qsizetype kMostText = 250'000; ///< Characters that are rendered in one go.
constexpr int kColours = 6;

/// What people paste as code that is none.
bool isOutput(const QString &code)
{
    static const QRegularExpression output(u"\\A(?:Traceback \\(|>>> |\\$ | *File \")"_s);
    return output.match(code).hasMatch();
}

QJsonObject codeJson(const PostPart &part)
{
    const bool runs = (part.language.isEmpty() || isPython(part.language)) && !isOutput(part.code)
        && !part.code.trimmed().isEmpty();
    const bool coloured = runs && part.code.size() <= kLongestColoured;
    return {{u"kind"_s, u"code"_s},
            {u"code"_s, part.code},
            {u"language"_s, part.language},
            {u"runs"_s, runs},
            {u"tokens"_s, coloured ? tokensJson(part.code) : QJsonArray()}};
}

QJsonObject partJson(const PostPart &part)
{
    switch (part.kind) {
    case PostPart::Kind::Html:
        return {{u"kind"_s, u"html"_s}, {u"html"_s, part.html}};
    case PostPart::Kind::Code:
        return codeJson(part);
    case PostPart::Kind::Picture:
        return {{u"kind"_s, u"picture"_s},
                {u"address"_s, part.address},
                {u"host"_s, QUrl(part.address).host(QUrl::FullyEncoded)},
                {u"alternative"_s, part.alternative}};
    }
    Q_UNREACHABLE();
}

/// The first letters of two words, or the first two letters.
QString initials(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString letters;
    for (const QString &word : words.size() > 1 ? QStringList{words[0], words[1]} : words) {
        for (const QChar c : word) {
            if (c.isLetterOrNumber()) {
                letters += c;
                if (words.size() > 1) {
                    break;
                }
            }
        }
    }
    return letters.left(2).toUpper();
}

QJsonObject authorJson(const ForumUser &author)
{
    const QString name = authorName(author);
    const auto colour = author.id != 0 ? static_cast<std::size_t>(author.id) : qHash(name);
    return {{u"id"_s, author.id},
            {u"name"_s, name},
            {u"initials"_s, initials(name)},
            {u"colour"_s, static_cast<int>(colour % kColours)},
            {u"badge"_s, trustName(author)}};
}

QString fullTime(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::LongFormat) : QString();
}

bool hasText(WritingKind kind)
{
    return kind == WritingKind::NewTopic || kind == WritingKind::Reply || kind == WritingKind::EditPost;
}

QJsonArray actionsFor(const ForumWriting &writing)
{
    const bool text = hasText(writing.kind) || writing.kind == WritingKind::EditSubject;
    switch (writing.state) {
    case WritingState::Waiting:
        return text ? QJsonArray{u"edit"_s, u"takeBack"_s} : QJsonArray{u"takeBack"_s};
    case WritingState::Sending:
        return {};
    case WritingState::Sent:
        return writing.held ? QJsonArray{u"throwAway"_s} : QJsonArray();
    case WritingState::NeedsYou: {
        QJsonArray all;
        if (writing.problem == WritingProblem::EditedMeanwhile) {
            all.append(u"compare"_s);
        } else if (text) {
            all.append(u"edit"_s);
        }
        if (writing.problem != WritingProblem::EditedMeanwhile && writing.problem != WritingProblem::TooShort
            && writing.problem != WritingProblem::Damaged) {
            all.append(u"sendAgain"_s);
        }
        if (hasText(writing.kind)) {
            all.append(u"copy"_s);
        }
        all.append(u"takeBack"_s);
        return all;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonArray partsJson(const std::vector<PostPart> &parts)
{
    QJsonArray all;
    for (const PostPart &part : parts) {
        all.append(partJson(part));
    }
    return all;
}

QJsonObject postJson(const ForumPost &post, const std::vector<PostPart> &parts, int total,
                     const QDateTime &nowUtc)
{
    const QString time = postTime(post.createdUtc, nowUtc);
    const bool edited = post.updatedUtc.isValid() && post.createdUtc.secsTo(post.updatedUtc) > 60;
    const size_t version = qHashMulti(0, post.text, post.updatedUtc.toMSecsSinceEpoch(), post.author.name,
                                      post.author.trustLevel);
    return {{u"id"_s, post.id},
            {u"version"_s, QString::number(version, 36)},
            {u"position"_s, post.position},
            {u"author"_s, authorJson(post.author)},
            {u"time"_s, time},
            {u"iso"_s, post.createdUtc.toString(Qt::ISODate)},
            {u"fullTime"_s, fullTime(post.createdUtc)},
            {u"edited"_s, edited ? fullTime(post.updatedUtc) : QString()},
            {u"unread"_s, post.unread},
            {u"bookmarked"_s, post.bookmarked},
            {u"mayEdit"_s, post.mayEdit},
            {u"mayDelete"_s, post.mayDelete && !post.head},
            {u"label"_s, postLabel(post, total, time)},
            {u"parts"_s, partsJson(parts)}};
}

QJsonObject headJson(const TopicHead &head)
{
    const ForumTopic &topic = head.topic;
    QJsonObject json{
        {u"subject"_s, subjectLine(topic.subject)},
        {u"forum"_s, subjectLine(head.forumName)},
        {u"locked"_s, topic.locked},
        {u"pinned"_s, topic.pinned || topic.announcement},
        {u"can"_s, QJsonObject{{u"reply"_s, head.signedIn && !topic.locked}, {u"write"_s, head.signedIn}}}};
    if (!topic.exerciseId.isEmpty() && !head.exerciseTitle.isEmpty()) {
        const StudioLink link{StudioLink::Kind::Exercise, 0, topic.courseId, topic.exerciseId};
        json.insert(
            u"exercise"_s,
            QJsonObject{{u"title"_s, subjectLine(head.exerciseTitle)}, {u"address"_s, toString(link)}});
    }
    return json;
}

QJsonObject writingJson(const ForumWriting &writing, const QString &key, const QString &sentence,
                        const std::vector<PostPart> &parts, const QDateTime &nowUtc)
{
    const QString title = writingTitle(writing);
    return {{u"key"_s, key},
            {u"state"_s, toString(writing.held ? WritingState::Waiting : writing.state)},
            {u"title"_s, title},
            {u"label"_s, QString(title % u". "_s % sentence)},
            {u"sentence"_s, sentence},
            {u"time"_s, postTime(writing.madeUtc, nowUtc)},
            {u"postId"_s, writing.postId},
            {u"actions"_s, actionsFor(writing)},
            {u"parts"_s, partsJson(parts)}};
}

PostWindow quickPart(const PostWindow &window, int keep)
{
    const int count = static_cast<int>(window.posts.size());
    if (count == 0) {
        return window;
    }
    const auto size = [&](int index) { return window.posts[static_cast<std::size_t>(index)].text.size(); };
    int from = std::clamp(keep - window.first, 0, count - 1);
    int to = from + 1;
    qsizetype total = size(from);
    // One on each side in turn.
    for (bool grew = true; grew;) {
        grew = false;
        if (to < count && total + size(to) <= kMostText) {
            total += size(to++);
            grew = true;
        }
        if (from > 0 && total + size(from - 1) <= kMostText) {
            total += size(--from);
            grew = true;
        }
    }
    PostWindow part = window;
    part.first = window.first + from;
    part.posts.assign(window.posts.begin() + from, window.posts.begin() + to);
    return part;
}

QString quoted(const QString &author, const QString &text)
{
    QString quote = u"> **"_s % QString(author).replace(u'*', u"\\*"_s) % u"** wrote:\n>\n"_s;
    const QStringList lines = text.trimmed().split(u'\n');
    for (const QString &line : lines) {
        quote += (line.isEmpty() ? u">"_s : u"> "_s) % line % u'\n';
    }
    return quote % u'\n';
}

} // namespace studio::ui
