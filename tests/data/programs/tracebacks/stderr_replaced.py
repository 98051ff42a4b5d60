import io
import sys

sys.stderr = io.StringIO()
import atexit

atexit.register(lambda: print(sys.stderr.getvalue()))
1 / 0
