"""Programs that went round and round: recursion without end, a loop that was stopped, functions that nobody called."""

import _ast

import studio_explain_source as source
import studio_explain_values as values


def entries(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


# Recursion


def recursion(at):
    counts, last = {}, {}
    for entry in entries(at.error.__traceback__):
        code = entry.tb_frame.f_code
        if at.is_own(code.co_filename) and code.co_name.isidentifier():
            counts[code.co_name] = counts.get(code.co_name, 0) + 1
            last[code.co_name] = [*last.get(code.co_name, [])[-1:], entry.tb_frame]
    often = [name for name, count in counts.items() if count > 50]
    total = sum(counts[name] for name in often) // 100 * 100
    if len(often) > 1:
        return at.say("recursion_several", count=total, names=", ".join(f"`{name}()`" for name in often[:5]))
    function = source.functions(at.tree).get(often[0]) if often and at.tree else None
    if function is None:
        return None
    return one_function(at, function, total, last[often[0]])


def one_function(at, function, count, frames):
    parameters = [each.arg for each in function.args.args if each.arg != "self"]
    facts = {"function": function.name, "count": count, "parameter": parameters[0] if parameters else "n"}
    before, after = (arguments(frame, parameters) for frame in (frames[0], frames[-1]))
    told = ", ".join(f"`{name} = {value}`" for name, value in after.items())
    if not has_ending(function):
        return at.say("recursion_no_end", values=told, **facts)
    if told and before == after:
        return at.say("recursion_same", values=told, **facts)
    return at.say("recursion_missed", values=told or "–", **facts)


def arguments(frame, parameters):
    return {name: values.short(frame.f_locals[name]) for name in parameters[:4] if name in frame.f_locals}


def has_ending(function):
    """Whether some way through the function comes to a `return`, or past an `if`, without a call of itself."""
    for node in source.walk(function, into_scopes=False):
        if isinstance(node, _ast.Return) and not (node.value is not None and source.calls(node.value, function.name)):
            return True
        if isinstance(node, _ast.Return) and any(isinstance(each, _ast.IfExp) for each in source.walk(node)):
            return True
        if isinstance(node, (_ast.If, _ast.While, _ast.For, _ast.Try)):
            return True
    return False


# A loop that was stopped


def stopped(at):
    """Where the program was when it was stopped, and what keeps its loop going."""
    loop = enclosing_loop(at)
    if loop is None:
        statement = source.statement_at(at.tree, at.line) if at.tree else None
        text = (
            at.source
            if statement is None or isinstance(statement, source.SCOPES)
            else source.segment(statement, at.file)
        )
        return at.say("stopped", line=at.line, code=text or at.source)
    at.line_told = loop.lineno
    if isinstance(loop, (_ast.For, _ast.AsyncFor)):
        at.shown = [loop.target, loop.iter]
        return at.say("loop_for", line=loop.lineno, code=source.segment(loop.iter, at.file))
    return while_loop(at, loop)


def while_loop(at, loop):
    condition = source.segment(loop.test, at.file)
    names = []
    for node in source.walk(loop.test):
        if isinstance(node, _ast.Name) and node.id not in names and not is_called(loop.test, node):
            names.append(node.id)
    if isinstance(loop.test, _ast.Constant):
        breaks = [node for node in source.walk(loop, into_scopes=False) if isinstance(node, (_ast.Break, _ast.Return))]
        at.shown = tests_of(loop) if breaks else []
        return at.say("loop_break_missed" if breaks else "loop_true", line=loop.lineno, code=condition)
    at.shown = [loop.test]
    unchanged = bool(names) and not any(may_change(loop, name) for name in names) and not has_call(loop.test)
    told = ", ".join(f"`{name}`" for name in names[:4])
    return at.say(
        "loop_unchanged" if unchanged else "loop_changed",
        line=loop.lineno,
        code=condition,
        names=told,
        first=names[0] if names else "",
    )


def enclosing_loop(at):
    """The loop that was running: the innermost around the stopped line, else around the line that called it."""
    if not at.tree:
        return None
    for entry in reversed(
        [each for each in entries(at.traceback) if at.is_own(each.tb_frame.f_code.co_filename)][-50:]
    ):
        if entry.tb_frame.f_code.co_filename != at.file:
            continue
        found = None
        for node in source.walk(at.tree):
            if (
                isinstance(node, (_ast.While, _ast.For, _ast.AsyncFor))
                and node.lineno <= entry.tb_lineno <= node.end_lineno
            ):
                if same_function(at.tree, node, entry.tb_lineno):
                    found = node
        if found is not None:
            at.frame = entry.tb_frame
            return found
    return None


def same_function(tree, loop, line):
    """Whether no `def` stands between the loop and the line."""
    inner = [
        node
        for node in source.walk(loop)
        if isinstance(node, source.FUNCTIONS) and node.lineno <= line <= node.end_lineno
    ]
    return not inner


def is_called(root, name):
    return any(isinstance(node, _ast.Call) and node.func is name for node in source.walk(root))


def has_call(node):
    """A call in the condition may give another answer each time; only len() of a name depends on that name alone."""
    return any(isinstance(each, _ast.Call) and source.called_name(each) != "len" for each in source.walk(node))


def may_change(loop, name):
    """Whether something in the loop gives the name another value, or changes the object behind it."""
    for node in source.walk(loop):
        if isinstance(node, _ast.Name) and node.id == name and isinstance(node.ctx, (_ast.Store, _ast.Del)):
            return True
        if isinstance(node, (_ast.Global, _ast.Nonlocal)) and name in node.names:
            return True
        if isinstance(node, _ast.Call):
            owner = node.func.value if isinstance(node.func, _ast.Attribute) else None
            handed = [owner, *node.args]
            if source.called_name(node) not in ("print", "len", "str", "int", "range") and any(
                is_name(each, name) for each in handed
            ):
                return True
        if (
            isinstance(node, (_ast.Subscript, _ast.Attribute))
            and isinstance(node.ctx, (_ast.Store, _ast.Del))
            and is_name(node.value, name)
        ):
            return True
    return calls_changer(loop, name)


def calls_changer(loop, name):
    """A function called in the loop may change a global; which one does is not followed: it may."""
    known = ("print", "len", "str", "int", "float", "range", "input", "sum", "min", "max", "abs", "round", "sorted")
    return any(
        isinstance(node, _ast.Call) and source.called_name(node) not in (None, *known) for node in source.walk(loop)
    )


def is_name(node, name):
    return isinstance(node, _ast.Name) and node.id == name


def tests_of(loop):
    """The conditions inside a loop, for the values that they look at."""
    return [node.test for node in source.walk(loop, into_scopes=False) if isinstance(node, _ast.If)][:3]


# A program that did nothing


def never_called(tree, say):
    """Words for a program that defines functions and calls nothing at all, and the line they are about; else None."""
    own = [node for node in tree.body if isinstance(node, source.FUNCTIONS)]
    if not own or any(isinstance(node, _ast.Call) for node in source.walk(tree, into_scopes=False)):
        return None
    called = {source.called_name(node) for node in source.walk(tree) if isinstance(node, _ast.Call)}
    first = next(
        (function for function in reversed(own) if function.name not in called), own[-1]
    )  # what calls the others
    call = f"{first.name}({', '.join(each.arg for each in required(first))})"
    if len(own) == 1:
        return say("never_called", function=first.name, line=first.lineno, call=call), first.lineno
    names = ", ".join(f"`{function.name}()`" for function in own[:6])
    return say("never_called_several", names=names, call=call), first.lineno


def required(function):
    positional = function.args.args
    return positional[: len(positional) - len(function.args.defaults)]
