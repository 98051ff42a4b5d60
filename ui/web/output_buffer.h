#pragma once

#include "domain/run.h"

#include <QObject>
#include <QStringDecoder>
#include <QTimer>

namespace studio::ui {

/// Collects what a program prints and hands it on in pieces, at most 30 a second, as whole characters.
/// Bounded: past `kMost` characters, or `kMostTurns` changes from one stream to the other, the rest of a run
/// is dropped, and a last piece says so.
class OutputBuffer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputBuffer)

public:
    static constexpr qsizetype kMost = 200'000;
    static constexpr int kMostTurns = 1'000;

    explicit OutputBuffer(QObject *parent = nullptr);

    void begin(); ///< A new run.
    void add(RunStream stream, const QByteArray &bytes);
    void flush(); ///< Hands on what is there; call before telling of anything that came after it.

Q_SIGNALS:
    void text(studio::RunStream stream, const QString &text);

private:
    QStringDecoder m_out;
    QStringDecoder m_err;
    RunStream m_stream = RunStream::Out; ///< Of m_pending.
    QString m_pending;
    qsizetype m_total = 0;
    int m_turns = 0;
    QTimer m_timer;
};

/// `out` or `err`, as the viewer calls them.
QString toString(RunStream stream);

} // namespace studio::ui
