"""Running the learner's text as a program: what `python3 file.py` does, with our own frames left out of tracebacks."""

import builtins
import importlib.machinery
import linecache
import sys
import types

import _studio
import studio_explain
import studio_input
import studio_modules
import studio_traceback
import studio_turtle
import studio_packages


def ask():
    """The program is about to wait for a line: what it has written so far is shown first."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # the program may have closed or replaced it
            pass
    studio_turtle.flush()
    _studio.send({"type": "input"})


def remember_source(file, code):
    """So that tracebacks show the text that is run, whatever lies on the disk."""
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)


def own_traceback(tb):
    """The part of a traceback below our own frames."""
    while tb is not None and tb.tb_frame.f_code.co_filename.startswith("<studio"):
        tb = tb.tb_next
    at = tb
    while at is not None:  # those in between, where a library calls a part of ours
        while at.tb_next is not None and at.tb_next.tb_frame.f_code.co_filename.startswith("<studio"):
            at.tb_next = at.tb_next.tb_next
        at = at.tb_next
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
    tb = own_traceback(error.__traceback__)
    try:
        message = str(error)
    except BaseException:
        message = "(its message could not be made)"
    try:
        text = studio_traceback.text_of(error, tb)
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


def show_plainly(error):
    """Prints an uncaught exception as CPython does, with the text that is run whatever lies on the disk."""
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    try:
        print(studio_traceback.text_of(error, own_traceback(error.__traceback__)), end="", file=sys.stderr)
    except BaseException:  # e.g. no memory is left, or an exception's own methods fail
        sys.__excepthook__(type(error), error, error.__traceback__)


def exit_code(code):
    """What sys.exit(code) means: None is 0, a number is itself, anything else is printed and 1."""
    if code is None:
        return 0
    if isinstance(code, int):
        return (code if -(1 << 63) <= code < 1 << 63 else -1) & 0xFF
    try:
        text = str(code)
    except Exception:
        text = ""
    try:
        print(text, file=sys.stderr or sys.__stderr__)
    except Exception:
        pass  # a closed or replaced stderr
    return 1


def fresh_main(file):
    """A new __main__ module, with what an interpreter that starts with a file puts there."""
    main = types.ModuleType("__main__")
    main.__annotations__ = {}
    main.__builtins__ = builtins
    main.__file__ = _studio.absolute(file)
    main.__cached__ = None
    main.__loader__ = importlib.machinery.SourceFileLoader("__main__", main.__file__)
    sys.modules["__main__"] = main
    return main


def forget_native_parts():
    """What our native module has put among the builtins is found by it without them."""
    for name in [name for name in vars(builtins) if name.startswith("__pybind11")]:
        delattr(builtins, name)


def flush_output():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass
    studio_turtle.flush()


def begin(start):
    """Compiles the program. Gives its code and the globals of its __main__; None after telling why it can't run."""
    file, text = start["file"], start["code"]
    remember_source(file, text)
    studio_modules.give_way(sys.path[0])
    studio_packages.add_import_paths(start)
    studio_turtle.install(watched=start["interactive"])
    if start["interactive"]:
        studio_input.install(ask)
    forget_native_parts()
    main = fresh_main(file)
    try:
        # Bytes, since a coding line counts in a file.
        return compile(text.encode(), file, "exec", dont_inherit=True), main.__dict__
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        error.__traceback__ = None
        sys.__excepthook__(type(error), error, None)
        _studio.send({"type": "done", "state": "syntax", "error": describe_error(error, file)})
        studio_explain.explain(start, error)
        return None


def describe_quietly(error, file):
    """The exception's own methods may print; what they say is shown once, with the traceback."""
    streams = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = None
    try:
        return describe_error(error, file)
    finally:
        sys.stdout, sys.stderr = streams


def ended(start, error):
    """After the program's last line. Gives the exit status, and whether a hook of its own has yet to show the error."""
    flush_output()
    if error is None or isinstance(error, SystemExit):
        status = exit_code(error.code) if error else 0
        flush_output()
        _studio.send({"type": "done", "state": "finished"})
        if error is None:
            studio_explain.explain(start)
        return status, False
    hooked = getattr(sys, "excepthook", None) is not sys.__excepthook__
    if not hooked:
        show_plainly(error)
        flush_output()
    _studio.send({"type": "done", "state": "raised", "error": describe_quietly(error, start["file"])})
    studio_explain.explain(start, error)
    return (130 if type(error) is KeyboardInterrupt else 1), hooked
