#: input ["abc\n", "d\n"]
import sys

print(list(sys.stdin.buffer))
