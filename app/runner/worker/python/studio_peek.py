"""Looking at values without running any code of theirs: no repr, len, iteration, property or attribute hook of a learner's
class is called, and the cost does not grow with the size of what is looked at.

Everything goes by the real type (`type(value)`, never `value.__class__`) and through the slots of the built-in types.
"""

import _collections
import builtins
import math
import sys
import types
from itertools import islice

# What the program does to the builtins later does not reach the functions below.
__builtins__ = dict(vars(builtins))

LONGEST_VALUE = 200  # characters of a preview
LONGEST_NAME = 200
MOST_ITEMS = (20, 5)  # of a container and of one in it; deeper ones show none
MOST_NAMES = 500
MOST_CHILDREN = 100  # in one answer

mro_of = type.__dict__["__mro__"].__get__
names_of_type = type.__dict__["__dict__"].__get__
module_of_type = type.__dict__["__module__"].__get__
bare_name_of_type = type.__dict__["__name__"].__get__
flags_of = type.__dict__["__flags__"].__get__
arguments_of = BaseException.__dict__["args"].__get__
items_of = dict.items

FUNCTION = types.FunctionType
METHOD = types.MethodType
MODULE = types.ModuleType
SLOT = types.MemberDescriptorType
GETSET = types.GetSetDescriptorType
BUILTIN = types.BuiltinFunctionType
CALLABLES = (FUNCTION, BUILTIN, METHOD)
GENERATORS = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
CONSTANTS = (type(None), bool, type(...), type(NotImplemented))
MODULE_NAMES = MODULE.__dict__["__dict__"].__get__

# Library types whose own repr is short, quick and free of the learner's code.
LIBRARY = {
    "datetime": ("date", "timedelta", "timezone"),
    "decimal": ("Decimal",),
    "fractions": ("Fraction",),
    "pathlib": ("PosixPath", "WindowsPath", "PurePosixPath", "PureWindowsPath"),
    "uuid": ("UUID",),
}
LARGEST_LIBRARY_VALUE = 2000  # bytes


class Instance:
    """Stands for an instance of a type where there is none yet: what `Point(1, 2)` would give."""

    def __init__(self, cls):
        self.cls = cls


def is_a(value, cls):
    """isinstance() that does not ask the value."""
    return issubclass(type(value), cls)


def is_one_of(cls, classes):
    """By identity: `in` would ask the metaclass of a learner's class for its __eq__."""
    for each in classes:
        if cls is each:
            return True
    return False


def cut(text, most):
    return text if len(text) <= most else text[: most - 1] + "…"


def type_name(cls):
    return cut(bare_name_of_type(cls), 100)


def is_made_at_run_time(cls):
    """False for the static types of C, which no program can change."""
    return bool(flags_of(cls) & (1 << 9))


def type_items(cls):
    """The first names in a class's own dict, with what they stand for."""
    pairs = islice(names_of_type(cls).items(), 4 * MOST_NAMES)
    return [pair for pair in pairs if type(pair[0]) is str]


def made_here(cls):
    """Whether a class was defined by the program itself."""
    module = module_of_type(cls)
    return type(module) is str and module == "__main__"


def own_names(value):
    """The dict of an instance, or None. A property called __dict__ is passed over."""
    if is_a(value, MODULE):
        names = MODULE_NAMES(value)
        return names if is_a(names, dict) else None
    for base in mro_of(type(value)):
        found = names_of_type(base).get("__dict__")
        if type(found) is GETSET:
            try:
                names = found.__get__(value)
            except Exception:
                return None
            return names if is_a(names, dict) else None
    return None


def slots_of(value):
    """The filled __slots__ of an instance, as pairs. Slots of the built-in types are theirs, not the learner's."""
    pairs = []
    for base in mro_of(type(value)):
        if is_made_at_run_time(base):
            for name, found in type_items(base):
                if type(found) is SLOT and name not in ("__weakref__", "__dict__"):
                    try:
                        pairs.append((name, found.__get__(value)))
                    except AttributeError:
                        pass  # not set
    return pairs


def attributes_of(value, most):
    """At most so many pairs of name and value of an instance."""
    pairs = slots_of(value)[:most]
    names = own_names(value)
    if names is not None:
        pairs += [pair for pair in first_items(names, 0, most) if type(pair[0]) is str]
    return pairs[:most]


def first_items(names, start, count):
    """Pairs of a dict from a place on; another thread may be changing it."""
    for _ in range(3):
        try:
            return list(islice(items_of(names), start, start + count))
        except RuntimeError:
            continue
    return []


def length(value):
    """What len() says of the built-in containers and texts, else None."""
    for base in (list, dict, str, tuple, set, frozenset, bytes, bytearray, _collections.deque, range):
        if is_a(value, base):
            try:
                return base.__len__(value)
            except OverflowError:
                return None
    return None


def number_text(value):
    bits = int.bit_length(value)
    if bits <= 1000:
        return int.__repr__(value)
    kept = 60
    logarithm = math.log10(abs(int.__rshift__(value, bits - kept))) + (bits - kept) * math.log10(2)
    exponent = math.floor(logarithm)
    return f"≈{'-' if int.__lt__(value, 0) else ''}{10 ** (logarithm - exponent):.4f}e+{exponent}"


def parameters_text(function):
    """`(width, height=1)` of a function written in Python."""
    code = function.__code__
    count, only = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    named = function.__kwdefaults__
    parts = []
    for index, name in enumerate(names[:count][:50]):
        place = index - (count - len(defaults))
        parts.append(f"{name}={short(defaults[place])}" if place >= 0 else name)
        if index + 1 == code.co_posonlyargcount:
            parts.append("/")
    rest = count + only
    if code.co_flags & 4:
        parts.append("*" + names[rest])
        rest += 1
    elif only:
        parts.append("*")
    for name in names[count : count + only][:50]:
        has = type(named) is dict and name in named
        parts.append(f"{name}={short(named[name])}" if has else name)
    if code.co_flags & 8:
        parts.append("**" + names[rest])
    return f"({', '.join(parts)})"


def short(value):
    """A value within other text."""
    return cut(preview(value, 1), 40)


def library_text(value):
    cls = type(value)
    module = module_of_type(cls)
    if type(module) is not str or type_name(cls) not in LIBRARY.get(module, ()):
        return None
    names = own_names(sys.modules.get(module))
    if names is None or names.get(type_name(cls)) is not cls or object.__sizeof__(value) > LARGEST_LIBRARY_VALUE:
        return None
    return cls.__repr__(value)


def moment_text(value):
    """A datetime or time whose time zone is none of the learner's."""
    cls = type(value)
    if module_of_type(cls) != "datetime" or is_made_at_run_time(cls) or type_name(cls) not in ("datetime", "time"):
        return None
    return cls.__repr__(value) if value.tzinfo is None or not is_made_at_run_time(type(value.tzinfo)) else None


def plain_text(value):
    """The texts of what holds no other values; None for the rest."""
    for base in (str, bytes, bytearray):
        if is_a(value, base):
            text = base.__repr__(base.__getitem__(value, slice(0, LONGEST_VALUE)))
            return text if base.__len__(value) <= LONGEST_VALUE else text[:-1] + "…" + text[-1]
    if is_one_of(type(value), CONSTANTS):
        return repr(value)
    if is_a(value, int):
        return number_text(value)
    for base in (float, complex):
        if is_a(value, base):
            return base.__repr__(value)
    return None


def thing_text(value):
    """The texts of functions, classes, modules and the like; None for the rest."""
    cls = type(value)
    if cls is FUNCTION:
        return cut(value.__name__, LONGEST_NAME) + parameters_text(value)
    if cls is BUILTIN:
        return f"<built-in {cut(value.__name__, LONGEST_NAME)}>"
    if cls is METHOD:
        inner = value.__func__
        return f"<method {cut(inner.__qualname__, LONGEST_NAME) if type(inner) is FUNCTION else ''}>"
    if is_a(value, type):
        return f"<class {type_name(value)}>"
    if is_a(value, MODULE):
        name = (own_names(value) or {}).get("__name__")
        return f"<module {cut(name, LONGEST_NAME)}>" if type(name) is str else "<module>"
    if is_one_of(cls, GENERATORS):
        return f"<{type_name(cls)} {cut(value.__name__, LONGEST_NAME)}>"
    if cls is range:
        parts = [value.start, value.stop] + ([value.step] if value.step != 1 else [])
        return f"range({', '.join(map(number_text, parts))})"
    return None


def member_text(value):
    """A member of an Enum; None for the rest."""
    meta = own_names(sys.modules.get("enum"))
    if meta is None or type(type(value)) is not meta.get("EnumType"):
        return None
    name = (own_names(value) or {}).get("_name_")
    return f"{type_name(type(value))}.{cut(name, LONGEST_NAME)}" if type(name) is str else None


def field_names(value):
    """The names of a named tuple's fields; None for other tuples."""
    for base in mro_of(type(value)):
        fields = names_of_type(base).get("_fields")
        if type(fields) is tuple:
            known = all(type(each) is str for each in fields[:50])
            return fields if known and len(fields) == tuple.__len__(value) else None
    return None


def container_text(value, depth, path):
    """A container with its first items; None for the rest."""
    for base, opening, closing in (
        (list, "[", "]"),
        (tuple, "(", ")"),
        (dict, "{", "}"),
        (set, "{", "}"),
        (frozenset, "{", "}"),
        (_collections.deque, "[", "]"),
    ):
        if not is_a(value, base):
            continue
        size = base.__len__(value)
        most = MOST_ITEMS[depth] if depth < len(MOST_ITEMS) else 0
        parts = []
        if id(value) not in path:
            path = path + (id(value),)
            parts = [item_text(item, base is dict, depth, path) for item in first_of(value, base, most)]
            fields = field_names(value) if base is tuple else None
            if fields:
                parts = [f"{name}={part}" for name, part in zip(fields, parts)]
        if len(parts) < size:
            parts.append("…")
        elif base is tuple and size == 1:
            parts[0] += ","
        text = opening + ", ".join(parts) + closing
        if type(value) is base and (base in (list, tuple, dict) or base is set and size):
            return text
        inner = text[1:-1] if base is tuple else "" if not size else text
        return f"{type_name(type(value))}({inner})"
    return None


def first_of(value, base, most):
    if base in (list, tuple):
        return base.__getitem__(value, slice(0, most))
    if base is dict:
        return first_items(value, 0, most)
    try:
        return list(islice(base.__iter__(value), most))
    except RuntimeError:  # changed by another thread
        return []


def item_text(item, pair, depth, path):
    if pair:
        return f"{inner_text(item[0], depth, path)}: {inner_text(item[1], depth, path)}"
    return inner_text(item, depth, path)


def inner_text(value, depth, path):
    return cut(preview(value, depth + 1, path), LONGEST_VALUE // 2)


def object_text(value, depth, path):
    """An instance of any other class, with its attributes."""
    name = type_name(type(value))
    if is_a(value, BaseException):
        arguments = arguments_of(value)[: MOST_ITEMS[-1]]
        return f"{name}({', '.join(inner_text(each, depth, path) for each in arguments)})"
    if depth >= len(MOST_ITEMS) or id(value) in path:
        return f"<{name}>"
    path = path + (id(value),)
    pairs = attributes_of(value, MOST_ITEMS[depth] + 1)
    parts = [f"{cut(key, 50)}={inner_text(each, depth, path)}" for key, each in pairs[: MOST_ITEMS[depth]]]
    if len(pairs) > len(parts):
        parts.append("…")
    return f"{name}({', '.join(parts)})" if parts else f"<{name}>"


def preview(value, depth=0, path=()):
    """At most LONGEST_VALUE characters that say what a value is."""
    try:
        text = plain_text(value)
        if text is not None:
            named = not is_one_of(type(value), CONSTANTS + (str, bytes, bytearray, int, float, complex))
            return cut(member_text(value) or f"{type_name(type(value))}({text})" if named else text, LONGEST_VALUE)
        text = thing_text(value) or member_text(value) or container_text(value, depth, path)
        text = text or library_text(value) or moment_text(value) or object_text(value, depth, path)
    except Exception:  # e.g. half-made objects, a released buffer
        text = f"<{type_name(type(value))}>"
    return cut(text, LONGEST_VALUE)


def is_open(value):
    """Whether it has something inside that can be shown."""
    return child_count(value) > 0


def child_count(value):
    if is_a(value, type):
        return sum(1 for name, _ in type_items(value) if not is_dunder(name))
    if is_a(value, (str, bytes, bytearray, int, float, complex, MODULE)) or is_one_of(type(value), CALLABLES):
        return 0
    if type(value) is range:
        return length(value) or 0
    names = own_names(value)
    return (items_count(value) or 0) + len(slots_of(value)) + (dict.__len__(names) if names is not None else 0)


def items_count(value):
    """How many items a container holds; None when it is none."""
    containers = (list, tuple, dict, set, frozenset, _collections.deque)
    return length(value) if is_a(value, containers) else None


def is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def children(value, start, count):
    """What is inside a value, from a place on, as (label, kind, value); kind is item, entry, element or attribute."""
    count = max(0, min(count, MOST_CHILDREN))
    start = max(0, start)
    if is_a(value, type):
        pairs = [pair for pair in type_items(value) if not is_dunder(pair[0])]
        return [(name, "attribute", each) for name, each in pairs[start : start + count]]
    size = items_count(value)
    found = []
    if type(value) is range or size is not None:
        found = items_from(value, start, count)
    if type(value) is range or len(found) == count:
        return found
    start = max(0, start - (size or 0))
    slots = slots_of(value)
    pairs = slots[start : start + count - len(found)]
    names = own_names(value)
    if names is not None and len(found) + len(pairs) < count:
        pairs += first_items(names, max(0, start - len(slots)), count - len(found) - len(pairs))
    return found + [(name if type(name) is str else short(name), "attribute", each) for name, each in pairs]


def items_from(value, start, count):
    if is_a(value, (list, tuple)) or type(value) is range:
        base = next(each for each in (list, tuple, range) if is_a(value, each))
        found = base.__getitem__(value, slice(start, start + count))
        return [(f"[{start + index}]", "item", each) for index, each in enumerate(found)]
    if is_a(value, dict):
        return [(f"[{short(key)}]", "entry", each) for key, each in first_items(value, start, count)]
    base = next(each for each in (set, frozenset, _collections.deque) if is_a(value, each))
    try:
        found = list(islice(base.__iter__(value), start, start + count))
    except RuntimeError:
        return []
    if base is _collections.deque:
        return [(f"[{start + index}]", "item", each) for index, each in enumerate(found)]
    return [("", "element", each) for each in found]


def is_shown(value, namespace):
    """Whether a name of the program's is worth a row: not what was only imported."""
    if is_a(value, MODULE) or type(value) is BUILTIN:
        return False
    if type(value) is FUNCTION:
        return value.__globals__ is namespace
    if is_a(value, type):
        return made_here(value)
    return True


def variables(namespace):
    """Names and values of the program's own, in the order in which they were made; and whether some were left out."""
    pairs = [
        (name, value)
        for name, value in first_items(namespace, 0, 4 * MOST_NAMES)
        if type(name) is str and not is_dunder(name) and is_shown(value, namespace)
    ]
    return pairs[:MOST_NAMES], len(pairs) > MOST_NAMES or dict.__len__(namespace) > 4 * MOST_NAMES


def kind_of(value):
    """function, class or value."""
    if is_one_of(type(value), CALLABLES):
        return "function"
    return "class" if is_a(value, type) else "value"
