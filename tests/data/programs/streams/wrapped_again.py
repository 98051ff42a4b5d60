import io
import sys

print("before", flush=True)
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
print("through a wrapper of one's own é")
