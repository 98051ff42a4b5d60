#pragma once

#include <QJsonObject>

#include "sync_bench_client.h"

namespace studio::bench {

/// What a benchmark is told on its command line.
struct SyncBench
{
    QString server; ///< Of the real platform, as a person types it.
    QString ca;
    QString folder; ///< On a real disk; for the clients' work.
    QString user;
    QString password;
    int count = 0; ///< Of what the benchmark is about: actions, rows, clients.
    quint32 seed = 1;
    int overload = 503; ///< What the model platform says when it has too much to do.
    int jitter = 30; ///< Seconds, at the start.

    SyncPlace place(const QString &name) const { return {server, ca, folder + u'/' + name}; }
};

// Each gives its figures as lists or numbers.
QJsonObject measureWeek(const SyncBench &bench);
QJsonObject measurePull(const SyncBench &bench);
QJsonObject measureForum(const SyncBench &bench);
QJsonObject measureDrain(const SyncBench &bench);
QJsonObject measureBare(const SyncBench &bench);
QJsonObject measureCommit(const SyncBench &bench);
QJsonObject measureClass(const SyncBench &bench);
QJsonObject measureCountry(const SyncBench &bench);

} // namespace studio::bench
