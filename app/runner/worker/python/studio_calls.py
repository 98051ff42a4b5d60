"""The learner's module, answering calls: expressions of an exercise's cases, or invocations by tests in another process."""

import builtins
import io
import sys
import types

import _studio
import studio_program

MOST_PRINTED = 1 << 20


class Captured(io.StringIO):
    """What a call prints, up to a limit; more of it is dropped."""

    def write(self, text):
        if self.tell() < MOST_PRINTED:
            super().write(text[: MOST_PRINTED - self.tell()])
        return len(text)


class Streams:
    """Standard output and input of one call."""

    def __init__(self, text=""):
        self.output = Captured()
        self.input = io.StringIO(text)

    def __enter__(self):
        self._before = sys.stdout, sys.stdin
        sys.stdout, sys.stdin = self.output, self.input
        return self.output

    def __exit__(self, *_):
        sys.stdout, sys.stdin = self._before


def load(start, name):
    """The module made of the learner's text, and what its top level printed; None after telling why it failed."""
    file = start["file"]
    studio_program.remember_source(file, start["code"])
    module = types.ModuleType(name)
    module.__file__ = _studio.absolute(file)
    module.__builtins__ = builtins
    sys.modules[name] = module
    with Streams() as printed:
        try:
            compiled = compile(start["code"], file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            error.__traceback__ = None
            _studio.send({"type": "done", "state": "syntax", "error": studio_program.describe_error(error, file)})
            return None
        try:
            exec(compiled, module.__dict__)
        except SystemExit:
            _studio.send({"type": "done", "state": "finished", "left": True})
            return None
        except BaseException as error:
            _studio.send({"type": "done", "state": "raised", "error": studio_program.describe_error(error, file)})
            return None
    return module, printed.getvalue()


def public_names(module):
    """What tests see of the module: callables by name, plain values by value."""
    names = []
    for name, value in list(vars(module).items()):
        if name.startswith("_") or isinstance(value, types.ModuleType):
            continue
        entry = {"name": name, "callable": builtins.callable(value)}
        if not entry["callable"]:
            entry["value"] = _studio.encode(value)
        names.append(entry)
    return names[:1000]


def answer(file, number, work, text="", arguments=None):
    """Does the work and sends what came of it: the value, or the exception, and what was printed."""
    message = {"type": "answer", "id": number}
    streams = Streams(text)
    with streams:
        try:
            message["value"] = _studio.encode(work())
        except SystemExit:
            message["left"] = True
        except BaseException as error:
            message["error"] = studio_program.describe_error(error, file)
    message["printed"] = streams.output.getvalue()
    if arguments is not None:
        message["args"] = [_studio.encode(each) for each in arguments]
    _studio.send(message)


def run(start):
    loaded = load(start, start.get("module") or "__main__")
    if loaded is None:
        return 1
    module, printed = loaded
    file = start["file"]
    _studio.send({"type": "ready", "printed": printed, "names": public_names(module)})
    while True:
        message = _studio.receive()
        if message is None or message["type"] == "end":
            break
        if message["type"] == "call":
            expression = message["expression"]
            answer(file, message["id"], lambda: eval(compile(expression, "<call>", "eval"), module.__dict__), message["input"])
        elif message["type"] == "invoke":
            positional = [_studio.decode(each) for each in message["args"]]
            named = {key: _studio.decode(value) for key, value in message["kwargs"].items()}
            name = message["name"]
            answer(file, message["id"], lambda: getattr(module, name)(*positional, **named), arguments=positional)
    _studio.send({"type": "done", "state": "finished"})
    return 0
