#include "text/forum_words.h"

#include "text/sync_words.h"

#include <QCoreApplication>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct ForumWords
{
    Q_DECLARE_TR_FUNCTIONS(studio::text::ForumWords)
};

constexpr qsizetype kLongestName = 60;

/// Without a shape of its own, and able to change what is around it.
bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return c != U'\n' && c != U'\t';
    default:
        // Fillers that are letters by name, and the marks that choose between glyphs.
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }
}

} // namespace

QString forTerminal(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    const QList<uint> points = QString(text).replace(u"\r\n"_s, u"\n"_s).toUcs4();
    for (const uint point : points) {
        if (isHidden(point)) {
            shown += u"<U+%1>"_s.arg(QString::number(point, 16).toUpper(), 4, u'0');
        } else {
            shown += QChar::fromUcs4(point);
        }
    }
    return shown;
}

QString lineForTerminal(const QString &text)
{
    return forTerminal(text.simplified());
}

QString lineWithoutHidden(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const uint point : text.toUcs4()) {
        if (!isHidden(point)) {
            shown += QChar::fromUcs4(point);
        }
    }
    return shown.simplified();
}

QString authorName(const ForumUser &author)
{
    return author.name.isEmpty() ? ForumWords::tr("Account deleted")
                                 : lineForTerminal(author.name).left(kLongestName);
}

QStringList standingOf(const ForumTopic &topic, const QDateTime &nowUtc)
{
    QStringList facts;
    if (topic.announcement) {
        facts += ForumWords::tr("announcement");
    } else if (topic.pinned) {
        facts += ForumWords::tr("pinned");
    }
    if (topic.locked) {
        facts += ForumWords::tr("locked");
    }
    const QDateTime when = topic.lastPostUtc.isValid() ? topic.lastPostUtc : topic.createdUtc;
    if (when.isValid()) {
        facts += pointInTime(when, nowUtc);
    }
    return facts;
}

QString factsOf(const ForumTopic &topic, const QDateTime &nowUtc)
{
    QStringList facts = {authorName(topic.author)};
    if (topic.posts > 1) {
        facts += ForumWords::tr("%n replies", nullptr, topic.posts - 1);
    }
    if (topic.unread > 0) {
        facts += ForumWords::tr("%n unread", nullptr, topic.unread);
    }
    return (facts + standingOf(topic, nowUtc)).join(u" · "_s);
}

QString factsOf(const FoundItem &found, const QDateTime &nowUtc)
{
    QStringList facts = {nameOf(found.kind), lineForTerminal(found.where), lineForTerminal(found.author)};
    if (found.atUtc.isValid()) {
        facts += pointInTime(found.atUtc, nowUtc);
    }
    if (found.unread) {
        facts += ForumWords::tr("unread");
    }
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString nameOf(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Topic:
        return ForumWords::tr("Topic");
    case FoundKind::Post:
        return ForumWords::tr("Post");
    case FoundKind::Lesson:
        return ForumWords::tr("Lesson");
    case FoundKind::Exercise:
        return ForumWords::tr("Exercise");
    case FoundKind::OwnCode:
        return ForumWords::tr("Your code");
    }
    Q_UNREACHABLE();
}

QString problemOfText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return ForumWords::tr("There is no text yet.");
    }
    if (trimmed.size() > kLongestPost) {
        return ForumWords::tr("The text is too long: %1 characters are the most.").arg(kLongestPost);
    }
    return {};
}

} // namespace studio::text
