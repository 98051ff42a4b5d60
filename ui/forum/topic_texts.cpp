#include "ui/forum/topic_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::TopicView)

public:
    static QJsonObject ofPosts();
    static QJsonObject ofCode();
    static QString trust(int level);
    static QString time(const QDateTime &local, const QDateTime &now);
    static QString title(const ForumWriting &writing);

    static QString label(const QString &name, const QString &time, int position, int total)
    {
        return tr("%1, %2, post %3 of %4").arg(name, time).arg(position).arg(total);
    }

    static QString unread(const QString &label) { return tr("%1, new").arg(label); }

    static QString nobody() { return tr("Somebody who left"); }

    static QString noSubject() { return tr("Without a title"); }
};

QJsonObject Words::ofPosts()
{
    return {
        {u"belongsTo"_s, tr("belongs to the exercise")},
        {u"pinned"_s, tr("pinned")},
        {u"locked"_s, tr("This topic is locked: it can be read, but not answered.")},
        {u"new"_s, tr("New")},
        {u"newPosts"_s, tr("%1 new")},
        {u"noPosts"_s, tr("The posts of this topic are not on this computer yet.")},
        {u"noText"_s, tr("The text is not on this computer yet.")},
        {u"edited"_s, tr("changed")},
        {u"actions"_s, tr("What you can do with this post")},
        {u"reply"_s, tr("Reply")},
        {u"quote"_s, tr("Quote")},
        {u"bookmark"_s, tr("Bookmark")},
        {u"copyLink"_s, tr("Copy link")},
        {u"unreadFrom"_s, tr("Mark as unread from here")},
        {u"delete"_s, tr("Delete")},
        {u"ownTexts"_s, tr("What you wrote")},
        {u"edit"_s, tr("Edit")},
        {u"sendAgain"_s, tr("Send again")},
        {u"takeBack"_s, tr("Take back")},
        {u"throwAway"_s, tr("Throw away")},
        {u"compare"_s, tr("Compare both")},
        {u"copy"_s, tr("Copy the text")},
    };
}

QJsonObject Words::ofCode()
{
    return {
        {u"code"_s, tr("Code")},
        {u"codeIn"_s, tr("Code: %1")},
        {u"runHere"_s, tr("Run here")},
        {u"stop"_s, tr("Stop")},
        {u"openInPlayground"_s, tr("Open in playground")},
        {u"output"_s, tr("Output")},
        {u"errorOutput"_s, tr("Error output:")},
        {u"given"_s, tr("You typed:")},
        {u"running"_s, tr("Running…")},
        {u"waiting"_s, tr("The program waits for you to type a line.")},
        {u"inputName"_s, tr("Input for the program")},
        {u"inputHint"_s, tr("Type here, then Enter")},
        {u"showPicture"_s, tr("Show picture from %1")},
        {u"loadingPicture"_s, tr("Getting the picture from %1…")},
        {u"pictureFrom"_s, tr("Picture from %1")},
        {u"brokenPicture"_s, tr("This picture can't be shown.")},
    };
}

QString Words::trust(int level)
{
    switch (level) {
    case 1:
        return tr("Basic");
    case 2:
        return tr("Member");
    case 3:
        return tr("Regular");
    case 4:
        return tr("Leader");
    default:
        return {};
    }
}

QString Words::time(const QDateTime &local, const QDateTime &now)
{
    const QLocale locale;
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.date());
    if (days == 0) {
        return tr("today %1").arg(clock);
    }
    if (days == 1) {
        return tr("yesterday %1").arg(clock);
    }
    if (days > 1 && days < 7) {
        return tr("%1 %2", "Sunday 18:02").arg(locale.dayName(local.date().dayOfWeek()), clock);
    }
    return locale.toString(local.date(), QLocale::ShortFormat);
}

QString Words::title(const ForumWriting &writing)
{
    switch (writing.kind) {
    case WritingKind::NewTopic:
        return subjectLine(writing.subject);
    case WritingKind::Reply:
        return tr("Your reply");
    case WritingKind::EditPost:
        return tr("Your change");
    case WritingKind::EditSubject:
        return tr("New title: %1").arg(subjectLine(writing.subject));
    case WritingKind::DeletePost:
        return tr("Deleting a post");
    case WritingKind::DeleteTopic:
        return tr("Deleting the topic");
    case WritingKind::Subscribe:
        return tr("Following this topic");
    case WritingKind::Unsubscribe:
        return tr("No longer following this topic");
    }
    Q_UNREACHABLE();
}

/// Names stand beside other words, so nothing in them may turn, hide or pile up.
QString oneLine(const QString &text)
{
    QString line;
    int marks = 0;
    for (const QChar c : text.left(4 * kLongestName)) {
        marks
            = c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing ? marks + 1 : 0;
        const bool joins = c == QChar(0x200c) || c == QChar(0x200d);
        const bool hidden
            = c.category() == QChar::Other_Control || (c.category() == QChar::Other_Format && !joins);
        if (marks <= 4) {
            line += hidden ? QChar(u' ') : c;
        }
    }
    return line.simplified();
}

} // namespace

QJsonObject topicTexts()
{
    QJsonObject all = Words::ofPosts();
    const QJsonObject more = Words::ofCode();
    for (auto word = more.begin(); word != more.end(); ++word) {
        all.insert(word.key(), word.value());
    }
    return all;
}

QString trustName(const ForumUser &user)
{
    return user.staff ? QCoreApplication::translate("studio::ui::TopicView", "Staff")
                      : Words::trust(user.trustLevel);
}

QString postTime(const QDateTime &utc, const QDateTime &nowUtc)
{
    return utc.isValid() ? Words::time(utc.toLocalTime(), nowUtc.toLocalTime()) : QString();
}

QString postLabel(const ForumPost &post, int total, const QString &time)
{
    const QString label
        = Words::label(authorName(post.author), time, post.position, std::max(total, post.position));
    return post.unread ? Words::unread(label) : label;
}

QString authorName(const ForumUser &user)
{
    const QString name = oneLine(user.name);
    if (name.isEmpty()) {
        return Words::nobody();
    }
    return name.size() > kLongestName ? name.left(kLongestName) + u'…' : name;
}

QString subjectLine(const QString &subject)
{
    const QString line = oneLine(subject);
    return line.isEmpty() ? Words::noSubject() : line;
}

QString writingTitle(const ForumWriting &writing)
{
    return Words::title(writing);
}

} // namespace studio::ui
