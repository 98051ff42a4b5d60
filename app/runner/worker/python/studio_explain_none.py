"""Where a None came from: a forgotten `return`, a method that changes its object, print()."""

import _ast

import studio_explain_source as source
import studio_explain_values as values

CHANGING = {"append", "extend", "insert", "sort", "reverse", "remove", "clear", "add", "update", "discard", "shuffle"}
KINDS = {"sort": "list", "append": "list", "extend": "list", "insert": "list", "reverse": "list", "remove": "list"}


def suspects(at):
    """Expressions of the failing operation that may have been None."""
    node = at.node
    if isinstance(node, _ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, _ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, (_ast.Attribute, _ast.Subscript)):
        return [node.value]
    if isinstance(node, _ast.Call):
        return [node.func, *node.args] if "callable" in at.message else [*node.args, node.func, node]
    statement = source.statement_at(at.tree, at.line) if at.tree else None
    if isinstance(statement, _ast.For):
        return [statement.iter]
    if isinstance(statement, _ast.AugAssign):
        return [statement.target, statement.value]
    if isinstance(statement, _ast.Assign):
        return [statement.value]
    return [node] if node is not None else []


def none_used(at):
    if not at.tree:
        return None
    for node in suspects(at):
        if isinstance(node, _ast.Attribute) and isinstance(at.node, _ast.Call):
            node = node.value
        value = values.value_of(node, at.frame)
        origin = node
        if isinstance(node, _ast.Name):
            if value is not None:
                continue
            origin = assigned(at, node.id) or node
        found = from_call(at, origin)
        if found:
            return found
        if value is None:
            return at.say("none_used", code=source.segment(node, at.file))
    return None


def assigned(at, name):
    """What a name was given last: in the function that failed if it was made there, else in the whole program."""
    for function in source.functions(at.tree).values():
        if function.lineno <= at.line <= function.end_lineno:
            found = source.last_assignment(function, name, at.line)
            if found is not None:
                return found
    return source.last_assignment(at.tree, name, at.line) or source.last_assignment(at.tree, name, 1 << 30)


def from_call(at, node):
    if not isinstance(node, _ast.Call):
        return None
    code = source.segment(node, at.file)
    if isinstance(node.func, _ast.Attribute):
        return changed(at, node, code)
    name = source.called_name(node)
    if name == "print":
        return at.say("print_gives_none")
    function = source.functions(at.tree).get(name)
    if function is None:
        return None
    facts = {"function": name, "code": code, "where": function.lineno}
    if source.gives_back(function):
        return at.say("return_on_some_paths", **facts)
    return at.say("print_instead_of_return" if source.calls(function, "print") else "forgotten_return", **facts)


def changed(at, node, code):
    method = node.func.attr
    if method in CHANGING:
        owner = source.segment(node.func.value, at.file)
        value = values.value_of(node.func.value, at.frame)
        kind = KINDS.get(method) if value is None or value is values.MISSING else type(value).__name__
        return at.say("changes_itself", method=method, code=code, owner=owner, type=kind or "list")
    function = source.functions(at.tree).get(method)  # a method of the learner's own class
    if function is not None and not source.gives_back(function):
        key = "print_instead_of_return" if source.calls(function, "print") else "forgotten_return"
        return at.say(key, function=method, code=code, where=function.lineno)
    return None
