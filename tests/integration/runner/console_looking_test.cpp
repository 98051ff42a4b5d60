#include "consoles.h"

using namespace studio;
using namespace studio::test;

namespace {

/// Classes that do harm when any of their own code is run; each call is counted in `touched`.
const QString kHostile = uR"(
import collections

touched = []

def trap(name):
    def method(self, *args, **kwargs):
        touched.append(name)
        raise RuntimeError(name)
    return method

NAMES = '''__len__ __iter__ __getitem__ __repr__ __str__ __getattr__ __getattribute__ __dir__ __eq__ __lt__ __bool__
__contains__ __reversed__ __length_hint__ __format__ __sizeof__ __index__ __int__ __reduce__ keys items values get
__missing__ __next__ __call__ __get__'''.split()

class Meta(type):
    __getattribute__ = __getattr__ = __call__ = trap('meta')
    __instancecheck__ = __subclasscheck__ = __dir__ = __repr__ = __eq__ = __iter__ = trap('meta')
    __hash__ = type.__hash__
    __name__ = property(trap('meta name'))
    __module__ = property(trap('meta module'))
    __doc__ = property(trap('meta doc'))
    __dict__ = property(trap('meta dict'))
    __mro__ = property(trap('meta mro'))
    mro = type.mro

def hostile(base, **extra):
    body = {name: trap(name) for name in NAMES}
    body.update(__hash__=None, __class__=property(trap('class')), __dict__=property(trap('dict')), **extra)
    return type.__call__(Meta, 'Hostile' + base.__name__.title(), (base,), body)

made = [type.__call__(hostile(base)) for base in (list, dict, set, tuple, str, bytes, int, float, object,
        collections.deque, collections.OrderedDict, collections.defaultdict, BaseException, frozenset, complex)]
one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen = made
list.extend(one, [1, 2, 3])
dict.update(two, {'a': 1})
set.update(three, {7})
)"_s;

QStringList namesOf(const VariableList &list)
{
    QStringList names;
    for (const Variable &each : list.items) {
        names.append(each.name);
    }
    return names;
}

QString insideAs(const VariableChildren &children)
{
    QStringList rows;
    for (const Variable &each : children.items) {
        rows.append(each.name + u'=' + each.value);
    }
    return rows.join(u' ');
}

} // namespace

TEST_CASE("The variables are the program's own names with type, length and a preview", "[console]")
{
    Consoling it(
        u"import math\nfrom os import getcwd\nfrom math import pi, sqrt\nfrom collections import Counter\n"
        "count = 3\nname = 'Ada'\nscores = [1, 2]\nages = {'a': 1}\nnothing = None\n"
        "def area(w, h=2): pass\nclass P:\n    def __init__(self): self.x = 1\np = P()\n"_s);
    REQUIRE(it.waitForProgram());
    const VariableList list = it.variables();
    CHECK(namesOf(list)
          == QStringList{u"pi"_s, u"count"_s, u"name"_s, u"scores"_s, u"ages"_s, u"nothing"_s, u"area"_s,
                         u"P"_s, u"p"_s});
    CHECK_FALSE(list.more);
    const auto row = [&](int i) {
        const Variable &each = list.items[static_cast<std::size_t>(i)];
        return u"%1 %2 %3"_s.arg(each.type, each.value).arg(each.length);
    };
    CHECK(row(1) == u"int 3 -1"_s);
    CHECK(row(2) == u"str 'Ada' 3"_s);
    CHECK(row(3) == u"list [1, 2] 2"_s);
    CHECK(row(4) == u"dict {'a': 1} 1"_s);
    CHECK(row(5) == u"NoneType None -1"_s);
    CHECK(row(6) == u"function area(w, h=2) -1"_s);
    CHECK(row(8) == u"P P(x=1) -1"_s);
    CHECK(list.items[6].kind == Variable::Kind::Function);
    CHECK(list.items[7].kind == Variable::Kind::Class);
    CHECK(list.items[1].handle == 0);
    CHECK(list.items[3].handle != 0);
}

TEST_CASE("What is inside a value is told piece by piece", "[console]")
{
    Consoling it(u"from collections import deque, namedtuple\nimport enum\n"
                 "a = [10, 'x', [1, [2]]]\nd = {'k': 1, 2: {'deep': True}, (1, 2): None}\ns = {5}\nt = (1,)\n"
                 "q = deque([1, 2])\nr = range(3, 9, 2)\nn = namedtuple('N', 'u v')(1, 2)\n"
                 "class Slots:\n    __slots__ = ('x', 'y')\n"
                 "class Both(list):\n    pass\n"
                 "o = Slots(); o.x = 1\nb = Both([7]); b.note = 'n'\n"
                 "class Colour(enum.Enum):\n    RED = 1\n"
                 "c = Colour.RED\nloop = []; loop.append(loop)\nbig = list(range(1000))\n"_s);
    REQUIRE(it.waitForProgram());
    const auto inside = [&](const QString &name) { return insideAs(it.inside(it.variable(name))); };
    CHECK(inside(u"a"_s) == u"[0]=10 [1]='x' [2]=[1, [2]]"_s);
    CHECK(inside(u"d"_s) == u"['k']=1 [2]={'deep': True} [(1, 2)]=None"_s);
    CHECK(inside(u"s"_s) == u"=5"_s);
    CHECK(inside(u"t"_s) == u"[0]=1"_s);
    CHECK(inside(u"q"_s) == u"[0]=1 [1]=2"_s);
    CHECK(inside(u"r"_s) == u"[0]=3 [1]=5 [2]=7"_s);
    CHECK(inside(u"n"_s) == u"[0]=1 [1]=2"_s);
    CHECK(it.variable(u"n"_s).value == u"N(u=1, v=2)"_s);
    CHECK(inside(u"o"_s) == u"x=1"_s);
    CHECK(inside(u"b"_s) == u"[0]=7 note='n'"_s);
    CHECK(it.variable(u"c"_s).value == u"Colour.RED"_s);
    CHECK(it.variable(u"loop"_s).value == u"[[…]]"_s);

    const Variable big = it.variable(u"big"_s);
    CHECK(it.inside(big, 0, 100'000).items.size() == 100);
    const VariableChildren last = it.inside(big, 995, 100);
    REQUIRE(last.items.size() == 5);
    CHECK(last.items[4].name == u"[999]"_s);
    CHECK(it.inside(big, 1000, 10).items.empty());
    CHECK(it.inside(big, -5, -5).items.empty());

    // Deeper, and a handle of before is void after the next statement.
    const Variable nested = it.inside(it.variable(u"a"_s)).items[2];
    CHECK(insideAs(it.inside(nested)) == u"[0]=1 [1]=[2]"_s);
    it.say(u"1"_s);
    CHECK(it.inside(nested).items.empty());
}

TEST_CASE("Looking costs the same however much there is, and says it in few bytes", "[console]")
{
    Consoling it(
        u"big = list(range(10_000_000))\nkeys = dict.fromkeys(range(300_000))\ntext = 'x' * 100_000_000\n"
        "number = 7 ** 1_000_000\nmany = {str(i) * 500: 'v' * 500 for i in range(30)}\n"
        "wide = [['y' * 1000] * 1000] * 1000\nspan = range(10 ** 30)\n"
        "class Long:\n    pass\nLong.__name__ = 'L' * 100_000\nlong = Long()\n"
        "for i in range(200): vars(long)['a' * 1000 + str(i)] = 'b' * 10_000\n"
        "for i in range(3000): globals()[f'v{i}'] = 'w' * 1000\n"_s);
    REQUIRE(it.waitForProgram());
    const VariableList list = it.variables();
    CHECK(list.items.size() == 500);
    CHECK(list.more);
    for (const Variable &each : list.items) {
        CHECK(each.value.size() <= 200);
        CHECK(each.name.size() <= 200);
        CHECK(each.type.size() <= 100);
    }
    CHECK(list.items[0].value.startsWith(u"[0, 1, 2, 3"_s));
    CHECK(list.items[0].length == 10'000'000);
    CHECK(list.items[0].children == 10'000'000);
    CHECK(it.inside(list.items[0], 9'999'999, 100).items.size() == 1);
    CHECK(list.items[3].value.startsWith(u"≈"_s));
    CHECK(list.items[3].value.endsWith(u"e+845098"_s));
}

TEST_CASE("Not one line of a hostile class is run by looking", "[console]")
{
    Consoling it(kHostile);
    REQUIRE(it.waitForProgram());
    INFO(it.program.toStdString());
    REQUIRE(it.result.state == RunState::Finished);
    for (const Variable &each : it.variables().items) {
        INFO(each.name.toStdString() << " " << each.value.toStdString());
        CHECK_FALSE(each.value.isEmpty());
        if (each.handle != 0) {
            for (const Variable &inner : it.inside(each).items) {
                if (inner.handle != 0) {
                    it.inside(inner);
                }
            }
        }
    }
    for (const char *before :
         {"on", "one.", "two.", "one[0].", "two['a'].", "made[3].x", "Meta.", "one.append(", "made[14].",
          "nine.real.", "type(one).", "one(", "made[0](", "hostile("}) {
        it.complete(QString::fromLatin1(before));
    }
    for (const char *name :
         {"one", "two", "made[8]", "Meta", "one.append", "one.nothing", "two['a']", "made[12].args"}) {
        it.say(u'?' + QString::fromLatin1(name));
        CHECK(it.answer.help.has_value());
    }
    CHECK(it.variable(u"one"_s).value == u"HostileList([1, 2, 3])"_s);
    CHECK(it.variable(u"one"_s).length == 3);
    CHECK(it.variable(u"two"_s).value == u"HostileDict({'a': 1})"_s);
    CHECK(it.say(u"touched"_s) == u"[]\n"_s);
}

TEST_CASE("Values that never end or change while they are looked at do no harm", "[console]")
{
    Consoling it(
        u"import itertools, threading, time, weakref\n"
        "endless = itertools.count()\ngen = (i for i in itertools.count())\nnext(gen)\n"
        "a = []\nb = {'a': a}\na.append(b)\n"
        "deep = []\nfor i in range(100_000): deep = [deep]\n"
        "moving = {}\n"
        "def move():\n    i = 0\n    while True:\n        moving[i] = i; moving.pop(i - 50, None); i += 1\n"
        "threading.Thread(target=move, daemon=True).start()\n"
        "lone = '\\ud800 \\x00 \\n'\nlines = 'a\\nb'\nvars()['not a name'] = 1\nvars()[5] = 2\n"
        "closed = open('f', 'w'); closed.close()\nview = memoryview(bytearray(3)); view.release()\n"
        "class Gone:\n    pass\nproxy = weakref.proxy(Gone())\n"
        "half = object.__new__(ValueError) if False else BaseException.__new__(KeyError)\n"_s);
    REQUIRE(it.waitForProgram());
    for (int i = 0; i < 30; ++i) {
        for (const Variable &each : it.variables().items) {
            INFO(each.name.toStdString());
            CHECK_FALSE(each.value.isEmpty());
            CHECK_FALSE(each.value.contains(u'\n'));
            if (each.handle != 0) {
                it.inside(each);
            }
        }
    }
    CHECK(it.say(u"next(gen)"_s) == u"1\n"_s);
    CHECK(it.variable(u"a"_s).value == u"[{'a': […]}]"_s);
}

TEST_CASE("Nothing of the program's is kept alive by having been looked at", "[console]")
{
    Consoling it(
        u"class Noisy:\n    def __init__(self): self.inner = [1]\n    def __del__(self): print('gone')\n"
        "box = [Noisy()]\n"_s);
    REQUIRE(it.waitForProgram());
    it.inside(it.inside(it.variable(u"box"_s)).items[0]);
    CHECK(it.say(u"box.clear()"_s) == u"gone\n"_s);
}

TEST_CASE("Completion knows names, attributes, items, parameters, modules and keywords", "[console]")
{
    Consoling it(
        u"import math\nnumber = 3\npeople = [{'name': 'Ada'}]\n"
        "class Point:\n    def __init__(self, left, top): self.left = left\n    def move(self, by): pass\n"
        "    @property\n    def area(self): 1/0\np = Point(1, 2)\n"_s);
    REQUIRE(it.waitForProgram());
    CHECK(it.completions(u"numb"_s) == QStringList{u"number"_s});
    CHECK(it.completions(u"x = number + whil"_s) == QStringList{u"while"_s});
    CHECK(it.completions(u"p."_s) == QStringList{u"area"_s, u"left"_s, u"move"_s});
    CHECK(it.completions(u"print(p.mo"_s) == QStringList{u"move"_s});
    CHECK(it.completions(u"math.sq"_s) == QStringList{u"sqrt"_s});
    CHECK(it.completions(u"people[0]['name'].swap"_s) == QStringList{u"swapcase"_s});
    CHECK(it.completions(u"'a b'.split"_s) == QStringList{u"splitlines"_s});
    CHECK(it.completions(u"Point(1, 2).mo"_s) == QStringList{u"move"_s});
    CHECK(it.completions(u"Point(le"_s) == QStringList{u"left="_s, u"len"_s});
    CHECK(it.completions(u"import statis"_s) == QStringList{u"statistics"_s});
    CHECK(it.completions(u"from math import sq"_s) == QStringList{u"sqrt"_s});
    CHECK(it.completions(u"p.area."_s).isEmpty());
    CHECK(it.completions(u"nobody."_s).isEmpty());
    CHECK(it.completions(u"1."_s).isEmpty());
    CHECK(it.completions(u"for i in range(3):\n    prin"_s) == QStringList{u"print"_s});
    CHECK(it.complete(u"numb"_s).prefix == u"numb"_s);
    CHECK(it.complete(u"whil"_s).items[0].kind == Completion::Kind::Keyword);
    CHECK(it.complete(u"Poin"_s).items[0].kind == Completion::Kind::Class);
    it.say(u"for i in range(5000): globals()[f'many{i}'] = i\n"_s);
    CHECK(it.complete(u"many"_s).items.size() == 200);
    CHECK(it.complete(u"many"_s).more);
}

TEST_CASE("A question mark tells signature and description without running anything", "[console]")
{
    Consoling it(
        u"def area(w, h=2, *rest, unit='m', **more):\n    '''The area.\n\n        Indented.\n    '''\n"
        "class Point:\n    'A point.'\n    def __init__(self, x): self.x = x\n    def move(self, by): 'Moves "
        "it.'\n"
        "p = Point([1])\nbig = [0] * 10_000_000\n"_s);
    REQUIRE(it.waitForProgram());
    const auto help = [&](const QString &question) {
        CHECK(it.say(question).isEmpty());
        REQUIRE(it.answer.help);
        return *it.answer.help;
    };
    using Kind = ConsoleHelp::Kind;
    CHECK(help(u"area?"_s).kind == Kind::Function);
    CHECK(help(u"area?"_s).signature == u"(w, h=2, *rest, unit='m', **more)"_s);
    CHECK(help(u"?area"_s).doc == u"The area.\n\nIndented."_s);
    CHECK(help(u"Point ?"_s).signature == u"(x)"_s);
    CHECK(help(u"p.move?"_s).signature == u"(by)"_s);
    CHECK(help(u"p?"_s).value == u"Point(x=[1])"_s);
    CHECK(help(u"p?"_s).doc == u"A point."_s);
    CHECK(help(u"big?"_s).type == u"list"_s);
    CHECK(help(u"len?"_s).signature == u"(obj, /)"_s);
    CHECK(help(u"while?"_s).kind == Kind::Keyword);
    CHECK(help(u"nothing?"_s).kind == Kind::Unknown);
    CHECK(help(u"area(1, 2)?"_s).kind == Kind::Unknown);
    CHECK(help(u"?"_s).kind == Kind::Unknown);
}
