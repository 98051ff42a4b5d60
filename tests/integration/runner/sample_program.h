#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace studio::test {

/// One program of tests/data/programs, with what its `#: ` lines say of it (README.md there).
struct SampleProgram
{
    QString name; ///< `atexit/order`, or of a program of several files its folder: `imports/package`.
    QString fileName; ///< `order.py`, or `main.py`.
    QByteArray code;
    QMap<QString, QByteArray> files; ///< The others of its folder.
    QStringList arguments;
    QByteArray input;
    QString needs; ///< A module it can't run without.
    bool differs = false; ///< What it prints is another thing in each run.
    bool unbuffered = false; ///< Ends without Python's clean-up.
    bool unsorted = false; ///< Its lines come in any order.
    bool inCheck = true; ///< Does nothing a check forbids.
    bool inDialogue = true; ///< Reads its input in a way that can ask for it.
    bool network = false;
};

/// The topics: the folders of tests/data/programs.
QStringList sampleTopics();

/// A topic's programs, by name.
std::vector<SampleProgram> samplePrograms(const QString &topic);

} // namespace studio::test
