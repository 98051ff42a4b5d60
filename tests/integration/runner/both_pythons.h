#pragma once

#include "domain/run.h"

#include <QString>

#include "sample_program.h"

namespace studio::test {

/// What a program did, with what may differ taken out: the folder it ran in and addresses of objects.
struct Doing
{
    QString out;
    QString err;
    int status = -1; ///< What a shell would see.
    RunState state = RunState::Finished;
};

/// Runs it with `/usr/bin/python3 -X utf8`, in a folder and an environment of its own.
Doing inPython(const SampleProgram &program);

/// Runs it in a worker; as a program in its own folder, as a check in a throw-away one.
Doing inWorker(const SampleProgram &program, RunKind kind);

/// Both at once, since each waits for the other's core anyway: Python's first.
std::pair<Doing, Doing> inBoth(const SampleProgram &program);

/// As in a window: its lines are given one by one, when it asks.
Doing inDialogue(const SampleProgram &program);

/// Whether Python finds the module.
bool pythonHas(const QString &module);

/// Where two texts part, for a failure's message; empty when they are the same.
QString differenceOf(const QString &python, const QString &worker);

} // namespace studio::test
