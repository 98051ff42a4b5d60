"""What is done before any job: the modules that are there already, and the surroundings of the run."""

import atexit
import gc
import os
import sys

# Imported ahead in a process that is forked: measured, these are what beginners' programs and our own modules
# import most, and cost the most when they do.
AHEAD = (
    "studio_program", "studio_calls", "traceback", "linecache", "random", "math", "datetime", "time", "json", "re",
    "string", "collections", "itertools", "functools", "statistics", "copy", "textwrap",
)


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
    for name, value in start.get("environment", {}).items():
        os.environ[name] = value
    sys.argv = [start["file"], *start.get("args", [])]
    sys.path.insert(0, os.getcwd())


def leave():
    """The end of a module that has answered its calls: what a program's end does, but for taking the interpreter apart.

    That would take longer than the calls, and nobody could see it."""
    try:
        threading = sys.modules.get("threading")
        if threading is not None:
            threading._shutdown()  # waits for threads, as Python does
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except BaseException:  # the learner's code may have put anything there
        pass
