#include "runner/protocol/framing.h"
#include "runner/protocol/messages.h"

#include <catch2/catch.hpp>

#include <random>

using namespace studio::runner;

TEST_CASE("Messages come out whole wherever the bytes are cut", "[protocol]")
{
    const std::string all = frame("{\"type\":\"a\"}") + frame("") + frame(std::string(300, 'x'));
    for (std::size_t cut = 0; cut <= all.size(); ++cut) {
        FrameReader reader;
        std::vector<std::string> got;
        for (const auto &part : {all.substr(0, cut), all.substr(cut)}) {
            reader.add(part);
            while (auto message = reader.next()) {
                got.push_back(*message);
            }
        }
        REQUIRE(got.size() == 3);
        CHECK(got[0] == "{\"type\":\"a\"}");
        CHECK(got[1].empty());
        CHECK(got[2].size() == 300);
        CHECK_FALSE(reader.broken());
    }
}

TEST_CASE("A length beyond the limit breaks the channel instead of being waited for", "[protocol]")
{
    FrameReader reader;
    reader.add(std::string("\xff\xff\xff\x7f", 4));
    CHECK_FALSE(reader.next());
    CHECK(reader.broken());
    reader.add(frame("{}"));
    CHECK_FALSE(reader.next());
    CHECK(frame(std::string(kLargestMessage + 1, 'x')).empty());
}

TEST_CASE("Half a frame is no message", "[protocol]")
{
    FrameReader reader;
    reader.add(frame("hello").substr(0, 6));
    CHECK_FALSE(reader.next());
    CHECK_FALSE(reader.broken());
}

TEST_CASE("Random bytes never crash the reader or the parser", "[protocol]")
{
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        FrameReader reader;
        std::string bytes(random() % 200, '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(random());
        }
        if (bytes.size() > 4 && round % 2 == 0) {
            bytes[1] = bytes[2] = bytes[3] = 0; // a length that can come to its end
        }
        reader.add(bytes);
        while (const auto message = reader.next()) {
            parseMessage(*message);
        }
    }
    SUCCEED();
}

TEST_CASE("Only objects with a type are messages, and deep nesting is refused", "[protocol]")
{
    CHECK(parseMessage("{\"type\":\"x\"}"));
    for (const std::string &text :
         {std::string(""), std::string("[]"), std::string("{}"), std::string("{\"type\":1}"),
          std::string("{\"type\":\"x\""), std::string("null"),
          "{\"type\":\"x\",\"v\":" + std::string(5000, '[') + std::string(5000, ']') + "}"}) {
        CHECK_FALSE(parseMessage(text));
    }
}

TEST_CASE("Fields of another type than expected give the default", "[protocol]")
{
    const Json object = {{"text", 5}, {"number", "five"}, {"flag", "yes"}};
    CHECK(textField(object, "text", "none") == "none");
    CHECK(numberField(object, "number", 7) == 7);
    CHECK_FALSE(flagField(object, "flag"));
    CHECK(textField(object, "absent").empty());
}
