"""Exceptions that the studio explains itself: each case looks at the failing line and gives the words, or None.

A case only reads: names, plain values and the tree of the source. It never runs the learner's code.
"""

import _ast
import os
import sys

import studio_explain_none as nothing
import studio_explain_source as source
import studio_explain_values as values
from studio_explain_kinds import operands, type_error
from studio_explain_similar import close
from studio_explain_unknown import unknown_name
from studio_explain_values import MISSING, quoted, short

MOST_KEYS = 3000
SIZED = (list, tuple, str, bytes, range)


def value_error(at):
    message, text = at.message, at.message.partition(": ")[2]
    if message.startswith("invalid literal for int()"):
        if not text.strip("'\" "):
            return at.say("int_of_empty", function="int")
        try:
            float(text.strip("'\""))
        except ValueError:
            return at.say("int_of_text", value=f"`{text[:80]}`")
        return at.say("int_of_decimal", value=f"`{text[:80]}`")
    if message.startswith("could not convert string to float"):
        bare = text.strip("'\"")
        if not bare.strip():
            return at.say("int_of_empty", function="float")
        comma = bare.count(",") == 1 and bare.replace(",", "").lstrip("+-").isdecimal()
        return at.say("float_of_comma" if comma else "float_of_text", value=f"`{text[:80]}`")
    if message == "math domain error":
        return at.say("math_domain")
    return None


def index_error(at):
    node = at.node
    if (
        at.message.startswith("pop from empty")
        and isinstance(node, _ast.Call)
        and isinstance(node.func, _ast.Attribute)
    ):
        return at.say("pop_of_empty", owner=source.segment(node.func.value, at.file))
    if at.message == "Cannot choose from an empty sequence":
        return at.say("choice_of_empty")
    if not isinstance(node, _ast.Subscript):
        return None
    owner, index = values.value_of(node.value, at.frame), values.value_of(node.slice, at.frame)
    if type(owner) not in SIZED or type(index) is not int:
        return None
    facts = {"owner": source.segment(node.value, at.file), "length": len(owner), "last": len(owner) - 1, "index": index}
    if not owner:
        return at.say("index_of_empty", **facts)
    if index < 0:
        return at.say("index_negative", **facts)
    return at.say("index_is_length" if index == len(owner) else "index_too_large", **facts)


def key_error(at):
    node = at.node
    if not isinstance(node, _ast.Subscript):
        return None
    owner, key = values.value_of(node.value, at.frame), values.value_of(node.slice, at.frame)
    if type(owner) is not dict or type(key) not in (str, int, float):
        return None
    facts = {
        "owner": source.segment(node.value, at.file),
        "key": f"`{short(key)}`",
        "code": source.segment(node.slice, at.file),
    }
    if not owner:
        return at.say("key_of_empty", **facts)
    first = values.first_of(owner)
    similar = close(key, first_texts(owner)) if type(key) is str else None
    for other in (str(key), number_of(key)):
        if type(other) is not type(key) and other is not None and other in owner:
            similar = other
    if similar is not None:
        return at.say("key_similar", similar=f"`{short(similar)}`", **facts)
    keys = ", ".join(f"`{short(each)}`" for each in first) + (", …" if len(owner) > len(first) else "")
    return at.say("key_missing", keys=keys, **facts)


def first_texts(owner):
    texts = []
    for key in owner:
        if type(key) is str:
            texts.append(key)
        if len(texts) == MOST_KEYS:
            break
    return texts


def number_of(key):
    return int(key) if type(key) is str and key.isdecimal() and len(key) < 18 else None


def attribute_error(at):
    if at.message.startswith("'NoneType'"):
        return nothing.none_used(at)
    if "module '" in at.message:
        return own_module(at)
    node = at.node
    owner = values.value_of(node.value, at.frame) if isinstance(node, _ast.Attribute) else MISSING
    if type(owner) is dict and node.attr in owner:
        return at.say("dictionary_attribute", owner=source.segment(node.value, at.file), key=f"'{node.attr}'")
    return None


def own_module(at):
    """A file of the learner's called random.py and the like."""
    name = quoted(at.message)
    module = sys.modules.get(name)
    file = getattr(module, "__file__", None) or ""
    if name in sys.stdlib_module_names and file and not file.startswith((sys.prefix, sys.base_prefix, "/usr/lib/")):
        return at.say("own_file_hides_module", name=name, file=file.replace("\\", "/").split("/")[-1])
    return None


def zero_division(at):
    found = operands(at)
    node = found[2] if found else None
    if source.called_name(at.node) == "divmod" and len(at.node.args) == 2:
        node = at.node.args[1]
    return at.say("divided_by_zero", code=source.segment(node, at.file)) if node is not None else None


def file_missing(at):
    name = at.error.filename
    if not isinstance(name, str):
        return None
    folder, base = os.path.split(name)
    try:
        with os.scandir(folder or ".") as entries:
            there = [entry.name for entry, _ in zip(entries, range(500))]
    except OSError:
        there = []
    similar = close(base, there)
    if similar:
        return at.say("file_similar", file=f"`{base[:80]}`", similar=f"`{similar}`")
    return at.say("file_missing", file=f"`{base[:80]}`")


def assertion(at):
    statement = source.statement_at(at.tree, at.line) if at.tree else None
    return (
        at.say("assertion", code=source.segment(statement.test, at.file))
        if isinstance(statement, _ast.Assert)
        else None
    )


def end_of_input(at):
    return at.say("no_more_input")


def raised_by_hand(at):
    """`raise …` of the program itself."""
    statement = source.statement_at(at.tree, at.line) if at.tree else None
    return (
        at.say("own_exception")
        if isinstance(statement, _ast.Raise)
        and statement.exc is not None
        and "must derive from BaseException" not in at.message
        else None
    )


CASES = {
    "NameError": unknown_name,
    "TypeError": type_error,
    "ValueError": value_error,
    "IndexError": index_error,
    "KeyError": key_error,
    "AttributeError": attribute_error,
    "ZeroDivisionError": zero_division,
    "EOFError": end_of_input,
    "FileNotFoundError": file_missing,
    "AssertionError": assertion,
}


def explain(at):
    """The words of the first case that fits, or None."""
    case = CASES.get(at.type)
    return (case(at) if case else None) or raised_by_hand(at)
