#: input ["1 2 3\n", "4 5\n"]
import io
import sys

lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
print([sum(map(int, line.split())) for line in lines])
