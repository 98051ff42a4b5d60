#include "domain/forum.h"

#include <QRegularExpression>
#include <QUrl>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestAddress = 500;

std::optional<qint64> idFrom(const QString &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    return ok && id > 0 ? std::optional(id) : std::nullopt;
}

/// Course and item ids are names of folders: letters, digits, `-`, `_`, `.`; the steps of an exercise with /.
bool isId(const QString &text)
{
    static const QRegularExpression known(
        u"\\A[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)?\\z"_s);
    return known.match(text).hasMatch();
}

} // namespace

QString toString(WritingKind kind)
{
    switch (kind) {
    case WritingKind::NewTopic:
        return u"topic"_s;
    case WritingKind::Reply:
        return u"reply"_s;
    case WritingKind::EditPost:
        return u"edit-post"_s;
    case WritingKind::EditSubject:
        return u"edit-topic"_s;
    case WritingKind::DeletePost:
        return u"delete-post"_s;
    case WritingKind::DeleteTopic:
        return u"delete-topic"_s;
    case WritingKind::Subscribe:
        return u"follow"_s;
    case WritingKind::Unsubscribe:
        return u"unfollow"_s;
    }
    Q_UNREACHABLE();
}

QString toString(WritingState state)
{
    switch (state) {
    case WritingState::Waiting:
        return u"waiting"_s;
    case WritingState::Sending:
        return u"sending"_s;
    case WritingState::Sent:
        return u"sent"_s;
    case WritingState::NeedsYou:
        return u"needs-you"_s;
    }
    Q_UNREACHABLE();
}

QString toString(WritingProblem problem)
{
    switch (problem) {
    case WritingProblem::None:
        return {};
    case WritingProblem::Locked:
        return u"locked"_s;
    case WritingProblem::Gone:
        return u"gone"_s;
    case WritingProblem::NotAllowed:
        return u"not-allowed"_s;
    case WritingProblem::TooShort:
        return u"too-short"_s;
    case WritingProblem::Refused:
        return u"refused"_s;
    case WritingProblem::EditedMeanwhile:
        return u"edited-meanwhile"_s;
    case WritingProblem::Damaged:
        return u"damaged"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StudioLink> studioLinkFrom(const QString &address)
{
    if (address.size() > kLongestAddress || !address.startsWith("studio:"_L1)) {
        return {};
    }
    const QString rest = QUrl::fromPercentEncoding(address.mid(7).toUtf8());
    const QString what = rest.section(u'/', 0, 0);
    const QString first = rest.section(u'/', 1, 1);
    const QString item = rest.section(u'/', 2);
    if ((what == "topic"_L1 || what == "post"_L1) && item.isEmpty()) {
        const auto id = idFrom(first);
        if (!id) {
            return {};
        }
        return StudioLink{what == "topic"_L1 ? StudioLink::Kind::Topic : StudioLink::Kind::Post, *id, {}, {}};
    }
    if ((what == "lesson"_L1 || what == "exercise"_L1) && isId(first) && isId(item)) {
        return StudioLink{what == "lesson"_L1 ? StudioLink::Kind::Lesson : StudioLink::Kind::Exercise, 0,
                          first, item};
    }
    return {};
}

QString toString(const StudioLink &link)
{
    switch (link.kind) {
    case StudioLink::Kind::Topic:
        return u"studio:topic/%1"_s.arg(link.id);
    case StudioLink::Kind::Post:
        return u"studio:post/%1"_s.arg(link.id);
    case StudioLink::Kind::Lesson:
        return u"studio:lesson/"_s + link.courseId + u'/' + link.itemId;
    case StudioLink::Kind::Exercise:
        return u"studio:exercise/"_s + link.courseId + u'/' + link.itemId;
    }
    Q_UNREACHABLE();
}

std::optional<StudioLink> exerciseLinkIn(const QString &markdown)
{
    static const QRegularExpression place(u"\\]\\((studio:exercise/[^\\s()]{1,400})\\)"_s);
    for (auto each = place.globalMatch(markdown); each.hasNext();) {
        if (const auto link = studioLinkFrom(each.next().captured(1))) {
            return link;
        }
    }
    return {};
}

} // namespace studio
