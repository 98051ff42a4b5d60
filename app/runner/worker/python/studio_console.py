"""Statements one by one over the names that a program left behind.

The statement itself is evaluated by the native side, with no frame of ours below it. Here is what comes before and after:
next() answers what runs nothing and gives the code of the next statement, ran() tells what became of it. While a statement
runs, the process is as the program has set it: signals, recursion limit, tracing; between statements it is ours.
"""

import _ast
import _signal
import _thread
import builtins
import linecache
import os
import sys
import time
import traceback

import _studio
import studio_names
import studio_peek
import studio_program

__builtins__ = dict(vars(builtins))  # see studio_peek

INCOMPLETE = 0x4000  # PyCF_ALLOW_INCOMPLETE_INPUT: an error of its own for a text that only breaks off
BLOCKS = (
    *(_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef, _ast.For, _ast.AsyncFor, _ast.While, _ast.If, _ast.With),
    *(_ast.AsyncWith, _ast.Try, _ast.TryStar, _ast.Match),
)
FUTURES = 0x1FF0000  # what `from __future__ import …` sets, for the statements after it
LONGEST_SOURCE = 1 << 20
MOST_SOURCES = 1000  # kept for tracebacks
MOST_HANDLES = 200_000
OUR_RECURSION_LIMIT = 1000
END_OF_PROGRAM = 0.05  # seconds between two looks at the program's threads


class Incomplete(Exception):
    pass


def end_program():
    """What Python does at the end of a program before it leaves: waits for its threads and calls what was registered."""
    threading = sys.modules.get("threading")
    if threading is not None:
        for call in reversed(getattr(threading, "_threading_atexits", ())):
            call()
        ours = _thread.get_ident()
        for thread in list(threading.enumerate()):
            while thread.ident != ours and not thread.daemon and thread.is_alive():
                thread.join(END_OF_PROGRAM)
    atexit = sys.modules.get("atexit")
    if atexit is not None:
        atexit._run_exitfuncs()
    for name in ("thread", "process"):  # further pools can be made in the console
        pools = sys.modules.get("concurrent.futures." + name)
        for flag in ("_shutdown", "_global_shutdown"):
            if hasattr(pools, flag):
                setattr(pools, flag, False)


class Console:
    """One for the life of a process. Used from the main thread only."""

    def __init__(self, start, namespace, status):
        self.file = start["file"]
        self.namespace = namespace
        self.status = status
        self.process = os.getpid()
        self.flags = 0
        self.number = 0  # of the statement
        self.request = 0  # its number in the protocol
        self.sources = []
        self.handles = {}
        self.next_handle = 1
        self.theirs = None
        self.left = False

    def begin(self):
        """Ends the program and says that statements are taken. False in a process that the program forked."""
        try:
            end_program()
        except BaseException as error:  # also an interrupt: nothing more is waited for
            if not isinstance(error, KeyboardInterrupt):
                studio_program.show_plainly(error)
        if os.getpid() != self.process:
            return False
        self.take_back()
        studio_program.flush_output()
        _studio.send({"type": "console", "status": self.status})
        return True

    # The process, theirs and ours in turn.

    def take_back(self):
        while True:
            try:
                handler = _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
                if self.theirs is None:
                    self.theirs = (handler, sys.getrecursionlimit(), sys.gettrace(), sys.getprofile())
                sys.settrace(None)
                sys.setprofile(None)
                sys.setrecursionlimit(OUR_RECURSION_LIMIT)
                return
            except KeyboardInterrupt:
                continue

    def hand_over(self):
        handler, limit, trace, profile = self.theirs
        self.theirs = None
        sys.setrecursionlimit(limit)
        sys.settrace(trace)
        sys.setprofile(profile)
        _signal.signal(_signal.SIGINT, _signal.default_int_handler if handler is None else handler)

    # Statements.

    def next(self):
        """The code to evaluate next; None when there will be no more."""
        while not self.left:
            message = _studio.receive()
            if message is None or message.get("type") == "end":
                break
            if message["type"] != "execute":
                self.look(message)
                continue
            self.request = message.get("id", 0)
            code = self.prepare(message.get("source", "")[:LONGEST_SOURCE])
            if code is not None:
                self.forget_handles()
                self.hand_over()
                return code
        self.hand_over()
        return None

    def prepare(self, source):
        """The code of a statement; None when it was answered without one."""
        question = studio_names.asked(source)
        if question is not None:
            self.answer("ok", help=self.safely(lambda: studio_names.explain(question, self.namespace)) or {})
            return None
        try:
            return self.compile(source)
        except Incomplete:
            self.answer("incomplete")
        except BaseException as error:  # of the text: syntax, a NUL in it, too deep, no memory
            error.__traceback__ = None
            studio_program.show_plainly(error)
            self.answer("error", error=studio_program.describe_error(error, self.name()))
        return None

    def name(self):
        return f"<console {self.number}>"

    def compile(self, source):
        """Several statements are taken at once, and each expression among them shows its value, as if typed one by one. A
        block of several lines is complete when a blank line, or a line outside it, ends it."""
        lines = source.rstrip().split("\n")
        ended = "\n" in source and not source.rpartition("\n")[2].strip()
        text = source.rstrip() + "\n" if ended else source
        file = f"<console {self.number + 1}>"
        tree = self.parse(text, file)
        open_block = lines[-1][:1].isspace() and tree.body and isinstance(tree.body[-1], BLOCKS)
        if open_block and not ended:
            raise Incomplete
        self.keep_source(file, text)
        try:
            code = compile(_ast.Interactive(body=tree.body), file, "single", self.flags, dont_inherit=True)
        except SyntaxError as error:
            if error.text is None and error.lineno and error.lineno <= len(lines):
                error.text = lines[error.lineno - 1]
            raise
        self.flags |= code.co_flags & FUTURES
        return code

    def parse(self, text, file):
        try:
            return compile(text, file, "exec", self.flags | _ast.PyCF_ONLY_AST | INCOMPLETE, dont_inherit=True)
        except SyntaxError as error:
            if str(error).startswith("incomplete input"):
                raise Incomplete from None
        self.keep_source(file, text)
        # Again without the flag, so that it says what is wrong rather than that something is missing.
        return compile(text, file, "exec", self.flags | _ast.PyCF_ONLY_AST, dont_inherit=True)

    def keep_source(self, file, text):
        """Tracebacks show the lines of statements, those of functions defined long ago too."""
        self.number += 1
        try:
            linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
            self.sources.append(file)
            if len(self.sources) > MOST_SOURCES:
                linecache.cache.pop(self.sources.pop(0), None)
        except Exception:
            pass  # the program did something to it

    def ran(self, error):
        """After a statement; `error` is what it raised, or None. The process is still theirs: an error is shown by code of
        theirs, and can be interrupted."""
        if os.getpid() != self.process:
            studio_program.flush_output()
            os._exit(0)  # a process that the statement forked
        answer = {"state": "ok"}
        try:
            studio_program.flush_output()
            if isinstance(error, SystemExit):
                self.status = studio_program.exit_code(error.code)
                self.left = True
            elif error is not None:
                answer = {"state": "error"}
                self.show(error)
                answer["error"] = studio_program.describe_error(error, self.name())
            studio_program.flush_output()
        except BaseException:
            pass  # an interrupt
        self.take_back()
        studio_program.flush_output()
        self.answer(**answer)
        if self.left:
            _studio.send({"type": "done", "state": "finished"})

    def show(self, error):
        hook = getattr(sys, "excepthook", None)
        if hook is not sys.__excepthook__ and hook is not None:
            try:
                hook(type(error), error, studio_program.own_traceback(error.__traceback__))
                return
            except BaseException:
                print("Error in sys.excepthook:", file=sys.stderr)
                traceback.print_exc()
                print("\nOriginal exception was:", file=sys.stderr)
        studio_program.show_plainly(error)

    def answer(self, state, **rest):
        _studio.send({"type": "executed", "id": self.request, "state": state, **rest})

    # Looking. None of it runs code of the learner's; should it still take long, the host interrupts it.

    def look(self, message):
        number, kind = message.get("id", 0), message["type"]
        if kind == "complete":
            found = self.safely(lambda: studio_names.complete(message["before"], self.namespace))
            prefix, items, more = found or ("", [], False)
            items = [{"text": text, "kind": kind} for text, kind in items]
            _studio.send({"type": "completed", "id": number, "prefix": prefix, "items": items, "more": more})
        elif kind == "variables":
            self.forget_handles()
            items, more = self.safely(self.list_variables) or ([], False)
            _studio.send({"type": "variables", "id": number, "items": items, "more": more})
        elif kind == "expand":
            handle, start, count = message["handle"], message["from"], message["count"]
            items = self.safely(lambda: self.list_children(handle, start, count)) or []
            _studio.send({"type": "expanded", "id": number, "handle": handle, "from": start, "items": items})
        elif kind == "events":  # of a drawing; between statements there is nobody to hear them
            _studio.send({"type": "heard"})

    def safely(self, work):
        """Its result, or None when it failed or was interrupted."""
        try:
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)
            result = work()
        except BaseException:
            result = None
        while True:
            try:
                _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
                return result
            except KeyboardInterrupt:
                continue

    def list_variables(self):
        pairs, more = studio_peek.variables(self.namespace)
        return [self.row(name, value) for name, value in pairs], more

    def list_children(self, handle, start, count):
        if handle not in self.handles:
            return []
        found = studio_peek.children(self.handles[handle], start, count)
        return [{**self.row(label, value), "place": place} for label, place, value in found]

    def row(self, name, value):
        count = studio_peek.child_count(value)
        handle = 0
        if count and len(self.handles) < MOST_HANDLES:
            handle = self.next_handle
            self.next_handle += 1
            self.handles[handle] = value
        length = studio_peek.length(value)
        return {
            "name": studio_peek.cut(name, studio_peek.LONGEST_NAME),
            "of": studio_peek.type_name(type(value)),
            "value": studio_peek.preview(value),
            "length": -1 if length is None else length,
            "children": count,
            "handle": handle,
            "kind": studio_peek.kind_of(value),
        }

    def forget_handles(self):
        """Nothing of the learner's is kept alive while a statement runs; letting go may run their __del__."""
        if self.handles:
            self.safely(self.handles.clear)
