#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace studio::cli {

/// What one process asks of the one that has the window, over a local socket only this user can open.
struct RemoteRequest
{
    enum class Kind { Command, Show };

    Kind kind = Kind::Show;
    QString command;
    QStringList arguments;
    QString workingFolder;
};

/// The answer comes in frames: a letter, a length (4 bytes, big endian), that many bytes. A command may ask
/// for a secret in between; the other side then sends one frame, Secret or NoSecret.
struct RemoteFrame
{
    enum class Kind : char {
        Out = 'o',
        Err = 'e',
        Exit = 'x',
        AskTerminal = 't', ///< With the prompt.
        AskInput = 'i', ///< From standard input.
        Secret = 's',
        NoSecret = 'n',
    };

    Kind kind = Kind::Out;
    QByteArray bytes; ///< For Exit: the status in decimal.
};

constexpr qsizetype kLargestRequest = 1 << 20;
constexpr qsizetype kLargestFrame = 16 << 20;

/// The name of the socket for a folder of data; the same in every process of a user.
QString serverName(const QString &dataDir);

QByteArray encode(const RemoteRequest &request); ///< One line of JSON, with its newline.
std::optional<RemoteRequest>
decodeRequest(const QByteArray &line); ///< Nothing when it is nonsense or of another version.

QByteArray encode(const RemoteFrame &frame);

/// Takes the next whole frame from the front of `buffer`; nothing when it is not all there yet.
/// `broken` is set when what is there can never become a frame.
std::optional<RemoteFrame> takeFrame(QByteArray &buffer, bool &broken);

} // namespace studio::cli
