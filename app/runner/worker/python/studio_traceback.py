"""An exception's text as CPython prints it, also where a line's source is not on the disk."""

import io
import sys
import traceback

SUGGESTION = ". Did you mean: '"


def suggestion(error):
    """`. Did you mean: 'number'?`, which this version's `traceback` leaves to the interpreter. Empty when there is none."""
    if not isinstance(error, (AttributeError, NameError)):
        return ""
    shown, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        last = sys.stderr.getvalue().rstrip("\n").rpartition("\n")[2]
    finally:
        sys.stderr = shown
    _, found, name = last.rpartition(SUGGESTION)
    return found + name if found and name.endswith("'?") else ""


def add_suggestions(described, error):
    """To the exception and all that led to it."""
    waiting = [(described, error)]
    while waiting:
        described, error = waiting.pop()
        if described is None or error is None:
            continue
        text = suggestion(error)
        if text and not str(described).endswith(text):
            described._str += text
        waiting += [(described.__cause__, error.__cause__), (described.__context__, error.__context__)]
        waiting += zip(described.exceptions or (), getattr(error, "exceptions", ()))


def text_of(error, tb):
    """Raises what the exception's own methods raise, and MemoryError."""
    described = traceback.TracebackException(type(error), error, tb, compact=True)
    try:
        add_suggestions(described, error)
    except Exception:
        pass  # a nicety; the exception itself is to be told
    return "".join(described.format())
