#include "sync/api/understood.h"

#include "sync/api/cms.h"
#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"
#include "sync/api/progress_answers.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
QString problemOf(const Result<T> &decoded)
{
    return decoded ? QString() : decoded.error().message;
}

} // namespace

QString notUnderstood(Endpoint endpoint, const HttpResponse &response)
{
    if (endpoint == Endpoint::ClassicLeave && response.status == 204) {
        return {}; // its body, where there is one, lies behind the end of the answer
    }
    if (endpoint == Endpoint::ForumDelete && response.status == 204) {
        return {};
    }
    if (response.status == 204) {
        return u"an empty answer"_s;
    }
    const QByteArray &body = response.body;
    switch (endpoint) {
    case Endpoint::LessonStart:
    case Endpoint::LessonComplete:
    case Endpoint::ClassicEnrol:
    case Endpoint::ClassicLeave:
    case Endpoint::PagesLeave:
        return problemOf(decode<MessageAnswer>(body));
    case Endpoint::LessonPosition:
        return problemOf(decode<PositionAnswer>(body));
    case Endpoint::LessonBookmark:
        return problemOf(decode<BookmarkAnswer>(body));
    case Endpoint::LessonProgress:
        return problemOf(decode<LessonProgressDto>(body));
    case Endpoint::ProgressPatch:
        return problemOf(decode<LessonProgressRow>(body));
    case Endpoint::ProgressRows:
        return problemOf(decodePage<LessonProgressRow>(body));
    case Endpoint::Submit:
        return problemOf(decode<SubmitAnswer>(body));
    case Endpoint::Submissions:
        return problemOf(decodePage<SubmissionDto>(body));
    case Endpoint::AnswerGet:
    case Endpoint::AnswerPut:
        return problemOf(decode<ExerciseAnswerDto>(body));
    case Endpoint::PagesEnrol:
        return problemOf(decode<PageEnrolAnswer>(body));
    case Endpoint::PagesEnrolment:
        return problemOf(decode<PageEnrolmentStatusDto>(body));
    case Endpoint::Enrolments:
        return problemOf(decodePage<EnrolmentDto>(body));
    case Endpoint::MePatch:
        return problemOf(decode<UserDto>(body));
    case Endpoint::AuthUser:
        return problemOf(decode<AuthUserDto>(body));
    case Endpoint::ForumTopicCreate:
        return problemOf(decode<TopicMadeAnswer>(body));
    case Endpoint::ForumReply:
        return problemOf(decode<ReplyMadeAnswer>(body));
    case Endpoint::ForumPostEdit:
        return problemOf(decode<ForumPostDetailDto>(body));
    case Endpoint::ForumTopicEdit:
        return problemOf(decode<TopicDetailDto>(body));
    case Endpoint::ForumDelete:
    case Endpoint::ForumModerate:
        return problemOf(decode<ForumDoneAnswer>(body));
    case Endpoint::ForumFollow:
    case Endpoint::ForumUnfollow:
        return problemOf(decode<SubscribeAnswer>(body));
    case Endpoint::OtherJson:
        return problemOf(parseJson(body));
    }
    return {};
}

} // namespace studio::sync
