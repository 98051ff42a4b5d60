#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

/// What Python itself says, with the folder taken out of the file's name.
QString pythonSays(const QString &code, const QTemporaryDir &dir)
{
    QFile file(dir.filePath(u"main.py"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(code.toUtf8());
    file.close();
    QProcess python;
    python.setWorkingDirectory(dir.path());
    python.start(u"/usr/bin/python3"_s, {u"-I"_s, u"main.py"_s});
    REQUIRE(python.waitForFinished(20'000));
    return QString::fromUtf8(python.readAllStandardError()).replace(dir.path() % u'/', QString());
}

} // namespace

TEST_CASE("Tracebacks are CPython's own, with no frame of ours", "[runner]")
{
    const QTemporaryDir dir;
    for (const QString &code : {
             u"1/0\n"_s,
             u"def f(n):\n    return g(n)\n\ndef g(n):\n    return [1, 2][n]\n\nf(5)\n"_s,
             u"print(name)\n"_s,
             u"import math\nmath.sqrt(-1)\n"_s,
             u"int('x')\n"_s,
             u"'a' + 1\n"_s,
             u"{}['k']\n"_s,
             u"None.upper()\n"_s,
             u"assert 1 == 2, 'no'\n"_s,
             u"raise ValueError('ä', 3)\n"_s,
             u"try:\n    1/0\nexcept ZeroDivisionError as e:\n    raise RuntimeError('after') from e\n"_s,
             u"try:\n    1/0\nexcept ZeroDivisionError:\n    {}['x']\n"_s,
             u"class E(Exception):\n    pass\n\nraise E\n"_s,
             u"def f(): return f()\nf()\n"_s,
             u"import nosuchmodule\n"_s,
             u"for i in range(3):\n    (lambda: 1/0)()\n"_s,
             u"if True\n    pass\n"_s,
             u"def f():\nreturn 1\n"_s,
             u"x = 'abc\n"_s,
             u"print 1\n"_s,
             u"x = (1,\n"_s,
         }) {
        INFO(code.toStdString());
        CHECK(ran(code).err.toStdString() == pythonSays(code, dir).toStdString());
    }
}
