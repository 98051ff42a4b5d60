#include "cli/remote/wire.h"

#include <catch2/catch.hpp>

using namespace studio::cli;
using namespace Qt::StringLiterals;

TEST_CASE("A request survives the way, with any characters in it", "[cli]")
{
    const RemoteRequest sent{
        RemoteRequest::Kind::Command, u"check"_s, {u"a b"_s, u"näh\n\"x\""_s}, u"/tmp/ü"_s};

    const QByteArray line = encode(sent);
    const auto got = decodeRequest(line);

    CHECK(line.count('\n') == 1);
    REQUIRE(got);
    CHECK(got->kind == sent.kind);
    CHECK(got->arguments == sent.arguments);
    CHECK(got->workingFolder == sent.workingFolder);
}

TEST_CASE("Nonsense and other versions are no request", "[cli]")
{
    CHECK_FALSE(decodeRequest("hello\n"));
    CHECK_FALSE(decodeRequest("{}\n"));
    CHECK_FALSE(decodeRequest("{\"version\":2,\"kind\":\"show\"}\n"));
    CHECK_FALSE(decodeRequest("{\"version\":1,\"kind\":\"sing\"}\n"));
}

TEST_CASE("Frames come out whole however they are cut", "[cli]")
{
    const QByteArray all = encode(RemoteFrame{RemoteFrame::Kind::Out, "abc"})
        + encode(RemoteFrame{RemoteFrame::Kind::Exit, "3"});
    for (qsizetype cut = 0; cut <= all.size(); ++cut) {
        QByteArray buffer;
        QByteArray text;
        int exitCode = -1;
        bool broken = false;
        for (const QByteArray &part : {all.left(cut), all.mid(cut)}) {
            buffer += part;
            while (const auto frame = takeFrame(buffer, broken)) {
                if (frame->kind == RemoteFrame::Kind::Exit) {
                    exitCode = frame->bytes.toInt();
                } else {
                    text += frame->bytes;
                }
            }
        }
        CHECK_FALSE(broken);
        CHECK(text == "abc");
        CHECK(exitCode == 3);
    }
}

TEST_CASE("A frame of an unknown kind or an impossible length is broken, not waited for", "[cli]")
{
    bool broken = false;
    QByteArray unknown("z\0\0\0\1a", 6);
    CHECK_FALSE(takeFrame(unknown, broken));
    CHECK(broken);

    broken = false;
    QByteArray huge("o\xff\xff\xff\xff", 5);
    CHECK_FALSE(takeFrame(huge, broken));
    CHECK(broken);
}

TEST_CASE("The socket's name is one for a folder and differs between folders", "[cli]")
{
    CHECK(serverName(u"/a/b"_s) == serverName(u"/a/./b/"_s));
    CHECK(serverName(u"/a/b"_s) != serverName(u"/a/c"_s));
}
