#include "cli/command.h"

#include "cli/exit_code.h"
#include "text/verdict_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QStringDecoder>

#include <csignal>

namespace studio::cli {

using namespace Qt::StringLiterals;

Command::Command(const Environment &environment, CommandIo io)
    : m_environment(environment)
    , m_io(std::move(io))
{
}

void Command::interrupt()
{
    finishLater(kStoppedBase + SIGINT);
}

void Command::print(const QString &text) const
{
    m_io.out(text.toUtf8() + '\n');
}

void Command::printError(const QString &text) const
{
    m_io.err("learning-studio: " + text.toUtf8() + '\n');
}

void Command::printJson(const QByteArray &json) const
{
    m_io.out(json.endsWith('\n') ? json : json + '\n');
}

void Command::finishLater(int exitCode)
{
    QMetaObject::invokeMethod(
        this, [this, exitCode] { Q_EMIT finished(exitCode); }, Qt::QueuedConnection);
}

QString Command::absolutePath(const QString &path) const
{
    return QDir::cleanPath(QDir(m_io.workingFolder).absoluteFilePath(path));
}

int Command::report(const Error &error) const
{
    printError(text::describe(error)
               % (error.message.isEmpty() ? QString() : u" ("_s % error.message % u')'));
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::InvalidData:
        return kNotFound;
    case ErrorCode::Internal:
        return kPython;
    default:
        return kStorage;
    }
}

Result<QString> readTextFile(const QString &path)
{
    constexpr qint64 kLargest = 5'000'000;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, path);
    }
    const QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest) {
        return fail(ErrorCode::InvalidData, u"%1: larger than 5 MB"_s.arg(path));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        return fail(ErrorCode::InvalidData, u"%1: not UTF-8 text"_s.arg(path));
    }
    return text.replace("\r\n"_L1, "\n"_L1);
}

} // namespace studio::cli
