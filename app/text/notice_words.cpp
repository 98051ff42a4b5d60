#include "text/notice_words.h"

#include "text/forum_words.h"

#include <QCoreApplication>
#include <QSet>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct Notice
{
    Q_DECLARE_TR_FUNCTIONS(studio::text::Notice)
};

constexpr qsizetype kLongestTitle = 80;
constexpr qsizetype kLongestText = 200;
constexpr qsizetype kMostSubjects = 3;

QString cut(const QString &text, qsizetype most)
{
    const QString line = lineWithoutHidden(text);
    return line.size() <= most ? line : line.left(most - 1).trimmed() + u'…';
}

struct Counted
{
    int answers = 0;
    int messages = 0; ///< Of the platform itself.
    QStringList subjects; ///< Each topic or message once, in order.
    int topics = 0;
};

Counted count(const std::vector<ForumNotification> &list)
{
    Counted counted;
    QSet<qint64> topics;
    for (const ForumNotification &each : list) {
        const bool message = each.kind == ForumNotification::Kind::Platform;
        (message ? counted.messages : counted.answers) += 1;
        const bool another = message || !topics.contains(each.topicId);
        if (!message) {
            topics.insert(each.topicId);
        }
        const QString subject = cut(each.title, kLongestTitle);
        if (another && !subject.isEmpty()) {
            counted.subjects.append(subject);
        }
    }
    counted.topics = static_cast<int>(topics.size());
    return counted;
}

QString summaryOf(const Counted &counted)
{
    QStringList parts;
    if (counted.answers > 0) {
        const QString answers = Notice::tr("%n new answers", nullptr, counted.answers);
        parts += counted.topics > 1 ? Notice::tr("%1 in %n topics", nullptr, counted.topics).arg(answers)
                                    : answers;
    }
    if (counted.messages > 0) {
        parts += Notice::tr("%n messages from the platform", nullptr, counted.messages);
    }
    return parts.join(u", "_s);
}

} // namespace

DesktopNotice noticeOf(const std::vector<ForumNotification> &newestFirst, bool hidden)
{
    const Counted counted = count(newestFirst);
    DesktopNotice notice;
    notice.action = Notice::tr("Open");
    if (hidden) {
        notice.title = Notice::tr("News in the forum");
        notice.text = summaryOf(counted);
        return notice;
    }
    const ForumNotification &newest = newestFirst.front();
    const bool oneTopic = counted.messages == 0 && counted.topics == 1;
    if (newestFirst.size() == 1 && counted.messages == 1) {
        notice.title = cut(newest.title, kLongestTitle);
        notice.text = cut(newest.text, kLongestText);
    } else if (oneTopic) {
        notice.title = cut(newest.title, kLongestTitle);
        notice.text = u"%1: %2"_s.arg(summaryOf(counted), cut(newest.text, kLongestText));
    } else {
        notice.title = summaryOf(counted);
        QStringList subjects = counted.subjects.mid(0, kMostSubjects);
        if (counted.subjects.size() > kMostSubjects) {
            subjects += Notice::tr("and %n more", nullptr,
                                   static_cast<int>(counted.subjects.size() - kMostSubjects));
        }
        notice.text = subjects.join(u'\n');
    }
    if (notice.title.isEmpty()) {
        notice.title = Notice::tr("News in the forum");
    }
    return notice;
}

} // namespace studio::text
