import contextlib
import io
import sys

with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
    print("hidden")
    print("hidden too", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
