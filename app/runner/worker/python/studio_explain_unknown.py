"""Names that Python does not know: misspelt, made later, made in a function, compared instead of made, not imported."""

import _ast
import builtins
import sys

import studio_explain_source as source
import studio_explain_values as values
from studio_explain_similar import close
from studio_explain_values import MISSING, quoted


def unknown_name(at):
    name = quoted(at.message)
    right = {"true": "True", "false": "False", "none": "None", "null": "None"}.get(name)
    if right:
        return at.say("name_constant", name=name, right=right)
    if at.tree:
        for case in (compared_name, later_name, hidden_name):
            found = case(at, name)
            if found:
                return found
    if name in sys.stdlib_module_names:
        return at.say("name_module", name=name)
    if attribute_of_self(at, name):
        return None
    own = [*at.frame.f_locals, *at.frame.f_globals] if at.frame else []
    similar = close(name, own) or close(name, dir(builtins), 4)
    if similar:
        return at.say("name_case" if similar.lower() == name.lower() else "name_similar", name=name, similar=similar)
    return at.say("name_unknown", name=name)


def attribute_of_self(at, name):
    """`x` for `self.x`: the library has good words for that."""
    owner = at.frame.f_locals.get("self", MISSING) if at.frame else MISSING
    return owner is not MISSING and (values.attribute(owner, name) is not MISSING or name in dir(type(owner)))


def compared_name(at, name):
    """`x == 5` on a line of its own where `x = 5` was meant."""
    for node in source.walk(at.tree):
        compare = node.value if isinstance(node, _ast.Expr) else None
        if (
            isinstance(compare, _ast.Compare)
            and isinstance(compare.ops[0], _ast.Eq)
            and isinstance(compare.left, _ast.Name)
        ):
            if compare.left.id == name:
                return at.say(
                    "name_compared",
                    name=name,
                    other=node.lineno,
                    text=source.segment(compare, at.file),
                    value=source.segment(compare.comparators[0], at.file),
                )
    return None


def later_name(at, name):
    """Used above the line that makes it; of a function: defined below its first call."""
    made = [statement.lineno for statement, _ in source.assignments(at.tree, name) if statement in at.tree.body]
    made += [
        node.lineno
        for node in at.tree.body
        if isinstance(node, source.FUNCTIONS + (_ast.ClassDef,)) and node.name == name
    ]
    if made and min(made) > at.line:
        return at.say("name_defined_later", name=name, later=min(made), line=at.line)
    return None


def hidden_name(at, name):
    for function in source.functions(at.tree).values():
        inside = any(
            isinstance(each, _ast.Name) and each.id == name and isinstance(each.ctx, _ast.Store)
            for each in source.walk(function, into_scopes=False)
        )
        if inside and not function.lineno <= at.line <= function.end_lineno:
            return at.say("name_in_function", name=name, function=function.name)
    return None
