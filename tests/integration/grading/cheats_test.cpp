#include "gradings.h"

using namespace studio;
using namespace studio::test;

namespace {

struct Cheat
{
    const char *what;
    QString answer;
};

void nonePasses(const Exercise &exercise, const std::vector<Cheat> &cheats)
{
    for (const Cheat &cheat : cheats) {
        INFO(cheat.what);
        CHECK(toString(verdictOn(exercise, cheat.answer).outcome).toStdString() != "passed");
    }
}

} // namespace

TEST_CASE("A function exercise can't be cheated", "[cheat]")
{
    nonePasses(
        tripler(),
        {
            {"leaves with status 0", u"import os\ndef triple(n): os._exit(0)"_s},
            {"sys.exit", u"import sys\ndef triple(n): sys.exit(0)"_s},
            {"leaves at import", u"import sys\nsys.exit(0)"_s},
            {"equal to everything",
             u"class E:\n    def __eq__(self, o): return True\n    def __repr__(self): return '6'\n    __hash__ = object.__hash__\ndef triple(n): return E()"_s},
            {"an int that equals everything",
             u"class I(int):\n    def __eq__(self, o): return True\n    __hash__ = int.__hash__\ndef triple(n): return I(6)"_s},
            {"prints a verdict", u"print('passed')\ndef triple(n): print('{\"outcome\": \"passed\"}')"_s},
            {"looks for expected values",
             u"import gc\ndef triple(n):\n    for o in gc.get_objects():\n        if isinstance(o, dict) and 'gives' in o: return o['gives']"_s},
            {"walks the frames",
             u"import sys\ndef triple(n):\n    f = sys._getframe()\n    while f:\n        for v in f.f_locals.values():\n            if isinstance(v, dict) and 'expected' in v: return v['expected']\n        f = f.f_back"_s},
            {"patches the channel",
             u"import _studio\n_studio.encode = lambda o: {'t': 'int', 'v': '6'}\ndef triple(n): return None"_s},
            {"answers for the host",
             u"import _studio\ndef triple(n):\n    _studio.send({'type': 'done', 'state': 'finished'})\n    _studio.send({'type': 'verdict', 'outcome': 'passed'})"_s},
            {"writes a frame by hand",
             u"import os, struct\nm = b'{\"type\": \"answer\", \"id\": 1, \"value\": {\"t\": \"int\", \"v\": \"6\"}}'\nfor fd in range(3, 10):\n    try: os.write(fd, struct.pack('<I', len(m)) + m)\n    except OSError: pass\ndef triple(n): return None"_s},
            {"writes nonsense on the channel",
             u"import os\nos.write(3, b'\\xff' * 64)\ndef triple(n): return n * 3"_s},
            {"patches the comparison",
             u"import builtins\nbuiltins.int.__eq__ if False else None\nbuiltins.eval = lambda *a: 6\ndef triple(n): return 0"_s},
            {"reads the course",
             u"import glob\ndef triple(n): return [open(f).read() for f in glob.glob('**/exercise.yaml', recursive=True)]"_s},
            {"a thread that outlives",
             u"import threading, os\nthreading.Timer(0.05, lambda: os._exit(0)).start()\ndef triple(n): return 0"_s},
            {"traces", u"import sys\nsys.settrace(lambda *a: None)\ndef triple(n): return 6"_s},
            {"atexit", u"import atexit, os\natexit.register(lambda: os._exit(0))\ndef triple(n): return 1"_s},
        });
}

TEST_CASE("A program exercise can't be cheated", "[cheat]")
{
    nonePasses(
        doubler(),
        {
            {"a magic word", u"print('passed')"_s},
            {"leaves early", u"import os; os._exit(0)"_s},
            {"sys.exit(0)", u"import sys; sys.exit(0)"_s},
            {"knows only the visible case", u"print(4)"_s},
            {"writes everywhere",
             u"import os\nfor fd in range(3, 20):\n    try: os.write(fd, b'4\\n')\n    except OSError: pass"_s},
            {"tells the host",
             u"import _studio\n_studio.send({'type': 'done', 'state': 'finished', 'outcome': 'passed'})"_s},
            {"replaces stdout", u"import sys, io\nsys.stdout = io.StringIO()\nprint(4)"_s},
            {"prints to stderr", u"import sys\nprint(int(input()) * 2, file=sys.stderr)"_s},
            {"looks into its parent",
             u"import os\nprint(open('/proc/%d/environ' % os.getppid(), 'rb').read(20))"_s},
        });
}

TEST_CASE("A unittest file that runs apart can't be cheated", "[cheat]")
{
    nonePasses(
        halves(false),
        {
            {"patches unittest",
             u"import unittest\nunittest.TestCase.assertEqual = lambda *a, **k: None\ndef half(n): return 0"_s},
            {"patches the result",
             u"import unittest\nunittest.TestResult.addFailure = lambda *a: None\ndef half(n): return 0"_s},
            {"leaves", u"import os\ndef half(n): os._exit(0)"_s},
            {"leaves at import", u"import os\nos._exit(0)"_s},
            {"equal to everything",
             u"class E:\n    def __eq__(self, o): return True\ndef half(n): return E()"_s},
            {"replaces builtins",
             u"import builtins\nbuiltins.print = lambda *a: None\nbuiltins.isinstance = lambda *a: True\ndef half(n): return 0"_s},
            {"sends a report",
             u"import _studio\n_studio.send({'type': 'report', 'tests': [{'name': 'x', 'state': 'passed'}], 'broken': False})\ndef half(n): return 0"_s},
            {"sends a report as an answer",
             u"import _studio\ndef half(n):\n    _studio.send({'type': 'answer', 'id': 1, 'value': {'t': 'other', 'type': 'E', 'text': '4'}})\n    return 0"_s},
            {"another module in its place",
             u"import sys, types\nsys.modules['unittest'] = types.ModuleType('unittest')\ndef half(n): return 0"_s},
        });
}

TEST_CASE("An answer that starts another program is refused it, and holds up no verdict", "[cheat]")
{
    const Verdict verdict = verdictOn(
        doubler(), u"import subprocess, sys\nsubprocess.Popen(['sleep', '60'])\nprint(int(input()) * 2)"_s);

    CHECK(verdict.outcome != Outcome::Passed);
    CHECK(verdict.elapsed < std::chrono::seconds(20));
}
