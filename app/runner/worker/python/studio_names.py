"""What a name could become, and what it means: completion and `name?` for the console.

Nothing of the learner's runs here either: expressions are followed through dicts and slots only, and where that ends (a
call, a property) so does the answer.
"""

import _ast
import builtins
import keyword
import sys
from itertools import islice

import studio_peek as peek

__builtins__ = dict(vars(builtins))  # see studio_peek

MOST_COMPLETIONS = 200
MOST_LOOKED_AT = 5000  # names of one dict
LONGEST_CONTEXT = 10_000  # characters before the caret
LONGEST_HELP = 8000
WORDS = (*keyword.kwlist, "match", "case")
PAIRS = {")": "(", "]": "[", "}": "{"}
UNKNOWN = object()
PROPERTIES = (property, peek.GETSET, peek.SLOT)
BUILTIN_METHODS = (type(str.join), type(str.__len__))


class Unknown(Exception):
    """An expression that can only be known by running it; with the property that would have to run, if it is one."""


def in_types(cls, name):
    """What the class or one it inherits from has under a name."""
    for base in peek.mro_of(cls):
        found = peek.names_of_type(base).get(name, UNKNOWN)
        if found is not UNKNOWN:
            return found
    raise Unknown


def attribute(value, name):
    if type(value) is peek.Instance:
        return bound(in_types(value.cls, name), value)
    if peek.is_a(value, type):
        return unbound(in_types(value, name))
    names = peek.own_names(value)
    if peek.is_a(value, peek.MODULE):
        return entry(names, name)
    try:
        found = in_types(type(value), name)
    except Unknown:
        return entry(names, name)
    if type(found) is peek.SLOT:
        try:
            return found.__get__(value)
        except AttributeError:
            raise Unknown from None
    try:
        return entry(names, name)
    except Unknown:
        return bound(found, value)


def bound(found, value):
    return peek.METHOD(found, value) if type(found) is peek.FUNCTION else unbound(found)


def unbound(found):
    """A function behind a classmethod or staticmethod; a property's value is not known."""
    if peek.is_one_of(type(found), (classmethod, staticmethod)):
        inner = found.__func__
        return peek.METHOD(inner, type) if type(found) is classmethod and type(inner) is peek.FUNCTION else inner
    if peek.is_one_of(type(found), PROPERTIES):
        raise Unknown(found)
    return found


def entry(names, key):
    """A dict's value for a plain key. Looks the key up by hand: keys of the learner's may have an __eq__."""
    if names is not None and peek.is_a(names, dict):
        for own, value in peek.first_items(names, 0, MOST_LOOKED_AT):
            if type(own) is type(key) and own == key:
                return value
    raise Unknown


def element(value, key):
    if type(key) is int:
        for base in (list, tuple):
            if peek.is_a(value, base):
                try:
                    return base.__getitem__(value, key)
                except IndexError:
                    raise Unknown from None
    if type(key) in (int, str) and peek.is_a(value, dict):
        return entry(value, key)
    raise Unknown


def value_of(node, namespace):
    """The value of an expression that needs nothing to be run, else Unknown."""
    kind = type(node)
    if kind is _ast.Constant:
        return node.value
    if kind is _ast.Name:
        try:
            return entry(namespace, node.id)
        except Unknown:
            return entry(vars(builtins), node.id)
    if kind is _ast.Attribute:
        return attribute(value_of(node.value, namespace), node.attr)
    if kind is _ast.Subscript:
        return element(value_of(node.value, namespace), constant(node.slice))
    if kind is _ast.Call:
        called = value_of(node.func, namespace)
        if peek.is_a(called, type):
            return peek.Instance(called)
        raise Unknown
    for literal, cls in LITERALS:
        if kind in literal:
            return peek.Instance(cls)
    raise Unknown


LITERALS = (
    ((_ast.List, _ast.ListComp), list),
    ((_ast.Dict, _ast.DictComp), dict),
    ((_ast.Set, _ast.SetComp), set),
    ((_ast.Tuple,), tuple),
    ((_ast.JoinedStr,), str),
    ((_ast.GeneratorExp,), peek.GENERATORS[0]),
)


def constant(node):
    if type(node) is _ast.UnaryOp and type(node.op) is _ast.USub and type(node.operand) is _ast.Constant:
        return -node.operand.value if type(node.operand.value) is int else None
    return node.value if type(node) is _ast.Constant else None


def follow(text, namespace):
    """The value of an expression given as text, else Unknown."""
    try:
        tree = compile(text.strip(), "<name>", "eval", _ast.PyCF_ONLY_AST, dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise Unknown from None
    return value_of(tree.body, namespace)


def names_in(value):
    """Names of the attributes of a value, each with what it stands for."""
    found = {}
    if type(value) is peek.Instance:
        bases = peek.mro_of(value.cls)
    elif peek.is_a(value, peek.MODULE):
        bases = ()
    else:
        bases = peek.mro_of(value if peek.is_a(value, type) else type(value))
    if not peek.is_a(value, (type, peek.Instance)):
        add(found, peek.first_items(peek.own_names(value) or {}, 0, MOST_LOOKED_AT))
    for base in bases:
        add(found, islice(peek.names_of_type(base).items(), MOST_LOOKED_AT))
    return found


def add(found, pairs):
    for name, value in pairs:
        if type(name) is str and name.isidentifier():
            found.setdefault(name, value)


def kind_of(value):
    """function, class, module, attribute or value: what stands beside a completion."""
    if peek.is_a(value, peek.MODULE):
        return "module"
    if peek.is_one_of(type(value), PROPERTIES):
        return "attribute"
    callables = (classmethod, staticmethod, *BUILTIN_METHODS)
    return "function" if peek.is_one_of(type(value), callables) else peek.kind_of(value)


def word_before(text):
    """The unfinished word at the end of a text."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:]


def primary_before(text):
    """The expression that ends before a dot: `people[0].name`, `"abc"`, `Point(1)`."""
    end = place = len(text.rstrip())
    while place:
        last = text[place - 1]
        if last in PAIRS:
            place = matching(text, place - 1)
        elif last in "\"'":
            place = text.rfind(last, 0, place - 1)
        if place < 0:
            return ""
        if last in "\"'":
            break
        place -= len(word_before(text[:place]))
        if place and text[place - 1] == "." and place > 1:
            place -= 1
        elif not (place and text[place - 1] in PAIRS and place < end):
            break
        elif last not in PAIRS and text[place - 1] in PAIRS:
            break
    return text[place:end]


def matching(text, closing):
    """Where the bracket was opened that is closed there; -1 when it was not."""
    depth = 0
    for place in range(closing, -1, -1):
        if text[place] in PAIRS:
            depth += 1
        elif text[place] in "([{":
            depth -= 1
            if depth == 0:
                return place
    return -1


def importable():
    """Modules of the standard library and of the program's folder."""
    import os

    found = dict.fromkeys((name for name in sys.stdlib_module_names if not name.startswith("_")), sys)
    try:
        for file in islice(os.scandir("."), 500):
            name = file.name.removesuffix(".py")
            if name != file.name and name.isidentifier():
                found[name] = sys
    except OSError:
        pass
    return found


def candidates(text, namespace):
    """The names that could stand where the unfinished word is."""
    line = text[text.rfind("\n") + 1 :].lstrip()
    before = text[: len(text) - len(word_before(text))]
    words = line.split()
    if words[:1] == ["from"] and "import" in words[2:3] and line.count("(") == line.count(")"):
        module = sys.modules.get(words[1])
        return names_in(module) if peek.is_a(module, peek.MODULE) else {}
    if words[:1] in (["import"], ["from"]) and "." not in line and " " in line:
        return importable()
    if before.rstrip().endswith("."):
        primary = primary_before(before.rstrip()[:-1])
        try:
            return {} if primary.isdigit() else names_in(follow(primary, namespace))  # `3.` is a number
        except Unknown:
            return {}
    found = arguments_here(before, namespace)
    add(found, peek.first_items(namespace, 0, MOST_LOOKED_AT))
    add(found, peek.first_items(vars(builtins), 0, MOST_LOOKED_AT))
    return found


def arguments_here(before, namespace):
    """The names of the parameters of the function whose call is being written, as `width=`."""
    depth = 0
    for place in range(len(before) - 1, max(-1, len(before) - 1000), -1):
        if before[place] in PAIRS:
            depth += 1
        elif before[place] in "([{":
            depth -= 1
        if depth < 0:
            if before[place] != "(":
                return {}
            try:
                function = function_behind(follow(primary_before(before[:place]), namespace))[0]
            except Unknown:
                return {}
            if type(function) is not peek.FUNCTION:
                return {}
            code = function.__code__
            names = code.co_varnames[code.co_posonlyargcount : code.co_argcount + code.co_kwonlyargcount]
            return {name + "=": UNKNOWN for name in names[:50] if name not in ("self", "cls")}
    return {}


def complete(text, namespace):
    """At most MOST_COMPLETIONS pairs of name and kind for the end of a text, the unfinished word, and whether there are
    more."""
    text = text[-LONGEST_CONTEXT:]
    prefix = word_before(text)
    if prefix[:1].isdigit():
        return prefix, [], False
    found = candidates(text, namespace)
    names = [name for name in found if name.startswith(prefix) and name != prefix]
    pairs = [(name, "parameter" if found[name] is UNKNOWN else kind_of(found[name])) for name in names]
    plain = not text[: len(text) - len(prefix)].rstrip().endswith(".")
    if plain and prefix and text.rpartition("\n")[2].split()[0] not in ("import", "from"):
        words = [word for word in WORDS if word.startswith(prefix) and word not in found and word != prefix]
        pairs += [(word, "keyword") for word in words]
    pairs = [pair for pair in pairs if prefix.startswith("_") or not pair[0].startswith("_")]
    pairs.sort(key=lambda pair: (pair[1] != "parameter", pair[1] != "parameter" and pair[0].lower()))
    pairs = [(peek.cut(name, 200), kind) for name, kind in pairs]
    return prefix, pairs[:MOST_COMPLETIONS], len(pairs) > MOST_COMPLETIONS


def asked(source):
    """The expression of `name?`, `?name` or `name??`; None when it is no question."""
    text = source.strip()
    if "\n" in text or not (text.startswith("?") or text.endswith("?")):
        return None
    return text.strip("?").strip()


def function_behind(value):
    """The function that a call would run, and whether its first parameter is given already."""
    if type(value) is peek.METHOD:
        return value.__func__, True
    if peek.is_one_of(type(value), (classmethod, staticmethod)):
        return value.__func__, type(value) is classmethod
    if peek.is_a(value, type) and type(value) is not peek.Instance:
        for name in ("__init__", "__new__"):
            try:
                found = in_types(value, name)
            except Unknown:
                continue
            found = found.__func__ if type(found) is staticmethod else found
            if type(found) is peek.FUNCTION:
                return found, True
    return value, False


def signature(value):
    """`(width, height=1)`, or nothing when it isn't known."""
    function, bound = function_behind(value)
    if type(function) is peek.FUNCTION:
        text = peek.parameters_text(function)
        if bound and function.__code__.co_argcount:
            text = "(" + text[1:].partition(", ")[2] if ", " in text else "()"
        return text
    cls = type(function)
    if peek.is_one_of(cls, (peek.BUILTIN, *BUILTIN_METHODS)):
        text = function.__text_signature__
    elif peek.is_a(function, type):
        text = type.__dict__["__text_signature__"].__get__(function)
    else:
        return ""
    if type(text) is not str:
        return ""
    for given in ("($self, /, ", "($module, /, ", "($self, ", "($module, ", "($type, "):
        if text.startswith(given):
            text = "(" + text[len(given) :]
    return "()" if text.startswith("($") or text == "(/)" else text


def doc_of(value):
    """The docstring of a value or, when it has none, of its class; without the common indentation."""
    if type(value) is peek.METHOD:
        value = value.__func__
    if peek.is_one_of(type(value), (peek.FUNCTION, peek.BUILTIN, *BUILTIN_METHODS)):
        text = value.__doc__
    elif peek.is_a(value, peek.MODULE):
        text = (peek.own_names(value) or {}).get("__doc__")
    else:
        cls = value if peek.is_a(value, type) else type(value)
        text = peek.names_of_type(cls).get("__doc__")
        if peek.GETSET is type(text) or text is None:
            text = type.__dict__["__doc__"].__get__(cls) if not peek.is_made_at_run_time(cls) else None
    if type(text) is not str:
        return ""
    lines = text[: LONGEST_HELP + 1].expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    return peek.cut("\n".join([lines[0].strip()] + [line[margin:] for line in lines[1:]]).strip("\n"), LONGEST_HELP)


def explain(text, namespace):
    """What `name?` says, as plain data; kind `unknown` when nothing can be said without running something."""
    answer = {"name": peek.cut(text, 200), "kind": "unknown", "type": "", "signature": "", "value": "", "doc": ""}
    if text in WORDS:
        answer["kind"] = "keyword"
        if text not in ("None", "True", "False"):
            return answer
    try:
        value = follow(text, namespace)
    except Unknown as unknown:
        found = unknown.args[0] if unknown.args else None
        if type(found) is property:
            answer.update(kind="attribute", type="property", doc=doc_of(found.fget) if found.fget else "")
        return answer
    if type(value) is peek.Instance:
        value = value.cls
    kind = kind_of(value)
    answer.update(kind=kind, type=peek.type_name(type(value)), doc=doc_of(value))
    if kind in ("function", "class"):
        answer["signature"] = signature(value)
    elif kind == "value":
        answer["value"] = peek.preview(value)
    return answer
