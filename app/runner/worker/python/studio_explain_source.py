"""The learner's source as a tree, for explanations: without the `ast` module, which costs more to load than this."""

import _ast
import builtins
import linecache

ONLY_TREE = 0x400  # ast.PyCF_ONLY_AST
LONGEST = 1 << 20  # characters; longer texts are not looked at

FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
SCOPES = FUNCTIONS + (_ast.Lambda, _ast.ClassDef)


def parse(code, file):
    """The tree, or None when the text can't be read."""
    if len(code) > LONGEST:
        return None
    try:
        return builtins.compile(code, file, "exec", ONLY_TREE, dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def children(node):
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, _ast.AST):
            yield value
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, _ast.AST):
                    yield each


def walk(node, into_scopes=True):
    """The node and all below it, in the order of the text; without what is inside of further functions if told so."""
    stack = [node]
    while stack:
        each = stack.pop()
        yield each
        if into_scopes or each is node or not isinstance(each, SCOPES):
            stack.extend(reversed(list(children(each))))


def lines_of(file):
    return linecache.getlines(file)


def source_of(file):
    return "".join(lines_of(file))


def segment(node, file):
    """The text of a node, in one line; short."""
    lines = lines_of(file)
    first, last = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
    if not first or not last or last > len(lines):
        return ""
    parts = [line.encode() for line in lines[first - 1 : last]]
    parts[-1] = parts[-1][: node.end_col_offset]
    parts[0] = parts[0][node.col_offset :]
    text = " ".join(part.decode(errors="replace").strip() for part in parts)
    return text if len(text) <= 80 else text[:79] + "…"


def node_at(tree, position):
    """The innermost expression that lies exactly at (line, end line, column, end column)."""
    if tree is None or None in position:
        return None
    found = None
    for node in walk(tree):
        if isinstance(node, _ast.expr) and position == (
            node.lineno,
            node.end_lineno,
            node.col_offset,
            node.end_col_offset,
        ):
            found = node
    return found


def statement_at(tree, line):
    """The innermost statement whose own lines hold this one: for `if` and the like only their head counts."""
    found = None
    for node in walk(tree):
        if isinstance(node, _ast.stmt) and node.lineno <= line <= node.end_lineno:
            found = node
    return found


def head_of(statement):
    """The expressions of a statement without the statements inside of it."""
    return [child for child in children(statement) if not isinstance(child, (_ast.stmt, _ast.ExceptHandler))]


def position_of(tb):
    """Where in the text a traceback's entry stopped: line, end line, column, end column."""
    for index, position in enumerate(tb.tb_frame.f_code.co_positions()):
        if index == tb.tb_lasti // 2:
            return position
    return (tb.tb_lineno, None, None, None)


def functions(tree):
    """All functions by name; of two with one name the last."""
    return {node.name: node for node in walk(tree) if isinstance(node, FUNCTIONS)}


def gives_back(function):
    """Whether a function has a `return` with a value, or is a generator."""
    for node in walk(function, into_scopes=False):
        if isinstance(node, _ast.Return) and node.value is not None:
            if not (isinstance(node.value, _ast.Constant) and node.value.value is None):
                return True
        if isinstance(node, (_ast.Yield, _ast.YieldFrom)):
            return True
    return False


def calls(node, name):
    """Whether a function is called by its name somewhere below."""
    return any(isinstance(each, _ast.Call) and called_name(each) == name for each in walk(node))


def called_name(node):
    return node.func.id if isinstance(node, _ast.Call) and isinstance(node.func, _ast.Name) else None


def assignments(tree, name):
    """Statements that give a name a value, in the order of the text, each with that value's node or None."""
    found = []
    for node in walk(tree):
        if isinstance(node, _ast.Assign):
            for target in node.targets:
                if isinstance(target, _ast.Name) and target.id == name:
                    found.append((node, node.value))
                elif any(
                    isinstance(each, _ast.Name) and each.id == name and isinstance(each.ctx, _ast.Store)
                    for each in walk(target)
                ):
                    found.append((node, None))
        elif (
            isinstance(node, (_ast.AnnAssign, _ast.NamedExpr))
            and isinstance(node.target, _ast.Name)
            and node.target.id == name
        ):
            found.append((node, node.value))
        elif (
            isinstance(node, (_ast.AugAssign, _ast.For))
            and isinstance(node.target, _ast.Name)
            and node.target.id == name
        ):
            found.append((node, None))
    return found


def last_assignment(tree, name, line):
    """The value's node of the last assignment to a name that stands above or in a line."""
    before = [value for node, value in assignments(tree, name) if node.lineno <= line]
    return before[-1] if before else None
