#include "support/token_platform.h"
#include "sync/auth/file_vault.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

VaultEntry entry(qint64 generation)
{
    TokenPlatform platform;
    platform.issuedAt += generation; // another token each time
    return {Secret(platform.token("refresh", 604800)), generation, 1796436000, 2};
}

VaultKey key()
{
    return {u"https://learn.example.org"_s, 2, u"0123456789abcdef0123456789abcdef"_s};
}

struct FileBench
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"vault.bin"_s);

    FileVault open(const QString &passphrase = u"a long passphrase"_s, const VaultKey &whose = key()) const
    {
        return FileVault(path, whose, passphrase.isEmpty() ? Secret() : Secret::fromText(passphrase));
    }

    QByteArray bytes() const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void put(const QByteArray &bytes) const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

void checkVault(Vault &vault)
{
    CHECK(!*vault.read());
    CHECK(vault.remove(1) == false);
    const VaultEntry first = entry(1);
    REQUIRE(vault.write(first));
    auto read = vault.read();
    REQUIRE((read && *read));
    CHECK((*read)->refresh == first.refresh);
    CHECK((*read)->generation == 1);
    CHECK((*read)->expires == 1796436000);
    CHECK((*read)->userId == 2);
    REQUIRE(vault.write(entry(2)));
    CHECK(vault.remove(1) == false); // compare and delete
    CHECK((*vault.read())->generation == 2);
    CHECK(vault.remove(2) == true);
    CHECK(!*vault.read());
}

} // namespace

TEST_CASE("a vault keeps one entry, and deletes only the one that is meant")
{
    MemoryVault memory;
    checkVault(memory);
    const FileBench bench;
    FileVault file = bench.open();
    checkVault(file);
    CHECK(QDir(bench.folder.path()).isEmpty());
}

TEST_CASE("an encrypted file opens with its passphrase, for its account, on its machine")
{
    const FileBench bench;
    REQUIRE(bench.open().write(entry(3)));
    CHECK((*bench.open().read())->generation == 3);
    CHECK(!bench.bytes().contains("refresh"));
    CHECK(!bench.bytes().contains("eyJ"));
    CHECK(QFile::permissions(bench.path)
          == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));

    CHECK(bench.open(u"another"_s).read().error().why == VaultError::Why::Locked);
    VaultKey other = key();
    other.machineId = u"ffffffffffffffffffffffffffffffff"_s;
    CHECK(bench.open(u"a long passphrase"_s, other).read().error().why == VaultError::Why::Locked);
    other = key();
    other.userId = 3;
    CHECK(bench.open(u"a long passphrase"_s, other).read().error().why == VaultError::Why::Locked);

    FileVault locked = bench.open(QString());
    CHECK(locked.read().error().why == VaultError::Why::Locked);
    CHECK(locked.write(entry(4)).error().why == VaultError::Why::Locked);
    locked.unlock(Secret::fromText(u"a long passphrase"_s));
    CHECK((*locked.read())->generation == 3);
}

TEST_CASE("no byte of an encrypted file can be changed unnoticed, and none of it is deleted")
{
    const FileBench bench;
    REQUIRE(bench.open().write(entry(3)));
    const QByteArray whole = bench.bytes();
    FileVault vault = bench.open();
    REQUIRE(vault.read());
    for (qsizetype at = 32; at < whole.size();
         at += 11) { // behind the salt: each of those takes half a second
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        bench.put(changed);
        CHECK(vault.read().error().why == VaultError::Why::Locked);
    }
    for (const qsizetype size : {qsizetype(0), qsizetype(7), qsizetype(31), qsizetype(60)}) {
        bench.put(whole.left(size));
        CHECK(vault.read().error().why == VaultError::Why::Damaged);
        CHECK(bench.bytes().size() == size);
    }
    bench.put(whole.left(whole.size() - 1));
    CHECK(!vault.read());
    QByteArray greedy = whole;
    greedy[12] = '\xff'; // mebibytes
    greedy[13] = '\xff';
    bench.put(greedy);
    CHECK(vault.read().error().why == VaultError::Why::Damaged);
    bench.put(QByteArray(100000, 'x'));
    CHECK(vault.read().error().why == VaultError::Why::Damaged);
}

TEST_CASE("a nonce is used once, and a failed write leaves the old file")
{
    const FileBench bench;
    FileVault vault = bench.open();
    REQUIRE(vault.write(entry(1)));
    const QByteArray first = bench.bytes();
    REQUIRE(vault.write(entry(1)));
    CHECK(bench.bytes() != first);

    FileVault nowhere(u"/proc/nowhere/vault.bin"_s, key(), Secret::fromText(u"a long passphrase"_s));
    CHECK(nowhere.write(entry(1)).error().why == VaultError::Why::Storage);
}

TEST_CASE("bytes that are no entry are damaged")
{
    const QByteArray bytes
        = GENERATE(QByteArray(), QByteArray("x"), QByteArray("{}"), QByteArray(R"({"v":2})"),
                   QByteArray(20000, '{'), QByteArray(R"({"v":1,"refresh":"a.b.c","generation":1,"user":2})"),
                   QByteArray(R"({"v":1,"generation":1,"user":2})"));
    CHECK(entryFrom(bytes).error().why == VaultError::Why::Damaged);
}
