import io
import sys

sys.stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8", errors=sys.stdin.errors)
print(ascii(input()))
