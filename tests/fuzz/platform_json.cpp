// libFuzzer: whatever bytes stand in the platform's answers, every decoder and the classifier end, without a
// crash and without taking up more than they should; and what was decoded keeps to its own rules.

#include "sync/api/capabilities.h"
#include "sync/api/classic.h"
#include "sync/api/classifier.h"
#include "sync/api/cms.h"
#include "sync/api/decode.h"
#include "sync/api/progress_answers.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <vector>

using namespace studio;
using namespace studio::sync;

namespace {

template<typename T>
void all(const QByteArray &body)
{
    (void)decode<T>(body);
    (void)decodeArray<T>(body);
    (void)decodePage<T>(body);
    (void)decodeList<T>(body, "courses");
}

void classifyAs(const QByteArray &body, int status, const char *type)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.contentType = type;
    response.headers = {{"retry-after", body.left(40)}, {"location", body.left(200)}};
    for (int endpoint = 0; endpoint <= int(Endpoint::OtherJson); ++endpoint) {
        OperationContext context;
        context.endpoint = Endpoint(endpoint);
        context.host = "learn.example.org";
        const Verdict verdict = classify(context, response);
        if (verdict.wait.count() < 0 || verdict.wait.count() > 3600 || verdict.text.size() > 500) {
            std::abort();
        }
        // Nothing but a 2xx is ever a success, or a leave of what was left.
        const bool left = status == 404 || status == 410;
        if (verdict.kind == Verdict::Kind::Done && status / 100 != 2 && !left) {
            std::abort();
        }
    }
}

using Decoder = void (*)(const QByteArray &);

const std::vector<Decoder> kDecoders
    = {all<ClassicCourseDto>,     all<LessonDto>,        all<ClassicExerciseDto>,
       all<TestCaseDto>,          all<EnrolmentDto>,     all<UserDto>,
       all<PageCourseSummaryDto>, all<PageCourseDto>,    all<CourseExercisesDto>,
       all<ExerciseListItemDto>,  all<PageExerciseDto>,  all<StepExerciseDto>,
       all<PageLessonDto>,        all<LearningIndexDto>, all<LessonProgressDto>,
       all<LessonProgressRow>,    all<SubmitAnswer>,     all<SubmissionDto>,
       all<ExerciseAnswerDto>,    all<NotificationDto>};

constexpr int kStatus[] = {200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    // One decoder and one status for each input: all of them at once would be slow.
    const std::size_t pick = size + (size > 0 ? data[size / 2] : 0U);
    kDecoders[pick % kDecoders.size()](body);
    (void)capabilitiesFrom(200, body);
    (void)capabilitiesFromJson(body);
    classifyAs(body, kStatus[pick % std::size(kStatus)], pick % 7 == 0 ? "text/html" : "application/json");
    return 0;
}
