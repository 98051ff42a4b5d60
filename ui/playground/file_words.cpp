#include "ui/playground/file_words.h"

#include "text/verdict_text.h"

#include <QCoreApplication>

namespace studio::ui {

namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

} // namespace

QString describe(NameProblem problem, const QString &name)
{
    switch (problem) {
    case NameProblem::Empty:
        return FileWords::tr("A file needs a name.");
    case NameProblem::TooLong:
        return FileWords::tr("This name is too long.");
    case NameProblem::BadCharacter:
        return FileWords::tr("A name can't have any of / \\ : * ? \" < > |");
    case NameProblem::BadEnd:
        return FileWords::tr("A name can't begin with a space, or end with a space or a dot.");
    case NameProblem::Hidden:
        return FileWords::tr("A name can't begin with a dot.");
    case NameProblem::Reserved:
        return FileWords::tr("%1 is a device's name on Windows. Choose another one.").arg(name);
    }
    Q_UNREACHABLE();
}

QString describeFileError(const Error &error, const QString &name)
{
    switch (error.code) {
    case ErrorCode::Conflict:
        return FileWords::tr("There is already something called %1.").arg(name);
    case ErrorCode::NotFound:
        return FileWords::tr("%1 is not there any more.").arg(name);
    case ErrorCode::InvalidData:
        return FileWords::tr("%1 is a data file. Programs can read it, but it can't be edited here.")
            .arg(name);
    default:
        return text::describe(error);
    }
}

} // namespace studio::ui
