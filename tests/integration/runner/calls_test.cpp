#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

/// A module in a real worker, asked one call after another.
class Asking final
{
public:
    explicit Asking(const QString &code)
        : m_runner(workerPath())
        , m_session(m_runner.callSession(request(code)))
        , m_ready(m_session.get(), &CallSession::ready)
        , m_answered(m_session.get(), &CallSession::answered)
        , finished(m_session.get(), &CallSession::finished)
    {
    }

    bool ready() { return m_ready.wait(20'000); }

    CallAnswer ask(const QString &expression, const QByteArray &input = {})
    {
        m_answered.clear();
        m_session->call({expression, input});
        REQUIRE(m_answered.wait(20'000));
        return m_answered.first().first().value<CallAnswer>();
    }

    CallSession &session() { return *m_session; }

private:
    runner::WorkerRunner m_runner;
    std::unique_ptr<CallSession> m_session;
    QSignalSpy m_ready;
    QSignalSpy m_answered;

public:
    QSignalSpy finished;
};

} // namespace

TEST_CASE("Values of every plain type come back as they were", "[runner]")
{
    Asking module(
        u"values = [None, True, 2**100, 1.5, float('inf'), 2j, 'é\\n', b'\\xff', [1, [2]], (1,), {1}, frozenset(), {'k': (1,)}]"_s);
    REQUIRE(module.ready());
    const CallAnswer answer = module.ask(u"values"_s);
    REQUIRE(answer.value);
    CHECK(
        answer.value->repr()
        == u"[None, True, 1267650600228229401496703205376, 1.5, inf, (0.0+2.0j), 'é\\n', b'\\xff', [1, [2]], (1,), {1}, frozenset(), {'k': (1,)}]"_s);
}

TEST_CASE("What is not plain is carried as something that equals nothing", "[runner]")
{
    Asking module(
        u"class I(int): pass\nclass R:\n    def __repr__(self): raise ValueError\nloop = []\nloop.append(loop)"_s);
    REQUIRE(module.ready());
    CHECK(module.ask(u"I(3)"_s).value->typeName() == u"I"_s);
    CHECK(module.ask(u"R()"_s).value->typeName() == u"R"_s);
    CHECK(module.ask(u"loop"_s).value.has_value());
    CHECK(module.ask(u"'x' * (1 << 24)"_s).value->typeName() == u"str"_s);
    CHECK(module.ask(u"list(range(1000000))"_s).value.has_value());
}

TEST_CASE("A call may print, read, raise and leave; the next one is answered all the same", "[runner]")
{
    Asking module(
        u"import sys\ndef f(n):\n    print('got', input())\n    if n == 1: raise ValueError('one')\n    if n == 2: sys.exit()\n    return n"_s);
    REQUIRE(module.ready());
    const CallAnswer printed = module.ask(u"f(0)"_s, "hello\n");
    CHECK(printed.printed == u"got hello\n"_s);
    CHECK(printed.value->repr() == u"0"_s);
    const CallAnswer raised = module.ask(u"f(1)"_s, "x\n");
    REQUIRE(raised.error);
    CHECK(raised.error->type == u"ValueError"_s);
    CHECK(raised.error->line == 4);
    CHECK(module.ask(u"f(2)"_s, "x\n").left);
    CHECK(module.ask(u"f(3)"_s, "x\n").value->repr() == u"3"_s);
    module.session().end();
    REQUIRE(module.finished.wait(10'000));
    CHECK(module.finished.first().first().value<RunResult>().state == RunState::Finished);
}

TEST_CASE("A process that dies during a call answers with having left, then ends", "[runner]")
{
    Asking module(u"import os\ndef f(): os._exit(3)"_s);
    REQUIRE(module.ready());
    CHECK(module.ask(u"f()"_s).left);
    CHECK((module.finished.count() == 1 || module.finished.wait(10'000)));
}

TEST_CASE("Constructs are found by name, with their lines, without running the text", "[runner]")
{
    runner::WorkerRunner runner(workerPath());
    const auto inspection = runner.inspect(
        u"import math\nopen('never', 'w')\ndef f(n):\n    for i in [x for x in 'ab']:\n        if n > 1 and not i: return f(n - 1)\n    s.append(f'{n}')\n"_s);
    QSignalSpy finished(inspection.get(), &Inspection::finished);
    REQUIRE(finished.wait(20'000));
    const auto facts = finished.first().first().value<Result<SourceFacts>>();
    REQUIRE(facts);
    const auto has = [&facts](const QString &name, int line) {
        return std::any_of(
            facts->constructs.begin(), facts->constructs.end(),
            [&](const FoundConstruct &each) { return each.name == name && each.line == line; });
    };
    CHECK(has(u"import:math"_s, 1));
    CHECK(has(u"call:open"_s, 2));
    CHECK(has(u"def"_s, 3));
    CHECK(has(u"for"_s, 4));
    CHECK(has(u"comprehension"_s, 4));
    CHECK(has(u"operator:>"_s, 5));
    CHECK(has(u"operator:and"_s, 5));
    CHECK(has(u"recursion"_s, 5));
    CHECK(has(u"method:append"_s, 6));
    CHECK(has(u"f-string"_s, 6));
}
