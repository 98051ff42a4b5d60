"""Running the learner's text as a program: what `python3 file.py` does, with our own frames left out of tracebacks."""

import builtins
import linecache
import sys
import types

import _studio
import studio_packages


class AskingInput:
    """Standard input that tells the host before it waits for a line. Everything else is the real stream's."""

    def __init__(self, stream):
        self._stream = stream

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def _ask(self):
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:  # the program may have closed or replaced it
                pass
        _studio.send({"type": "input"})

    def readline(self, size=-1, /):
        self._ask()
        return self._stream.readline(size)

    def read(self, size=-1, /):
        parts = []
        while size < 0 or sum(map(len, parts)) < size:
            line = self.readline()
            if not line:
                break
            parts.append(line)
        return "".join(parts)

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def remember_source(file, code):
    """So that tracebacks show the text that is run, whatever lies on the disk."""
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)


def own_traceback(tb):
    """The part of a traceback below our own frames."""
    while tb is not None and tb.tb_frame.f_code.co_filename.startswith("<studio"):
        tb = tb.tb_next
    return tb


def frames_of(tb, file):
    frames = []
    while tb is not None:
        name, line = tb.tb_frame.f_code.co_filename, tb.tb_lineno
        if not name.startswith("<studio"):
            frames.append({
                "file": name[-300:],
                "line": line or 0,
                "function": tb.tb_frame.f_code.co_name[:200],
                "text": linecache.getline(name, line).strip()[:300] if line else "",
                "own": name == file,
            })
        tb = tb.tb_next
    if len(frames) > 60:  # a recursion: its two ends tell enough
        frames = frames[:30] + frames[-30:]
    return frames


def describe_error(error, file):
    """The structured form of an exception: never raises, whatever the exception's own methods do."""
    import traceback

    tb = own_traceback(error.__traceback__)
    try:
        message = str(error)
    except BaseException:
        message = "(its message could not be made)"
    try:
        text = "".join(traceback.format_exception(type(error), error, tb))
    except BaseException:
        text = type(error).__name__
    frames = frames_of(tb, file)
    own = [frame["line"] for frame in frames if frame["own"]]
    result = {
        "type": type(error).__name__[:200],
        "message": message[:2000],
        "traceback": text[-20000:],
        "frames": frames,
        "line": own[-1] if own else 0,
        "column": 0,
    }
    if isinstance(error, SyntaxError) and error.filename == file:
        result["message"] = str(error.msg)[:2000]
        result["line"] = error.lineno or 0
        result["column"] = error.offset or 0
    return result


def show_error(error):
    """Prints an uncaught exception as CPython does, through the program's own excepthook if it has one."""
    tb = own_traceback(error.__traceback__)
    error = error.with_traceback(tb)
    if sys.excepthook is not sys.__excepthook__:
        try:
            sys.excepthook(type(error), error, tb)
            return
        except SystemExit:
            return
        except BaseException as failed:
            print("Error in sys.excepthook:", file=sys.stderr)
            show_plainly(failed)
            print("\nOriginal exception was:", file=sys.stderr)
    show_plainly(error)


def show_plainly(error):
    import traceback

    try:
        traceback.print_exception(type(error), error, own_traceback(error.__traceback__), file=sys.stderr)
    except BaseException:
        pass  # a closed or replaced stderr: CPython is silent too


def exit_code(code):
    """What sys.exit(code) means: None is 0, a number is itself, anything else is printed and 1."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    try:
        sys.stdout.flush()
        print(code, file=sys.stderr)
    except BaseException:
        pass
    return 1


def fresh_main(file):
    """A new __main__ module, as an interpreter that starts with a file has."""
    main = types.ModuleType("__main__")
    main.__file__ = _studio.absolute(file)
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    return main


def flush_output():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass


def run(start):
    """Runs a program and gives the exit status the process is to end with."""
    file, code = start["file"], start["code"]
    remember_source(file, code)
    studio_packages.add_import_paths(start)
    if start["interactive"]:
        sys.stdin = AskingInput(sys.stdin)
    main = fresh_main(file)
    sys.setrecursionlimit(sys.getrecursionlimit() + 2)  # our own frames below the program
    try:
        compiled = compile(code, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        error.__traceback__ = None
        sys.__excepthook__(type(error), error, None)
        _studio.send({"type": "done", "state": "syntax", "error": describe_error(error, file)})
        return 1
    try:
        exec(compiled, main.__dict__)
    except SystemExit as leaving:
        status = exit_code(leaving.code)
        flush_output()
        _studio.send({"type": "done", "state": "finished"})
        return status
    except BaseException as error:
        flush_output()
        show_error(error)
        flush_output()
        _studio.send({"type": "done", "state": "raised", "error": describe_error(error, file)})
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    flush_output()
    _studio.send({"type": "done", "state": "finished"})
    return 0
