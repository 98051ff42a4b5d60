#pragma once

#include "cli/command.h"

#include <QSocketNotifier>

#include <memory>

namespace studio::cli {

/// Reads one line that nobody may see: from the terminal without showing it, or from standard input.
///
/// The terminal shows what is typed again when the line is there and when this object goes.
class SecretInput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretInput)

public:
    explicit SecretInput(QByteArray terminal = "/dev/tty", QObject *parent = nullptr);
    ~SecretInput() override;

    /// Calls `then` once, not inside this call: the line without its end; nothing when there is no terminal,
    /// the input ended or the line is over 4,096 bytes. One question at a time.
    void ask(SecretSource source, const QString &prompt, SecretAnswer then);

private:
    struct Terminal;

    void read();
    void end(std::optional<QByteArray> line);

    QByteArray m_path;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_line;
    SecretAnswer m_then;
};

} // namespace studio::cli
