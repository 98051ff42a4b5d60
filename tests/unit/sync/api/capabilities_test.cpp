#include "sync/api/capabilities.h"

#include <catch2/catch.hpp>

using namespace studio::sync;
using Seen = Capabilities::Seen;

TEST_CASE("without the document the platform is as deployed")
{
    CHECK(capabilitiesFrom(404, "<html>").value() == Capabilities{});
    CHECK_FALSE(Capabilities{}.canReadPageLessons());
    CHECK(Capabilities{}.tryPageLessons());
}

TEST_CASE("a failure is no answer")
{
    CHECK_FALSE(capabilitiesFrom(500, "{}"));
    CHECK_FALSE(capabilitiesFrom(200, "{}"));
    CHECK_FALSE(capabilitiesFrom(200, "<html>"));
}

TEST_CASE("the document says what there is, and unknown words do not matter")
{
    const auto found
        = capabilitiesFrom(200, R"({"version":1,"capabilities":["etag","cms_lessons","time_travel",7]})");
    REQUIRE(found);
    CHECK(found->etag);
    CHECK(found->cmsLessons);
    CHECK_FALSE(found->exerciseAnswers);
    CHECK(found->canReadPageLessons());
}

TEST_CASE("what was seen wins over what was said, and is kept")
{
    Capabilities seen;
    seen.cmsLessons = true;
    seen.lessonsSeen = Seen::No;
    seen.exercisesSeen = Seen::Yes;
    CHECK_FALSE(seen.canReadPageLessons());
    CHECK(seen.tryPageLessons()); // it says it can: worth another try
    CHECK(seen.canReadClassicExercises());
    CHECK(capabilitiesFromJson(toJson(seen)) == seen);
    CHECK(capabilitiesFromJson("{") == Capabilities{});
}
