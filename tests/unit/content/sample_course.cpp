#include "sample_course.h"

#include "content/format/course_loader.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

SampleCourse::SampleCourse()
{
    const QDir sample(QStringLiteral(SAMPLE_COURSE));
    QDirIterator files(sample.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        write(sample.relativeFilePath(file.fileName()), file.readAll());
    }
}

QByteArray SampleCourse::read(const QString &file) const
{
    QFile source(path(file));
    REQUIRE(source.open(QIODevice::ReadOnly));
    return source.readAll();
}

void SampleCourse::write(const QString &file, const QByteArray &bytes)
{
    REQUIRE(QDir().mkpath(QFileInfo(path(file)).path()));
    QFile target(path(file));
    REQUIRE(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(target.write(bytes) == bytes.size());
}

void SampleCourse::remove(const QString &file)
{
    REQUIRE(
        (QFileInfo(path(file)).isDir() ? QDir(path(file)).removeRecursively() : QFile::remove(path(file))));
}

studio::SourcePlace SampleCourse::replace(const QString &file, const QString &before, const QString &after)
{
    QString text = QString::fromUtf8(read(file));
    INFO(file.toStdString() << " has not one: " << before.toStdString());
    REQUIRE(text.count(before) == 1);
    text.replace(before, after);
    const qsizetype mark = text.indexOf(u'⟦');
    studio::SourcePlace place{file, 0, 0};
    if (mark >= 0) {
        const QString above = text.left(mark);
        place.line = static_cast<int>(above.count(u'\n')) + 1;
        place.column = static_cast<int>(above.mid(above.lastIndexOf(u'\n') + 1).toUcs4().size()) + 1;
        text.remove(mark, 1);
    }
    write(file, text.toUtf8());
    return place;
}

studio::LoadedCourse SampleCourse::load() const
{
    return studio::content::loadCourse(root());
}

QString describe(const std::vector<studio::Problem> &problems)
{
    QString all;
    for (const studio::Problem &problem : problems) {
        all += u"%1:%2:%3: %4: %5; expected %6\n"_s.arg(problem.place.file)
                   .arg(problem.place.line)
                   .arg(problem.place.column)
                   .arg(problem.severity == studio::Severity::Error ? u"error"_s : u"warning"_s, problem.what,
                        problem.expected);
    }
    return all;
}
