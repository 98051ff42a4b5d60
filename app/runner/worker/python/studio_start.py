"""What is done before any job: the modules that are there already, and the surroundings of the run."""

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
