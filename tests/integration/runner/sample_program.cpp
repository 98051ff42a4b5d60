#include "sample_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

const QString kPrograms = QStringLiteral(SAMPLE_PROGRAMS);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void read(SampleProgram &program, const QString &key, const QString &value)
{
    if (key == "args"_L1 || key == "input"_L1) {
        const QJsonArray values = QJsonDocument::fromJson(value.toUtf8()).array();
        for (const QJsonValue &each : values) {
            if (key == "args"_L1) {
                program.arguments << each.toString();
            } else {
                program.input += each.toString().toUtf8();
            }
        }
    } else if (key == "needs"_L1) {
        program.needs = value;
    } else if (key == "no"_L1) {
        (value == "check"_L1 ? program.inCheck : program.inDialogue) = false;
    }
    program.differs |= key == "differs"_L1;
    program.unbuffered |= key == "unbuffered"_L1;
    program.unsorted |= key == "unsorted"_L1;
    program.network |= key == "network"_L1;
}

SampleProgram programFrom(const QString &name, const QString &path)
{
    SampleProgram program;
    program.name = name;
    program.fileName = QFileInfo(path).fileName();
    program.code = contentOf(path);
    const QStringList lines = QString::fromUtf8(program.code).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("#: "_L1)) {
            read(program, line.section(u' ', 1, 1), line.section(u' ', 2));
        }
    }
    return program;
}

SampleProgram programOfFiles(const QString &name, const QDir &folder)
{
    SampleProgram program = programFrom(name, folder.filePath(u"main.py"_s));
    QDirIterator each(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = folder.relativeFilePath(each.next());
        if (path != program.fileName) {
            program.files.insert(path, contentOf(folder.filePath(path)));
        }
    }
    return program;
}

} // namespace

QStringList sampleTopics()
{
    return QDir(kPrograms).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

std::vector<SampleProgram> samplePrograms(const QString &topic)
{
    std::vector<SampleProgram> programs;
    const QDir folder(kPrograms % u'/' % topic);
    const QFileInfoList entries
        = folder.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString name = topic % u'/' % entry.completeBaseName();
        programs.push_back(entry.isDir() ? programOfFiles(name, QDir(entry.filePath()))
                                         : programFrom(name, entry.filePath()));
    }
    return programs;
}

} // namespace studio::test
