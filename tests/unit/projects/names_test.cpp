#include "domain/packages.h"
#include "domain/project.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

TEST_CASE("Names that some system can't have are told apart by what is wrong with them", "[projects]")
{
    for (const QString &good :
         {u"main.py"_s, u"Ünïcode data.csv"_s, u"CONSOLE.txt"_s, u"com10.txt"_s, u"a.b.c"_s, u"数据.py"_s}) {
        INFO(good.toStdString());
        CHECK_FALSE(problemOfName(good));
    }
    CHECK(problemOfName({}) == NameProblem::Empty);
    CHECK(problemOfName(u"a/b"_s) == NameProblem::BadCharacter);
    CHECK(problemOfName(u"a\\b"_s) == NameProblem::BadCharacter);
    CHECK(problemOfName(u"what?.py"_s) == NameProblem::BadCharacter);
    CHECK(problemOfName(u"a\nb"_s) == NameProblem::BadCharacter);
    CHECK(problemOfName(u".."_s) == NameProblem::Hidden);
    CHECK(problemOfName(u".venv"_s) == NameProblem::Hidden);
    CHECK(problemOfName(u"name."_s) == NameProblem::BadEnd);
    CHECK(problemOfName(u"name "_s) == NameProblem::BadEnd);
    CHECK(problemOfName(u"nul.py"_s) == NameProblem::Reserved);
    CHECK(problemOfName(u"COM1"_s) == NameProblem::Reserved);
    CHECK(problemOfName(u"lpt9.tar.gz"_s) == NameProblem::Reserved);
    CHECK(problemOfName(QString(101, u'x')) == NameProblem::TooLong);
}

TEST_CASE("A path is as good as the worst of its names", "[projects]")
{
    CHECK_FALSE(problemOfPath(u"pkg/mod.py"_s));
    CHECK(problemOfPath(u"/etc/passwd"_s) == NameProblem::Empty);
    CHECK(problemOfPath(u"../x.py"_s) == NameProblem::Hidden);
    CHECK(problemOfPath(u"a//b"_s) == NameProblem::Empty);
    CHECK(problemOfPath({}) == NameProblem::Empty);
}

TEST_CASE("Whatever a file is called elsewhere, a right name is made of it", "[projects]")
{
    for (const QString &wanted : {u"C:\\Users\\ada\\nul.csv"_s, u"../../etc/passwd"_s, u"???"_s, u""_s,
                                  u" . "_s, QString(u"x"_s.repeated(500) % u".csv"_s), u"a\tb.py"_s}) {
        INFO(wanted.toStdString());
        CHECK_FALSE(problemOfName(safeFileName(wanted)));
    }
    CHECK(safeFileName(u"C:\\data\\prices.csv"_s) == u"prices.csv"_s);
    CHECK(safeFileName(u"x"_s.repeated(500) % u".csv"_s).endsWith(u".csv"_s));
}

TEST_CASE("A copy gets the first name that is free", "[projects]")
{
    const QStringList there = {u"data.csv"_s, u"data 2.csv"_s, u"main.py"_s, u"pkg"_s};
    const auto taken = [&there](const QString &name) { return there.contains(name); };
    CHECK(freeName(u"other.csv"_s, taken) == u"other.csv"_s);
    CHECK(freeName(u"data.csv"_s, taken) == u"data 3.csv"_s);
    CHECK(freeName(u"main.py"_s, taken) == u"main_2.py"_s);
    CHECK(freeName(u"pkg"_s, taken) == u"pkg 2"_s);
}

TEST_CASE("Only requirements without address, marker or option may be installed", "[packages]")
{
    for (const QString &good :
         {u"rich"_s, u"numpy==1.26.4"_s, u"numpy >= 1.24, <2"_s, u"requests[socks]~=2.31"_s,
          u"zope.interface"_s, u"a"_s, u"x==1.0.post1"_s, u"x==2!1.0+local"_s}) {
        INFO(good.toStdString());
        CHECK(isRequirement(good));
    }
    for (const QString &bad :
         {u""_s, u"-r other.txt"_s, u"--index-url=http://x"_s, u"x @ http://evil/x.whl"_s,
          u"git+https://x/y"_s, u"./x.whl"_s, u"/tmp/x.whl"_s, u"x; python_version<'3'"_s, u"x --pre"_s,
          u"x\n-e ."_s, u"-x"_s, u"x=1"_s, u"_x"_s, u"x;"_s, u"x==\"1\""_s, u"C:\\x"_s, u"x>=1,"_s,
          QString(500, u'x')}) {
        INFO(bad.toStdString());
        CHECK_FALSE(isRequirement(bad));
    }
    CHECK(packageKey(u"Zope.Interface[test] >= 1"_s) == u"zope-interface"_s);
    CHECK(packageKey(u"a__b--c"_s) == u"a-b-c"_s);
}

TEST_CASE("Names and passwords in addresses are never shown", "[packages]")
{
    CHECK(withoutCredentials(u"Looking in https://ada:secret@mirror.example/simple/ now"_s)
          == u"Looking in https://mirror.example/simple/ now"_s);
    CHECK(isIndexAddress(u"https://mirror.example/simple"_s));
    CHECK_FALSE(isIndexAddress(u"--trusted-host"_s));
    CHECK_FALSE(isIndexAddress(u"file:///etc"_s));
    CHECK_FALSE(isIndexAddress(u"https://"_s));
}

TEST_CASE("requirements.txt keeps every line that is not about the package", "[packages]")
{
    const QString text = u"# what we need\nnumpy==1.0  # fast\n--no-binary :all:\n\nrich\n"_s;
    CHECK(withRequirement(text, u"NumPy==2.0"_s)
          == u"# what we need\nNumPy==2.0\n--no-binary :all:\n\nrich\n"_s);
    CHECK(withRequirement(text, u"attrs==1"_s) == text % u"attrs==1\n"_s);
    CHECK(withRequirement({}, u"attrs==1"_s) == u"attrs==1\n"_s);
    CHECK(withoutRequirement(text, u"Rich"_s)
          == u"# what we need\nnumpy==1.0  # fast\n--no-binary :all:\n\n"_s);
    QStringList left;
    CHECK(requirementsIn(text, &left) == QStringList{u"numpy==1.0"_s, u"rich"_s});
    CHECK(left == QStringList{u"--no-binary :all:"_s});
}
