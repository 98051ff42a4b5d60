"""What is done before any job: the modules that are there already, and the surroundings of the run."""

import atexit
import gc
import os
import sys
import weakref

# Imported ahead in a process that is forked: measured, these are what beginners' programs and our own modules
# import most, and cost the most when they do.
AHEAD = (
    "studio_program", "studio_calls", "traceback", "linecache", "random", "math", "datetime", "time", "json", "re",
    "string", "collections", "itertools", "functools", "statistics", "copy", "textwrap",
    "ast",  # by `traceback`, for the carets below a line: an error or a Stop need not wait for it
)

_there = frozenset()  # the modules that are not the program's


def warm_up():
    for name in AHEAD:
        try:
            __import__(name)
        except ImportError:
            pass
    gc.collect()
    gc.freeze()  # what is there now is never looked at again, and so stays shared between processes


def prepare(start):
    """Environment, arguments and search path, as `python3 FILE` has them."""
    global _there
    for name, value in start.get("environment", {}).items():
        os.environ[name] = value
    sys.argv = [start["file"], *start.get("args", [])]
    sys.path.insert(0, os.getcwd())
    _there = frozenset(sys.modules)


def leave():
    """The end of a module that has answered its calls: what a program's end does, but for taking the interpreter apart.

    That would take longer than the calls, and nobody could see it."""
    threading = sys.modules.get("threading")
    if threading is not None:
        _even_so(lambda: threading._shutdown())  # waits for threads, as Python does
    _even_so(atexit._run_exitfuncs)
    _flush()


def leave_stopped():
    """The end of a program that was stopped, for which somebody waits: as leave(), and what the program made is let go.

    Its files are closed by that, its `__del__` and `finally` run. What is Python's own is not taken apart."""
    leave()
    for name in ("last_type", "last_value", "last_traceback"):
        sys.__dict__.pop(name, None)
    if gc.isenabled():
        _even_so(gc.collect)  # as Python does; it also puts what holds before what is held, e.g. a file before its buffer
    main = weakref.ref(sys.modules.pop("__main__"))
    for name in [name for name in sys.modules if name not in _there]:
        del sys.modules[name]
    _even_so(gc.collect)
    module = main()
    if module is not None:  # something else holds on to it
        kept = vars(module)
        for name in [name for name in kept if name != "__builtins__"]:
            _even_so(lambda name=name: kept.__setitem__(name, None))
    _flush()


def _flush():
    for stream in (sys.stdout, sys.stderr):
        _even_so(lambda: stream.flush())


def _even_so(step):
    try:
        step()
    except BaseException:  # the learner's code may have put anything there
        pass
