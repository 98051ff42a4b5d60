#include "store/database.h"

#include <QElapsedTimer>

#include "store_fixture.h"

using namespace studio;
using namespace studio::test;

namespace {

std::vector<DocumentVersion> versionsOf(StoreFixture &store, const QString &key)
{
    const auto versions = store.work->versions({key}).result();
    REQUIRE(versions);
    return *versions;
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "A document comes back as it was left, also after closing", "[store]")
{
    open();
    CHECK_FALSE(work->openDocument({u"answer/c/e"_s}).result()->has_value());
    const Document saved = typed(u"answer/c/e"_s, u"print('Grüße 😀')\n\0x"_s);
    reopen();

    const auto document = work->openDocument(saved.id).result();

    REQUIRE(document);
    CHECK((*document)->text == saved.text);
    CHECK((*document)->title == u"T"_s);
    CHECK((*document)->caret == 1);
    CHECK((*document)->changedUtc == saved.changedUtc);
}

TEST_CASE_METHOD(StoreFixture, "Every version of long typing can be had back", "[store]")
{
    open();
    std::vector<QString> texts;
    QString text = u"# start\n"_s;
    for (int i = 0; i < 600; ++i) {
        text.insert((i * 7) % (text.size() + 1), QChar(u'a' + i % 26));
        if (i % 50 == 49) {
            text.remove(0, text.size() / 3);
        }
        typed(u"playground/p"_s, text);
        texts.push_back(text);
    }
    reopen();

    const auto versions = versionsOf(*this, u"playground/p"_s);

    REQUIRE(versions.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto &version = versions[texts.size() - 1 - i];
        REQUIRE(*work->versionText(version.id).result() == texts[i]);
        REQUIRE(version.length == texts[i].size());
    }
}

TEST_CASE_METHOD(StoreFixture, "The same text again makes no second version, but keeps its reason", "[store]")
{
    open();
    const Document document = typed(u"a"_s, u"x = 1"_s);
    typed(u"a"_s, u"x = 1"_s);
    const auto kept = work->keepVersion(document, VersionReason::Run).result();
    typed(u"a"_s, u"x = 1"_s);

    const auto versions = versionsOf(*this, u"a"_s);

    REQUIRE(versions.size() == 1);
    CHECK(versions[0].reason == VersionReason::Run);
    CHECK(versions[0].id == *kept);
}

TEST_CASE_METHOD(StoreFixture, "A removed document can be restored, and typing in it brings it back",
                 "[store]")
{
    open();
    typed(u"playground/p"_s, u"x"_s);
    REQUIRE(work->removeDocument({u"playground/p"_s}).result());
    CHECK_FALSE(work->openDocument({u"playground/p"_s}).result()->has_value());
    CHECK(work->documents(u"playground/"_s).result()->empty());

    REQUIRE(work->restoreDocument({u"playground/p"_s}).result());
    CHECK(text(u"playground/p"_s) == u"x"_s);

    REQUIRE(work->removeDocument({u"playground/p"_s}).result());
    typed(u"playground/p"_s, u"y"_s);
    CHECK(text(u"playground/p"_s) == u"y"_s);
    CHECK(work->removeDocument({u"none"_s}).result().error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(StoreFixture, "Documents are listed by prefix, the last changed first", "[store]")
{
    open();
    typed(u"playground/1"_s, u"one"_s);
    typed(u"playground/2"_s, u"two"_s);
    typed(u"play"_s, u"other"_s);
    typed(u"playground/1"_s, u"one more"_s);

    const auto documents = work->documents(u"playground/"_s).result();

    REQUIRE(documents);
    REQUIRE(documents->size() == 2);
    CHECK((*documents)[0].text == u"one more"_s);
    CHECK((*documents)[1].id.key == u"playground/2"_s);
}

TEST_CASE_METHOD(StoreFixture, "Old typing is thinned to one version a minute, kept versions stay", "[store]")
{
    open();
    QString text;
    std::vector<std::pair<qint64, QString>> kept;
    for (int i = 0; i < 600; ++i) { // 300 ms apart: three minutes
        text += QChar(u'a' + i % 26);
        const Document document = typed(u"a"_s, text);
        if (i % 100 == 50) {
            kept.emplace_back(*work->keepVersion(document, VersionReason::Run).result(), text);
        }
    }
    const auto full = versionsOf(*this, u"a"_s);
    clock.now = clock.now.addSecs(3600);
    reopen();
    REQUIRE(versionsOf(*this, u"a"_s).size() == full.size());
    clock.now = clock.now.addDays(2);
    reopen();

    const auto thin = versionsOf(*this, u"a"_s);

    CHECK(thin.size() <= 4 + kept.size());
    CHECK(thin.size() >= 3 + kept.size());
    for (const auto &[id, was] : kept) {
        CHECK(*work->versionText(id).result() == was);
    }
    for (const DocumentVersion &version : thin) {
        CHECK(*work->versionText(version.id).result() == text.left(version.length));
    }
    CHECK(this->text(u"a"_s) == text);
    // Typing goes on after it, and is thinned in its turn.
    for (int i = 0; i < 20; ++i) {
        typed(u"a"_s, text += u'!');
    }
    clock.now = clock.now.addDays(2);
    reopen();
    const auto again = versionsOf(*this, u"a"_s);
    CHECK(again.size() <= thin.size() + 2);
    CHECK(*work->versionText(again.front().id).result() == text);
    CHECK(this->text(u"a"_s) == text);
}

TEST_CASE_METHOD(StoreFixture, "A version that would be rebuilt wrongly is reported, not given", "[store]")
{
    open();
    typed(u"a"_s, u"first line\n"_s);
    typed(u"a"_s, u"first line\nmore\n"_s);
    typed(u"b"_s, u"whole"_s);
    work.reset();
    {
        auto db = store::Database::open(file(), store::Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->setUpForWork());
        REQUIRE(db->execute(u"UPDATE version SET kept_front=1 WHERE id=2"_s));
    }
    open();

    const auto opened = work->openDocument({u"a"_s}).result();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::InvalidData);
    REQUIRE_FALSE(work->versionText(2).result());
    CHECK(work->versionText(2).result().error().code == ErrorCode::InvalidData);
    CHECK(*work->versionText(1).result() == u"first line\n"_s);
    const auto documents = work->documents({}).result();
    REQUIRE(documents);
    CHECK(documents->size() == 2);
    CHECK(documents->back().text == u"first line\n"_s);
    // Typing goes on, and is safe again.
    typed(u"a"_s, u"third\n"_s);
    reopen();
    CHECK(text(u"a"_s) == u"third\n"_s);
    CHECK(work->versionText(99).result().error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(StoreFixture, "A text of five megabytes is saved by its difference", "[store]")
{
    open();
    QString text = u"value = 12345  # a line of a long file\n"_s.repeated(5 * 1024 * 1024 / 39);
    typed(u"big"_s, text);
    const qint64 before = QFileInfo(file()).size() + QFileInfo(file() + u"-wal"_s).size();
    for (int i = 0; i < 20; ++i) {
        typed(u"big"_s, text.insert(100'000, u'x'));
    }
    const qint64 after = QFileInfo(file()).size() + QFileInfo(file() + u"-wal"_s).size();
    CHECK(after - before < 20 * 30'000);
    reopen();
    CHECK((this->text(u"big"_s) == text));
}

TEST_CASE_METHOD(StoreFixture, "What a key costs does not grow with the history", "[store]")
{
    open();
    const auto grownBy = [this](int from, int to) {
        const qint64 before = QFileInfo(file()).size();
        for (int i = from; i < to; ++i) {
            typed(u"a"_s, u"print(%1)\n"_s.arg(i) + u"pass\n"_s.repeated(400));
        }
        reopen(); // the log goes into the file
        return QFileInfo(file()).size() - before;
    };
    grownBy(0, 300);
    const qint64 early = grownBy(300, 600);
    grownBy(600, 1500);
    const qint64 late = grownBy(1500, 1800);

    CHECK(late <= early + early / 2);
}
