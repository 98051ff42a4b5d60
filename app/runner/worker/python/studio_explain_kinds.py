"""TypeError: values of a kind that does not fit, calls with the wrong values, functions that were not called."""

import _ast
import builtins

import studio_explain_none as nothing
import studio_explain_source as source
import studio_explain_values as values
from studio_explain_values import MISSING, quoted, short

OPERATORS = {
    _ast.Add: "+",
    _ast.Sub: "-",
    _ast.Mult: "*",
    _ast.Div: "/",
    _ast.FloorDiv: "//",
    _ast.Mod: "%",
    _ast.Pow: "**",
    _ast.Lt: "<",
    _ast.LtE: "<=",
    _ast.Gt: ">",
    _ast.GtE: ">=",
}
FUNCTION_TYPES = (type(len), type(lambda: None), type("".upper), type(str.upper))


def operands(at):
    """Left and right of the operation that failed, with their values."""
    node = at.node
    if isinstance(node, _ast.BinOp):
        return node.op, node.left, node.right
    if isinstance(node, _ast.Compare) and len(node.ops) == 1:
        return node.ops[0], node.left, node.comparators[0]
    statement = source.statement_at(at.tree, at.line) if at.tree else None
    if isinstance(statement, _ast.AugAssign):
        return statement.op, statement.target, statement.value
    return None


def from_input(at, node):
    """The name, when an expression is a variable that holds what input() gave."""
    if not isinstance(node, _ast.Name) or not at.tree:
        return None
    given = [value for _, value in source.assignments(at.tree, node.id)]
    return node.id if any(source.called_name(value) == "input" for value in given if value is not None) else None


def mixed_kinds(at):
    """Texts and numbers with an operator between them."""
    found = operands(at)
    if not found:
        return None
    operator, left, right = found
    sides = [(node, values.value_of(node, at.frame)) for node in (left, right)]
    texts = [(node, value) for node, value in sides if type(value) is str or (value is MISSING and is_text(node))]
    if not texts:
        return None
    node, text = texts[0]
    for each, value in texts:
        name = from_input(at, each)
        if name:
            return at.say("input_is_text", name=name, value=shown(at, each, value))
    sign = OPERATORS.get(type(operator))
    numbers = [(each, value) for each, value in sides if type(value) in (int, float)]
    if sign == "+" and numbers:
        digits = type(text) is str and text.strip().lstrip("+-").replace(".", "", 1).isdecimal()
        return at.say(
            "digits_plus_number" if digits else "text_plus_number",
            text=shown(at, node, text),
            number=short(numbers[0][1]),
            number_code=source.segment(numbers[0][0], at.file),
            text_code=source.segment(node, at.file),
        )
    if isinstance(operator, _ast.cmpop):
        return at.say("text_compared", operator=sign, value=shown(at, node, text)) if sign else None
    if sign == "%" and texts[0][0] is left:
        return None  # formatting
    if sign and sign != "+":
        return at.say("text_arithmetic", operator=sign, value=shown(at, node, text))
    return None


def is_text(node):
    return (
        isinstance(node, _ast.JoinedStr)
        or (isinstance(node, _ast.BinOp) and (is_text(node.left) or is_text(node.right)))
        or (isinstance(node, _ast.Constant) and type(node.value) is str)
    )


def shown(at, node, value):
    return f"`{source.segment(node, at.file) if value is MISSING else short(value)}`"


def uncalled(at):
    """`name.upper + "!"` and `n = input`: the function itself where its result was meant."""
    found = operands(at)
    for node in found[1:] if found else ():
        code = source.segment(node, at.file)
        if isinstance(node, _ast.Attribute):
            owner = values.value_of(node.value, at.frame)
            if owner is not MISSING and hasattr(type(owner), node.attr) and callable(vars_of(type(owner), node.attr)):
                return at.say("call_forgotten", code=code)
        value = values.value_of(node, at.frame)
        if isinstance(node, _ast.Name) and value is MISSING:
            value = vars(builtins).get(node.id, MISSING)
        if type(value) in FUNCTION_TYPES and isinstance(node, _ast.Name):
            given = source.last_assignment(at.tree, node.id, at.line)
            return at.say("call_forgotten", code=source.segment(given, at.file) if given is not None else code)
    return None


def vars_of(kind, name):
    for each in kind.__mro__:
        if name in each.__dict__:
            return each.__dict__[name]
    return None


def not_callable(at):
    node = at.node
    if not isinstance(node, _ast.Call):
        return None
    value = values.value_of(node.func, at.frame)
    code = source.segment(node.func, at.file)
    if value is None:
        return None
    if isinstance(node.func, _ast.Name) and callable(vars(builtins).get(node.func.id)):
        made = [statement.lineno for statement, _ in source.assignments(at.tree, node.func.id)]
        return at.say("hidden_builtin", name=node.func.id, where=made[0]) if made else None
    if type(value) in (list, tuple, dict):
        return at.say("list_called", code=code, type=type(value).__name__)
    if type(value) in (int, float, str) and not isinstance(node.func, _ast.Constant):
        return at.say("not_callable", code=code, value=short(value), type=type(value).__name__)
    return None


def signature(at, name):
    """The `def` line of a function of the learner's and where it stands."""
    function = source.functions(at.tree).get(name.split(".")[-1]) if at.tree else None
    if function is None:
        return None
    lines = source.lines_of(at.file)
    text = lines[function.lineno - 1].strip() if function.lineno <= len(lines) else ""
    return function, text[:100]


def arguments(at):
    """Too few or too many values in a call of the learner's own function."""
    name = at.message.split("(")[0]
    found = signature(at, name)
    if not found:
        return None
    function, text = found
    if " missing " in at.message:
        count = at.message.count("'") // 2
        missing = ", ".join(f"`{quoted(at.message, index)}`" for index in range(min(count, 8)))
        return at.say(
            "arguments_missing", function=function.name, where=function.lineno, signature=text, missing=missing
        )
    takes = [int(word) for word in at.message.split() if word.isdecimal()]
    if " but " not in at.message or not takes:
        return None
    given = takes[-1]
    parameters = [each.arg for each in function.args.args]
    if "." in name and given == len(parameters) + 1 and parameters[:1] != ["self"]:
        return at.say("self_forgotten", function=function.name, where=function.lineno, signature=text)
    if "." in name:
        given -= 1
    return at.say("arguments_too_many", function=function.name, where=function.lineno, signature=text, given=given)


def no_length(at):
    argument = at.node.args[0] if isinstance(at.node, _ast.Call) and at.node.args else None
    value = values.value_of(argument, at.frame) if argument is not None else MISSING
    if value is MISSING or value is None:
        return None
    return at.say("no_length", value=f"`{short(value)}`", type=type(value).__name__)


def needs_number(at):
    """abs(), round(), int() and the like of something else."""
    name = source.called_name(at.node)
    if name not in ("abs", "round", "int", "float", "pow") or not at.node.args:
        return None
    node = at.node.args[0]
    value = values.value_of(node, at.frame)
    literal = {_ast.List: "list", _ast.Tuple: "tuple", _ast.Dict: "dict", _ast.JoinedStr: "str"}.get(type(node))
    if literal:
        return at.say("needs_number", function=name, value=f"`{source.segment(node, at.file)}`", type=literal)
    if value is MISSING or type(value) in (int, float):
        return None
    return at.say("needs_number", function=name, value=f"`{short(value)}`", type=type(value).__name__)


def number_iterated(at):
    statement = source.statement_at(at.tree, at.line) if at.tree else None
    node = statement.iter if isinstance(statement, _ast.For) else None
    value = values.value_of(node, at.frame) if node is not None else MISSING
    if type(value) not in (int, float):
        return None
    return at.say("number_iterated", value=f"`{short(value)}`", code=source.segment(node, at.file))


def float_range(at):
    for argument in at.node.args if source.called_name(at.node) == "range" else ():
        value = values.value_of(argument, at.frame)
        if type(value) is float or isinstance(argument, _ast.BinOp):
            return at.say("float_range", value=f"`{source.segment(argument, at.file)}`")
    return None


def type_error(at):
    message = at.message
    if "NoneType" in message:
        found = nothing.none_used(at)
        if found:
            return found
    if "not callable" in message:
        return not_callable(at)
    if "positional argument" in message or "required keyword-only" in message:
        return arguments(at)
    if "has no len()" in message:
        return no_length(at)
    if "object is not iterable" in message:
        return number_iterated(at)
    if "interpreted as an integer" in message:
        return float_range(at)
    if message.startswith("unhashable type"):
        return at.say("unhashable", type=quoted(message))
    if "function_or_method" in message or "'function'" in message or "method_descriptor" in message:
        return uncalled(at)
    if "str" in message:
        found = mixed_kinds(at)
        if found:
            return found
    return needs_number(at)
