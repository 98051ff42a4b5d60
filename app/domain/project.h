#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace studio {

/// One entry of a project's folder.
struct ProjectFile
{
    enum class Kind {
        Python, ///< `*.py`, small enough to edit.
        Text, ///< UTF-8 text, small enough to edit.
        Data, ///< Binary or large: never opened in the editor.
        Folder,
    };

    QString path; ///< Relative to the project, with `/`.
    Kind kind = Kind::Data;
    qint64 size = 0; ///< Bytes; 0 for a folder.

    bool operator==(const ProjectFile &) const = default;
};

/// A folder of programs and data files that belong together.
struct Project
{
    QString id;
    QString title;
    QString folder; ///< Absolute; where its programs run.
    QString mainFile; ///< Relative; what Run runs. May be missing on the disk.
    bool external = false; ///< A folder opened from the disk, not one of the person's data.
    QDateTime changedUtc; ///< Of its record: made, renamed, opened.
    QMap<QString, QString> documents; ///< Journal key of each file that was ever opened, by relative path.
    QStringList openFiles; ///< Relative, in the order of their tabs.
    QString currentFile; ///< The tab in front.
};

/// Why a name can't be a file's, on any of the systems the program runs on.
enum class NameProblem {
    Empty,
    TooLong, ///< More than 100 characters.
    BadCharacter, ///< A control character or one of `/ \ : * ? " < > |`
    BadEnd, ///< Ends in a dot or a space, or begins with a space.
    Hidden, ///< Begins with a dot.
    Reserved, ///< `CON`, `nul.py`, ...: a device on Windows.
};

/// Of one name without folders; nothing when it is right.
std::optional<NameProblem> problemOfName(const QString &name);

/// The same for a relative path of several names. `..`, absolute and empty paths are BadCharacter or Empty.
std::optional<NameProblem> problemOfPath(const QString &path);

/// The nearest right name: `a/b?.py` becomes `b_.py`. Never empty.
QString safeFileName(const QString &wanted);

/// `data 2.csv` for a taken `data.csv`: the first free one. `taken` gives whether a name is used.
QString freeName(const QString &wanted, const std::function<bool(const QString &)> &taken);

} // namespace studio
