"""Constructs of a text by their names, with lines. The text is parsed, never run."""

import ast

import _studio
import studio_program

MOST = 5000

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.And: "and", ast.Or: "or", ast.Not: "not", ast.Invert: "~", ast.USub: "-", ast.UAdd: "+",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}

NODES = {
    ast.For: "for", ast.AsyncFor: "for", ast.While: "while", ast.If: "if", ast.IfExp: "if-expression",
    ast.FunctionDef: "def", ast.AsyncFunctionDef: "def", ast.ClassDef: "class", ast.Lambda: "lambda", ast.Try: "try",
    ast.With: "with", ast.Import: "import", ast.ImportFrom: "import", ast.Global: "global", ast.Nonlocal: "nonlocal",
    ast.ListComp: "comprehension", ast.SetComp: "comprehension", ast.DictComp: "comprehension",
    ast.GeneratorExp: "comprehension", ast.JoinedStr: "f-string", ast.Return: "return", ast.Yield: "yield",
    ast.YieldFrom: "yield", ast.Raise: "raise", ast.Assert: "assert", ast.Break: "break", ast.Continue: "continue",
    ast.Pass: "pass", ast.Delete: "del", ast.Match: "match", ast.Slice: "slice", ast.Subscript: "index",
    ast.List: "list", ast.Dict: "dict", ast.Set: "set", ast.Tuple: "tuple", ast.Await: "await",
    ast.NamedExpr: "walrus", ast.AugAssign: "augmented-assignment",
}


class Finder(ast.NodeVisitor):
    def __init__(self):
        self.found = []
        self._functions = []

    def add(self, name, node):
        if len(self.found) < MOST:
            self.found.append({"name": name[:200], "line": getattr(node, "lineno", 0)})

    def visit(self, node):
        name = NODES.get(type(node))
        if name:
            self.add(name, node)
        super().visit(node)

    def visit_FunctionDef(self, node):
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_If(self, node):
        self.generic_visit(node)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            self.add("elif", node.orelse[0])
        elif node.orelse:
            self.add("else", node.orelse[0])

    def visit_Import(self, node):
        for alias in node.names:
            self.add("import:" + alias.name.split(".")[0], node)

    def visit_ImportFrom(self, node):
        self.add("import:" + (node.module or "").split(".")[0], node)

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name):
            self.add("call:" + node.func.id, node)
            if node.func.id in self._functions:
                self.add("recursion", node)
        elif isinstance(node.func, ast.Attribute):
            self.add("method:" + node.func.attr, node)
        self.generic_visit(node)

    def visit_BinOp(self, node):
        self.add("operator:" + OPERATORS[type(node.op)], node)
        self.generic_visit(node)

    visit_UnaryOp = visit_BoolOp = visit_AugAssign = visit_BinOp

    def visit_Compare(self, node):
        for operator in node.ops:
            self.add("operator:" + OPERATORS[type(operator)], node)
        self.generic_visit(node)


def run(start):
    file, code = start["file"], start["code"]
    message = {"type": "facts", "constructs": []}
    studio_program.remember_source(file, code)
    try:
        finder = Finder()
        finder.visit(ast.parse(code, file))
        message["constructs"] = finder.found
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        error.__traceback__ = None
        message["error"] = studio_program.describe_error(error, file)
    _studio.send(message)
    _studio.send({"type": "done", "state": "finished"})
    return 0
