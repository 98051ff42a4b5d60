import io
import sys

for call in (sys.stdout.tell, lambda: sys.stdout.seek(0), lambda: sys.stdout.truncate(0), sys.stdout.read):
    try:
        call()
    except (OSError, io.UnsupportedOperation) as error:
        print(type(error).__name__, error)
