#include "both_pythons.h"
#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

const QStringList kTopics{u"main"_s,          u"chance"_s,     u"exit"_s,    u"atexit"_s,  u"threads"_s,
                          u"processes"_s,     u"asyncio"_s,    u"signals"_s, u"input"_s,   u"encoding"_s,
                          u"warnings"_s,      u"tracebacks"_s, u"syntax"_s,  u"streams"_s, u"lifetime"_s,
                          u"introspection"_s, u"imports"_s,    u"library"_s};

void same(const Doing &python, const Doing &worker, const char *how, bool differs)
{
    INFO(how);
    if (!differs) {
        CHECK(differenceOf(python.out, worker.out).toStdString() == "");
    }
    CHECK(differenceOf(python.err, worker.err).toStdString() == "");
    CHECK(python.status == worker.status);
}

void agrees(const SampleProgram &program)
{
    const auto [python, worker] = inBoth(program);
    same(python, worker, "as a program", program.differs);
    if (program.differs) {
        CHECK(inWorker(program, RunKind::Program).out.toStdString() != worker.out.toStdString());
    }
    if (program.inCheck) {
        same(python, inWorker(program, RunKind::Check), "as a check", program.differs);
    }
    if (!program.input.isEmpty() && program.inDialogue) {
        same(python, inDialogue(program), "in a dialogue", program.differs);
    }
}

/// A program's name is the section's, so that a failure tells it.
void agree(const QString &topic)
{
    for (const SampleProgram &program : samplePrograms(topic)) {
        DYNAMIC_SECTION(program.name.toStdString())
        {
            if (program.needs.isEmpty() || pythonHas(program.needs)) {
                agrees(program);
            }
        }
    }
}

} // namespace

TEST_CASE("No topic is left out", "[conformance]")
{
    std::size_t count = 0;
    for (const QString &topic : sampleTopics()) {
        INFO(topic.toStdString());
        CHECK(kTopics.contains(topic));
        count += samplePrograms(topic).size();
    }
    CHECK(count >= 300);
}

TEST_CASE("A program is the main module", "[conformance]")
{
    agree(u"main"_s);
}

TEST_CASE("Chance is another in each run", "[conformance]")
{
    agree(u"chance"_s);
}

TEST_CASE("Every way to leave", "[conformance]")
{
    agree(u"exit"_s);
}

TEST_CASE("Handlers at exit", "[conformance]")
{
    agree(u"atexit"_s);
}

TEST_CASE("Threads", "[conformance]")
{
    agree(u"threads"_s);
}

TEST_CASE("Processes", "[conformance]")
{
    agree(u"processes"_s);
}

TEST_CASE("Coroutines", "[conformance]")
{
    agree(u"asyncio"_s);
}

TEST_CASE("Signals", "[conformance]")
{
    agree(u"signals"_s);
}

TEST_CASE("Input", "[conformance]")
{
    agree(u"input"_s);
}

TEST_CASE("Texts in every alphabet", "[conformance]")
{
    agree(u"encoding"_s);
}

TEST_CASE("Warnings", "[conformance]")
{
    agree(u"warnings"_s);
}

TEST_CASE("Tracebacks", "[conformance]")
{
    agree(u"tracebacks"_s);
}

TEST_CASE("What is no Python", "[conformance]")
{
    agree(u"syntax"_s);
}

TEST_CASE("Output streams", "[conformance]")
{
    agree(u"streams"_s);
}

TEST_CASE("The end of objects", "[conformance]")
{
    agree(u"lifetime"_s);
}

TEST_CASE("Programs that look at themselves", "[conformance]")
{
    agree(u"introspection"_s);
}

TEST_CASE("Programs of several files", "[conformance]")
{
    agree(u"imports"_s);
}

TEST_CASE("The standard library", "[conformance]")
{
    agree(u"library"_s);
}
