#include "store/profiles.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::test;

TEST_CASE("Profiles are listed, the oldest first, with their names", "[store]")
{
    const QTemporaryDir dir;
    TestClock clock;
    CHECK(store::listProfiles(dir.path())->empty());
    const auto folder = store::profileFolder(dir.path(), store::defaultProfileId());
    auto opened = store::openWorkStore(*folder, clock);
    REQUIRE(opened);
    clock.now = clock.now.addSecs(5);
    const auto made = store::createProfile(dir.path(), u"Ada Ω"_s, clock);
    REQUIRE(made);

    const auto profiles = store::listProfiles(dir.path());

    REQUIRE(profiles);
    REQUIRE(profiles->size() == 2);
    CHECK((*profiles)[0].id == u"default"_s);
    CHECK((*profiles)[1].name == u"Ada Ω"_s);
    CHECK((*profiles)[1].id == made->id);
}

TEST_CASE_METHOD(StoreFixture, "A profile can be renamed", "[store]")
{
    open();
    REQUIRE(work->renameProfile(u"Grace"_s).result());
    const auto profile = work->profile().result();
    REQUIRE(profile);
    CHECK(profile->name == u"Grace"_s);
    CHECK(profile->id == u"profile"_s);
    CHECK(profile->createdUtc == clock.now);
}

TEST_CASE_METHOD(StoreFixture, "A damaged profile file costs the name, not the work", "[store]")
{
    open();
    typed(u"a"_s, u"x"_s);
    writeBytes(folder() + u"/profile.json"_s, "{ nonsense");
    reopen();
    CHECK(text(u"a"_s) == u"x"_s);
    CHECK(work->profile().result().error().code == ErrorCode::InvalidData);
    REQUIRE(work->renameProfile(u"Grace"_s).result());
    CHECK(work->profile().result()->name == u"Grace"_s);
}

TEST_CASE("An id that could lead elsewhere is refused", "[store]")
{
    for (const QString &id : {u".."_s, u"a/b"_s, QString(), u"."_s, u"a\n"_s, u"x"_s.repeated(65)}) {
        CHECK(store::profileFolder(u"d"_s, id).error().code == ErrorCode::InvalidData);
    }
    CHECK(store::profileFolder(u"d"_s, u"kim-2"_s) == u"d/profiles/kim-2"_s);
}
