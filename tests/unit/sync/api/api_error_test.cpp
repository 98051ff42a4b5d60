#include "sync/api/api_error.h"

#include <catch2/catch.hpp>

#include "answers.h"

using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

TEST_CASE("every shape of error is read by one function")
{
    struct Row
    {
        QByteArray body;
        Kind kind;
        QString text;
    };

    const std::vector<Row> rows = {
        {R"({"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{}]})",
         Kind::TokenInvalid, u"Given token not valid for any token type"_s},
        {R"({"detail":"Authentication credentials were not provided."})", Kind::NoCredentials,
         u"Authentication credentials were not provided."_s},
        {R"({"detail":"User is inactive","code":"user_inactive"})", Kind::AccountInactive,
         u"User is inactive"_s},
        {R"({"detail":"User not found","code":"user_not_found"})", Kind::AccountInactive,
         u"User not found"_s},
        {R"({"detail":"You do not have permission to perform this action."})", Kind::Forbidden,
         u"You do not have permission to perform this action."_s},
        {R"({"detail":"No Lesson matches the given query."})", Kind::NotFound,
         u"No Lesson matches the given query."_s},
        {R"({"error":"Failed to fetch course: No CoursePage matches the given query.\n"})", Kind::NotFound,
         u"Failed to fetch course: No CoursePage matches the given query."_s},
        {R"({"detail":"Request was throttled. Expected available in 60 seconds."})", Kind::Throttled,
         u"Request was throttled. Expected available in 60 seconds."_s},
        {R"({"error":"No code provided","success":false})", Kind::Stated, u"No code provided"_s},
        {R"({"message":"Not enrolled"})", Kind::Stated, u"Not enrolled"_s},
        {R"({"email":["This field is required."],"non_field_errors":["Both."]})", Kind::BadFields,
         u"email: This field is required. Both."_s},
        {R"({})", Kind::Unknown, {}},
        {R"([])", Kind::Unknown, {}},
        {R"({"count":3})", Kind::Unknown, {}},
        {R"({"detail":)", Kind::Unknown, {}},
        {"  ", Kind::Empty, {}},
    };
    for (const Row &row : rows) {
        INFO(row.body.toStdString());
        const ApiError error = apiError(*json(500, row.body));
        CHECK(error.kind == row.kind);
        CHECK(error.text == row.text);
    }
    CHECK(apiError(*html(500)).kind == Kind::Html);
}

TEST_CASE("a text of the platform is cut and put on one line")
{
    const ApiError error = apiError(*json(400, "{\"error\":\"a\\nb " + QByteArray(1'000'000, 'x') + "\"}"));
    CHECK(error.text.size() == 500);
    CHECK(error.text.startsWith(u"a b x"_s));
}

TEST_CASE("a page is known by how it begins when its type says nothing")
{
    HttpResponse response;
    response.status = 200;
    response.body = "\n <HTML><body>";
    CHECK(looksLikeHtml(response));
    response.contentType = "application/json";
    CHECK_FALSE(looksLikeHtml(response));
}
