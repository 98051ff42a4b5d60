"""Values as short texts, whatever their own methods do, and those that a line used."""

import _ast

import studio_explain_source as source

LONGEST = 120
MOST_ITEMS = 6
MOST_VALUES = 10


def quoted(message, index=0):
    """The text between the n-th pair of single quotes of a message."""
    parts = message.split("'")
    return parts[2 * index + 1] if len(parts) > 2 * index + 1 else ""


def cut(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def short(value, depth=0):
    """A bounded repr: never walks through a large container, and survives a `__repr__` that fails."""
    kind = type(value)
    try:
        if kind is str:
            return cut(repr(value[: LONGEST + 1]))
        if kind in (int, float, bool, complex, type(None)):
            return cut(repr(value))
        if kind in (bytes, bytearray):
            return cut(repr(value[: LONGEST + 1]))
        if kind in (list, tuple, set, frozenset):
            return cut(container(value, kind, depth))
        if kind is dict:
            return cut(mapping(value, depth))
        if kind.__repr__ is object.__repr__:
            return f"<{kind.__name__} object>"  # no address: it says nothing to a learner
        return cut(str(repr(value)))
    except MemoryError:
        raise
    except Exception:
        return f"<{kind.__name__}>"


def first_of(values):
    result = []
    for each in values:
        if len(result) == MOST_ITEMS:
            break
        result.append(each)
    return result


def container(value, kind, depth):
    opening, closing = {list: "[]", tuple: "()", set: "{}", frozenset: "{}"}[kind]
    if depth > 2:
        return opening + "…" + closing
    items = [short(each, depth + 1) for each in first_of(value)]
    if len(value) > MOST_ITEMS:
        items.append("…")
    if kind is set and not value:
        return "set()"
    text = opening + ", ".join(items) + ("," if kind is tuple and len(value) == 1 else "") + closing
    return f"frozenset({text})" if kind is frozenset else text


def mapping(value, depth):
    if depth > 2:
        return "{…}"
    items = [f"{short(key, depth + 1)}: {short(each, depth + 1)}" for key, each in first_of(value.items())]
    if len(value) > MOST_ITEMS:
        items.append("…")
    return "{" + ", ".join(items) + "}"


class Bound:
    def method(self):
        pass


MISSING = object()
UNTOLD = (
    type(_ast),
    type(lambda: None),
    type(len),
    type(MISSING.__str__),
    type(Bound().method),
    type,
)  # modules, functions, classes


def look_up(name, frame):
    """The value of a name as the frame sees it, without running anything."""
    if name in frame.f_locals:
        return frame.f_locals[name]
    code = frame.f_code
    if name in code.co_varnames or name in code.co_cellvars or name in code.co_freevars:
        return MISSING  # a variable of the function that has no value yet
    return frame.f_globals.get(name, MISSING)


def attribute(value, name):
    """An attribute kept in the object's own dictionary; properties and `__getattr__` are left alone."""
    try:
        return object.__getattribute__(value, "__dict__").get(name, MISSING)
    except Exception:
        return MISSING


def value_of(node, frame):
    """What an expression is worth where that can be told without running the learner's code."""
    if isinstance(node, _ast.Constant):
        return node.value
    if isinstance(node, _ast.Name):
        return look_up(node.id, frame)
    if isinstance(node, _ast.Attribute):
        owner = value_of(node.value, frame)
        return MISSING if owner is MISSING else attribute(owner, node.attr)
    if isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.USub):
        inner = value_of(node.operand, frame)
        return -inner if type(inner) in (int, float) else MISSING
    if isinstance(node, _ast.BinOp) and isinstance(node.op, (_ast.Add, _ast.Sub, _ast.Mult)):
        return arithmetic(node, frame)
    if source.called_name(node) == "len" and len(node.args) == 1 and look_up("len", frame) is MISSING:
        inner = value_of(node.args[0], frame)
        return len(inner) if type(inner) in (list, tuple, str, dict, set, bytes) else MISSING
    if isinstance(node, _ast.Subscript):
        return item(value_of(node.value, frame), value_of(node.slice, frame))
    return MISSING


def arithmetic(node, frame):
    left, right = value_of(node.left, frame), value_of(node.right, frame)
    if type(left) not in (int, float) or type(right) not in (int, float) or max(abs(left), abs(right)) > 1e12:
        return MISSING
    if isinstance(node.op, _ast.Add):
        return left + right
    return left - right if isinstance(node.op, _ast.Sub) else left * right


def item(owner, index):
    if type(owner) in (list, tuple, str) and type(index) is int:
        return owner[index] if -len(owner) <= index < len(owner) else MISSING
    if type(owner) is dict and type(index) in (str, int):
        return owner.get(index, MISSING)
    return MISSING


def used(nodes, frame, file):
    """The names and plain attributes in some expressions, with their values; no functions, no modules."""
    told, seen = [], set()
    for root in nodes:
        for node in source.walk(root):
            if not isinstance(node, (_ast.Name, _ast.Attribute)) or isinstance(getattr(node, "ctx", None), _ast.Del):
                continue
            name = node.id if isinstance(node, _ast.Name) else source.segment(node, file)
            value = value_of(node, frame)
            if value is MISSING or issubclass(type(value), UNTOLD) or name in seen or not name:
                continue
            seen.add(name)
            if name == "self" and type(value).__repr__ is object.__repr__:
                continue
            told.append({"name": name[:200], "value": short(value), "type": type(value).__name__[:200]})
            if len(told) == MOST_VALUES:
                return told
    return told
